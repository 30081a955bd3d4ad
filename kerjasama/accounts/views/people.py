"""The list of people and the page of each: for the administrator, read by the Inspektorat."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import formset_factory
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts import inviting, people, permissions, second_factor, selectors
from kerjasama.accounts.inviting import NewOffice
from kerjasama.accounts.models import Handover, Invitation
from kerjasama.accounts.offices import Office
from kerjasama.accounts.people import Person, Wanted
from kerjasama.accounts.people_forms import InviteForm, OfficeForm, PeopleFilterForm
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.core.exports import csv_response
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import tag

PAGE_SIZE = 25
READERS = (Office.ADMIN, Office.INSPEKTORAT)
TONES = {"aktif": "ok", "diundang": "wait", "nonaktif": ""}
HEADS = ("Nama", "Nama pengguna", "Surel", "NIP", "Jabatan hari ini", "Keadaan", "Terakhir masuk")
Offices = formset_factory(OfficeForm, extra=2, max_num=6, validate_max=True)


@require_GET
@login_required
def people_list(request: HttpRequest) -> HttpResponse:
    """Everybody with an account."""
    require_reader(request)
    form = PeopleFilterForm(request.GET)
    wanted = _wanted(form)
    page = Paginator(people.listed(wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    address = reverse("accounts:people")
    filtered = bool(wanted.q or wanted.office)
    context = {
        "filter_form": form,
        "views": [
            {"label": label, "url": f"{address}?{urlencode({'keadaan': key})}", "current": key == wanted.state}
            for key, label in people.STATES
        ],
        "clear_url": f"{address}?{urlencode({'keadaan': wanted.state})}" if filtered else "",
        "exports": [{"label": "CSV", "url": f"{reverse('accounts:people_export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": label} for label in ("Orang", "Jabatan hari ini", "Keadaan", "Terakhir masuk")],
        "rows": [_row(person) for person in people.with_offices(page)],
        "page_obj": page,
        "filtered": filtered or wanted.state != "semua",
        "may_edit": permissions.holds(request.user, Office.ADMIN),
        "crumbs": [{"label": "Pengguna"}],
    }
    return render(request, "accounts/people.html", context)


@require_GET
@login_required
def people_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown."""
    require_reader(request)
    wanted = _wanted(PeopleFilterForm(request.GET))
    lines = (_cells(person) for person in people.with_offices(people.listed(wanted)))
    return csv_response(f"pengguna-{wanted.state}-{clock.today():%Y%m%d}", (HEADS, *lines))


@require_http_methods(["GET", "POST"])
@login_required
def invite(request: HttpRequest) -> HttpResponse:
    """Invite a person with the offices that come with it."""
    permissions.require(request.user, Office.ADMIN)
    form = InviteForm(request.POST or None)
    wanted = request.GET.get("jabatan", "")
    initial = [{"office": wanted}] if wanted in Office.values else None
    offices = Offices(request.POST or None, prefix="jabatan", initial=initial)
    back = _back(request) or reverse("accounts:people")
    first = offices.forms[0]
    if request.method == "POST" and form.is_valid() & offices.is_valid():
        given = [NewOffice(**f.cleaned_data) for f in offices.forms if f.cleaned_data.get("office")]
        try:
            invitation = inviting.invite(**form.cleaned_data, offices=given, by=request.user)
        except BadInput as refusal:
            show(form, refusal, first)
        else:
            messages.success(request, f"Undangan untuk {invitation.user} sedang dikirim ke {invitation.email}.")
            return redirect(_back(request) or reverse("accounts:person", args=[invitation.user_id]))
    context = {
        "form": form,
        "offices": offices,
        "back_url": back,
        "crumbs": [{"label": "Pengguna", "url": reverse("accounts:people")}, {"label": "Undang pengguna"}],
    }
    wrong = form.is_bound and (form.errors or any(offices.errors))
    return render(request, "accounts/invite.html", context, status=422 if wrong else 200)


