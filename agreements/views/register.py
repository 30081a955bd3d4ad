"""The register of signed naskah: one list for the page, the workbook, the CSV and the print, and the views a person keeps of it."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_POST

from agreements import old_flags, register_columns, register_filter
from agreements.models import RegisterEntry
from agreements.register_filter import STATES, RegisterFilter, Wanted
from kerjasama.accounts import views_kept
from kerjasama.core import clock, keyset
from kerjasama.core.exports import csv_response
from kerjasama.core.sheets import workbook_response
from kerjasama.core.text import date_long

PAGE, PAGE_SIZE, PRINTED = "register", 25, 1000
#: What a view that is kept does not remember: where one had turned to.
PLACES = ("sesudah", "sebelum", "csrfmiddlewaretoken", "nama", "saringan")


def _address(query: QueryDict, **changed: Any) -> str:
    """This list with one thing changed, at its first page."""
    fresh = query.copy()
    for name in PLACES:
        fresh.pop(name, None)
    for name, value in changed.items():
        fresh[name] = value
    return f"?{fresh.urlencode()}"


@require_GET
@login_required
def register(request: HttpRequest) -> HttpResponse:
    """The register, a page at a time."""
    form = RegisterFilter(request.GET)
    wanted = form.wanted()
    meant = register_filter.found(request.user, wanted, clock.today())
    page = keyset.page(
        meant.found,
        wanted.order,
        PAGE_SIZE,
        after=request.GET.get("sesudah", ""),
        before=request.GET.get("sebelum", ""),
    )
    columns = register_columns.chosen(wanted.columns)
    heads = [("Naskah", ("judul", "judul")), *((column.label, column.sorts) for column in columns)]
    context = {
        "filter_form": form, "wanted": wanted, "instead": meant.instead, "views": _views(request, wanted), "kept": _kept(request),
        "clear_url": f"{reverse('agreements:register')}?{urlencode({'keadaan': wanted.state})}" if wanted.narrowed else "",
        "exports": _exports(request), "columns": [_head(label, sorts, request, wanted) for label, sorts in heads],
        "rows": [_row(entry, columns) for entry in page.rows], "count": page.count_label,
        "after_url": _address(request.GET, sesudah=page.after) if page.after else "",
        "before_url": _address(request.GET, sebelum=page.before) if page.before else "",
        "above": wanted.above(), "lost": page.lost, "query": _address(request.GET)[1:], "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Kerja sama"}],
    }  # fmt: skip
    return render(request, "agreements/register.html", context)


def _views(request: HttpRequest, wanted: Wanted) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": _address(request.GET, keadaan=key), "current": key == wanted.state}
        for key, label in STATES
    ]


def _kept(request: HttpRequest) -> list[dict[str, Any]]:
    here = _address(request.GET)[1:]
    return [
        {"pk": view.pk, "label": view.name, "url": f"?{view.query}", "current": view.query == here}
        for view in views_kept.of(request.user, PAGE)
    ]


def _exports(request: HttpRequest) -> list[dict[str, str]]:
    here = _address(request.GET)
    return [
        {"label": "Excel", "url": f"{reverse('agreements:workbook')}{here}", "icon": "file-text"},
        {"label": "CSV", "url": f"{reverse('agreements:export')}{here}"},
        {"label": "Cetak", "url": f"{reverse('agreements:print')}{here}", "icon": "printer"},
    ]


def _head(label: str, sorts: tuple[str, str] | None, request: HttpRequest, wanted: Wanted) -> dict[str, Any]:
    """The head of a column: a link to the other direction of its order, where it has one."""
    if sorts is None:
        return {"label": label}
    up, down = sorts
    now = wanted.sort or ("" if wanted.q else "terbaru")
    turned = down if now == up else up
    direction = "ascending" if now == up else "descending" if now == down else "none"
    return {"label": label, "sort_url": _address(request.GET, urut=turned), "sort": direction}


def _row(entry: RegisterEntry, columns: list[register_columns.Column]) -> dict[str, Any]:
    form = entry.get_instrument_display() or "Naskah"
    if entry.old_id:
        form = f"{form} · {old_flags.label(entry.kind, entry.signed_on).lower()}"
    return {
        "url": entry.get_absolute_url(), "title": entry.title,
        "detail": format_html('{} · <span class="nowrap">{}</span>', form, entry.code),
        "cells": [column.cell(entry) for column in columns],
    }  # fmt: skip


def _asked(request: HttpRequest) -> tuple[Wanted, Any, list[register_columns.Column]]:
    """What a download or print is to hold: every row of the list as it is shown."""
    wanted = RegisterFilter(request.GET).wanted()
    found = register_filter.found(request.user, wanted, clock.today()).found.order_by(*wanted.order)
    return wanted, found, register_columns.chosen(wanted.columns)


def _lines(found: Any, columns: list[register_columns.Column]) -> Iterator[list[Any]]:
    for entry in found.iterator(chunk_size=500):
        yield [entry.title, entry.code, *(column.value(entry) for column in columns)]


def _file_name(wanted: Wanted) -> str:
    return f"register-{wanted.state}-{clock.today():%Y%m%d}"


def _told(wanted: Wanted) -> str:
    return f"Saringan: {wanted.told()}; {date_long(clock.today())}"


def _labels(columns: list[register_columns.Column]) -> list[str]:
    return ["Naskah", "Kode", *(column.label for column in columns)]


@require_GET
@login_required
def register_export(request: HttpRequest) -> StreamingHttpResponse:
    """The register as CSV: exactly what is shown, with the filters in the first row."""
    wanted, found, columns = _asked(request)

    def lines() -> Iterator[list[Any]]:
        yield [_told(wanted)]
        yield _labels(columns)
        yield from _lines(found, columns)

    return csv_response(_file_name(wanted), lines())


@require_GET
@login_required
def register_workbook(request: HttpRequest) -> StreamingHttpResponse:
    """The same as a workbook."""
    wanted, found, columns = _asked(request)
    return workbook_response(_file_name(wanted), _labels(columns), _lines(found, columns), told=_told(wanted))


@require_GET
@login_required
def register_print(request: HttpRequest) -> HttpResponse:
    """The same on paper, up to a thousand rows; it says when there are more."""
    wanted, found, columns = _asked(request)
    entries = list(found[: PRINTED + 1])
    context = {
        "told": _told(wanted), "labels": ["Naskah", *(column.label for column in columns)], "cut": len(entries) > PRINTED, "printed": PRINTED,
        "rows": [_row(entry, columns) for entry in entries[:PRINTED]], "back_url": f"{reverse('agreements:register')}{_address(request.GET)}",
    }  # fmt: skip
    return render(request, "agreements/register_print.html", context)


@require_POST
@login_required
def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep the list as it is under a name of one's own. Raises BadInput without a name."""
    here = _address(QueryDict(request.POST.get("saringan", "")))[1:]
    view = views_kept.keep(request.user, PAGE, request.POST.get("nama", ""), here)
    messages.success(request, f"Tampilan “{view.name}” disimpan.")
    return redirect(f"{reverse('agreements:register')}?{here}")


@require_POST
@login_required
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view of one's own."""
    if not views_kept.drop(request.user, PAGE, pk):
        raise Http404
    messages.success(request, "Tampilan dihapus.")
    return redirect("agreements:register")
