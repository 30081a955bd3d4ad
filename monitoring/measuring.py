"""The rows of a report that the naskah itself asks for: its indicators and its planned activities, each against what should be there by then."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from kerjasama.core.text import figure
from monitoring.models import Activity, Indicator, Report, WorkPlan, YearTarget
from monitoring.pace import YOUNG_DAYS, Pace, months_share, pace, percent


@dataclass(frozen=True, slots=True)
class Promise:
    """An indicator in a period: its target of the year (else that of the naskah), and where it should be; how long the naskah has run."""

    indicator: Indicator
    target: Decimal
    pace: Pace
    days: int

    @property
    def expected(self) -> str:
        """What it should have come to, with its measure."""
        return f"{figure(self.pace.expected.quantize(Decimal('0.01')))} {self.indicator.measure}"


@dataclass(frozen=True, slots=True)
class Step:
    """A planned activity in a period, and how much of it should be done by then, in whole percent."""

    activity: Activity
    expected: int


def plan_of(report: Report) -> WorkPlan | None:
    """The work plan of the year of a report, or None."""
    return report.agreement.work_plans.filter(year=report.year).first()


def measured(report: Report) -> list[Promise]:
    """The indicators of the naskah with what is to be reached in the year and by the end of the period."""
    naskah, yearly = report.agreement, defaultdict(dict)
    for row in YearTarget.objects.filter(plan__agreement=naskah).values_list("indicator", "plan__year", "value"):
        yearly[row[0]][row[1]] = row[2]
    first, last, day = _term(report)
    return [
        Promise(
            row, yearly[row.pk].get(report.year, row.target),
            pace(
                counts=row.counts, better=row.better, baseline=row.baseline, target=row.target, yearly=yearly[row.pk], first=first, last=last, day=day
            ),
            (day - first).days + 1,
        )
        for row in naskah.indicators.filter(withdrawn=False)
    ]  # fmt: skip


def steps(report: Report) -> list[Step]:
    """The activities that the work plan of the year names, with how far each should be."""
    plan, (first, last, day) = plan_of(report), _term(report)
    if plan is None:
        return []
    return [
        Step(row, months_share(row.first_month, row.last_month, day, first, last))
        for row in plan.activities.filter(withdrawn=False)
    ]


def planned_budget(report: Report) -> Decimal | None:
    """What the work plan of the year costs, in rupiah; None without one."""
    plan = plan_of(report)
    return plan.activities.filter(withdrawn=False).aggregate(sum=Sum("budget"))["sum"] if plan else None


def indicator_row(promise: Promise, realised: Decimal | None) -> dict[str, Any]:
    """One measured indicator as a report keeps it: against what should be there by the end of the period."""
    row = promise.indicator
    young = promise.days < YOUNG_DAYS
    judged = realised is not None and not young
    return {
        "indicator": row.pk, "name": row.name, "unit": row.measure, "better": str(row.better),
        "target": f"{figure(promise.target)} {row.measure}", "expected": promise.expected, "realised": _told(realised, row.measure),
        "figure": None if realised is None else str(realised), "percent": percent(realised, promise.pace, row.better) if judged else None,
        "why": f"naskah baru berjalan {promise.days} hari, dinilai mulai {YOUNG_DAYS} hari" if young else "",
    }  # fmt: skip


def activity_row(step: Step, done: int | None, note: str) -> dict[str, Any]:
    """One planned activity as a report keeps it: its progress in whole percent, and what it should be by the end of the period."""
    return {
        "activity": step.activity.pk, "text": step.activity.text, "percent": done, "expected": step.expected, "note": note,
    }  # fmt: skip


def of_indicator(report: Report, pk: int) -> Mapping[str, Any]:
    """The row of an indicator in a report; empty when it has none."""
    return next((row for row in report.indicators if row.get("indicator") == pk), {})


def of_activity(report: Report, pk: int) -> Mapping[str, Any]:
    """The row of an activity in a report; empty when it has none."""
    return next((row for row in report.progress if row.get("activity") == pk), {})


def _term(report: Report) -> tuple[date, date, date]:
    """The first and the last day of the naskah, and the last day of the period on which it ran."""
    naskah = report.agreement
    last = naskah.ends_on or report.ends_on
    return naskah.starts_on, max(last, naskah.starts_on), min(report.ends_on, naskah.ended_on or last)


def _told(realised: Decimal | None, measure: str) -> str:
    return "" if realised is None else f"{figure(realised)} {measure}"
