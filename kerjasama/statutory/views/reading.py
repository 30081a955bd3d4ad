"""What an edition says: its tables on screen and on paper, what changed, and the workbook of a draft."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import Government
from kerjasama.core import clock
from kerjasama.core.sheets import XLSX
from kerjasama.statutory import contents, differences, sheets, workbooks
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.views.common import crumbs, edition_of, tone

PAGE_SIZE, CHANGES = 25, 10


@require_GET
@login_required
def content_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One table of the content at a time; a frozen one says so, a live one says of which day it is."""
    edition = edition_of(request, pk)
    content = contents.of(edition)
    found = [sheet for sheet in sheets.of(content.data) if sheet.slug != "perubahan"]
    wanted = request.GET.get("bagian", "")
    sheet = next((one for one in found if one.slug == wanted), found[0])
    address, q = reverse("statutory:content", args=[pk]), request.GET.get("q", "").strip()[:120]
    rows = [row for row in sheet.rows if all(word in " ".join(row).lower() for word in q.lower().split())]
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("halaman"))
    context = _shared(edition, content) | {
        "pages": [{"label": one.title, "url": f"{address}?bagian={one.slug}", "current": one is sheet} for one in found],
        "sheet": sheet, "q": q, "columns": [{"label": column.label} for column in sheet.columns],
        "rows": [_row(sheet, row) for row in page], "page_obj": page, "totals": _row(sheet, sheet.totals) if sheet.totals and not q else None,
        "empty": "Tidak ada baris yang cocok dengan kata itu." if q else sheet.empty,
        "crumbs": crumbs(edition, {"label": "Isi laporan"}),
    }  # fmt: skip
    return render(request, "statutory/content.html", context)


def _row(sheet: sheets.Sheet, row: list[str]) -> dict[str, Any]:
    labels = [column.label for column in sheet.columns[1:]]
    return {
        "title": row[0],
        "cells": [{"label": label, "value": value} for label, value in zip(labels, row[1:], strict=True)],
    }


def _table(sheet: sheets.Sheet) -> dict[str, Any]:
    """A table for the printer, each cell with the label of its column."""
    rows = [_labelled(sheet, row) for row in sheet.rows]
    return {
        "title": sheet.title, "columns": sheet.columns, "rows": rows, "empty": sheet.empty,
        "totals": _labelled(sheet, sheet.totals) if sheet.totals else None,
    }  # fmt: skip


def _labelled(sheet: sheets.Sheet, row: list[str]) -> dict[str, Any]:
    return {
        "cells": [{"label": column.label, "value": value} for column, value in zip(sheet.columns, row, strict=True)]
    }


@require_GET
@login_required
def print_page(request: HttpRequest, pk: int) -> HttpResponse:
    """All tables one under the other, for the printer of the browser."""
    edition = edition_of(request, pk)
    content = contents.of(edition)
    tables = [_table(sheet) for sheet in sheets.of(content.data)]
    context = _shared(edition, content) | {"tables": tables, "crumbs": crumbs(edition, {"label": "Cetak"})}
    return render(request, "statutory/print.html", context)


@require_GET
@login_required
def changes_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed against the edition that was sent before, row by row."""
    edition = edition_of(request, pk)
    content = contents.of(edition)
    wanted = request.GET.get("jenis", "")
    changes = [change for change in content.changes if wanted in ("", change["sort"])]
    page = Paginator(changes, CHANGES).get_page(request.GET.get("halaman"))
    address, tally = reverse("statutory:changes", args=[pk]), differences.counts(content.changes)
    views = [{"label": "Semua", "url": address, "current": not wanted, "count": len(content.changes)}]
    views += [
        {"label": label, "url": f"{address}?jenis={sort}", "current": wanted == sort, "count": tally[sort]}
        for sort, label in differences.LABELS.items()
    ]
    context = _shared(edition, content) | {
        "views": views, "changes": [change | {"label": differences.LABELS[change["sort"]]} for change in page], "page_obj": page,
        "crumbs": crumbs(edition, {"label": "Perubahan"}),
    }  # fmt: skip
    return render(request, "statutory/changes.html", context)


@require_GET
@login_required
def workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The workbook: the kept file of an issued edition, else the data as they stand, marked as a draft."""
    edition = edition_of(request, pk)
    if edition.workbook is not None:
        return redirect(edition.workbook)
    content = contents.of(edition)
    made = workbooks.workbook(edition, content, number="", dated=None, author=str(Government.current()))
    response = HttpResponse(made, content_type=XLSX)
    name = f"DRAF-{edition.case_code}-{clock.today():%Y%m%d}.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def _shared(edition: ReportEdition, content: contents.Content) -> dict[str, Any]:
    as_of = sheets.day_of(content.data["as_of"])
    return {
        "edition": edition,
        "tone": tone(edition),
        "contents": content,
        "as_of": as_of,
        "compared": content.data["compared_with"],
    }
