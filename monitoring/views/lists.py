"""The list of monev reports: filters in the address, search, sort, pages, export of what is shown."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import OrgUnit
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags.ui import due_badge, tag
from kerjasama.core.text import date_long
from monitoring import selectors
from monitoring.models import Report
from monitoring.selectors import Wanted
from monitoring.stages import Light, Stage
from monitoring.templatetags.monev import light

PAGE_SIZE = 25
STATES = [
    ("berjalan", "Berjalan"), ("belum-masuk", "Belum masuk"), ("lewat", "Lewat tenggat"), ("selesai", "Selesai"), ("semua", "Semua"),
]  # fmt: skip


class FilterForm(BaseForm):
    """What the list can be narrowed by."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, pihak, nomor"}),
    )
    unit = forms.ModelChoiceField(
        label="Pelaksana",
        required=False,
        queryset=OrgUnit.objects.order_by("name"),
        empty_label="Semua perangkat daerah",
    )
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)
    nilai = forms.ChoiceField(label="Nilai", required=False, choices=[("", "Semua nilai"), *Light.choices])
    urut = forms.ChoiceField(
        label="Urutkan", required=False, choices=[("tenggat", "Tenggat terdekat"), ("terbaru", "Terbaru")]
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Report.objects.order_by("-year").values_list("year", flat=True).distinct()
        self.fields["tahun"].choices = [("", "Semua tahun"), *((year, str(year)) for year in years)]

    def wanted(self) -> Wanted:
        """The filters; each that cannot be read is left out, the others hold."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "berjalan", sort=values.get("urut") or "tenggat", year=values.get("tahun"),
            unit=values["unit"].pk if values.get("unit") else None, light=values.get("nilai", ""),
        )  # fmt: skip


@require_GET
@login_required
def report_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown, with the filters in the first row and the file name."""
    wanted = FilterForm(request.GET).wanted()
    return csv_response(f"monev-{wanted.state}-{clock.today():%Y%m%d}", _lines(request, wanted))


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[Any]]:
    unit = OrgUnit.objects.get(pk=wanted.unit).name if wanted.unit else "semua"
    light_word = Light(wanted.light).label.lower() if wanted.light else "semua"
    narrowed = f"pelaksana {unit}, tahun {wanted.year or 'semua'}, nilai {light_word}, kata {wanted.q or '-'}"
    yield [f"Saringan: keadaan {wanted.state}, {narrowed}; {date_long(clock.today())}"]
    yield ["Usulan", "Judul", "Bentuk", "Periode", "Pelaksana", "Tahap", "Tenggat", "Nilai"]
    for report in selectors.listed(request.user, wanted).iterator(chunk_size=500):
        evaluation = getattr(report, "evaluation", None)
        naskah = report.agreement
        yield [
            naskah.proposal.code, naskah.title, naskah.get_instrument_display(), report.period_label,
            naskah.executing_unit.name, report.stage_label(), report.due_on.isoformat() if report.due_on else "",
            evaluation.get_light_display() if evaluation and report.closed else "",
        ]  # fmt: skip


@require_GET
@login_required
def report_list(request: HttpRequest) -> HttpResponse:
    """All reports a person may see."""
    form = FilterForm(request.GET)
    wanted = form.wanted()
    page = Paginator(selectors.listed(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    calendar, address = WorkCalendar.load(), reverse("monitoring:list")
    context = {
        "filter_form": form,
        "views": [
            {"label": label, "url": f"{address}?keadaan={key}", "current": key == wanted.state} for key, label in STATES
        ],
        "clear_url": f"{address}?keadaan={wanted.state}"
        if wanted.q or wanted.unit or wanted.year or wanted.light
        else "",
        "exports": [{"label": "CSV", "url": f"{reverse('monitoring:export')}?{request.GET.urlencode()}"}],
        "columns": [
            {"label": "Laporan"},
            {"label": "Pelaksana"},
            {"label": "Tahap"},
            {"label": "Tenggat"},
            {"label": "Nilai"},
        ],
        "rows": [_row(report, calendar) for report in page],
        "page_obj": page,
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Monitoring dan evaluasi"}],
    }
    return render(request, "monitoring/list.html", context)


def _row(report: Report, calendar: WorkCalendar) -> dict[str, Any]:
    evaluation = getattr(report, "evaluation", None)
    due = (due_badge({}, report.due_on, calendar) or "Tanpa tenggat") if report.stage == Stage.OPEN else "Terkirim"
    return {
        "url": report.get_absolute_url(),
        "title": report.agreement.title,
        "detail": format_html(
            '{} · {} · <span class="nowrap">{}</span>',
            report.period_label,
            report.agreement.get_instrument_display(),
            report.agreement.proposal.code,
        ),
        "cells": [
            {"label": "Pelaksana", "value": report.agreement.executing_unit.name},
            {"label": "Tahap", "value": tag(report.stage_label(), "ok" if report.closed else "wait")},
            {"label": "Tenggat", "value": due},
            {
                "label": "Nilai",
                "value": light(evaluation.light) if evaluation and report.closed else "Belum dinilai",
            },
        ],
    }
