"""The rows of a report that the naskah itself asks for: its indicators against the target of the year, its planned activities."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from kerjasama.core.text import figure
from monitoring.light import percent
from monitoring.models import Activity, Indicator, Report, WorkPlan


def plan_of(report: Report) -> WorkPlan | None:
    """The work plan of the year of a report, or None."""
    return report.agreement.work_plans.filter(year=report.year).first()


def measured(report: Report) -> list[tuple[Indicator, Decimal]]:
    """The indicators of the naskah with what is to be reached in the year: its own target, else the one at the end of the term."""
    plan = plan_of(report)
    targets = dict(plan.targets.values_list("indicator", "value")) if plan else {}
    return [(row, targets.get(row.pk, row.target)) for row in report.agreement.indicators.filter(withdrawn=False)]


def activities(report: Report) -> list[Activity]:
    """The activities that the work plan of the year names."""
    plan = plan_of(report)
    return list(plan.activities.filter(withdrawn=False)) if plan else []


def planned_budget(report: Report) -> Decimal | None:
    """What the work plan of the year costs, in rupiah; None without one."""
    plan = plan_of(report)
    return plan.activities.filter(withdrawn=False).aggregate(sum=Sum("budget"))["sum"] if plan else None


def indicator_row(indicator: Indicator, target: Decimal, realised: Decimal | None) -> dict[str, Any]:
    """One measured indicator as a report keeps it."""
    return {
        "indicator": indicator.pk, "name": indicator.name, "unit": indicator.measure, "better": str(indicator.better),
        "target": f"{figure(target)} {indicator.measure}", "realised": _told(realised, indicator.measure),
        "figure": None if realised is None else str(realised), "percent": None if realised is None else percent(realised, target, indicator.better),
    }  # fmt: skip


def activity_row(activity: Activity, done: int | None, note: str) -> dict[str, Any]:
    """One planned activity as a report keeps it: its progress in whole percent."""
    return {"activity": activity.pk, "text": activity.text, "percent": done, "note": note}


def of_indicator(report: Report, pk: int) -> Mapping[str, Any]:
    """The row of an indicator in a report; empty when it has none."""
    return next((row for row in report.indicators if row.get("indicator") == pk), {})


def of_activity(report: Report, pk: int) -> Mapping[str, Any]:
    """The row of an activity in a report; empty when it has none."""
    return next((row for row in report.progress if row.get("activity") == pk), {})


def _told(realised: Decimal | None, measure: str) -> str:
    return "" if realised is None else f"{figure(realised)} {measure}"
