"""The list of the reports: filters in the address, search, sort, pages, export of what is shown."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.exports import csv_response
from kerjasama.core.templatetags.ui import due_badge, tag
from kerjasama.core.text import date_long, date_short
from kerjasama.statutory import selectors
from kerjasama.statutory.forms import STATES, FilterForm
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.selectors import Wanted
from kerjasama.statutory.views.common import READERS, tone

PAGE_SIZE = 25
COLUMNS = ("Laporan", "Kepada", "Keadaan", "Tenggat", "Nomor dan pengiriman")


@require_GET
@login_required
def report_list(request: HttpRequest) -> HttpResponse:
    """Every report a person may read, by its newest edition."""
    require(request.user, *READERS)
    form = FilterForm(request.GET)
    wanted = form.wanted()
    page = Paginator(selectors.listed(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    calendar, address, level = WorkCalendar.load(), reverse("statutory:list"), Government.current().level
    context = {
        "filter_form": form,
        "views": [{"label": label, "url": f"{address}?keadaan={key}", "current": key == wanted.state} for key, label in STATES],
        "clear_url": f"{address}?keadaan={wanted.state}" if wanted.q or wanted.kind or wanted.year else "",
        "exports": [{"label": "CSV", "url": f"{reverse('statutory:export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": label} for label in COLUMNS],
        "rows": [_row(edition, calendar, level) for edition in page],
        "page_obj": page,
        "may_open": holds(request.user, Office.BAGIAN),
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Pelaporan"}],
    }  # fmt: skip
    return render(request, "statutory/list.html", context)


def _row(edition: ReportEdition, calendar: WorkCalendar, level: str) -> dict[str, Any]:
    edition_word = f"edisi {edition.number}" if edition.number > 1 else "edisi pertama"
    if edition.in_hand_number:
        edition_word = f"{edition_word}; edisi {edition.in_hand_number} sedang disusun"
    due = due_badge({}, edition.due_on, calendar) or ("Tanpa tenggat" if not edition.closed else "–")
    values = (
        edition.addressee or edition.report.rule.addressee(level).name, tag(edition.stage_label(), tone(edition)), due, _sent(edition)
    )  # fmt: skip
    return {
        "url": edition.get_absolute_url(),
        "title": str(edition.report),
        "detail": format_html('<span class="nowrap">{}</span> · {}', edition.report.code, edition_word),
        "cells": [{"label": label, "value": value} for label, value in zip(COLUMNS[1:], values, strict=True)],
    }


def _sent(edition: ReportEdition) -> str:
    if not edition.letter_number:
        return "Belum terbit"
    sent = f"dikirim {date_short(edition.sent_on)}" if edition.sent_on else "belum dikirim"
    return format_html('<span class="nowrap">{}</span><br>{}', edition.letter_number, sent)


@require_GET
@login_required
def report_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown, with the filters in the first row and the file name."""
    require(request.user, *READERS)
    wanted = FilterForm(request.GET).wanted()
    return csv_response(f"pelaporan-{wanted.state}-{clock.today():%Y%m%d}", _lines(request, wanted))


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[Any]]:
    level = Government.current().level
    narrowed = f"jenis {wanted.kind or 'semua'}, tahun {wanted.year or 'semua'}"
    yield [f"Saringan: keadaan {wanted.state}, {narrowed}, kata {wanted.q or '-'}; {date_long(clock.today())}"]
    yield [
        "Kode",
        "Laporan",
        "Edisi",
        "Kepada",
        "Keadaan",
        "Tenggat",
        "Nomor",
        "Tanggal",
        "Dikirim",
        "Cara",
        "Sidik isi",
    ]
    for edition in selectors.listed(request.user, wanted).select_related("content").iterator(chunk_size=500):
        yield [
            edition.report.code, str(edition.report), edition.number, edition.addressee or edition.report.rule.addressee(level).name,
            edition.stage_label(), edition.report.due_on.isoformat(), edition.letter_number, _iso(edition.dated), _iso(edition.sent_on),
            edition.get_way_display(), edition.content.sha256 if edition.content else "",
        ]  # fmt: skip


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
