"""What acts around a surat kuasa and the results of a naskah leave; who may sign for our side."""

from typing import Any

from agreements.models import CooperationResult, PowerOfAttorney
from agreements.originals import shared
from agreements.stages import Instrument, Trait
from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.core import parameters, text
from kerjasama.core.errors import BadInput
from kerjasama.documents import papers, services
from kerjasama.documents import selectors as documents
from kerjasama.documents.copies import corrected_paper, follow
from kerjasama.documents.signers import capacity_of, signer_of
from kerjasama.workflow.services import numbered

ONLY_LEADER = (
    "Kesepakatan Bersama hanya ditandatangani kepala daerah, atau wakilnya bila sedang menjalankan tugasnya; kuasa hanya dikenal untuk "
    "Perjanjian Kerja Sama (PP 28/2018 Pasal 2 dan Pasal 13; UU 23/2014 Pasal 65 ayat (4))."
)  # fmt: skip
NEEDS_POWER = (
    "Selain kepala daerah, Perjanjian Kerja Sama hanya ditandatangani pejabat perangkat daerah dengan surat kuasa. Catat surat kuasanya lebih "
    "dahulu (PP 28/2018 Pasal 2 ayat (2), Pasal 13 ayat (2))."
)  # fmt: skip
OTHER_GRANTEE = (
    "Surat kuasa Nomor {number} diberikan kepada {name}, {title}. Isi penandatangan sesuai dengan surat kuasa itu."
)
TOO_LATE = "Surat kuasa Nomor {number} bertanggal {dated}, sesudah tanggal penandatanganan."
ACTING = ("plt.", "plh.", "pj.", "pjs.")


def check_signatory(agreement: Any, act: Any) -> None:
    """For our side signs the Kepala Daerah; a PKS also the holder of a surat kuasa dated no later than the signing."""
    ours = agreement.parties.filter(partner__isnull=True).first()
    if ours is None:
        return
    slot, power = act.data["slots"][ours.order], agreement.power
    field = f"title_{ours.order}"
    agreement.by_power = bool(power) and agreement.rank == Instrument.PKS and _same(slot["title"], power.grantee_title)
    if agreement.by_power and power is not None:
        _check_power(power, slot, act, ours.order)
    elif not _is_leader(slot["title"]):
        told = NEEDS_POWER if agreement.rank == Instrument.PKS else ONLY_LEADER
        if power is not None:
            told = OTHER_GRANTEE.format(number=power.number, name=power.grantee_name, title=power.grantee_title)
        raise BadInput("Penandatangan salah.", errors={field: [told]})


def _check_power(power: PowerOfAttorney, slot: dict[str, str], act: Any, order: int) -> None:
    if not _same(slot["name"], power.grantee_name):
        told = OTHER_GRANTEE.format(number=power.number, name=power.grantee_name, title=power.grantee_title)
        raise BadInput("Penandatangan salah.", errors={f"name_{order}": [told]})
    if power.dated > act.data["planned_on"]:
        told = TOO_LATE.format(number=power.number, dated=text.date_long(power.dated))
        raise BadInput("Surat kuasa terlambat.", errors={"planned_on": [told]})


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _is_leader(title: str) -> bool:
    """Whether a title is that of the head of region, or of the deputy while he acts for him (UU 23/2014 art. 65(4), 66)."""
    words = title.strip().casefold()
    for mark in ACTING:
        words = words.removeprefix(mark).strip()
    government = Government.current()
    if words.startswith(government.deputy_title.casefold()):
        return capacity_of(Office.KDH) != Capacity.DEFINITIVE
    return words.startswith(government.head_title.casefold())


def check_originals(agreement: Any, act: Any) -> None:
    """Each party keeps one original; abroad one of each language."""
    wanted = shared(agreement)
    per = "para pihak kali bahasa" if Trait.BILINGUAL in agreement.route.traits else "para pihak"
    if act.data["originals"] < wanted:
        raise BadInput(
            "Naskah asli kurang.", errors={"originals": [f"Naskah asli paling sedikit {wanted}, sebanyak {per}."]}
        )


