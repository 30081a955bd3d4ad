"""The figures and lists of Beranda, each from a selector in a bounded number of queries."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import reminders
from kerjasama.desk.buttons import reminder_url
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.statute import ShortStage
from monitoring.models import Report
from monitoring.stages import Stage as ReportStage
from proposals import selectors as proposals
from proposals.models import CaseStanding, Proposal

WAITS, ENDING, SOON_DAYS, YEARS = 5, 5, 90, 5
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
    """Four figures, each a link to its list."""
    today = clock.today()
    seen = Agreement.visible_to(user).select_related(None).filter(stage=NaskahStage.IN_FORCE)
    this_year = seen.filter(signed_on__year=today.year).count()
    running = _running(user)
    late = running.filter(standing__due_on__lt=today).count()
    soon = seen.filter(ends_on__lte=today + timedelta(days=SOON_DAYS)).count()
    owed = Report.visible_to(user).select_related(None).filter(stage=ReportStage.OPEN)
    overdue = owed.filter(due_on__lt=today).count()
    return [
        {"label": "Kerja sama berlaku", "value": seen.count(), "small": f"+{this_year} tahun ini", "tone": "up", "url": reverse("agreements:register")},
        {"label": "Usulan berjalan", "value": running.count(), "small": f"{late} lewat tenggat" if late else "tidak ada yang terlambat",
         "tone": "bad" if late else "", "url": f"{reverse('proposals:list')}{'?keadaan=lewat' if late else ''}"},
        {"label": "Berakhir dalam 3 bulan", "value": soon, "small": "", "tone": "", "url": f"{reverse('agreements:register')}?keadaan=segera"},
        {"label": "Laporan monev belum masuk", "value": owed.count(), "small": f"{overdue} lewat tenggat" if overdue else "",
         "tone": "bad" if overdue else "", "url": reverse("monitoring:list")},
    ]  # fmt: skip


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
    """Naskah signed in each of the last five years, by kind, for the columns of Beranda; one query."""
    this_year = clock.today().year
    seen = Agreement.visible_to(user).select_related(None).order_by().filter(signed_on__year__gt=this_year - YEARS)
    counts: dict[int, dict[str, int]] = {year: {} for year in range(this_year - YEARS + 1, this_year + 1)}
    for year, kind, n in seen.values_list("signed_on__year", "proposal__kind").annotate(n=Count("pk", distinct=True)):
        counts[year][kind] = n
    totals = [f"{year}: {sum(kinds.values())}" for year, kinds in counts.items()]
    return {
        "signed_rows": [{"name": str(year), "values": kinds} for year, kinds in counts.items()],
        "signed_line": f"Naskah ditandatangani per tahun. {', '.join(totals)}.",
        "signed_any": any(counts.values()),
    }


def ending_soon(user: User) -> list[dict[str, Any]]:
    """The naskah in force that end first, each with how much of its term has passed."""
    seen = Agreement.visible_to(user).filter(stage=NaskahStage.IN_FORCE).prefetch_related("parties")
    return [_ending(agreement) for agreement in seen.order_by("ends_on", "pk")[:ENDING]]


def _ending(agreement: Agreement) -> dict[str, Any]:
    today = clock.today()
    term = (agreement.ends_on - agreement.starts_on).days or 1
    return {
        "agreement": agreement,
        "with": ", ".join(party.name for party in agreement.parties.all() if party.partner_id),
        "percent": (today - agreement.starts_on).days * 100 // term,
        "soon": agreement.ends_on <= today + timedelta(days=SOON_DAYS),
    }
