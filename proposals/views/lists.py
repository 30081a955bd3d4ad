"""The list of proposals: filters in the address, search, sort, pages, export of what is shown."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags.ui import due_badge, tag, type_badge
from proposals import selectors
from proposals.models import Proposal
from proposals.selectors import Wanted

PAGE_SIZE = 25
STATES = [
    ("berjalan", "Berjalan"),
    ("lewat", "Lewat tenggat"),
    ("berlaku", "Sudah berlaku"),
    ("ditutup", "Ditutup"),
    ("semua", "Semua"),
]


class FilterForm(BaseForm):
    """What a list can be narrowed by; every field stands in the address."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, mitra, kode, nomor surat"}),
    )
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)
    urut = forms.ChoiceField(
        label="Urutkan",
        required=False,
        choices=[("terbaru", "Terbaru"), ("tenggat", "Tenggat terdekat"), ("terlama", "Terlama"), ("judul", "Judul")],
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [("", "Semua tahun"), *((y, str(y)) for y in years)]

    def wanted(self) -> Wanted:
        """The filters; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        return Wanted(
            q=values.get("q", ""),
            state=values.get("keadaan") or "berjalan",
            year=values.get("tahun"),
            sort=values.get("urut") or "terbaru",
        )


@require_GET
@login_required
def proposal_list(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET, years=selectors.years(request.user))
    wanted = form.wanted()
    page = Paginator(selectors.listed(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    address = reverse("proposals:list")
    filtered = bool(wanted.q or wanted.year)
    context = {
        "filter_form": form,
        "views": [
            {"label": label, "url": f"{address}?{urlencode({'keadaan': key})}", "current": key == wanted.state}
            for key, label in STATES
        ],
        "clear_url": f"{address}?{urlencode({'keadaan': wanted.state})}" if filtered else "",
        "exports": [{"label": "CSV", "url": f"{reverse('proposals:export')}?{request.GET.urlencode()}"}],
        "columns": [
            {"label": "Usulan"},
            {"label": "Mitra"},
            {"label": "Tahap"},
            {"label": "Giliran"},
            {"label": "Tenggat"},
        ],
        "rows": _rows(page),
        "page_obj": page,
        "filtered": filtered or wanted.state != "berjalan",
        "may_open": holds(request.user, Office.OPD, Office.BAGIAN),
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Usulan"}],
    }
    return render(request, "proposals/list.html", context)


def _rows(proposals: Any) -> list[dict[str, Any]]:
    calendar = WorkCalendar.load()
    return [_row(proposal, calendar) for proposal in proposals]


def _row(proposal: Proposal, calendar: WorkCalendar) -> dict[str, Any]:
    standing = proposal.standing
    office = Office(standing.office).label if standing.office else ""
    if standing.office == Office.OPD and standing.unit:
        office = standing.unit.name
    badge = type_badge(proposal.kind, proposal.get_category_display())
    tone = {"RUNNING": "wait", "IN_FORCE": "ok", "CLOSED": ""}[standing.state]
    return {
        "url": proposal.get_absolute_url(),
        "title": proposal.title,
        "detail": format_html("{} · {} · {}", proposal.code, badge, proposal.lead_unit.name),
        "cells": [
            {"label": "Mitra", "value": ", ".join(p.name for p in proposal.counterparts)},
            {"label": "Tahap", "value": tag(standing.label, tone)},
            {"label": "Giliran", "value": office or "Tidak ada"},
            {
                "label": "Tenggat",
                "value": due_badge({}, standing.due_on, calendar) if standing.due_on else "Tanpa tenggat",
            },
        ],
    }


@require_GET
@login_required
def proposal_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown, with the filters in the first row and the file name."""
    wanted = FilterForm(request.GET, years=selectors.years(request.user)).wanted()
    name = f"usulan-{wanted.state}-{wanted.year or 'semua-tahun'}-{clock.today():%Y%m%d}"
    return csv_response(name, _lines(request, wanted))


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[Any]]:
    told = f"keadaan {wanted.state}, tahun {wanted.year or 'semua'}, kata {wanted.q or '-'}"
    yield [f"Saringan: {told}; {text.date_long(clock.today())}"]
    yield [
        "Kode",
        "Judul",
        "Jenis",
        "Kategori",
        "Arah",
        "Mitra",
        "Pemrakarsa",
        "Tahap",
        "Sejak",
        "Tenggat",
        "Nilai (Rp)",
    ]
    for proposal in selectors.listed(request.user, wanted).iterator(chunk_size=500):
        yield _cells(proposal)


def _cells(proposal: Proposal) -> list[Any]:
    standing = proposal.standing
    return [
        proposal.code, proposal.title, proposal.kind, proposal.get_category_display(), proposal.get_direction_display(),
        "; ".join(p.name for p in proposal.counterparts), proposal.lead_unit.name, standing.label, standing.since.isoformat(),
        standing.due_on.isoformat() if standing.due_on else "", proposal.amount if proposal.amount is not None else "",
    ]  # fmt: skip