@require_GET
@login_required
def person_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: data, offices with their dates, the invitation, and what may be done."""
    person = visible(request, pk)
    context = {
        "person": person,
        "state": person.state,
        "tone": TONES[person.state],
        "identity": [*_identity(person), _second_factor(person)],
        "invitation": _invitation(person.invitation),
        "waits": person.state == "diundang",
        "offices": selectors.offices_of(person.user),
        "records": selectors.standing_records(person.user),
        "handovers": [_handover(row) for row in selectors.handovers_of(person.user)],
        "may_edit": permissions.holds(request.user, Office.ADMIN),
        "oneself": person.user == request.user,
        "has_second_factor": second_factor.is_set(person.user),
        "crumbs": [{"label": "Pengguna", "url": reverse("accounts:people")}, {"label": person.user.full_name}],
    }
    return render(request, "accounts/person.html", context)


def _back(request: HttpRequest) -> str:
    """Where the invitation was begun, when it is a page of this site."""
    address = request.GET.get("kembali", "")
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()) else ""


def require_reader(request: HttpRequest) -> None:
    if not permissions.holds(request.user, *READERS):
        raise NotYours(
            "Daftar pengguna tidak terbuka bagi jabatan Anda.",
            detail="Hubungi administrator bila data Anda perlu diperbaiki.",
        )


def visible(request: HttpRequest, pk: int) -> Person:
    """The person behind a page. Raises Http404 for anybody who may not read the list."""
    found = people.person(pk) if permissions.holds(request.user, *READERS) else None
    if found is None:
        raise Http404
    return found


def _wanted(form: PeopleFilterForm) -> Wanted:
    values = form.cleaned_data if form.is_valid() else {}
    return Wanted(
        q=values.get("q", ""), state=values.get("keadaan") or "semua", office=values.get("jabatan", ""),
        sort=values.get("urut") or "nama",
    )  # fmt: skip


def _row(person: Person) -> dict[str, Any]:
    user = person.user
    seen = text.date_short(user.last_login.astimezone(clock.zone()).date()) if user.last_login else "Belum pernah"
    return {
        "url": reverse("accounts:person", args=[user.pk]),
        "title": user.full_name,
        "detail": user.email,
        "cells": [
            {"label": "Jabatan hari ini", "value": person.office_line or "Tanpa jabatan"},
            {"label": "Keadaan", "value": tag(person.state.capitalize(), TONES[person.state])},
            {"label": "Terakhir masuk", "value": seen, "nowrap": True},
        ],
    }


def _cells(person: Person) -> list[str]:
    user = person.user
    seen = user.last_login.astimezone(clock.zone()).isoformat(timespec="minutes") if user.last_login else ""
    return [user.full_name, user.username, user.email, user.nip, person.office_line, person.state, seen]


def _identity(person: Person) -> list[dict[str, str]]:
    user = person.user
    rows = [
        {"name": "Nama pengguna", "value": user.username},
        {"name": "Surel", "value": user.email},
        {"name": "NIP", "value": user.nip},
        {"name": "Telepon", "value": user.phone},
    ]
    if user.retired_on:
        rows.append({"name": "Nonaktif sejak", "value": text.date_long(user.retired_on)})
        rows.append({"name": "Alasan", "value": user.retired_reason})
    return rows


def _handover(row: Handover) -> dict[str, str]:
    """Both names, the offices and how much was open, with who recorded it."""
    codes = f" ({', '.join(sorted({item['code'] for item in row.items}))})" if row.items else ""
    return {
        "name": f"Sejak {text.date_long(row.from_day)}",
        "value": f"Dari {row.giver} kepada {row.taker}: {'; '.join(row.offices)}; {len(row.items)} berkas terbuka{codes}. "
        f"Dasar: {row.basis}. Dicatat oleh {row.recorded_by}.",
    }


def _second_factor(person: Person) -> dict[str, str]:
    state = "Aktif" if second_factor.is_set(person.user) else "Belum aktif"
    needed = " (wajib bagi jabatannya)" if second_factor.is_needed(person.user) else ""
    return {"name": "Verifikasi dua langkah", "value": f"{state}{needed}"}


def _invitation(invitation: Invitation | None) -> list[dict[str, str]]:
    if invitation is None:
        return []
    moment = f"{text.date_long(invitation.expires_at.astimezone(clock.zone()).date())}, {text.time_wib(invitation.expires_at)}"
    rows = [
        {"name": "Keadaan", "value": Invitation.State(invitation.state).label},
        {"name": "Dikirim ke", "value": invitation.email},
        {"name": "Berlaku sampai", "value": moment},
        {"name": "Surel", "value": _mail_line(invitation)},
    ]
    if invitation.revoked_reason:
        rows.append({"name": "Alasan dicabut", "value": invitation.revoked_reason})
    return rows


def _mail_line(invitation: Invitation) -> str:
    if invitation.mailed_at:
        local = invitation.mailed_at.astimezone(clock.zone())
        return f"Terkirim {text.date_short(local.date())}, {text.time_wib(invitation.mailed_at)}"
    if invitation.mail_error:
        return f"Belum terkirim sesudah {invitation.mail_attempts} percobaan: {invitation.mail_error}"
    return "Menunggu dikirim"
