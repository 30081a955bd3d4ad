"""The page on which the administrator passes the work of one person to another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office
from kerjasama.accounts.people import office_words
from kerjasama.accounts.views.people import visible
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.refusals import show
from kerjasama.desk import handover
from kerjasama.desk.handover_form import HandoverForm


@require_http_methods(["GET", "POST"])
@login_required
def hand_over(request: HttpRequest, person: int) -> HttpResponse:
    """Show what is open and who takes it; the POST passes it on."""
    giver = visible(request, person).user
    permissions.require(request.user, Office.ADMIN)
    back = reverse("accounts:person", args=[person])
    form = HandoverForm(request.POST or None, giver=giver)
    if form.is_valid():
        try:
            row = handover.hand_over(giver, by=request.user, **form.cleaned_data)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Pekerjaan {row.giver} diserahkan kepada {row.taker}.")
            return redirect(back)
    context = {
        "form": form,
        "giver": giver,
        "offices": [office_words(record) for record in handover.offices_to_pass(giver, clock.today())],
        "items": [{"name": i["code"], "value": f"{i['what']}: {i['stage']}"} for i in handover.open_items(giver)],
        "back_url": back,
        "crumbs": [
            {"label": "Pengguna", "url": reverse("accounts:people")},
            {"label": giver.full_name, "url": back},
            {"label": "Serah terima"},
        ],
    }
    return render(request, "desk/handover.html", context, status=422 if form.errors else 200)
