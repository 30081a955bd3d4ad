"""Perencanaan: the lists of all years, opening a year or its Perubahan, planned against realised."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views import View
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput
from kerjasama.core.exports import csv_response
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import tag
from proposals import plan_selectors as selectors
from proposals.models import PlanYear
from proposals.plan_forms import OpenYearForm, RevisionForm, next_years
from proposals.plan_selectors import Realised
from proposals.plan_stages import PlanStage
from proposals.services import planning
from proposals.views.plan.common import TONES, crumbs, plan_of
from proposals.views.plan.year import counts_line

#: Columns of the table, of the chart's own table, and of the export.
HEADS = (
    ("Direncanakan", "planned"), ("Belum mulai", "waiting"), ("Berjalan", "running"), ("Terealisasi", "finished"), ("Gugur", "dropped"),
    ("Di luar daftar", "outside"),
)  # fmt: skip
#: Colour class of the chart -> what it counts, and its name.
SERIES = {
    "brand": ("finished", "Terealisasi"), "ksdpk": ("running", "Berjalan"), "ksdpl": ("waiting", "Belum mulai"), "red": ("dropped", "Gugur"),
}  # fmt: skip


def _may_open(user: Any) -> bool:
    return holds(user, Office.BAGIAN, Office.KABAG)


@require_GET
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """Every list there is, newest first, with how far it has come."""
    require(request.user, *_READERS)
    plans = list(PlanYear.visible_to(request.user))
    counts = selectors.counts_by_stage(plans)
    free = next_years({plan.year for plan in plans})
    context = {
        "rows": [_row(plan, counts[plan.pk]) for plan in plans],
        "columns": [{"label": "Daftar"}, {"label": "Keadaan"}, {"label": "Baris"}, {"label": "Batas atau penetapan"}],
        "may_open": _may_open(request.user) and bool(free),
        "waiting": [_wait(found) for found in selectors.waiting(request.user)],
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Perencanaan"}],
    }
    return render(request, "proposals/plan/home.html", context)


_READERS = (
    Office.OPD, Office.BAGIAN, Office.KABAG, Office.BAPPEDA, Office.HUKUM, Office.BPKAD, Office.ASISTEN, Office.SEKDA, Office.KDH, Office.TKKSD,
    Office.INSPEKTORAT,
)  # fmt: skip


def _row(plan: PlanYear, counts: Mapping[str, int]) -> dict[str, Any]:
    until = (
        f"Penetapan {text.date_long(plan.decree_on)}"
        if plan.decree_on
        else f"Usulan sampai {text.date_long(plan.open_until)}"
    )
    return {
        "url": plan.get_absolute_url(), "title": str(plan), "detail": plan.decree_number or plan.case_code,
        "cells": [
            {"label": "Keadaan", "value": tag(plan.stage_label(), TONES.get(plan.stage, "ok"))},
            {"label": "Baris", "value": counts_line(counts)},
            {"label": "Batas atau penetapan", "value": until},
        ],
    }  # fmt: skip


def _wait(found: dict[str, Any]) -> dict[str, Any]:
    plan = found["plan"]
    return {
        "label": f"{len(found['rows'])} baris",
        "text": str(plan),
        "url": f"{reverse('plan:list', args=[plan.year, plan.edition])}?giliran=1",
    }


class OpenYearView(LoginRequiredMixin, View):
    """Open the list of a year."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            require(request.user, *planning.PLANNERS)
            self.years = next_years(set(PlanYear.objects.values_list("year", flat=True)))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._answer(OpenYearForm(years=self.years))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = OpenYearForm(request.POST, years=self.years)
        if not form.is_valid():
            return self._answer(form, 422)
        try:
            plan = planning.open_year(form.cleaned_data["year"], form.cleaned_data["open_until"], by=request.user)
        except BadInput as refusal:
            show(form, refusal)
            return self._answer(form, 422)
        messages.success(
            request, f"{plan} dibuka. Perangkat daerah dapat mengusulkan sampai {text.date_long(plan.open_until)}."
        )
        return redirect(plan)

    def _answer(self, form: OpenYearForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "heading": "Buka daftar rencana", "submit_label": "Buka daftar", "back_url": reverse("plan:home"),
                   "crumbs": crumbs(None, {"label": "Buka daftar"})}  # fmt: skip
        return render(self.request, "proposals/plan/open.html", context, status=status)


class RevisionView(LoginRequiredMixin, View):
    """Open the Perubahan of an adopted list."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.plan = plan_of(request, kwargs["year"], kwargs["edition"])
            require(request.user, *planning.PLANNERS)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(RevisionForm())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = RevisionForm(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        try:
            plan = planning.open_revision(self.plan, form.cleaned_data["open_until"], by=request.user)
        except BadInput as refusal:
            show(form, refusal)
            return self._answer(form, 422)
        messages.success(request, f"{plan} dibuka. Baris yang tidak disebut di dalamnya tetap berlaku.")
        return redirect(plan)

    def _answer(self, form: RevisionForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "heading": f"Buka Perubahan daftar {self.plan.year}", "submit_label": "Buka Perubahan", "plan": self.plan,
                   "back_url": self.plan.get_absolute_url(), "crumbs": crumbs(self.plan, {"label": "Buka Perubahan"})}  # fmt: skip
        return render(self.request, "proposals/plan/open.html", context, status=status)


@require_GET
@login_required
def realised_page(request: HttpRequest) -> HttpResponse:
    """Planned against realised, a line and a column for each year."""
    require(request.user, *_READERS)
    years = selectors.realised(request.user)
    context = {
        "years": years,
        "heads": [label for label, _ in HEADS],
        "lines": [(year, [(label, getattr(year, name)) for label, name in HEADS]) for year in years],
        "chart_rows": [
            {"name": str(y.year), "values": {css: getattr(y, name) for css, (name, _) in SERIES.items()}}
            for y in reversed(years)
        ],
        "chart_series": list(SERIES),
        "chart_labels": {css: label for css, (_, label) in SERIES.items()},
        "chart_label": f"Rencana kerja sama per tahun menurut nasibnya. {' '.join(_told(y) for y in years)}",
        "told": [_told(year) for year in years],
        "exports": [{"label": "CSV", "url": reverse("plan:realised_export")}],
        "open_years": [plan for plan in PlanYear.visible_to(request.user) if plan.stage != PlanStage.ADOPTED],
        "crumbs": crumbs(None, {"label": "Rencana dan realisasi"}),
    }
    return render(request, "proposals/plan/realised.html", context)


def _told(year: Realised) -> str:
    return f"{year.year}: {year.planned} direncanakan, {year.finished} terealisasi, {year.running} berjalan, {year.dropped} gugur."


@require_GET
@login_required
def realised_export(request: HttpRequest) -> StreamingHttpResponse:
    """The same as CSV."""
    require(request.user, *_READERS)
    return csv_response(f"rencana-dan-realisasi-{clock.today():%Y%m%d}", _lines(request.user))


def _lines(user: Any) -> Iterator[list[Any]]:
    heads = [label for label, _ in HEADS]
    yield ["Tahun", *heads, "Terealisasi (%)", "Biaya rencana (Rp)", "Nilai usulan yang dimulai (Rp)"]
    for year in selectors.realised(user):
        counted = [getattr(year, name) for _, name in HEADS]
        yield [year.year, *counted, year.percent, year.planned_cost, year.started_value]
