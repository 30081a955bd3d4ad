"""Officials and the other people whom the stages wait for."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts import services as accounts
from kerjasama.accounts.models import Holding, Invitation, User
from kerjasama.accounts.offices import SYSTEM_USERNAME, Office
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.refusals import show
from kerjasama.setup import readiness
from kerjasama.setup.forms import OfficialForm
from kerjasama.setup.readiness import Held
from kerjasama.setup.views.base import allow, page


@require_http_methods(["GET", "POST"])
@login_required
def officials(request: HttpRequest) -> HttpResponse:
    """Who holds the offices that paraf and sign, and since when."""
    allow(request)
    form = OfficialForm(request.POST or None)
    if form.is_valid():
        typed = dict(form.cleaned_data)
        try:
            accounts.assign(typed.pop("user"), typed.pop("office"), by=request.user, **typed)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, "Jabatan sudah dicatat.")
            return redirect("setup:pejabat")
    held = readiness.offices_today()
    context = {
        "form": form,
        "rows": [_row(office, why, held, "setup:pejabat") for office, why in readiness.OFFICIALS.items()],
        "terms": _terms(),
    }
    return page(request, "pejabat", "setup/officials.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Who is still missing, who was invited and has not come."""
    allow(request)
    held = readiness.offices_today()
    waiting = Invitation.objects.filter(accepted_at=None, revoked_at=None).select_related("user").order_by("expires_at")
    advised = {
        Office.ADMIN: "mengurus pengguna, unit, dan parameter",
        Office.BPKAD: "menyatakan ketersediaan anggaran",
        Office.BAPPEDA: "menilai kesesuaian dengan perencanaan",
        Office.INSPEKTORAT: "membaca semua dan mengawasi jejaknya",
    }
    wanted = {**readiness.STAFF, **advised}
    context = {
        "rows": [_row(office, why, held, "setup:pengguna") for office, why in wanted.items()],
        "waiting": waiting,
        "active": User.objects.filter(is_active=True, is_partner=False).exclude(username=SYSTEM_USERNAME).count(),
        "now": clock.now(),
    }
    return page(request, "pengguna", "setup/people.html", context)


def _row(office: str, why: str, held: dict[str, Held], back: str) -> dict[str, Any]:
    found = held.get(office, Held())
    query = urlencode({"jabatan": office, "kembali": reverse(back)})
    return {
        "label": Office(office).label,
        "why": why,
        "active": found.active,
        "waiting": found.waiting,
        "invite_url": f"{reverse('accounts:invite')}?{query}",
    }


def _terms() -> list[Holding]:
    """The terms of the officials that run or begin later; one query."""
    today = clock.today()
    found = Holding.objects.filter(office__in=readiness.OFFICIALS).select_related("user").order_by("office", "id")
    return [
        holding
        for holding in found
        if not holding.is_annulled and (holding.ends_on is None or holding.ends_on >= today)
    ]
