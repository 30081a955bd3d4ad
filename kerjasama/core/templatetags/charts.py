"""Pictures of numbers as svg with attributes and classes only: the policy of the site allows no inline style.

Coordinates are handed to the templates as text, so that Indonesian number formatting never reaches them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template

register = template.Library()

CELL_LETTERS = {"used": "u", "now": "n", "free": "", "holiday": "z"}
CHART_WIDTH, CHART_HEIGHT = 460, 214
LEFT, BASE, TOP = 30, 184, 20
BAR_WIDTH = 46
LABEL_FROM_HEIGHT = 16


@register.inclusion_tag("components/day_ruler.html")
def day_ruler(cells: Iterable[str], label: str) -> dict[str, Any]:
    """One cell for each day; `cells` are used, now, free or holiday, `label` says it in words."""
    cells = list(cells)
    step = 360 / max(1, len(cells))
    drawn = [{"css": CELL_LETTERS[cell], "x": _n(i * step), "tall": cell == "now"} for i, cell in enumerate(cells)]
    return {"cells": drawn, "width": _n(step * 0.8), "label": label}


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(
    rows: Sequence[Mapping[str, Any]], label: str, series: Sequence[str] = (), labels: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Stacked columns. `rows`: [{"name": "2026", "values": {"KSDD": 12, ...}}]; `label` says it in words.

    `series` fixes the order of the parts, bottom up; each is a kind (KSDD ... SINERGI) or a colour class,
    whose name in words is then given in `labels`.
    """
    series = list(series) or sorted({key for row in rows for key in row["values"]})
    totals = [sum(row["values"].values()) for row in rows]
    top = _nice_top(max(totals, default=0))
    scale = (BASE - TOP) / top
    grid = [{"y": _n(BASE - v * scale), "ty": _n(BASE - v * scale + 4), "v": v} for v in _ticks(top)]
    slot = (CHART_WIDTH - LEFT) / max(1, len(rows))
    columns = [
        _column(row, total, series, scale, LEFT + slot * (i + 0.5))
        for i, (row, total) in enumerate(zip(rows, totals, strict=True))
    ]
    table = [
        {**row, "cells": [row["values"].get(s, 0) for s in series], "total": total}
        for row, total in zip(rows, totals, strict=True)
    ]
    named = [{"css": name.lower(), "name": name, "label": (labels or {}).get(name, "")} for name in series]
    return {"label": label, "series": named, "grid": grid, "columns": columns, "rows": table}


def _column(row: Mapping[str, Any], total: int, series: Sequence[str], scale: float, middle: float) -> dict[str, Any]:
    y = float(BASE)
    parts = []
    for name in series:
        value = row["values"].get(name, 0)
        if not value:
            continue
        height = value * scale
        y -= height
        # One unit of air between two parts keeps them apart without colour.
        parts.append(
            {
                "css": name.lower(),
                "x": _n(middle - BAR_WIDTH / 2),
                "y": _n(y),
                "h": _n(max(1.0, height - 1)),
                "v": value if height >= LABEL_FROM_HEIGHT else None,
                "ty": _n(y + height / 2 + 4),
            }
        )
    return {"x": _n(middle), "name": row["name"], "total": total, "ty": _n(y - 7), "parts": parts}


@register.inclusion_tag("components/meter_bar.html")
def meter_bar(value: float, limit: float, *, mark: float | None = None, tone: str = "brand") -> dict[str, Any]:
    """A horizontal bar of `value` out of `limit`, with an upright line at `mark` (a deadline)."""
    return {
        "width": _n(300 * _share(value, limit)),
        "mark": None if mark is None else _n(min(297.0, 300 * _share(mark, limit))),
        "tone": tone,
    }


@register.inclusion_tag("components/life_bar.html")
def life_bar(percent: int, soon: bool = False) -> dict[str, Any]:
    """How much of a term has passed, 0 to 100."""
    percent = max(0, min(100, int(percent)))
    return {"percent": percent, "width": _n(max(2.0, 112 * percent / 100)), "soon": soon}


@register.inclusion_tag("components/segments.html")
def segments(current: int, total: int) -> dict[str, Any]:
    """The progress line of a wizard on a phone: one piece for each step."""
    step = 300 / max(1, total)
    pieces = [
        {"x": _n(i * step), "css": "d" if i + 1 < current else "n" if i + 1 == current else ""} for i in range(total)
    ]
    return {"pieces": pieces, "width": _n(step - 5)}


def _share(value: float, limit: float) -> float:
    return max(0.0, min(1.0, float(value) / float(limit))) if limit else 0.0


def _nice_top(highest: int) -> int:
    """The first round number at or above the highest column."""
    unit = 1
    while True:
        for factor in (4, 8, 20):
            if unit * factor >= highest:
                return unit * factor
        unit *= 10


def _ticks(top: int) -> list[int]:
    return [round(top * i / 4) for i in range(5)]


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
