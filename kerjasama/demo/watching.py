"""Indicators and work plans of the demo: what a story measures becomes what its naskah promises."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from agreements.models import Agreement
from kerjasama.demo import words
from monitoring import measuring
from monitoring.models import WorkPlan
from monitoring.services import plans
from monitoring.stages import Better

if TYPE_CHECKING:
    from kerjasama.demo.walk import Walk

#: "Waktu rujukan (menit)": the name and its measure.
NAMED = re.compile(r"^(.*?)\s*(?:\((.*)\))?$")
#: What is to become less.
FALLING = ("Waktu", "Keluhan", "Antrean")


def watch(walk: Walk, agreement: Agreement) -> WorkPlan:
    """The indicators that a naskah promises and the work plan of its running year, by the unit that carries it out."""
    by = walk.who("opd")
    rows = [_promised(*row) for row in walk.story.telling.indicators]
    kept = walk.on_that_day(lambda: plans.write_indicators(agreement, rows, by=by))
    budget = (walk.story.amount / walk.story.years / len(words.PLANNED_ACTIVITIES) // 1000) * 1000
    activities = [
        {"pk": None, "text": text, "responsible": agreement.executing_unit.name, "first_month": first, "last_month": last, "budget": budget, "source": "APBD"}
        for text, first, last in words.PLANNED_ACTIVITIES
    ]  # fmt: skip
    return walk.on_that_day(
        lambda: plans.write_plan(
            agreement,
            walk.day.year,
            activities=activities,
            targets={row.pk: row.target for row in kept},
            agreed_on=walk.day,
            agreed_by=words.PLAN_AGREED,
            by=by,
        )  # fmt: skip
    )


def reported(walk: Walk) -> dict[str, Any]:
    """What a report says of indicators and activities: against the naskah where it promises something, else by the story alone."""
    told = walk.story.telling.indicators
    promised = measuring.measured(walk.report)
    if not promised:
        return {"indicators": [dict(zip(("name", "target", "realised"), row, strict=True)) for row in told]}
    reached = {_promised(*row)["name"]: _figure(row[2]) for row in told}
    rows = [measuring.indicator_row(one, reached.get(one.indicator.name)) for one in promised]
    steps = measuring.steps(walk.report)
    progress = [measuring.activity_row(row, 60 + (walk.report.pk * 7 + n * 11) % 41, "") for n, row in enumerate(steps)]
    return {"indicators": rows, "progress": progress}


def _promised(name: str, target: str, _: str) -> dict[str, Any]:
    plain, measure = NAMED.match(name).groups()
    better = Better.LESS if plain.startswith(FALLING) else Better.MORE
    return {
        "pk": None, "name": plain, "measure": measure or "kali", "better": str(better), "clause": "3", "baseline": None, "target": _figure(target),
    }  # fmt: skip


def _figure(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))
