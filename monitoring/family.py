"""The family of a naskah down to its activities: what the newest work plan of each names, and how far a report says they are."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from agreements import family
from agreements.family import HERE, Node
from kerjasama.accounts.models import User
from kerjasama.core.text import month_name
from monitoring.models import Activity, Report, WorkPlan
from monitoring.stages import Stage


def trees(user: User, *, agreements: Collection[int] = (), olds: Collection[int] = ()) -> list[Node]:
    """The families of some naskah with what is planned under each; two queries more than without."""
    roots = family.trees(user, agreements=agreements, olds=olds)
    nodes = {node.key[1]: node for root in roots for node in root.walk() if node.key[0] == HERE}
    if nodes:
        for agreement, rows in _activities(list(nodes)).items():
            nodes[agreement].activities = rows
    return roots


def _activities(agreements: list[int]) -> dict[int, list[dict[str, Any]]]:
    """The activities of the newest work plan of each naskah."""
    plans: dict[int, WorkPlan] = {}
    for plan in WorkPlan.objects.filter(agreement__in=agreements).prefetch_related("activities").order_by("year"):
        plans[plan.agreement_id] = plan
    done = _progress(list(plans)) if plans else {}
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for agreement, plan in plans.items():
        for activity in plan.activities.all():
            if not activity.withdrawn:
                found[agreement].append(_row(activity, plan.year, done.get(activity.pk)))
    return found


def _progress(agreements: list[int]) -> dict[int, Any]:
    """{activity: percent} as the newest report that was sent says."""
    done: dict[int, Any] = {}
    sent = Report.objects.filter(agreement__in=agreements).exclude(stage=Stage.OPEN).order_by("ends_on")
    for rows in sent.values_list("progress", flat=True):
        done |= {row["activity"]: row["percent"] for row in rows if row.get("activity")}
    return done


def _row(activity: Activity, year: int, percent: Any) -> dict[str, Any]:
    first, last = month_name(activity.first_month), month_name(activity.last_month)
    when = f"{first} {year}" if first == last else f"{first} sampai {last} {year}"
    return {
        "text": activity.text,
        "when": when,
        "state": "belum dilaporkan" if percent is None else f"{percent} persen",
    }
