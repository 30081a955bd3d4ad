"""What cooperation abroad asks: conditions of the object and the partner, the study, the plan, what the government answers."""

from collections.abc import Iterator
from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.core import clock
from kerjasama.core.levels import RegionLevel
from kerjasama.core.text import date_long
from kerjasama.documents import selectors as documents
from kerjasama.parties.models import Country, Permit
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard
from proposals.guards.content import has_terms_of_reference
from proposals.guards.mandatory import MAPPING_PARTS
from proposals.routes.traits import Trait

PM25 = "Permendagri 25/2020 Pasal"
PP28 = "PP 28/2018 Pasal"
STUDY_PARTS = (("background", "latar belakang"), ("aims", "maksud dan tujuan"), ("benefits", "manfaat"))
MAPPING_LABELS = {"potential": "potensi", "characteristics": "karakteristik", "needs": "kebutuhan"}
PLAN_LABELS = (
    ("subject", "subjek"), ("background", "latar belakang"), ("aims", "maksud, tujuan, dan sasaran"), ("object_text", "objek"),
    ("scope", "ruang lingkup"), ("funding", "sumber pembiayaan"), ("term_text", "jangka waktu pelaksanaan"),
)  # fmt: skip
MOST_YEARS = 5


def _study(proposal: Any) -> Any:
    return getattr(proposal, "exploration", None)


def _written(row: Any, name: str) -> bool:
    return row is not None and bool(getattr(row, name).strip())


@guard(basis=f"{PM25} 12", on=(Trait.EXPLORED,))
def has_exploration(proposal: Any) -> Iterator[str]:
    """The six parts of the study: judul (a case always has one), latar belakang, maksud, pemetaan, manfaat, kesimpulan."""
    for name, label in STUDY_PARTS:
        if not getattr(proposal, name).strip():
            yield f"Kajian: bagian {label} belum diisi."
    for name in MAPPING_PARTS:
        if not _written(getattr(proposal, "mapping", None), name):
            yield f"Kajian: pemetaan {MAPPING_LABELS[name]} belum diisi."
    if not _written(_study(proposal), "conclusion"):
        yield "Kajian: bagian kesimpulan belum diisi."


@guard(basis=f"{PP28} 27 ayat (1) huruf a", on=(Trait.FOREIGN,))
def has_relations(proposal: Any) -> Iterator[str]:
    """Indonesia has diplomatic relations with the partner's state; where it is not known, the Menlu says so."""
    for partner in proposal.counterparts:
        if partner.country is None:
            yield f"Negara {partner.name} belum dicatat pada halaman mitra."
        elif partner.country.diplomatic == Country.Relations.NO:
            yield f"Indonesia tidak mempunyai hubungan diplomatik dengan {partner.country}."
        elif partner.country.diplomatic == Country.Relations.UNKNOWN and not _relations_confirmed(proposal):
            yield f"Hubungan diplomatik dengan {partner.country} belum diketahui. Catat jawaban Menteri Luar Negeri."


def _relations_confirmed(proposal: Any) -> bool:
    row = reviews.answered_exchange(proposal, "FOREIGN_MINISTER", "RELATIONS")
    return row is not None and row.reply == "PROCEED"


@guard(basis=f"{PP28} 23 ayat (2), 27 ayat (1) dan (2); {PM25} 4 dan 5 ayat (1)", on=(Trait.FOREIGN,))
def meets_conditions(proposal: Any) -> Iterator[str]:
    """An object of the five classes within our own urusan, no office abroad, no interference, within the plans."""
    study = _study(proposal)
    if study is None or not study.object_class:
        yield "Golongan objek belum dipilih."
        return
    if study.object_class == "SCIENCE" and not study.transfer.strip():
        yield "Alih pengetahuan kepada sumber daya manusia Indonesia belum diuraikan."
    if study.object_class == "OTHER" and not study.object_note.strip():
        yield "Objek lain belum diuraikan."
    if not study.no_office_abroad:
        yield "Pernyataan belum dibuat: tidak membuka kantor perwakilan di luar negeri."
    if not study.no_interference:
        yield "Pernyataan belum dibuat: mitra tidak mencampuri urusan dalam negeri."


