"""The preview of an import: how far the reading is, rows by verdict, one row."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from agreements.models import Agreement, OldFact
from agreements.old_facts import LABELS, as_words
from kerjasama.accounts.models import OrgUnit
from kerjasama.core.exports import csv_response
from kerjasama.core.text import digits, joined
from kerjasama.core.typed import whole
from kerjasama.importing import selectors
from kerjasama.importing.forms import RowFilter
from kerjasama.importing.models import WRITABLE, ImportBatch, ImportRow
from kerjasama.importing.reading.fields import LABELS as FIELDS
from kerjasama.importing.reading.fields import Field
from kerjasama.importing.reading.layout import LABELS as LINES
from kerjasama.importing.reading.layout import LineKind
from kerjasama.importing.services.deciding import waits_long
from kerjasama.importing.views.batches import TONES, batch_of, crumbs

PAGE_SIZE, POLLS = 50, 600
State, Verdict = ImportBatch.State, ImportRow.Verdict
LOOKS = {
    Verdict.NEW: "ok", Verdict.CHANGED: "info", Verdict.SAME: "", Verdict.HERE: "", Verdict.WARNING: "wait", Verdict.ERROR: "bad",
}  # fmt: skip
SHOWN = (
    "kind", "instrument", "signed_on", "starts_on", "ends_on", "open_ended", "stopped", "unit_id", "loose_numbers", "link", "remarks", "told",
    "hints",
)  # fmt: skip
#: What the page says while the worker is at it, and where to ask again when no worker seems to be.
DOING = {
    State.READING: "Berkas sedang dibaca", State.WRITING: "Baris sedang ditulis ke register", State.UNDOING: "Impor sedang dibatalkan",
}  # fmt: skip
AGAIN = {State.WRITING: "importing:confirm", State.UNDOING: "importing:undo"}
#: Said only where there is something to say.
OPTIONAL = frozenset({"open_ended", "stopped", "loose_numbers", "link", "remarks", "told", "hints"})


@require_GET
@login_required
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the reading, writing or undoing is; then what was read, by verdict."""
    held = batch_of(request, pk)
    if held.is_under_way or request.htmx:
        return _waiting(request, held)
    form = RowFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    counts = selectors.counts(held)
    page = Paginator(selectors.rows(held, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    narrowed = any(wanted.get(name) for name in ("q", "ikut"))
    here = reverse("importing:batch", args=[held.pk])
    context = {
        "batch": held, "tone": TONES.get(held.state, ""), "filter_form": form, "views": _views(request, here, wanted, counts), "counts": counts,
        "rows": [_row(row) for row in page], "page_obj": page, "narrowed": narrowed, "verdict": wanted.get("putusan", ""),
        "all_writable": wanted.get("putusan") in {str(one) for one in WRITABLE}, "choosing": held.state == State.READY,
        "clear_url": f"{here}?{urlencode({'putusan': wanted.get('putusan', '')})}" if narrowed else "",
        "exports": [{"label": "Unduh CSV", "url": f"{reverse('importing:rows_export', args=[held.pk])}?{request.GET.urlencode()}"}],
        "query": request.GET.urlencode(), "columns": _columns(held), "lines": _lines(held), "crumbs": crumbs({"label": f"Impor {held.pk}"}),
    }  # fmt: skip
    return render(request, "importing/batch.html", context)


def _waiting(request: HttpRequest, held: ImportBatch) -> HttpResponse:
    """The progress; the fragment asks again by itself and takes the page along when there is something to see."""
    times = whole(request.GET.get("kali", "0"), most=POLLS)
    asked = POLLS if times is None else times + 1
    context = {
        "batch": held, "asked": asked, "poll": asked < POLLS, "percent": held.done * 100 // held.total if held.total else 0,
        "doing": DOING.get(held.state, ""), "again": AGAIN.get(held.state, "") if waits_long(held) else "",
        "crumbs": crumbs({"label": f"Impor {held.pk}"}),
    }  # fmt: skip
    if not request.htmx:
        return render(request, "importing/waiting.html", context)
    response = render(request, "importing/_progress.html", context)
    if not held.is_under_way:
        response["HX-Redirect"] = held.get_absolute_url()
    return response


def _views(request: HttpRequest, here: str, wanted: dict[str, Any], counts: dict[str, int]) -> list[dict[str, Any]]:
    def address(verdict: str) -> str:
        fresh = request.GET.copy()
        fresh.pop("halaman", None)
        fresh["putusan"] = verdict
        return f"{here}?{fresh.urlencode()}"

    now = wanted.get("putusan", "")
    tabs = [{"label": "Semua", "url": address(""), "current": not now, "count": digits(counts["all"])}]
    tabs += [
        {"label": label, "url": address(code), "current": now == code, "count": digits(counts[code])} for code, label in Verdict.choices
    ]  # fmt: skip
    return tabs


def _row(row: ImportRow) -> dict[str, Any]:
    said = [*row.errors, *row.warnings]
    if row.verdict == Verdict.CHANGED and not said:
        said = [f"{name}: {before} menjadi {after}" for name, before, after in row.changes]
    if row.verdict == Verdict.WARNING and row.unknown:
        said = [*said, f"Belum diketahui: {joined([str(OldFact(code).label).lower() for code in row.unknown])}."]
    return {
        "row": row, "url": row.get_absolute_url(), "tone": LOOKS[Verdict(row.verdict)], "title": row.title or "Judul tidak diketahui",
        "partners": "; ".join(party["name"] for party in row.facts["parties"] if not party["ours"]), "numbers": _numbers(row),
        "said": said[:2], "more": max(0, len(said) - 2), "relation": row.get_relation_display() if row.verdict == Verdict.WARNING else "",
        "naskah_url": row.old.get_absolute_url() if row.old else "",
    }  # fmt: skip


def _numbers(row: ImportRow) -> str:
    return "; ".join(
        [*(party["number"] for party in row.facts["parties"] if party["number"]), *row.facts["loose_numbers"]]
    )


def _columns(held: ImportBatch) -> list[dict[str, Any]]:
    """What each column was taken for."""
    return [
        {"name": one["head"] or f"Kolom {one['column'] + 1}", "value": _taken_for(one)}
        for one in held.found.get("columns", [])
        if one["head"] or one["field"]
    ]


def _taken_for(column: dict[str, Any]) -> str:
    if not column["field"]:
        return "tidak dipakai"
    return FIELDS[Field(column["field"])] + (", dipilih sendiri" if column["by_hand"] else "")


def _lines(held: ImportBatch) -> list[str]:
    """What the sheet holds besides rows of data."""
    return [f"{digits(times)} {LINES[LineKind(kind)]}" for kind, times in held.found.get("lines", {}).items()]


@require_GET
@login_required
def rows_export(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The rows as they are shown, as CSV."""
    held = batch_of(request, pk)
    form = RowFilter(request.GET)
    found = selectors.rows(held, form.cleaned_data if form.is_valid() else {})

    def lines() -> Iterator[list[Any]]:
        yield [
            "Baris", "Putusan", "Ikut ditulis", "Judul", "Mitra", "Nomor", "Ditandatangani", "Mulai", "Berakhir", "Salah", "Perhatikan",
            "Perubahan", "Belum diketahui",
        ]  # fmt: skip
        for row in found.iterator(chunk_size=500):
            told = _row(row)
            days = [as_words(name, row.facts[name]) for name in ("signed_on", "starts_on", "ends_on")]
            yield [
                row.number, row.get_verdict_display(), "ya" if row.included else "tidak", row.title, told["partners"], told["numbers"], *days,
                " ".join(row.errors), " ".join(row.warnings), "; ".join(f"{n}: {b} menjadi {a}" for n, b, a in row.changes),
                "; ".join(str(OldFact(code).label) for code in row.unknown),
            ]  # fmt: skip

    return csv_response(f"impor-{held.pk}-baris", lines())


@require_GET
@login_required
def row(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One row: what the file says, what was read of it, what is wrong or unknown, what would change."""
    held = batch_of(request, pk)
    found = get_object_or_404(ImportRow.objects.select_related("old"), batch=held, number=number)
    units = (
        dict(OrgUnit.objects.filter(pk=found.facts["unit_id"]).values_list("pk", "name"))
        if found.facts["unit_id"]
        else {}
    )
    around = ImportRow.objects.filter(batch=held)
    cases = (
        Agreement.visible_to(request.user).filter(pk=found.agreement_id)
        if found.agreement_id
        else Agreement.objects.none()
    )
    context = {
        "batch": held, "row": found, "tone": LOOKS[Verdict(found.verdict)], "title": found.title or "Judul tidak diketahui",
        "facts": [
            {"name": LABELS[name], "value": as_words(name, found.facts[name], units)}
            for name in SHOWN
            if found.facts[name] or name not in OPTIONAL
        ],
        "case": cases.select_related("proposal").first(), "parties": found.facts["parties"], "unknown": [str(OldFact(code).label) for code in found.unknown],
        "cells": [{"name": name, "value": text.replace("\n", "; ")} for name, text in found.cells],
        "before": around.filter(number__lt=number).order_by("-number").first(), "after": around.filter(number__gt=number).order_by("number").first(),
        "crumbs": crumbs({"label": f"Impor {held.pk}", "url": held.get_absolute_url()}, {"label": f"Baris {number}"}),
    }  # fmt: skip
    return render(request, "importing/row.html", context)
