"""What may be read of monev: lists, and the periods still without a report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from agreements.models import Agreement, AgreementParty
from agreements.stages import Stage as AgreementStage
from agreements.stages import Trait
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.parties.models import Partner
from monitoring.models import Finding, Report
from monitoring.schedule import Period, rule_of, unreported
from monitoring.stages import FindingState, Stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the list, as they stand in the URL."""

    q: str = ""
    state: str = "berjalan"
    year: int | None = None
    unit: int | None = None
    light: str = ""
    sort: str = "tenggat"


SORTS = {"tenggat": (F("due_on").asc(nulls_last=True), "id"), "terbaru": ("-year", "-half", "-id")}


def listed(user: User, wanted: Wanted) -> QuerySet[Report]:
    """The reports a person may see that match, in the order asked for."""
    found = Report.visible_to(user).select_related("evaluation", "turn_unit")
    if wanted.state == "berjalan":
        found = found.exclude(stage=Stage.CLOSED)
    elif wanted.state == "belum-masuk":
        found = found.filter(stage=Stage.OPEN)
    elif wanted.state == "lewat":
        found = found.filter(stage=Stage.OPEN, due_on__lt=clock.today())
    elif wanted.state == "selesai":
        found = found.filter(stage=Stage.CLOSED)
    if wanted.year:
        found = found.filter(year=wanted.year)
    if wanted.unit:
        found = found.filter(agreement__executing_unit=wanted.unit)
    if wanted.light:
        found = found.filter(evaluation__light=wanted.light, stage=Stage.CLOSED)
    for word in wanted.q.split()[:8]:
        named = AgreementParty.objects.filter(Q(name__icontains=word) | Q(number__icontains=word)).values("agreement")
        found = found.filter(
            Q(agreement__title__icontains=word) | Q(agreement__proposal__code__icontains=word) | Q(agreement__in=named)
        )
    return found.order_by(*SORTS.get(wanted.sort, SORTS["tenggat"]))


def open_findings(report: Report) -> list[Finding]:
    """The findings of earlier periods on the same naskah that are not put right yet."""
    found = Finding.objects.filter(
        evaluation__report__agreement=report.agreement_id, evaluation__report__ends_on__lt=report.ends_on, evaluation__report__stage=Stage.CLOSED,
        withdrawn=False,
    )  # fmt: skip
    return list(found.exclude(state=FindingState.DONE).select_related("unit").order_by("due_on", "pk"))


def awaited_from(partner: Partner) -> QuerySet[Report]:
    """The open reports on naskah of a partner on which it has not told anything itself."""
    theirs = AgreementParty.objects.filter(partner=partner)
    found = Report.objects.filter(stage__in=[Stage.OPEN, Stage.SUBMITTED], agreement__parties__in=theirs)
    return (
        found.exclude(partner_reports__party__in=theirs)
        .select_related("agreement__proposal")
        .order_by("due_on", "pk")
        .distinct()
    )


def missing_periods(agreement: Agreement, today: date) -> list[Period]:
    """The periods of a naskah that are over and that no report covers yet."""
    reports = agreement.reports.all()
    ended = (
        p
        for p in rule_of(agreement).periods_between(reports_from(agreement), min(today, agreement.ended_on or today))
        if p.ends_on < today
    )
    return [part for period in ended for part in unreported(period, reports) if runs_in(agreement, part)]


def reports_from(agreement: Agreement) -> date:
    """Since when a naskah reports here: what lay before it came in from paper was reported on paper."""
    return max(agreement.starts_on, agreement.from_paper_on or agreement.starts_on)


def runs_in(agreement: Agreement, period: Period) -> bool:
    """Whether a naskah holds on any day of a period, and reports here by then."""
    last = agreement.ended_on or agreement.ends_on
    return period.ends_on >= reports_from(agreement) and (last is None or period.starts_on <= last)


def reporting() -> list[Agreement]:
    """The naskah that owe reports: those in force, and those that ended for the period in which they did.

    A letter of intent and a yearly plan owe none of their own.
    """
    owing = (AgreementStage.IN_FORCE, AgreementStage.ENDED)
    held = (
        Agreement.objects.filter(stage__in=owing).select_related("proposal").prefetch_related("reports").order_by("pk")
    )
    return [agreement for agreement in held if Trait.UNREPORTED not in agreement.route.traits]


def unreported_years(today: date) -> list[tuple[Agreement, int]]:
    """Naskah abroad with a year for which no report was sent in time (Permendagri 25/2020 art. 38)."""
    owed = []
    for agreement in reporting():
        if Trait.FOREIGN not in agreement.route.traits:
            continue
        rule, last = rule_of(agreement), min(today, agreement.ended_on or today)
        sent = {report.year for report in agreement.reports.all() if report.stage != Stage.OPEN}
        for period in rule.periods_between(agreement.starts_on, last):
            if period.ends_on < today and rule.due(period) < today and period.year not in sent:
                owed.append((agreement, period.year))
    return owed