@guard(basis=f"{PM25} 5 ayat (1) huruf e", on=(Trait.FOREIGN,))
def fits_plans(proposal: Any) -> Iterator[str]:
    """In the plans, without exception: abroad knows none."""
    if proposal.plan_standing not in {"LISTED", "IN_PLAN"}:
        yield "Objek belum dinyatakan sesuai dengan kebijakan dan rencana pembangunan nasional dan daerah. Kerja sama luar negeri tidak mengenal pengecualian."
    elif not proposal.plan_reference.strip():
        yield "Rujukan perencanaan belum disebut."


@guard(basis=f"{PP28} 27 ayat (3); {PM25} 5 ayat (3)", on=(Trait.EQUAL,))
def is_equal(proposal: Any) -> Iterator[str]:
    """Equal status and/or territory, complementary, people to people; another level than ours must be argued."""
    study = _study(proposal)
    if study is None or not (study.equal_status or study.equal_territory):
        yield "Kesetaraan status administrasi dan/atau kesetaraan wilayah belum dinyatakan."
    for name, label in (("complementary", "saling melengkapi"), ("people", "peningkatan hubungan antarmasyarakat")):
        if not _written(study, name):
            yield f"Uraian belum diisi: {label}."
    if levels_differ(proposal) and not _written(study, "equality"):
        yield "Mitra tidak setingkat dengan daerah kita. Uraikan kesetaraannya agar dapat dinilai TKKSD."


def levels_differ(proposal: Any) -> bool:
    """Whether a partner is of another level than our region, as far as it is recorded."""
    ours = "PROVINCE" if Government.current().level == RegionLevel.PROVINCE else "LOCAL"
    return any(partner.foreign_level not in {"", ours} for partner in proposal.counterparts)


@guard(basis=f"{PP28} 30 ayat (3); {PM25} 15", on=(Trait.FOREIGN,))
def has_seven_parts(proposal: Any) -> Iterator[str]:
    """The seven parts of the rencana kerja sama, and a term the law allows."""
    plan = getattr(proposal, "cooperation_plan", None)
    for name, label in PLAN_LABELS:
        if not _written(plan, name):
            yield f"Rencana kerja sama: bagian {label} belum diisi."
    if not proposal.term_years:
        yield "Lama kerja sama dalam tahun belum diisi."
    elif proposal.term_years > MOST_YEARS:
        yield f"Jangka waktu paling lama {MOST_YEARS} tahun ({PM25} 32)."


@guard("Pernyataan kehendak (LoI) tidak sedang berlaku.", basis=f"{PM25} 14 dan 15", on=(Trait.INTENT,))
def intent_in_force(proposal: Any) -> bool:
    return intent_holds(proposal)


@guard("Pernyataan kehendak (LoI) masih berlaku.", hides=True)
def intent_has_lapsed(proposal: Any) -> bool:
    return not intent_holds(proposal)


def intent_holds(proposal: Any) -> bool:
    """Whether an LoI of the case is in force today."""
    found = proposal.agreements.filter(instrument="LOI", stage="IN_FORCE")
    return found.filter(ends_on__gte=clock.today()).exists()


@guard(basis=f"{PM25} 14; {PP28} 28 ayat (4)", on=(Trait.INTENT,))
def both_consulted(proposal: Any) -> Iterator[str]:
    """The Menteri has answered in writing, and the Menlu was consulted."""
    yield from consultation_lacks(proposal)


def consultation_lacks(proposal: Any) -> Iterator[str]:
    """Which of the two consultations before the LoI is still missing, in sentences."""
    if reviews.answered_exchange(proposal, "MINISTER", "INTENT") is None:
        yield "Tanggapan tertulis Menteri Dalam Negeri atas rencana LoI belum dicatat."
    if reviews.answered_exchange(proposal, "FOREIGN_MINISTER", "INTENT") is None:
        yield "Konsultasi dengan Menteri Luar Negeri atas rencana LoI belum dicatat."


@guard("Tanggapan Menteri sudah dicatat.", hides=True)
def awaits_minister_on_intent(proposal: Any) -> bool:
    return reviews.open_exchange(proposal, "MINISTER", "INTENT") is not None


@guard("Konsultasi dengan Menteri Luar Negeri sudah dicatat.", hides=True)
def awaits_menlu_on_intent(proposal: Any) -> bool:
    return reviews.answered_exchange(proposal, "FOREIGN_MINISTER", "INTENT") is None


