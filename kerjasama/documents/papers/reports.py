"""Papers of the unit in charge: terms of reference, monitoring report, evaluation."""

from collections.abc import Iterable, Mapping
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

#: What a partner itself says of a period: who, by what letter and when, and its words under their labels.
PartnerWord = tuple[str, str, list[tuple[str, str]]]


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
    progress: Iterable[tuple[str, str, str, str]],
    indicators: Iterable[tuple[str, str, str, str, str]],
    partners: Iterable[PartnerWord],
    budget_planned: Decimal,
    budget_realised: Decimal,
    problems: str,
    follow_up: str,
    signer: Signer,
    more: Iterable[tuple[str, str]] = (),
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Monitoring report of a period. Template laporan_monev.

    An activity is text, progress, what it should be by then, note; an indicator is name, target, what it should be by then, realised, share.

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
        "progress": _table(("text", "done", "expected", "note"), progress),
        "indicators": _table(("name", "target", "expected", "realised", "share"), indicators),
        "partners": _partners(partners),
        "budget_planned": money(budget_planned),
        "budget_realised": money(budget_realised),
        "budget_share": _share(budget_realised, budget_planned),
        "problems": problems,
        "follow_up": follow_up,
        "more": pairs(more),
    }


def _table(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    return [dict(zip(names, map(str, row), strict=True)) for row in rows]


def _partners(rows: Iterable[PartnerWord]) -> list[dict[str, Any]]:
    return [{"name": name, "told": told, "parts": pairs(parts)} for name, told, parts in rows]


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
    light: str,
    parts: Iterable[Mapping[str, Any]],
    summary: str,
    recommendation: str,
    partners: Iterable[PartnerWord],
    findings: Iterable[Condition],
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Evaluation of an agreement; a point is label, score, note. Template evaluasi_monev.

    A part of the light is name, shown, light, rule, and the lines of figures behind it.
    """
    head = kop or letterhead("SETDA")
    context = base(head, paper=paper, heading="Evaluasi Kerja Sama", signer=signer)
    return context | {
        "title": title,
        "number_of_agreement": number_of_agreement,
        "period": period,
        "points": [{"label": str(label), "score": _score(score), "note": str(note)} for label, score, note in points],
        "average": f"{Decimal(average):.2f}".replace(".", ","),
        "light": light,
        "parts": [
            {
                **{name: str(part[name]) for name in ("name", "shown", "light", "rule")},
                "lines": [str(one) for one in part["lines"]],
            }
            for part in parts
        ],
        "summary": summary,
        "recommendation": recommendation,
        "partners": _partners(partners),
        "findings": tasks(findings),
    }
