from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kerjasama.accounts import permissions, selectors
from kerjasama.accounts.models import User
from kerjasama.accounts.models.user import MailMode
from kerjasama.accounts.services import choose_mail
from kerjasama.core import text
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import OptionCards

COLUMNS = [{"label": label} for label in ("Jabatan", "Kapasitas", "Mulai", "Sampai", "Keadaan")]


class MailForm(BaseForm):
    """How news reach somebody by e-mail."""

    mail_mode = forms.ChoiceField(
        label="Surel pemberitahuan", choices=MailMode.choices, widget=OptionCards(
            consequences={
                MailMode.EACH: "Satu surel untuk setiap pemberitahuan.",
                MailMode.DIGEST: "Yang menunggu tindakan Anda, undangan rapat, dan pengingat tetap dikirim segera.",
            },
            two=True,
        ),
    )  # fmt: skip


@require_GET
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Who I am here: my data, the offices I may act in today, and all of them with their dates."""
    return _page(request, MailForm(initial={"mail_mode": request.user.mail_mode}))


@require_POST
@login_required
def mail_mode(request: HttpRequest) -> HttpResponse:
    """Choose between an e-mail for each notice and one each morning."""
    form = MailForm(request.POST)
    if not form.is_valid():
        return _page(request, form, 422)
    choose_mail(request.user, form.cleaned_data["mail_mode"])
    messages.success(request, "Pilihan surel tersimpan.")
    return redirect("accounts:profile")


def _page(request: HttpRequest, form: MailForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "person": request.user,
        "seats": permissions.seats(request.user),
        "identity": _identity(request.user),
        "columns": COLUMNS,
        "rows": [_row(line) for line in selectors.offices_of(request.user)],
        "crumbs": [{"label": "Profil"}],
    }
    return render(request, "accounts/profile.html", context, status=status)


def _identity(person: User) -> list[dict[str, str]]:
    return [
        {"name": "Nama pengguna", "value": person.username},
        {"name": "NIP", "value": person.nip},
        {"name": "Surel", "value": person.email},
        {"name": "Telepon", "value": person.phone},
    ]


def _row(line: selectors.OfficeLine) -> dict[str, Any]:
    replaced = f"menggantikan {line.replaces}" if line.replaces else ""
    cells = (
        line.capacity,
        text.date_short(line.starts_on) if line.starts_on else "–",
        text.date_short(line.ends_on) if line.ends_on else "seterusnya",
        line.state.capitalize(),
    )
    return {
        "title": line.title,
        "detail": " · ".join(filter(None, [line.unit, replaced, line.basis])),
        "cells": [{"label": head["label"], "value": value} for head, value in zip(COLUMNS[1:], cells, strict=True)],
    }
