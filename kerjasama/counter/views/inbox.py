"""The inbox of the Bagian: requests that came in online."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from kerjasama.accounts.permissions import require
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags.ui import due_badge, tag
from kerjasama.counter import selectors
from kerjasama.counter.models import OnlineRequest
from kerjasama.counter.models.request import READERS
from kerjasama.counter.selectors import Wanted
from kerjasama.counter.stages import Applicant, Stage
from kerjasama.counter.views.detail import detail_context

PAGE_SIZE = 25
STATES = [
    ("diperiksa", "Perlu diperiksa"), ("lewat", "Lewat tenggat"), ("dilengkapi", "Menunggu pemohon"), ("diterima", "Diterima"), ("rencana", "Masuk rencana"),
    ("ditolak", "Ditolak atau gugur"), ("semua", "Semua"),
]  # fmt: skip
TONES = {
    Stage.RECEIVED: "wait",
    Stage.INCOMPLETE: "info",
    Stage.ACCEPTED: "ok",
    Stage.PLANNED: "ok",
    Stage.REJECTED: "bad",
}


class FilterForm(BaseForm):
    """What the inbox can be narrowed by; every field stands in the address."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nomor, judul, pemohon"})
    )  # fmt: skip
    pemohon = forms.ChoiceField(label="Pemohon", required=False, choices=[("", "Semua"), *Applicant.choices])
    urut = forms.ChoiceField(
        label="Urutkan", required=False,
        choices=[("tenggat", "Tenggat terdekat"), ("terbaru", "Terbaru"), ("terlama", "Terlama"), ("nama", "Nama pemohon")],
    )  # fmt: skip
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def wanted(self) -> Wanted:
        """The filters; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "diperiksa", applicant=values.get("pemohon", ""),
            sort=values.get("urut") or "tenggat",
        )  # fmt: skip


@require_GET
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """The requests, those to be looked at first."""
    require(request.user, *READERS)
    form = FilterForm(request.GET)
    wanted = form.wanted()
    page = Paginator(selectors.listed(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    address, calendar = reverse("counter:inbox"), WorkCalendar.load()
    filtered = bool(wanted.q or wanted.applicant)
    context = {
        "filter_form": form,
        "views": [{"label": label, "url": f"{address}?{urlencode({'keadaan': key})}", "current": key == wanted.state} for key, label in STATES],
        "clear_url": f"{address}?{urlencode({'keadaan': wanted.state})}" if filtered else "",
        "exports": [{"label": "CSV", "url": f"{reverse('counter:export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": label} for label in ("Permohonan", "Pemohon", "Keadaan", "Diterima", "Tenggat")],
        "rows": [_row(online, calendar) for online in page],
        "page_obj": page,
        "filtered": filtered or wanted.state != "diperiksa",
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Permohonan daring"}],
    }  # fmt: skip
    return render(request, "counter/inbox.html", context)


def _row(online: OnlineRequest, calendar: WorkCalendar) -> dict[str, Any]:
    case = f" · {online.proposal.code}" if online.proposal else ""
    return {
        "url": online.get_absolute_url(),
        "title": online.title,
        "detail": f"{online.number}{case}",
        "cells": [
            {"label": "Pemohon", "value": f"{online.name} ({online.get_applicant_display().lower()})"},
            {"label": "Keadaan", "value": tag(online.stage_label(), TONES.get(Stage(online.stage), ""))},
            {"label": "Diterima", "value": text.date_short(online.confirmed_at.astimezone(clock.zone()).date())},
            {"label": "Tenggat", "value": due_badge({}, online.due_on, calendar) if online.due_on else "Tanpa tenggat"},
        ],
    }


@require_GET
@login_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown, with the filters in the first row; no contact data of people."""
    require(request.user, *READERS)
    wanted = FilterForm(request.GET).wanted()
    return csv_response(f"permohonan-daring-{wanted.state}-{clock.today():%Y%m%d}", _lines(request, wanted))


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[Any]]:
    told = f"keadaan {wanted.state}, pemohon {wanted.applicant or 'semua'}, kata {wanted.q or '-'}"
    yield [f"Saringan: {told}; {text.date_long(clock.today())}"]
    yield ["Nomor", "Judul", "Pemohon", "Nama", "Keadaan", "Diterima", "Tenggat", "Usulan"]
    for online in selectors.listed(request.user, wanted).iterator(chunk_size=500):
        received = online.confirmed_at.astimezone(clock.zone()).date().isoformat()
        yield [
            online.number, online.title, online.get_applicant_display(), online.name, online.stage_label(), received,
            online.due_on.isoformat() if online.due_on else "", online.proposal.code if online.proposal else "",
        ]  # fmt: skip


@require_GET
@login_required
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """A request with everything it says, its papers, hints at duplicates, and the acts."""
    online = get_object_or_404(
        OnlineRequest.visible_to(request.user).select_related("proposal", "partner", "affair", "plan_row"),
        number=number,
    )
    return render(request, "counter/detail.html", detail_context(online, request.user))
