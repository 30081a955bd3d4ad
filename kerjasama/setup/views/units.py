"""Perangkat daerah: the list, one unit, a whole list at once."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts.models import OrgUnit
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.exports import csv_response
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import tag
from kerjasama.setup import sheets
from kerjasama.setup.forms import SheetForm, UnitForm
from kerjasama.setup.services import units as services
from kerjasama.setup.views.base import allow, page
from kerjasama.setup.views.sheet import sheet_page

PAGE_SIZE = 25
EXAMPLE = "kode;nama;singkatan;jenis\nDLH;Dinas Lingkungan Hidup;DLH;Dinas\nBPBD;Badan Penanggulangan Bencana Daerah;BPBD;Badan"


@require_http_methods(["GET", "POST"])
@login_required
def units(request: HttpRequest) -> HttpResponse:
    """The units, and one more."""
    allow(request)
    form = UnitForm(request.POST or None, initial={"active": True})
    if form.is_valid():
        try:
            unit = services.keep(OrgUnit(), form.cleaned_data, by=request.user, reason="Penyiapan")
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{unit.name} sudah ditambahkan.")
            return redirect("setup:unit")
    q = request.GET.get("q", "").strip()[:100]
    found = Paginator(_found(q), PAGE_SIZE).get_page(request.GET.get("halaman"))
    context = {
        "form": form,
        "q": q,
        "columns": [{"label": label} for label in ("Unit", "Kode", "Jenis", "Keadaan")],
        "rows": [_row(unit) for unit in found],
        "page_obj": found,
        "export_url": f"{reverse('setup:unit_export')}?{request.GET.urlencode()}",
    }
    return page(request, "unit", "setup/units.html", context, status=422 if form.errors else 200)


@require_GET
@login_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The units as the same CSV that can be taken in again."""
    allow(request)
    rows = ((u.code, u.name, u.short_name, u.get_kind_display()) for u in _found(request.GET.get("q", "").strip()))
    return csv_response(f"unit-{clock.today():%Y%m%d}", (services.COLUMNS, *rows))


@require_http_methods(["GET", "POST"])
@login_required
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one unit, or switch it off."""
    allow(request)
    held = get_object_or_404(OrgUnit, pk=pk)
    form = UnitForm(request.POST or None, instance=held)
    if form.is_valid():
        try:
            services.keep(held, form.cleaned_data, by=request.user, reason="Penyiapan")
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{held.name} sudah disimpan.")
            return redirect("setup:unit")
    context = {"form": form, "heading": held.name, "back_url": reverse("setup:unit")}
    return page(request, "unit", "setup/form.html", context, status=422 if form.errors else 200, crumb=held.short_name)


@require_http_methods(["GET", "POST"])
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """A list of units: shown first, then taken whole."""
    allow(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(
        request, "unit", form, heading="Daftar perangkat daerah", columns=services.COLUMNS, example=EXAMPLE,
        read=lambda: services.read(sheets.text_of(form.cleaned_data["pasted"], form.cleaned_data["file"])),
        take=lambda lines: services.take(lines, by=request.user), done="unit sudah disimpan.",
    )  # fmt: skip


def _found(q: str):
    found = OrgUnit.objects.order_by("-active", "name", "id")
    return found.filter(Q(name__icontains=q) | Q(short_name__icontains=q) | Q(code__icontains=q)) if q else found


def _row(unit: OrgUnit) -> dict:
    return {
        "url": reverse("setup:unit_edit", args=[unit.pk]),
        "title": unit.name,
        "detail": unit.short_name if unit.short_name != unit.name else "",
        "cells": [
            {"label": "Kode", "value": unit.code},
            {"label": "Jenis", "value": unit.get_kind_display()},
            {"label": "Keadaan", "value": tag("Aktif", "ok") if unit.active else tag("Nonaktif")},
        ],
    }
