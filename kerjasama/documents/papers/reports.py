"""Papers of the unit in charge: terms of reference, monitoring report, evaluation."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kerjasama.documents.papers.common import (
    Condition,
    Kop,
    Signer,
    base,
    letterhead,
    money,
    pairs,
    tasks,
)


def terms_of_reference(
    *,
    title: str,
    case_code: str,
    unit_name: str,
    partner_name: str,
    parts: Iterable[tuple[str, str]],
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """The KAK with its eight parts, label and text. Template kak."""
    head = kop or letterhead("OPD", unit_name)
    context = base(head, paper=paper, heading="Kerangka Acuan Kerja", signer=signer)
    return context | {
        "title": title,
        "case_code": case_code,
        "unit_name": unit_name,
        "partner_name": partner_name,
        "parts": pairs(parts),
    }


def monev_report(
    *,
    title: str,
    number_of_agreement: str,
    partner_name: str,
    unit_name: str,
    period: str,
    activities: str,
    outputs: str,
    outcomes: str,
    indicators: Iterable[tuple[str, str, str]],
    budget_planned: Decimal,
    budget_realised: Decimal,
    problems: str,
    follow_up: str,
    signer: Signer,
    more: Iterable[tuple[str, str]] = (),
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Monitoring report of a period; an indicator is name, target, realised. Template laporan_monev.

    `more` are further parts by label, as a report on cooperation abroad has them.
    """
    head = kop or letterhead("OPD", unit_name)
    context = base(head, paper=paper, heading="Laporan Monitoring Kerja Sama", signer=signer)
    return context | {
        "title": title,
        "number_of_agreement": number_of_agreement,
        "partner_name": partner_name,
        "unit_name": unit_name,
        "period": period,
        "activities": activities,
        "outputs": outputs,
        "outcomes": outcomes,
        "indicators": [{"name": str(n), "target": str(t), "realised": str(r)} for n, t, r in indicators],
        "budget_planned": money(budget_planned),
        "budget_realised": money(budget_realised),
        "budget_share": _share(budget_realised, budget_planned),
        "problems": problems,
        "follow_up": follow_up,
        "more": pairs(more),
    }


def _share(part: Decimal, whole: Decimal) -> str:
    """Part of whole in per cent with one digit: "87,5%"; "" when there is no whole."""
    if not whole:
        return ""
    return f"{Decimal(part) * 100 / Decimal(whole):.1f}%".replace(".", ",")


def _score(value: int | Decimal) -> str:
    """3.50 as "3,5"."""
    return f"{Decimal(value).normalize():f}".replace(".", ",")


def evaluation(
    *,
    title: str,
    number_of_agreement: str,
    period: str,
    points: Iterable[tuple[str, int | Decimal, str]],
    average: Decimal,
    recommendation: str,
    findings: Iterable[Condition],
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Evaluation of an agreement; a point is label, score, note. Template evaluasi_monev."""
    head = kop or letterhead("SETDA")
    context = base(head, paper=paper, heading="Evaluasi Kerja Sama", signer=signer)
    return context | {
        "title": title,
        "number_of_agreement": number_of_agreement,
        "period": period,
        "points": [{"label": str(label), "score": _score(score), "note": str(note)} for label, score, note in points],
        "average": f"{Decimal(average):.2f}".replace(".", ","),
        "recommendation": recommendation,
        "findings": tasks(findings),
    }
