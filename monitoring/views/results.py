"""What cooperation has yielded: money, goods and the rest, with totals of what is shown."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from agreements.models import Agreement, CooperationResult
from kerjasama.core import clock
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.text import date_long, date_short, rupiah

PAGE_SIZE = 25
Kind = CooperationResult.Kind
#: Where what came in is booked, by its sort.
BOOKED = {Kind.MONEY: ("deposit_number", "STS"), Kind.GOODS: ("asset_number", "Register aset"), Kind.OTHER: ("", "")}


class ResultFilter(BaseForm):
    """What the list can be narrowed by."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search", "placeholder": "Uraian, judul, nomor"})
    )  # fmt: skip
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua jenis"), *Kind.choices])
    tahun = forms.IntegerField(
        label="Tahun",
        required=False,
        min_value=2000,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )

    def chosen(self) -> dict[str, Any]:
        """The filters; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        return {"q": values.get("q", ""), "jenis": values.get("jenis", ""), "tahun": values.get("tahun")}


def listed(user: Any, chosen: dict[str, Any]) -> QuerySet[CooperationResult]:
    """The results of the naskah a person may see that match, newest first."""
    seen = Agreement.visible_to(user).select_related(None).order_by().values("pk")
    found = CooperationResult.objects.filter(agreement__in=seen)
    if chosen["jenis"]:
        found = found.filter(kind=chosen["jenis"])
    if chosen["tahun"]:
        found = found.filter(received_on__year=chosen["tahun"])
    for word in chosen["q"].split()[:8]:
        found = found.filter(
            Q(description__icontains=word) | Q(agreement__title__icontains=word) | Q(agreement__proposal__code__icontains=word)
            | Q(deposit_number__icontains=word) | Q(asset_number__icontains=word) | Q(grant_reference__icontains=word)
        )  # fmt: skip
    return found.select_related("agreement__proposal", "agreement__executing_unit").order_by("-received_on", "-pk")


@require_GET
@login_required
def result_list(request: HttpRequest) -> HttpResponse:
    """All results a person may see, with their sums."""
    form = ResultFilter(request.GET)
    chosen = form.chosen()
    found = listed(request.user, chosen)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("halaman"))
    sums = {row["kind"]: row["sum"] for row in found.order_by().values("kind").annotate(sum=Sum("amount"))}
    address = reverse("monitoring:results")
    context = {
        "filter_form": form, "page_obj": page, "rows": [_row(row) for row in page],
        "totals": [{"name": label, "value": rupiah(sums.get(kind, 0))} for kind, label in Kind.choices],
        "clear_url": address if any(chosen.values()) else "",
        "exports": [{"label": "CSV", "url": f"{reverse('monitoring:results_export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": "Hasil"}, {"label": "Jenis"}, {"label": "Tanggal"}, {"label": "Nilai", "num": True}],
        "crumbs": [{"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")}, {"label": "Hasil kerja sama"}],
    }  # fmt: skip
    return render(request, "monitoring/results.html", context)


@require_GET
@login_required
def result_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown."""
    chosen = ResultFilter(request.GET).chosen()
    return csv_response(f"hasil-kerja-sama-{clock.today():%Y%m%d}", _lines(request, chosen))


def _lines(request: HttpRequest, chosen: dict[str, Any]) -> Iterator[list[Any]]:
    yield [
        f"Saringan: jenis {chosen['jenis'] or '-'}, tahun {chosen['tahun'] or '-'}, kata {chosen['q'] or '-'}; {date_long(clock.today())}"
    ]
    yield [
        "Usulan",
        "Judul",
        "Pelaksana",
        "Jenis",
        "Tanggal",
        "Uraian",
        "Nilai",
        "Nomor STS",
        "Rekening",
        "Register aset",
        "Perjanjian hibah",
        "Sesudah berakhir",
    ]
    for row in listed(request.user, chosen).iterator(chunk_size=500):
        naskah = row.agreement
        yield [
            naskah.proposal.code, naskah.title, naskah.executing_unit.name, row.get_kind_display(), row.received_on.isoformat(), row.description,
            str(row.amount), row.deposit_number, row.account, row.asset_number, row.grant_reference, "Ya" if row.after_end else "",
        ]  # fmt: skip


def _row(row: CooperationResult) -> dict[str, Any]:
    naskah = row.agreement
    field, label = BOOKED[Kind(row.kind)]
    booked = f" · {label} {getattr(row, field)}" if field else ""
    booked += f" · hibah {row.grant_reference}" if row.grant_reference else ""
    booked += " · sesudah naskah berakhir" if row.after_end else ""
    return {
        "url": reverse("monitoring:naskah", args=[naskah.pk]), "title": row.description,
        "detail": format_html('{}{} · <span class="nowrap">{}</span>', naskah.title, booked, naskah.proposal.code),
        "cells": [
            {"label": "Jenis", "value": row.get_kind_display()}, {"label": "Tanggal", "value": date_short(row.received_on)},
            {"label": "Nilai", "value": rupiah(row.amount), "num": True},
        ],
    }  # fmt: skip
