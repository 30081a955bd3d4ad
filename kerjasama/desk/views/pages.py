"""The desk's own pages: Beranda, Tugas saya, a case, search, help."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import DPRD_OFFICES, Office
from kerjasama.accounts.permissions import holds, seats
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.desk import casefile, home, reminders, search, worklist
from kerjasama.desk import guide as guide_text
from kerjasama.desk.frame import CASES
from kerjasama.documents.letter_kinds import CHAIN_OFFICES
from kerjasama.workflow.models import StagedModel
from monitoring.models import Report
from proposals import selectors as proposals
from proposals.models import Proposal

HOME_TASKS = 6
REMINDABLE: dict[str, type[StagedModel]] = {"proposal": Proposal, "agreement": Agreement, "report": Report}


def _only_dprd(request: HttpRequest) -> bool:
    """Whether somebody belongs to the DPRD or its Sekretariat and nowhere else: their pages are all they need."""
    offices = {seat.office for seat in seats(request.user)}
    return bool(offices) and offices <= DPRD_OFFICES


@require_GET
@login_required
def beranda(request: HttpRequest) -> HttpResponse:
    """What to do, who is waited for, and how things stand."""
    if _only_dprd(request):
        return redirect("desk:dprd")
    found = worklist.of_request(request)
    today = clock.today()
    sees_cases = bool({seat.office for seat in seats(request.user)} & CASES)
    context = {
        "greeting": home.greeting(),
        "first_name": home.first_name(request.user.full_name),
        "today_line": f"{text.day_name(today)}, {text.date_long(today)}",
        "tasks": [task.as_row() for task in found[:HOME_TASKS]],
        "task_count": len(found),
        "late_line": home.late_line(sum(1 for task in found if task.due_on and task.due_on < today)),
        "sees_cases": sees_cases,
        "waits": home.waits(request.user) if sees_cases else [],
        "figures": home.figures(request.user) if sees_cases else [],
        **(_pictures(request.user) if sees_cases else {}),
        "may_open": holds(request.user, Office.OPD, Office.BAGIAN),
        "work_calendar": WorkCalendar.load(),
        "crumbs": [{"label": "Beranda"}],
    }
    return render(request, "desk/home.html", context)


def _pictures(user: User) -> dict[str, Any]:
    """What Beranda draws of the cases a person may see."""
    return {**home.stages(user), **home.signed_by_year(user), "ending": home.ending_soon(user)}


@require_GET
@login_required
def tasks(request: HttpRequest) -> HttpResponse:
    """Tugas saya: exactly what waits for this person."""
    if _only_dprd(request):
        return redirect("desk:dprd")
    found = worklist.of_request(request)
    context = {
        "tasks": [task.as_row() for task in found],
        "marks_letters": holds(request.user, *CHAIN_OFFICES),
        "work_calendar": WorkCalendar.load(),
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Tugas saya"}],
    }
    return render(request, "desk/tasks.html", context)


@require_GET
@login_required
def case(request: HttpRequest, code: str) -> HttpResponse:
    """The page of a case. The Sekretariat DPRD is led to its own page of it: links in messages work for everybody."""
    seen = proposals.with_parties(Proposal.visible_to(request.user)).select_related(
        "author", "lead_unit", "turn_unit", "standing__unit", "affair"
    )
    proposal = get_object_or_404(seen, code=code)
    if _only_dprd(request) and proposal.dprd_since:
        return redirect("desk:dprd_request", code=code)
    tab = request.GET.get("linimasa", "")
    context: dict[str, Any] = casefile.case_context(proposal, request.user, whole="semua" in request.GET, tab=tab)
    context["crumbs"] = [
        {"label": "Beranda", "url": "/"},
        {"label": "Usulan", "url": "/usulan/"},
        {"label": proposal.code},
    ]
    return render(request, "desk/case.html", context)


@require_GET
@login_required
def find(request: HttpRequest) -> HttpResponse:
    """Search over titles, partners, letter numbers and naskah numbers; a fragment for the palette."""
    q = request.GET.get("q", "").strip()[:120]
    groups = search.results(request.user, q)
    for_dprd = _only_dprd(request)
    crumbs = [] if for_dprd else [{"label": "Beranda", "url": "/"}, {"label": "Pencarian"}]
    context = {
        "frame": "base_dprd.html" if for_dprd else "base.html",
        "q": q,
        "groups": groups,
        "found": any(group["label"] != "Tindakan" for group in groups),
        "crumbs": crumbs,
    }
    template = "components/palette_results.html" if request.headers.get("HX-Request") else "desk/search.html"
    return render(request, template, context)


@require_GET
@login_required
def guide(request: HttpRequest) -> HttpResponse:
    """A short guide, with the articles."""
    for_dprd = _only_dprd(request)
    frame = "base_dprd.html" if for_dprd else "base.html"
    crumbs = [] if for_dprd else [{"label": "Beranda", "url": "/"}, {"label": "Panduan"}]
    return render(
        request, "desk/help.html", {**guide_text.context(), "frame": frame, "for_dprd": for_dprd, "crumbs": crumbs}
    )


@require_POST
@login_required
def remind(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Remind the people in turn on a case, a naskah or a report."""
    model = REMINDABLE.get(kind)
    if model is None:
        raise Http404
    subject = get_object_or_404(model.visible_to(request.user), pk=pk)
    names = ", ".join(person.full_name for person in reminders.remind(subject, request.user))
    messages.success(request, f"Pengingat terkirim kepada {names}.")
    back = request.POST.get("kembali", "")
    return redirect(back if back == "/" else subject.get_absolute_url())
