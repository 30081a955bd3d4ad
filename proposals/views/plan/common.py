"""What the pages of the yearly plan share: how a list is found, its tabs, its crumbs, its buttons."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require, seats
from kerjasama.core import clock
from kerjasama.workflow.models import StagedModel, StageEvent
from kerjasama.workflow.sentences import lacking, told
from kerjasama.workflow.services import offers
from proposals.models import PlanYear
from proposals.plan_stages import PlanStage, RowStage
from proposals.services import plan_rows

TONES = {
    RowStage.DRAFT: "", RowStage.PROPOSED: "wait", RowStage.VERIFIED: "wait", RowStage.DISCUSSED: "info", RowStage.ADOPTED: "brand",
    RowStage.RUNNING: "info", RowStage.FINISHED: "ok", RowStage.DROPPED: "bad", PlanStage.OPEN: "wait", PlanStage.SUBMITTED: "wait",
}  # fmt: skip
TABS = (("year", "Ringkasan"), ("list", "Inventarisasi"), ("matrix", "Pemetaan"), ("priority", "Prioritas"))


def plan_of(request: HttpRequest, year: int, edition: int) -> PlanYear:
    """The list of an address, when the person may see it. Raises Http404."""
    return get_object_or_404(PlanYear.visible_to(request.user), year=year, edition=edition)


class CollectingView(LoginRequiredMixin, View):
    """A page that adds rows to a list: for those who write rows, while the list collects them."""

    plan: PlanYear

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.plan = plan_of(request, kwargs["year"], kwargs["edition"])
            require(request.user, *plan_rows.WRITERS)
            plan_rows.require_collecting(self.plan)
        return super().dispatch(request, *args, **kwargs)


def address(plan: PlanYear, name: str) -> str:
    return reverse(f"plan:{name}", args=[plan.year, plan.edition])


def tabs(plan: PlanYear, here: str) -> list[dict[str, Any]]:
    """The pages of a list."""
    return [{"label": label, "url": address(plan, name), "current": name == here} for name, label in TABS]


def crumbs(plan: PlanYear | None = None, *more: dict[str, str]) -> list[dict[str, str]]:
    """Perencanaan, the list, and what follows."""
    found = [{"label": "Perencanaan", "url": reverse("plan:home")}]
    if plan is not None:
        found.append({"label": plan.label, "url": plan.get_absolute_url()})
    return [*found, *more]


def buttons(subject: StagedModel, user: User, url_name: str, *args: Any) -> list[dict[str, Any]]:
    """The acts a person has on a subject, as buttons."""
    return [
        {
            "label": offer.arrow.label,
            "url": reverse(url_name, args=[*args, offer.arrow.slug]),
            "primary": offer.ready and not offer.arrow.danger and offer.arrow.motion == "FORWARD",
            "danger": offer.arrow.danger,
            "disabled": not offer.ready,
            "why_not": lacking(offer.lacks),
        }
        for offer in offers(subject, user)
    ]


def timeline(events: Any) -> list[dict[str, Any]]:
    """The acts as components/timeline.html wants them."""
    return [_line(event) for event in events]


def _line(event: StageEvent) -> dict[str, Any]:
    return {
        "actor": event.actor.full_name, "text": told(event.label), "when": event.recorded_at, "meta": [event.seat_title], "say": event.reason,
    }  # fmt: skip


def may_add(plan: PlanYear, user: User) -> bool:
    """Whether a person may write a new row in this list today."""
    return plan.stage == PlanStage.OPEN and clock.today() <= plan.open_until and holds(user, Office.OPD, Office.BAGIAN)


def units_of(user: User) -> Any:
    """The units for which a person may write rows."""
    active = OrgUnit.objects.filter(active=True)
    if holds(user, Office.BAGIAN):
        return active.order_by("name")
    return active.filter(pk__in=[s.unit_id for s in seats(user) if s.office == Office.OPD]).order_by("name")