def check_stamps(agreement: Any, act: Any) -> None:
    """Each original owes its own stamp duty (UU 10/2020 art. 3, 5)."""
    owed = agreement.rank == Instrument.PKS or parameters.value("duty_stamp_on_kb")
    owed = owed and Trait.UNSTAMPED not in agreement.route.traits
    stamps = act.data.get("stamps", agreement.originals if act.data.get("stamp_duty") else 0)
    if owed and stamps < agreement.originals:
        raise BadInput(
            "Meterai kurang.",
            errors={"stamps": [f"Setiap naskah asli dibubuhi meterai: perlu {agreement.originals}, baru {stamps} (UU 10/2020 Pasal 3 dan 5)."]},
        )  # fmt: skip
    act.record["stamps"] = stamps


def check_power_date(agreement: Any, act: Any) -> None:
    """On the day of signing the surat kuasa is there already."""
    power = agreement.power
    ours = agreement.parties.get(partner__isnull=True)
    if power is None or power.dated > act.data.get("signed", {}).get(ours.order, act.occurred_on):
        raise BadInput(
            "Surat kuasa terlambat.", errors={"occurred_on": ["Surat kuasa bertanggal sesudah hari penandatanganan."]}
        )


@numbered("SURAT")
def issue_power(agreement: Any, act: Any) -> None:
    """The surat kuasa for the signature of the Kepala Daerah, numbered; an earlier one gives way."""
    leader = signer_of(Office.KDH)
    context = papers.power_of_attorney(
        title=agreement.title, instrument=agreement.instrument, grantee_name=act.data["grantee_name"],
        grantee_title=act.data["grantee_title"], partner_names=agreement.proposal.partner_names, signer=leader,
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    before = documents.latest(agreement, "POWER")
    document = services.issue(
        agreement, "POWER", template="surat_kuasa", context=context, by=act.by, title="Surat Kuasa", dated=act.occurred_on,
        series="SURAT", unit_code=Government.current().unit_code, numbers=act.data.get("numbers"),
    )  # fmt: skip
    if before is not None:
        services.supersede(before, document, by=act.by)
    act.record.setdefault("documents", []).append(document.pk)


def keep_power(agreement: Any, act: Any) -> None:
    """The signed surat kuasa; it must name this very PKS."""
    facts = act.data
    if not _same(facts["about"], agreement.title):
        raise BadInput(
            "Surat kuasa tidak menyebut naskah ini.",
            errors={"about": [f"Surat kuasa harus menyebut perjanjian ini: {agreement.title}."]},
        )
    document = services.attach_upload(
        agreement, "POWER_SIGNED", "Surat Kuasa bertanda tangan", facts["file"], by=act.by, number=facts["number"], dated=facts["dated"]
    )  # fmt: skip
    row = PowerOfAttorney(
        agreement=agreement, number=facts["number"].strip(), dated=facts["dated"], grantee_name=facts["grantee_name"].strip(),
        grantee_title=facts["grantee_title"].strip(), about=facts["about"].strip(), document_id=document.pk,
    )  # fmt: skip
    row._history_user = act.by
    row.save()
    act.record.setdefault("documents", []).append(document.pk)


def keep_result(agreement: Any, act: Any) -> None:
    """The result, booked where the law wants it."""
    facts = act.data
    document = None
    if facts.get("file"):
        document = services.attach_upload(
            agreement, "RESULT", "Bukti Hasil Kerja Sama", facts["file"], by=act.by, dated=act.occurred_on
        )
        act.record.setdefault("documents", []).append(document.pk)
    row = CooperationResult(
        agreement=agreement, kind=facts["kind"], received_on=act.occurred_on, description=facts["description"], amount=facts["amount"],
        deposit_number=facts.get("deposit_number", ""), account=facts.get("account", ""), asset_number=facts.get("asset_number", ""),
        grant_reference=facts.get("grant_reference", "").strip(),
        document_id=document.pk if document else None,
    )  # fmt: skip
    row._history_user = act.by
    row.save()


def power_follows_correction(agreement: Any, act: Any) -> None:
    """The surat kuasa on record bears the number and the date of its corrected paper."""
    found = corrected_paper(act)
    if found is not None:
        row, paper = found
        held = PowerOfAttorney.objects.filter(agreement=agreement, document_id=row.target_id)
        follow(held, row, act, number=paper.number, dated=paper.dated, document_id=paper.pk)


POWER = {
    "draft_power": (issue_power,),
    "record_power": (keep_power,),
    "record_result": (keep_result,),
}
