"""Holidays of a year: taken in, added, changed, called off."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput
from kerjasama.core.models import Holiday
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import tag
from kerjasama.core.typed import whole
from kerjasama.setup import sheets
from kerjasama.setup.forms import HolidayForm, HolidaySheetForm
from kerjasama.setup.services import holidays as services
from kerjasama.setup.views.base import allow, page
from kerjasama.setup.views.sheet import sheet_page

EXAMPLE = "tanggal;nama;jenis\n17-08-2026;Hari Kemerdekaan;Libur nasional\n24-12-2026;Cuti bersama Natal;Cuti bersama"
TONES = {Holiday.Kind.NATIONAL: "info", Holiday.Kind.COLLECTIVE_LEAVE: "wait", Holiday.Kind.LOCAL: "brand"}


@require_http_methods(["GET", "POST"])
@login_required
def holidays(request: HttpRequest) -> HttpResponse:
    """The holidays of one year, and one more."""
    allow(request)
    year = _year(request)
    form = HolidayForm(request.POST or None, initial={"active": True})
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            day = services.keep(Holiday(), values, by=request.user, reason=values.pop("reason"))
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{day.name}, {text.date_long(day.date)}, sudah ditambahkan.")
            return redirect(_address(day.date.year))
    this = clock.today().year
    context = {
        "form": form,
        "year": year,
        "years": [{"label": str(y), "url": _address(y), "current": y == year} for y in range(this - 1, this + 3)],
        "columns": [{"label": label} for label in ("Hari libur", "Tanggal", "Jenis", "Keadaan")],
        "rows": [_row(day) for day in Holiday.objects.filter(date__year=year).order_by("date")],
    }
    return page(request, "libur", "setup/holidays.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def import_year(request: HttpRequest) -> HttpResponse:
    """Take the known holidays of a year in."""
    allow(request)
    year = _year(request)
    loaded = services.import_year(year, by=request.user)
    messages.success(request, f"{loaded.added} hari ditambahkan untuk {year}.")
    if not loaded.has_collective_leave:
        messages.warning(request, f"Cuti bersama {year} belum dikenal. Unggah daftar SKB 3 Menteri bila sudah terbit.")
    return redirect(_address(year))


@require_http_methods(["GET", "POST"])
@login_required
def holiday(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a day, or call it off."""
    allow(request)
    day = get_object_or_404(Holiday, pk=pk)
    form = HolidayForm(request.POST or None, instance=day)
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            services.keep(day, values, by=request.user, reason=values.pop("reason"))
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{day.name} sudah disimpan.")
            return redirect(_address(day.date.year))
    note = "Tenggat tahap yang sudah dimulai tidak berubah; tahap berikutnya memakai daftar ini."
    context = {"form": form, "heading": day.name, "note": note, "back_url": _address(day.date.year)}
    return page(request, "libur", "setup/form.html", context, status=422 if form.errors else 200, crumb=day.name)


@require_http_methods(["GET", "POST"])
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """The list of the SKB: shown first, then taken whole."""
    allow(request)
    form = HolidaySheetForm(request.POST or None, request.FILES or None)
    return sheet_page(
        request, "libur", form, heading="Daftar hari libur", columns=services.COLUMNS, example=EXAMPLE,
        read=lambda: services.read(sheets.text_of(form.cleaned_data["pasted"], form.cleaned_data["file"])),
        take=lambda lines: services.take(lines, by=request.user, reason=form.cleaned_data["reason"]), done="hari libur sudah disimpan.",
    )  # fmt: skip


def _address(year: int) -> str:
    return f"{reverse('setup:libur')}?tahun={year}"


def _year(request: HttpRequest) -> int:
    typed = request.POST.get("tahun") or request.GET.get("tahun", "")
    year = whole(typed) or 0
    return year if services.FIRST_YEAR <= year <= services.LAST_YEAR else clock.today().year


def _row(day: Holiday) -> dict[str, Any]:
    return {
        "url": reverse("setup:libur_edit", args=[day.pk]),
        "title": day.name,
        "cells": [
            {"label": "Tanggal", "value": f"{text.day_name(day.date)}, {text.date_long(day.date)}"},
            {"label": "Jenis", "value": tag(day.get_kind_display(), TONES[day.kind])},
            {"label": "Keadaan", "value": tag("Berlaku", "ok") if day.active else tag("Dicabut")},
        ],
    }
