from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kerjasama.accounts import permissions, selectors
from kerjasama.accounts.models import User
from kerjasama.core import text

COLUMNS = [{"label": label} for label in ("Jabatan", "Kapasitas", "Mulai", "Sampai", "Keadaan")]


@require_GET
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Who I am here: my data, the offices I may act in today, and all of them with their dates."""
    context = {
        "person": request.user,
        "seats": permissions.seats(request.user),
        "identity": _identity(request.user),
        "columns": COLUMNS,
        "rows": [_row(line) for line in selectors.offices_of(request.user)],
        "crumbs": [{"label": "Profil"}],
    }
    return render(request, "accounts/profile.html", context)


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
