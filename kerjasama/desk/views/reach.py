"""The running work that keeps the old value of a parameter, one line each."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office
from kerjasama.core import clock, text
from kerjasama.core.exports import csv_response
from kerjasama.core.parameter_registry import PARAMETERS
from kerjasama.desk import reach
from kerjasama.desk.reach import KeptRow

PAGE_SIZE = 25
HEADS = ("Kode", "Berkas", "Keadaan", "Tetap memakai", "Sejak")


@require_GET
@login_required
def kept(request: HttpRequest, key: str) -> HttpResponse:
    """The list, searched by code or stage; `?unduh=csv` gives what is shown."""
    permissions.require(request.user, Office.ADMIN)
    spec = PARAMETERS.get(key)
    if spec is None:
        raise Http404
    q = request.GET.get("q", "").strip()[:60]
    rows = [row for row in reach.kept(key) if q.lower() in f"{row.code} {row.what} {row.stage}".lower()]
    if request.GET.get("unduh") == "csv":
        return _sheet(key, rows)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("halaman"))
    change = reverse("admin:core_parameter_change", args=[key])
    context = {
        "spec": spec,
        "q": q,
        "columns": [{"label": label} for label in HEADS],
        "rows": [_row(row) for row in page],
        "page_obj": page,
        "change_url": change,
        "crumbs": [{"label": "Parameter", "url": change}, {"label": spec.label}],
    }
    return render(request, "desk/reach.html", context)


def _row(row: KeptRow) -> dict[str, Any]:
    values = (row.what, row.stage, row.keeps, text.date_short(row.since) if row.since else "–")
    return {
        "title": row.code,
        "cells": [{"label": label, "value": value} for label, value in zip(HEADS[1:], values, strict=True)],
    }


def _sheet(key: str, rows: list[KeptRow]) -> StreamingHttpResponse:
    lines = ((r.code, r.what, r.stage, r.keeps, r.since.isoformat() if r.since else "") for r in rows)
    return csv_response(f"parameter-{key}-{clock.today():%Y%m%d}", (HEADS, *lines))
