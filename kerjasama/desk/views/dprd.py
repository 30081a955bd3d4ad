"""The pages of the Sekretariat DPRD: inbox by days left, a request with its dossier, receipt, decision, history."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import casefile
from kerjasama.documents import selectors as documents
from kerjasama.reviews import ruler
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.services import offers
from proposals import selectors as proposals
from proposals.guards import requirement_of
from proposals.models import Proposal
from proposals.views.acts import ProposalActView

DOSSIER = ("DPRD_REQUEST", "KAK", "MINUTES", "RECOMMENDATION", "ATTACHMENT", "THEIR_LETTER", "DPRD_DECISION")


def _seen(request: HttpRequest) -> Any:
    require(request.user, Office.SETWAN)
    return proposals.with_parties(Proposal.visible_to(request.user).filter(dprd_since__isnull=False))


@require_GET
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Requests that wait for the DPRD, the fewest days left first."""
    waiting = list(_seen(request).filter(turn_office=Office.SETWAN).order_by("due_on", "dprd_since", "pk"))
    asked = reviews.current_clearances(Proposal, [p.pk for p in waiting])
    context = {"requests": [{"proposal": p, "clearance": asked.get(p.pk)} for p in waiting], "work_calendar": WorkCalendar.load()}
    return render(request, "desk/dprd_inbox.html", context)


@require_GET
@login_required
def history(request: HttpRequest) -> HttpResponse:
    """What the DPRD has decided, newest first."""
    decided = list(_seen(request).exclude(turn_office=Office.SETWAN).order_by("-dprd_since", "-pk")[:100])
    asked = reviews.current_clearances(Proposal, [p.pk for p in decided])
    return render(request, "desk/dprd_history.html", {"requests": [{"proposal": p, "clearance": asked.get(p.pk)} for p in decided]})


@require_GET
@login_required
def request_page(request: HttpRequest, code: str) -> HttpResponse:
    """Why approval is needed, the plan, the burden, the dossier, the days, and what may be done."""
    proposal = get_object_or_404(_seen(request), code=code)
    clearance, today = reviews.current_clearance(proposal), clock.today()
    calendar = WorkCalendar.load()
    lines = list(proposal.budget_lines.all())
    top = max((line.amount for line in lines), default=0)
    papers = [d for d in documents.for_subjects([proposal]) if d.kind in DOSSIER and d.file_id]
    context = {
        "proposal": proposal,
        "clearance": clearance,
        "need": requirement_of(proposal),
        "ruler": ruler.day_ruler(clearance, today) if clearance and clearance.received_on else None,
        "lines": [{"year": line.year, "amount": line.amount, "share": int(line.amount * 100 / top) if top else 0} for line in lines],
        "total": proposal.total_planned,
        "docs": [casefile._paper(d) for d in papers],
        "opinions": reviews.opinions(proposal),
        "acts": [
            {"label": o.arrow.label, "url": reverse("desk:dprd_act", args=[proposal.code, o.arrow.slug]), "primary": o.ready,
             "disabled": not o.ready, "why_not": " ".join(lack.sentence for lack in o.lacks)}
            for o in offers(proposal, request.user)
        ],
        "work_calendar": calendar,
    }  # fmt: skip
    return render(request, "desk/dprd_request.html", context)


class DprdActView(ProposalActView):
    """Receipt and decision, in the pages of the Sekretariat DPRD."""

    template_name = "desk/dprd_act.html"

    def after(self, event: Any) -> str:
        return reverse("desk:dprd_request", args=[self.subject.code])
