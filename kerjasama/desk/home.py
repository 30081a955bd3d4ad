"""The figures and lists of Beranda, each from a selector in a bounded number of queries."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from agreements.models import Agreement, RegisterEntry
from agreements.register_columns import SOON
from agreements.register_filter import Wanted, narrowed, seen
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import reminders
from kerjasama.desk.buttons import reminder_url
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.statute import ShortStage
from monitoring import selectors as monev
from proposals import selectors as proposals
from proposals.models import CaseStanding, Proposal

WAITS, ENDING, YEARS = 5, 5, 5
#: The tab of the list of reports that nobody has sent, and the kind of a naskah of which nobody knows it.
OWED, UNNAMED = "belum-masuk", "Lain"
HONORIFICS = {"dr.", "ir.", "drs.", "h.", "hj.", "r.", "prof."}


def greeting() -> str:
    """Selamat pagi, siang, sore or malam, by the region's clock."""
    hour = clock.now().astimezone(clock.zone()).hour
    return "Selamat " + ("pagi" if 4 <= hour < 11 else "siang" if hour < 15 else "sore" if hour < 18 else "malam")


def first_name(full_name: str) -> str:
    """The name to greet by, without degrees and honorifics."""
    parts = [part for part in full_name.split() if part.lower() not in HONORIFICS]
    return parts[0] if parts else full_name


def late_line(late: int) -> str:
    """How many of the tasks are late, as the end of a sentence; empty when none is."""
    return f", {text.terbilang(late)} di antaranya melewati tenggat" if late else ""


def _running(user: User) -> QuerySet[Proposal]:
    return Proposal.visible_to(user).filter(standing__state=CaseStanding.State.RUNNING)


def figures(user: User) -> list[dict[str, Any]]:
    """Four figures, each the number of rows of the list behind it; what stands beside it has a list of its own."""
    today = clock.today()
    held, this_year = _counted(_listed(user, "berlaku", today), Q(signed_on__year=today.year))
    running, late = _counted(_running(user), Q(standing__due_on__lt=today))
    owed, overdue = _counted(monev.listed(user, monev.Wanted(state=OWED)), Q(due_on__lt=today))
    register, cases, reports = reverse("agreements:register"), reverse("proposals:list"), reverse("monitoring:list")
    new_year = date(today.year, 1, 1)
    return [
        {"label": "Kerja sama berlaku", "value": held, "small": f"+{this_year} tahun ini", "tone": "up", "url": f"{register}?keadaan=berlaku",
         "small_count": this_year, "small_url": f"{register}?keadaan=berlaku&dari={new_year.isoformat()}"},
        {"label": "Usulan berjalan", "value": running, "small": f"{late} lewat tenggat" if late else "tidak ada yang terlambat",
         "tone": "bad" if late else "", "url": f"{cases}?keadaan=berjalan", "small_count": late, "small_url": f"{cases}?keadaan=lewat" if late else ""},
        {"label": f"Berakhir dalam {SOON.days // 30} bulan", "value": _listed(user, "segera", today).count(), "small": "", "tone": "",
         "url": f"{register}?keadaan=segera"},
        {"label": "Laporan monev belum masuk", "value": owed, "small": f"{overdue} lewat tenggat" if overdue else "",
         "tone": "bad" if overdue else "", "url": f"{reports}?keadaan={OWED}", "small_count": overdue,
         "small_url": f"{reports}?keadaan=lewat" if overdue else ""},
    ]  # fmt: skip


def _counted(rows: QuerySet[Any], among: Q) -> tuple[int, int]:
    """How many rows there are, and how many of them are of some sort; one query."""
    counts = rows.order_by().aggregate(whole=Count("pk"), part=Count("pk", filter=among))
    return counts["whole"], counts["part"]


def _listed(user: User, state: str, today: date) -> QuerySet[RegisterEntry]:
    """The rows of the register under one of its tabs: counted here as they are listed there."""
    return narrowed(seen(user, today), Wanted(state=state), today).order_by()


