"""What the administrator does to one person, each on a page that asks why."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kerjasama.accounts import inviting, permissions, second_factor, services
from kerjasama.accounts.models import Holding, Invitation
from kerjasama.accounts.offices import Office
from kerjasama.accounts.people import Person
from kerjasama.accounts.people_forms import EndOfficeForm, OfficeForm, ReasonForm, RetireForm
from kerjasama.accounts.views.people import visible
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show


@require_POST
@login_required
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """A new letter with a new link."""
    person = _mine(request, pk)
    inviting.send_again(_invitation(person), by=request.user)
    messages.success(request, f"Undangan baru sedang dikirim ke {person.user.email}. Tautan lama tidak berlaku lagi.")
    return redirect("accounts:person", pk)


@require_http_methods(["GET", "POST"])
@login_required
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    person = _mine(request, pk)
    return _ask(
        request, person, ReasonForm(request.POST or None), "Cabut undangan",
        "Tautannya tidak berlaku lagi, akun tetap mati, dan jabatan yang ikut diberikan dibatalkan.",
        lambda typed: inviting.revoke(_invitation(person), reason=typed["reason"], by=request.user),
        "Undangan sudah dicabut.", danger=True,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch an account off."""
    person = _mine(request, pk)
    return _ask(
        request, person, RetireForm(request.POST or None), "Nonaktifkan pengguna",
        "Orang ini tidak dapat masuk lagi dan semua jabatannya berakhir. Jejak tindakannya tetap tersimpan.",
        lambda typed: inviting.retire(person.user, on=typed["on"], reason=typed["reason"], by=request.user),
        "Pengguna sudah dinonaktifkan.", danger=True,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def invite_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back somebody who was switched off."""
    person = _mine(request, pk)
    return _ask(
        request, person, ReasonForm(request.POST or None), "Undang kembali",
        "Undangan baru dikirim; orang ini membuat kata sandi baru. Jabatan diberikan kembali satu per satu.",
        lambda typed: inviting.invite_again(person.user, reason=typed["reason"], by=request.user),
        "Undangan sedang dikirim.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def reset_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a lost second factor away."""
    person = _mine(request, pk)
    return _ask(
        request, person, ReasonForm(request.POST or None), "Atur ulang verifikasi dua langkah",
        "Pastikan dahulu bahwa benar orang ini yang meminta. Gawai dan kode pemulihannya dilepas, semua sesinya berakhir, "
        "dan ia memasangkan gawai baru ketika masuk lagi.",
        lambda typed: second_factor.reset(person.user, reason=typed["reason"], by=request.user),
        "Verifikasi dua langkah sudah diatur ulang.", danger=True,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def give_office(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an office from a day on."""
    person = _mine(request, pk)
    return _ask(
        request, person, OfficeForm(request.POST or None), "Beri jabatan",
        "Wewenang mengikuti jabatan, sejak hari pertamanya.",
        lambda typed: services.assign(person.user, typed.pop("office"), by=request.user, **typed),
        "Jabatan sudah dicatat.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def end_office(request: HttpRequest, pk: int, holding_id: int) -> HttpResponse:
    """Let an office of this person run out."""
    person = _mine(request, pk)
    holding = Holding.objects.filter(pk=holding_id, user=person.user).first()
    if holding is None or holding.is_annulled:
        raise Http404
    return _ask(
        request, person, EndOfficeForm(request.POST or None), f"Akhiri jabatan {holding.shown_title}",
        "Sesudah hari terakhir, orang ini tidak dapat bertindak dalam jabatan itu.",
        lambda typed: services.end(holding, last_day=typed["last_day"], reason=typed["reason"], by=request.user),
        "Masa jabatan sudah dicatat.",
    )  # fmt: skip


def _mine(request: HttpRequest, pk: int) -> Person:
    person = visible(request, pk)
    permissions.require(request.user, Office.ADMIN)
    return person


def _invitation(person: Person) -> Invitation:
    if person.invitation is None:
        raise NotYet("Orang ini belum pernah diundang.", detail="Akunnya dibuat dengan cara lain.")
    return person.invitation


def _ask(
    request: HttpRequest, person: Person, form: BaseForm, heading: str, consequence: str,
    do: Callable[[dict[str, Any]], object], thanks: str, *, danger: bool = False,
) -> HttpResponse:  # fmt: skip
    back = reverse("accounts:person", args=[person.user.pk])
    if form.is_valid():
        try:
            do(dict(form.cleaned_data))
        except BadInput as refusal:
            # The services speak of `ends_on`; a form that only ends something calls it the last day.
            show(form, refusal, names={"ends_on": "last_day"})
        else:
            messages.success(request, thanks)
            return redirect(back)
    context = {
        "form": form, "person": person, "heading": heading, "consequence": consequence, "danger": danger, "back_url": back,
        "crumbs": [
            {"label": "Pengguna", "url": reverse("accounts:people")},
            {"label": person.user.full_name, "url": back},
            {"label": heading},
        ],
    }  # fmt: skip
    return render(request, "accounts/person_act.html", context, status=422 if form.errors else 200)