@guard("Hubungan diplomatik dengan negara mitra tidak perlu dikonfirmasi.", hides=True)
def relations_unknown(proposal: Any) -> bool:
    return any(p.country and p.country.diplomatic == Country.Relations.UNKNOWN for p in proposal.counterparts)


@guard("Gubernur sudah mencatat penerimaan surat.", hides=True)
def awaits_governor_receipt(proposal: Any) -> bool:
    row = reviews.open_exchange(proposal, "GOVERNOR", "PLAN")
    return row is not None and row.received_on is None


@guard("Penerimaan surat oleh Gubernur belum dicatat.")
def governor_has_received(proposal: Any) -> bool:
    row = reviews.open_exchange(proposal, "GOVERNOR", "PLAN")
    return row is not None and row.received_on is not None


@guard("Lima hari kerja Gubernur belum lewat.", basis=f"{PM25} 18")
def governor_is_overdue(proposal: Any) -> bool:
    row = reviews.open_exchange(proposal, "GOVERNOR", "PLAN")
    return row is not None and row.due_on is not None and clock.today() > row.due_on


@guard(basis=f"{PP28} 36 ayat (1); {PM25} 28", on=(Trait.FORWARDED,))
def has_parent(proposal: Any) -> Iterator[str]:
    """The cooperation of the centre that is passed on is named and runs."""
    row = getattr(proposal, "forwarding", None)
    if row is None or row.ministry is None or not row.number.strip() or row.dated is None or row.ends_on is None:
        yield "Kerja sama induk Pemerintah Pusat belum lengkap: kementerian/lembaga, nomor, tanggal, dan akhirnya."
    elif row.ends_on < clock.today():
        yield f"Kerja sama induk sudah berakhir pada {date_long(row.ends_on)}."


@guard(basis=f"{PM25} 29", on=(Trait.TECHNICAL,))
def has_kak(proposal: Any) -> Iterator[str]:
    """The terms of reference go with a technical proposal."""
    for lack in has_terms_of_reference.lacks(proposal, None):
        yield lack.sentence


@guard(basis=f"{PM25} 29", on=(Trait.TECHNICAL,))
def has_technical_papers(proposal: Any) -> Iterator[str]:
    """Mapping, the partner's willingness, and a study where it is technical and burdens or uses regional assets."""
    row, mapping = getattr(proposal, "forwarding", None), getattr(proposal, "mapping", None)
    for name in MAPPING_PARTS:
        if not _written(mapping, name):
            yield f"Pemetaan: bagian {MAPPING_LABELS[name]} belum diisi."
    if row is None or row.willingness_id is None:
        yield "Surat kesediaan mitra belum diunggah."
    heavy = proposal.burdens_region or proposal.uses_assets
    if row is not None and row.technical and heavy and row.study_id is None:
        yield "Studi kelayakan belum diunggah; wajib karena bersifat teknis dan membebani atau memakai aset daerah."


@guard(basis=f"{PM25} 30; PP 59/2016 Pasal 7 dan 16", on=(Trait.PERMITTED,))
def permits_are_valid(proposal: Any) -> Iterator[str]:
    """Both permits of the foreign nonprofit are valid today."""
    yield from permit_lacks(proposal, clock.today())


def permit_lacks(proposal: Any, day: Any) -> Iterator[str]:
    """Which permit of a partner does not hold on a day, in sentences."""
    for partner in proposal.counterparts:
        held = set(
            partner.permits.filter(valid_from__lte=day, valid_to__gte=day).values_list("kind", flat=True).distinct()
        )
        for kind in Permit.Kind:
            if kind not in held:
                yield f"{kind.label} {partner.name} tidak ada atau tidak berlaku pada {date_long(day)}."


@guard("Rencana tidak sedang diperbaiki.", hides=True)
def plan_in_repair(proposal: Any) -> bool:
    return proposal.plan_in_repair


@guard("Rencana sedang diperbaiki atas permintaan Menteri.", hides=True)
def plan_not_in_repair(proposal: Any) -> bool:
    return not proposal.plan_in_repair


@guard("Kajian penjajakan masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def study_is_printed(proposal: Any) -> bool:
    return not documents.in_making(proposal, "STUDY")
