from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from kerjasama.notifications import selectors, services

PAGE_SIZE = 25


@require_GET
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    lines = selectors.inbox(request.user)
    page = Paginator(lines, PAGE_SIZE).get_page(request.GET.get("halaman"))
    context = {
        "page_obj": page,
        "unread": selectors.unread_count(request.user),
        "crumbs": [{"label": "Pemberitahuan"}],
    }
    return render(request, "notifications/inbox.html", context)


@require_POST
@login_required
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one line as read; with `buka` also go where it points."""
    line = selectors.line_of(request.user, pk)
    if line is None:
        raise Http404
    services.mark_read(request.user, pk)
    target = line.url if "buka" in request.POST else ""
    if target and url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return redirect(target)
    return redirect("notifications:inbox")


@require_POST
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    count = services.mark_all_read(request.user)
    messages.success(request, f"{count} pemberitahuan ditandai sudah dibaca.")
    return redirect("notifications:inbox")