def waits(user: User) -> list[dict[str, Any]]:
    """Running cases that wait for somebody else, longest first."""
    mine = [seat.office for seat in seats(user)]
    others = _running(user).exclude(standing__office__in=[*mine, ""]).select_related("standing__unit", "lead_unit")
    found = list(others.order_by("standing__since", "pk")[:WAITS])
    subjects = _in_turn(found)
    reminded = reminders.last_reminders(subjects.values())
    calendar = WorkCalendar.load()
    return [_wait(proposal, subjects[proposal.pk], user, reminded, calendar) for proposal in found]


def _in_turn(cases: list[Proposal]) -> dict[int, StagedModel]:
    """What waits in each case: the case itself, or the newest of its naskah that has a turn; one query."""
    found: dict[int, StagedModel] = {case.pk: case for case in cases}
    moved_on = [case.pk for case in cases if not case.turn_office]
    for agreement in Agreement.objects.filter(proposal__in=moved_on).exclude(turn_office="").order_by("pk"):
        found[agreement.proposal_id] = agreement
    return found


def _wait(
    proposal: Proposal, subject: StagedModel, user: User, reminded: dict[StagedModel, Any], calendar: WorkCalendar
) -> dict[str, Any]:
    standing = proposal.standing
    days = calendar.between(standing.since, clock.today())
    return {
        "name": standing.unit.name if standing.unit else Office(standing.office).label,
        "what": standing.label,
        "subject": proposal.title,
        "url": proposal.get_absolute_url(),
        "since_label": f"{days} hari kerja" if days else "sejak hari ini",
        "remind_url": reminder_url(subject) if reminders.may_remind(subject, user) else "",
        "reminded": "Sudah diingatkan" if subject in reminded else "",
    }


def stages(user: User) -> dict[str, Any]:
    """How many running cases stand at each of the seven short stages, and the highest of these numbers."""
    counts = proposals.by_short_stage(user)
    rows = [{"label": label, "count": counts.get(value, 0)} for value, label in ShortStage.choices]
    return {"stage_rows": rows, "stage_top": max(row["count"] for row in rows) or 1}


def signed_by_year(user: User) -> dict[str, Any]:
    """Naskah of the register signed in each of the last five years, by kind, for the columns of Beranda; one query."""
    today = clock.today()
    recent = _listed(user, "semua", today).filter(signed_on__year__gt=today.year - YEARS)
    counts: dict[int, dict[str, int]] = {year: {} for year in range(today.year - YEARS + 1, today.year + 1)}
    for year, kind, n in recent.values_list("signed_on__year", "kind").annotate(n=Count("pk", distinct=True)):
        counts[year][kind or UNNAMED] = n
    totals = [f"{year}: {sum(kinds.values())}" for year, kinds in counts.items()]
    return {
        "signed_rows": [{"name": str(year), "values": kinds} for year, kinds in counts.items()],
        "signed_line": f"Naskah ditandatangani per tahun. {', '.join(totals)}.",
        "signed_labels": {UNNAMED: "Jenis belum diketahui"},
        "signed_any": any(counts.values()),
    }


def ending_soon(user: User) -> list[dict[str, Any]]:
    """The naskah in force that end first, as the register lists them, each with how much of its term has passed."""
    today = clock.today()
    found = _listed(user, "berlaku", today).filter(ends_on__isnull=False).select_related("proposal")
    return [_ending(entry, today) for entry in found.order_by("ends_key", "pk")[:ENDING]]


def _ending(entry: RegisterEntry, today: date) -> dict[str, Any]:
    begun = entry.starts_on or entry.signed_on
    term = (entry.ends_on - begun).days or 1 if begun else 0
    return {
        "entry": entry,
        "form": entry.get_instrument_display() or "Naskah lama",
        "with": ", ".join(party["name"] for party in entry.parties if not party["ours"]),
        "percent": max(0, (today - begun).days * 100 // term) if begun else None,
        "soon": entry.ends_on <= today + SOON,
    }
