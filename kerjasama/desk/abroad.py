"""What the page of a case abroad shows besides: letters with the government, the plan, permits, years without a report."""

from collections.abc import Iterable
from typing import Any

from agreements.models import Agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock
from kerjasama.core.text import date_long, date_short
from kerjasama.notifications.services import tell
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Exchange
from monitoring.selectors import unreported_years
from proposals import guards
from proposals.effects.news import concerned
from proposals.guards.foreign import PLAN_LABELS, levels_differ, permit_lacks
from proposals.models import Proposal
from proposals.permits import endings
from proposals.routes.traits import Trait

Rows = list[dict[str, Any]]
WRITTEN = (("background", "Latar belakang"), ("aims", "Maksud dan tujuan"), ("benefits", "Manfaat"))
STUDY = (
    ("object_class", "Golongan objek"), ("transfer", "Alih pengetahuan"), ("conclusion", "Kesimpulan kajian"), ("equality", "Kesetaraan"),
    ("complementary", "Saling melengkapi"), ("people", "Hubungan antarmasyarakat"),
)  # fmt: skip
SUSPENDED = "Kegiatan tidak dapat dilaporkan sebagai dilaksanakan sampai izin diperbarui."
WITHHELD = "Menteri menahan persetujuan atas rencana berikutnya sebelum laporannya ada (Permendagri 25/2020 Pasal 38)."
ARGUED = "Kesetaraan status dan/atau wilayah diuraikan dalam kajian dan dinilai TKKSD (PP 28/2018 Pasal 27 ayat (3))."


def context(proposal: Proposal, agreements: list[Agreement]) -> dict[str, Any]:
    """The cards of a case abroad; nothing of it for one at home."""
    if Trait.FOREIGN not in proposal.route.traits:
        return {}
    return {
        "exchanges": exchanges([proposal, *agreements]),
        "warnings": warnings(proposal),
        "permits": permits(proposal),
        "terms_title": "Kajian dan rencana kerja sama",
    }


def exchanges(subjects: Iterable[Any]) -> Rows:
    """Letters and answers, oldest first, as names and values."""
    found = [row for subject in subjects for row in reviews.exchanges(subject)]
    return [
        {"name": f"{row.get_purpose_display()}, {row.get_authority_display()}", "value": _told(row)}
        for row in sorted(found, key=lambda row: row.pk)
    ]


def _told(row: Exchange) -> str:
    parts = [f"Surat kita Nomor {row.our_number}, {date_short(row.our_date)}" if row.our_date else ""]
    parts.append(f"diterima {date_short(row.received_on)}" if row.received_on else "")
    if row.is_open:
        parts.append(f"ditunggu sampai {date_short(row.due_on)}" if row.due_on else "menunggu jawaban")
    else:
        number = f" Nomor {row.answer_number}," if row.answer_number else ""
        parts.append(f"{row.get_reply_display().lower()},{number} {date_short(row.answered_on)}")
        parts.append(row.summary.splitlines()[0] if row.summary else "")
    words = "; ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}."


def permits(proposal: Proposal) -> Rows:
    """The permits of the partner, with the days between which each holds."""
    if Trait.PERMITTED not in proposal.route.traits:
        return []
    return [
        {"name": str(permit), "value": f"{date_short(permit.valid_from)} sampai {date_short(permit.valid_to)}, {permit.issuer}"}
        for partner in proposal.counterparts
        for permit in partner.permits.all()
    ]  # fmt: skip


def warnings(proposal: Proposal) -> list[dict[str, str]]:
    """What everyone on this case should know: suspended for a permit, a year without a report, another level than ours."""
    traits, found = proposal.route.traits, []
    if Trait.PERMITTED in traits and proposal.standing.state == "IN_FORCE":
        lapsed = " ".join(permit_lacks(proposal, clock.today()))
        if lapsed:
            found.append(_warning("Ditangguhkan: izin", f"{lapsed} {SUSPENDED}", "bad", "ban"))
    if proposal.first_signed_on:
        return found
    owed = unreported_years(clock.today())
    if owed:
        named = "; ".join(
            f"{agreement.title} ({agreement.proposal.code}), tahun {year}" for agreement, year in owed[:3]
        )
        found.append(_warning("Laporan tahunan kerja sama luar negeri belum disampaikan", f"{named}. {WITHHELD}"))
    if Trait.EQUAL in traits and levels_differ(proposal):
        found.append(_warning("Mitra tidak setingkat", ARGUED))
    return found


def _warning(title: str, text: str, tone: str = "warn", icon: str = "alert") -> dict[str, str]:
    return {"tone": tone, "icon": icon, "title": title, "text": text}


def terms(proposal: Proposal) -> Rows:
    """The study and the plan, as far as they are written; nothing for a case at home."""
    if Trait.FOREIGN not in proposal.route.traits:
        return []
    study, plan = getattr(proposal, "exploration", None), getattr(proposal, "cooperation_plan", None)
    rows = [(label, str(getattr(proposal, name))) for name, label in WRITTEN]
    rows += [(label, _value(study, name)) for name, label in STUDY]
    rows += [(f"Rencana: {label}", _value(plan, name)) for name, label in PLAN_LABELS]
    return [{"name": name, "value": value} for name, value in rows if value]


def _value(row: Any, name: str) -> str:
    if row is None:
        return ""
    shown = getattr(row, f"get_{name}_display", None)
    return str(shown() if shown else getattr(row, name))


def conditions(proposal: Proposal) -> list[tuple[bool, str, str]]:
    """What the government must have answered before the naskah, as (held, sentence, what is lacking)."""
    traits, found = proposal.route.traits, []
    if Trait.INTENT in traits:
        lacks = " ".join(lack.sentence for lack in guards.both_consulted.lacks(proposal, None))
        found.append((not lacks, "Konsultasi LoI dengan Mendagri dan Menlu", lacks))
        signed = proposal.agreements.filter(instrument="LOI", signed_on__isnull=False).exists()
        found.append((signed, "Pernyataan kehendak ditandatangani", "LoI belum ditandatangani"))
    if Trait.PERMITTED in traits:
        lacks = " ".join(permit_lacks(proposal, clock.today()))
        found.append((not lacks, "Izin prinsip dan izin operasional berlaku", lacks))
    answer = reviews.answered_exchange(proposal, "MINISTER", "PLAN")
    found.append((bool(answer and answer.reply == "PROCEED"), "Pertimbangan Menteri atas rencana", "belum ada pertimbangan untuk menyusun naskah"))  # fmt: skip
    return found


def alarm_permits() -> int:
    """Tell those concerned of permits that run out at 180, 90 and 30 days, each once; how many people were told."""
    told = 0
    for ending in endings(clock.today()):
        if ending.alarm is None:
            continue
        permit, proposal = ending.permit, ending.proposal
        when = (
            f"berakhir {date_long(permit.valid_to)}"
            if ending.days >= 0
            else f"sudah berakhir sejak {date_long(permit.valid_to)}"
        )
        rows = tell(
            [*concerned(proposal), *people_in(Office.BAGIAN)], key=f"permit:{permit.pk}:{ending.alarm}:{proposal.pk}",
            title=f"{permit.get_kind_display()} {permit.partner.name} {when}",
            body=f"{proposal.code} {proposal.title}\nPerpanjangan diajukan paling lambat tiga bulan sebelum izin berakhir (PP 59/2016).",
            url=proposal.get_absolute_url(),
        )  # fmt: skip
        told += len(rows)
    return told
