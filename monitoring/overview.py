"""What is watched on one naskah: the newest light with what it was taken from, indicators over the periods, plans, findings, results."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from agreements.models import Agreement, CooperationResult
from kerjasama.core.text import figure, rupiah
from monitoring.lights import late_findings
from monitoring.models import Finding, Report, WorkPlan
from monitoring.stages import Stage

#: How many periods the table of indicators shows.
PERIODS = 6


def of_naskah(agreement: Agreement, today: date) -> dict[str, Any]:
    """Everything the page of a naskah draws, in a fixed number of queries."""
    reports = list(agreement.reports.select_related("evaluation").order_by("-year", "-half"))
    closed = [report for report in reports if report.stage == Stage.CLOSED]
    newest = closed[0].evaluation if closed else None
    sent = [report for report in reversed(reports) if report.stage != Stage.OPEN][-PERIODS:]
    findings = Finding.objects.filter(
        evaluation__report__agreement=agreement, evaluation__report__stage=Stage.CLOSED, withdrawn=False
    )
    return {
        "reports": reports, "evaluation": newest, "evaluated": closed[0] if closed else None,
        "late_now": late_findings(agreement.pk, today),
        "indicators": [_indicator(row, sent) for row in agreement.indicators.filter(withdrawn=False)],
        "plans": [_plan(plan) for plan in agreement.work_plans.prefetch_related("activities", "targets__indicator")],
        "findings": list(findings.select_related("unit", "evaluation__report").order_by("state", "due_on", "pk")),
        "results": list(agreement.results.order_by("-received_on", "-pk")), "totals": _totals(agreement), "spent": _spent(reports),
    }  # fmt: skip


def _indicator(row: Any, sent: list[Report]) -> dict[str, Any]:
    """An indicator with what it came to in each period."""
    cells = []
    for report in sent:
        told = next((one for one in report.indicators if one.get("indicator") == row.pk), {})
        cells.append(
            {
                "period": report.period_label,
                "realised": told.get("realised") or "belum ada",
                "expected": told.get("expected", ""),
                "percent": told.get("percent"),
            }
        )
    return {
        "name": row.name, "clause": row.clause, "better": row.get_better_display(), "counts": row.get_counts_display(), "cells": cells,
        "baseline": f"{figure(row.baseline)} {row.measure}" if row.baseline is not None else "belum diketahui",
        "target": f"{figure(row.target)} {row.measure}",
    }  # fmt: skip


def _plan(plan: WorkPlan) -> dict[str, Any]:
    rows = [row for row in plan.activities.all() if not row.withdrawn]
    targets = [row for row in plan.targets.all() if not row.indicator.withdrawn]
    return {
        "plan": plan, "rows": rows, "budget": rupiah(sum((row.budget for row in rows), Decimal(0))),
        "targets": [{"name": row.indicator.name, "value": f"{figure(row.value)} {row.indicator.measure}"} for row in targets],
    }  # fmt: skip


def _totals(agreement: Agreement) -> list[dict[str, str]]:
    """What came in, by its sort, in rupiah."""
    sums = agreement.results.order_by().values("kind").annotate(sum=Sum("amount"))
    names = dict(CooperationResult.Kind.choices)
    return [
        {"name": names[row["kind"]], "value": rupiah(row["sum"])} for row in sorted(sums, key=lambda row: row["kind"])
    ]


def _spent(reports: list[Report]) -> str:
    """What the reports that were sent say was spent, in rupiah; "" where none says anything."""
    told = [
        report.budget_realised
        for report in reports
        if report.stage != Stage.OPEN and report.budget_realised is not None
    ]
    return rupiah(sum(told, Decimal(0))) if told else ""
