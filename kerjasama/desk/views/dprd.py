"""The pages of the Sekretariat DPRD: inbox by days left, a request with its dossier, receipt, decision, history."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import dossier
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.services import offers
from proposals import selectors as proposals
from proposals.models import Proposal
from proposals.views.acts import ProposalActView

PAGE = 25
ACTS = frozenset({"receive_request", "decide_dprd"})
ROOT = {"label": "Permohonan", "url": "/dprd/"}


@require_GET
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Requests that wait for the DPRD, the fewest days left first."""
    require(request.user, Office.SETWAN)
    waiting = list(dossier.waiting(request.user))
    asked = reviews.current_clearances(Proposal, [p.pk for p in waiting])
    today = clock.today()
    rows = [_row(p, asked[p.pk], today) for p in waiting]
    context = {
        "rows": rows,
        "late": sum(row["late"] for row in rows),
        "unreceived": sum(row["clearance"].received_on is None for row in rows),
        "work_calendar": WorkCalendar.load(),
    }
    return render(request, "desk/dprd_inbox.html", context)


@require_GET
@login_required
def history(request: HttpRequest) -> HttpResponse:
    """Every request that is answered, withdrawn or deemed approved, the newest first."""
    require(request.user, Office.SETWAN)
    seen = dossier.seen(request.user)
    page = Paginator(reviews.answered(Proposal, seen.order_by().values("pk")), PAGE).get_page(
        request.GET.get("halaman")
    )
    cases = {p.pk: p for p in proposals.with_parties(seen.filter(pk__in=[c.object_id for c in page]))}
    calendar = WorkCalendar.load()
    rows = [_row(cases[c.object_id], c, clock.today()) | {"days": _days(c, calendar)} for c in page]
    context = {"rows": rows, "page_obj": page}
    return render(request, "desk/dprd_history.html", context)


def _row(proposal: Proposal, clearance: Any, today: Any) -> dict[str, Any]:
    late = clearance.is_open and clearance.due_on is not None and clearance.due_on < today
    return {"proposal": proposal, "clearance": clearance, "standing": dossier.standing(clearance), "late": late}


def _days(clearance: Any, calendar: WorkCalendar) -> int | None:
    """Working days from receipt to the answer, without those on which the clock stood still."""
    if clearance.counted_from is None or clearance.decided_on is None:
        return None
    return max(0, calendar.between(clearance.counted_from, clearance.decided_on) - clearance.stopped_days)


@require_GET
@login_required
def request_page(request: HttpRequest, code: str) -> HttpResponse:
    """Why approval is needed, the plan, the burden, the dossier, the days, and what may be done."""
    require(request.user, Office.SETWAN)
    proposal = _case(request, code)
    context = dossier.dossier(proposal, WorkCalendar.load()) | {
        "acts": [
            {"label": o.arrow.label, "url": reverse("desk:dprd_act", args=[code, o.arrow.slug]), "primary": o.ready,
             "disabled": not o.ready, "why_not": " ".join(lack.sentence for lack in o.lacks)}
            for o in offers(proposal, request.user) if o.arrow.act in ACTS
        ],
        "crumbs": [ROOT, {"label": code}],
    }  # fmt: skip
    return render(request, "desk/dprd_request.html", context)


def _case(request: HttpRequest, code: str) -> Proposal:
    seen = proposals.with_parties(dossier.seen(request.user)).prefetch_related("budget_lines")
    return get_object_or_404(seen, code=code)


class DprdActView(ProposalActView):
    """Receipt and decision, in the pages of the Sekretariat DPRD."""

    template_name = "desk/dprd_act.html"

    def _arrow(self, slug: str) -> Arrow:
        arrow = super()._arrow(slug)
        if arrow.act not in ACTS:
            raise Http404
        return arrow

    def extra(self) -> dict[str, Any]:
        return dossier.dossier(_case(self.request, self.subject.code), WorkCalendar.load())

    def crumbs(self) -> list[dict[str, str]]:
        return [ROOT, {"label": self.subject.code, "url": self.after(None)}, {"label": self.arrow.label}]

    def consequence(self) -> str:
        if self.arrow.act == "decide_dprd":
            return "Pemrakarsa dan Bagian Kerja Sama langsung diberi tahu. Keputusan yang sudah dikirim tidak dapat ditarik."
        return "Tanggal penerimaan memulai hitungan tenggat, jadi tidak dapat diganti sesudah dicatat."

    def thanks(self, event: Any) -> str:
        clearance = reviews.current_clearance(self.subject)
        if self.arrow.act == "receive_request":
            return f"Penerimaan tercatat. Batas akhir keputusan {text.day_name(clearance.due_on)}, {text.date_long(clearance.due_on)}."
        return f"Keputusan terkirim: {clearance.get_status_display().lower()}. Pemrakarsa dan Bagian Kerja Sama telah diberi tahu."

    def after(self, event: Any) -> str:
        return reverse("desk:dprd_request", args=[self.subject.code])
