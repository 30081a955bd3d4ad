"""The Rencana Kerja as the editor's page sends it: plain fields, a row each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from agreements import work_plan
from agreements.work_plan import Row, Side
from kerjasama.core import text
from kerjasama.core.fields import RupiahField
from kerjasama.core.typed import whole

TALL = 1000


def read(posted: Mapping[str, str], sides: Sequence[Side]) -> list[Row]:
    """The rows of the form, in order; one that was emptied falls out, as does the one to be removed."""
    found = []
    for n in range(1, work_plan.MAX_ROWS + 1):
        if f"rk_{n}_activity" in posted and posted.get("hapus_rk") != str(n):
            row = _row(posted, n, sides)
            if any(row[name] for name in work_plan.TEXTS) or any(c["amount"] for c in row["costs"].values()):
                found.append(row)
    return found


def _row(posted: Mapping[str, str], n: int, sides: Sequence[Side]) -> Row:
    row: Row = {name: posted.get(f"rk_{n}_{name}", "").strip()[:TALL] for name in work_plan.TEXTS}
    row["responsible"] = whole(posted.get(f"rk_{n}_responsible")) or 0
    row["costs"] = {str(order): _cost(posted, f"rk_{n}_{{}}_{order}") for order, _, _ in sides}
    return row


def _cost(posted: Mapping[str, str], name: str) -> dict[str, str]:
    typed = posted.get(name.format("amount"), "").strip()
    return {
        "amount": _amount(typed), "source": posted.get(name.format("source"), ""),
        "account": posted.get(name.format("account"), "").strip()[:120],
    }  # fmt: skip


def _amount(typed: str) -> str:
    """The amount as a plain number; what cannot be read stays as typed, and is told of."""
    try:
        value = RupiahField(required=False).clean(typed)
    except forms.ValidationError:
        return typed
    return str(value) if value else ""


def unreadable(rows: Sequence[Row], sides: Sequence[Side]) -> list[str]:
    """Amounts that are no amounts, row by row."""
    names = {str(order): name for order, name, _ in sides}
    return [
        f"Baris {n}: anggaran {names.get(order, '')} “{cost['amount']}” tidak terbaca. Tulis angka, misalnya 250.000.000."
        for n, row in enumerate(rows, start=1)
        for order, cost in row["costs"].items()
        if cost["amount"] and not cost["amount"].replace(".", "", 1).isdecimal()
    ]


def shown(rows: Sequence[Row], sides: Sequence[Side]) -> list[dict[str, Any]]:
    """The rows as the template draws them."""
    return [
        {
            "n": n,
            "texts": [{"name": name, "label": label, "value": row[name]} for name, label in work_plan.LABELS.items()],
            "responsible": row["responsible"],
            "costs": [{"order": order, "party": name, **_cost_shown(row, order)} for order, name, _ in sides],
        }
        for n, row in enumerate(rows, start=1)
    ]  # fmt: skip


def _cost_shown(row: Row, order: int) -> dict[str, str]:
    cost = row["costs"].get(str(order), {})
    amount, readable = cost.get("amount", ""), work_plan.amount_of(cost)
    return {
        "amount": text.rupiah(readable).removeprefix("Rp") if readable else amount, "source": cost.get("source", ""),
        "account": cost.get("account", ""),
    }  # fmt: skip


def blank(sides: Sequence[Side]) -> Row:
    """A row in which nothing is written yet."""
    costs = {str(order): {"amount": "", "source": "APBD" if ours else "", "account": ""} for order, _, ours in sides}
    return {**dict.fromkeys(work_plan.TEXTS, ""), "responsible": 0, "costs": costs}


def context(rows: Sequence[Row], sides: Sequence[Side]) -> dict[str, Any]:
    """What the part of the page needs: rows, sources, parties and their totals."""
    sums = work_plan.totals(rows, sides)
    return {
        "plan": True,
        "plan_rows": shown(rows, sides),
        "plan_sources": list(work_plan.SOURCES.items()),
        "plan_parties": [{"order": order, "name": name, "total": text.rupiah(sums[order])} for order, name, _ in sides],
    }
