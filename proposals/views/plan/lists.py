"""The inventory of a list with filters and export, and its mapping as a matrix."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import OrgUnit
from kerjasama.core import clock, text
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags.ui import tag, type_badge
from kerjasama.workflow.statute import CooperationKind
from proposals import plan_selectors as selectors
from proposals import scoring
from proposals.models import Affair, PlanRow, PlanYear
from proposals.plan_selectors import Wanted
from proposals.plan_stages import RowStage
from proposals.views.plan.common import TONES, address, crumbs, may_add, plan_of, tabs

PAGE_SIZE = 25
SORTS = [
    ("urutan", "Prioritas"),
    ("unit", "Perangkat daerah"),
    ("urusan", "Urusan"),
    ("biaya", "Biaya terbesar"),
    ("skor", "Skor tertinggi"),
    ("judul", "Objek"),
]
COLUMNS = [
    "Kode", "Objek", "Urusan", "Perangkat daerah", "Asal usulan", "Jenis", "Kategori", "Calon mitra", "Lokasi", "Potensi", "Karakteristik", "Kebutuhan",
    "Eksternalitas", "Manfaat (Rp)", "Biaya (Rp)", "Sumber pembiayaan", "Status anggaran", "Dokumen perencanaan", "Program", "Pengecualian", "Skor",
    "Urutan", "Catatan TKKSD", "Tahap", "Disalin dari",
]  # fmt: skip


class FilterForm(BaseForm):
    """What the inventory can be narrowed by; every field stands in the address."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Objek, mitra, program, kode"}),
    )
    urusan = forms.ModelChoiceField(
        label="Urusan", required=False, queryset=Affair.objects.none(), empty_label="Semua urusan"
    )
    unit = forms.ModelChoiceField(
        label="Perangkat daerah", required=False, queryset=OrgUnit.objects.none(), empty_label="Semua perangkat daerah"
    )
    jenis = forms.ChoiceField(label="Jenis", required=False)
    tahap = forms.ChoiceField(label="Tahap", required=False)
    urut = forms.ChoiceField(label="Urutkan", required=False, choices=SORTS)
    giliran = forms.ChoiceField(required=False, choices=[("", ""), ("1", "1")], widget=forms.HiddenInput)

    def __init__(self, *args: Any, plan: PlanYear, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = PlanRow.objects.filter(plan=plan).order_by()
        self.fields["urusan"].queryset = Affair.objects.filter(pk__in=rows.values("affair"))
        self.fields["unit"].queryset = OrgUnit.objects.filter(pk__in=rows.values("unit")).order_by("name")
        self.fields["unit"].label_from_instance = lambda unit: unit.name
        self.fields["jenis"].choices = [("", "Semua jenis"), *((value, value) for value in CooperationKind.values)]
        self.fields["tahap"].choices = [("", "Semua tahap"), *RowStage.choices]

    def wanted(self) -> Wanted:
        """The filters; what cannot be read is left out."""
        self.is_valid()
        values = self.cleaned_data
        affair, unit = values.get("urusan"), values.get("unit")
        return Wanted(
            q=values.get("q", ""), affair=affair.pk if affair else None, unit=unit.pk if unit else None, kind=values.get("jenis", ""),
            stage=values.get("tahap", ""), mine=values.get("giliran") == "1", sort=values.get("urut") or "urutan",
        )  # fmt: skip


@require_GET
@login_required
def inventory(request: HttpRequest, year: int, edition: int) -> HttpResponse:
    """All rows of a list that a person may see."""
    plan = plan_of(request, year, edition)
    form = FilterForm(request.GET, plan=plan)
    wanted = form.wanted()
    page = Paginator(selectors.listed(request.user, plan, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    base = address(plan, "list")
    filtered = wanted != Wanted(sort=wanted.sort)
    context = {
        "plan": plan, "pages": tabs(plan, "list"), "filter_form": form,
        "views": [
            {"label": "Semua baris", "url": base, "current": not wanted.mine},
            {"label": "Menunggu saya", "url": f"{base}?giliran=1", "current": wanted.mine},
        ],
        "clear_url": base if filtered else "",
        "exports": [{"label": "CSV", "url": f"{address(plan, 'export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": "Objek"}, {"label": "Perangkat daerah"}, {"label": "Calon mitra"}, {"label": "Biaya", "num": True},
                    {"label": "Skor", "num": True}, {"label": "Tahap"}],
        "rows": [_row(row) for row in page],
        "page_obj": page, "filtered": filtered, "may_add": may_add(plan, request.user),
        "crumbs": crumbs(plan, {"label": "Inventarisasi"}),
    }  # fmt: skip
    return render(request, "proposals/plan/list.html", context)


def _row(row: PlanRow) -> dict[str, Any]:
    badge = type_badge(row.kind, row.get_category_display())
    return {
        "url": row.get_absolute_url(), "title": row.title,
        "detail": format_html("{} · {} · {}", row.code, badge, row.affair or "Urusan belum dipilih"),
        "cells": [
            {"label": "Perangkat daerah", "value": row.unit.name},
            {"label": "Calon mitra", "value": row.partner_label or "Belum disebut"},
            {"label": "Biaya", "value": text.rupiah(row.cost_amount) if row.cost_amount is not None else "Belum diisi", "num": True},
            {"label": "Skor", "value": scoring.shown(row.score) or "Belum dinilai", "num": True},
            {"label": "Tahap", "value": tag(row.stage_label(), TONES.get(row.stage, ""))},
        ],
    }  # fmt: skip


@require_GET
@login_required
def export(request: HttpRequest, year: int, edition: int) -> StreamingHttpResponse:
    """The inventory as CSV: exactly what is shown, with the filters in the first row."""
    plan = plan_of(request, year, edition)
    wanted = FilterForm(request.GET, plan=plan).wanted()
    name = f"rencana-{plan.case_code.lower()}-{clock.today():%Y%m%d}"
    return csv_response(name, _lines(request.user, plan, wanted))


def _lines(user: Any, plan: PlanYear, wanted: Wanted) -> Iterator[list[Any]]:
    stage = RowStage(wanted.stage).label if wanted.stage else "semua"
    told = f"kata {wanted.q or '-'}, jenis {wanted.kind or 'semua'}, tahap {stage}"
    yield [f"{plan}; saringan: {told}; {text.date_long(clock.today())}"]
    yield COLUMNS
    for row in selectors.listed(user, plan, wanted).select_related("copied_from").iterator(chunk_size=500):
        yield _cells(row)


def _cells(row: PlanRow) -> list[Any]:
    return [
        row.code, row.title, row.affair or "", row.unit.name, row.get_source_display(), row.kind, row.get_category_display(), row.partner_label,
        row.location, row.potential, row.characteristics, row.needs, row.externality, _plain(row.benefit_amount), _plain(row.cost_amount),
        row.get_funding_display(), row.get_budget_status_display(), row.get_programme_document_display(), row.programme, row.get_exception_display(),
        _plain(row.score), _plain(row.rank), row.tkksd_note, row.stage_label(), row.copied_from.code if row.copied_from else "",
    ]  # fmt: skip


def _plain(value: Any) -> Any:
    return "" if value is None else value


@require_GET
@login_required
def mapping(request: HttpRequest, year: int, edition: int) -> HttpResponse:
    """urusan × kind of partner, with counts that lead to the rows."""
    plan = plan_of(request, year, edition)
    found, base = selectors.matrix(request.user, plan)["rows"], address(plan, "list")
    kinds = CooperationKind.values
    lines = [
        {
            "name": name, "cost": cost, "url": f"{base}?{urlencode({'urusan': pk})}" if pk else base,
            "cells": [{"kind": kind, "n": counts.get(kind, 0), "url": f"{base}?{urlencode({'urusan': pk or '', 'jenis': kind})}"} for kind in kinds],
            "total": sum(counts.values()),
        }
        for pk, name, counts, cost in found
    ]  # fmt: skip
    totals = [(kind, sum(counts.get(kind, 0) for _, _, counts, _ in found)) for kind in kinds]
    context = {
        "plan": plan, "pages": tabs(plan, "matrix"), "lines": lines,
        "kinds": [{"code": kind, "label": CooperationKind(kind).label} for kind in kinds], "totals": totals, "total": sum(n for _, n in totals),
        "total_cost": sum((cost for *_, cost in found), start=0), "crumbs": crumbs(plan, {"label": "Pemetaan"}),
    }  # fmt: skip
    return render(request, "proposals/plan/matrix.html", context)
