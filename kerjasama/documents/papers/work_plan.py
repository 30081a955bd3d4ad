"""The Rencana Kerja of a Nota Kesepakatan as a table ready to print."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kerjasama.documents.papers.common import money

SOURCES = {"APBD": "APBD", "APBN": "APBN", "OWN": "anggaran sendiri"}


def work_plan(annexes: Iterable[Mapping[str, Any]], labels: Mapping[int, str]) -> dict[str, Any]:
    """The rows with the budget of each party and the sum per party; nothing when the text has no such annex.

    `labels` gives the label of a party ("PIHAK KESATU") by its order.
    """
    annex = next((a for a in annexes if a.get("key") == "WORK_PLAN"), None)
    if annex is None:
        return {}
    orders = [int(order) for order, _ in annex["parties"]]
    sums = dict.fromkeys(orders, Decimal(0))
    rows = []
    for row in annex["rows"]:
        costs = [row["costs"].get(str(order), {}) for order in orders]
        for order, cost in zip(orders, costs, strict=True):
            sums[order] += Decimal(str(cost.get("amount") or 0))
        rows.append({
            **{name: row[name] for name in ("activity", "output", "target", "location", "time")},
            "responsible": labels.get(int(row["responsible"]), ""),
            "costs": [_cost(cost) for cost in costs],
        })  # fmt: skip
    return {
        "plan_title": annex["title"],
        "plan_sides": [{"label": labels.get(order, ""), "total": money(sums[order])} for order in orders],
        "plan_rows": rows,
    }


def _cost(cost: Mapping[str, Any]) -> dict[str, str]:
    amount = Decimal(str(cost.get("amount") or 0))
    source = " ".join(filter(None, (SOURCES.get(cost.get("source", ""), ""), cost.get("account", ""))))
    return {"amount": money(amount) if amount else "", "source": source if amount else ""}
