"""The imports: their list, a new one, one being read and looked at, its columns, its source."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.services.old import KEEPERS
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, Refusal
from kerjasama.core.exports import csv_response
from kerjasama.core.templatetags.ui import tag, waktu
from kerjasama.core.typed import whole
from kerjasama.importing import files, selectors
from kerjasama.importing.forms import BatchFilter, ColumnsForm, UploadForm
from kerjasama.importing.models import ImportBatch
from kerjasama.importing.services import uploading

PAGE_SIZE = 25
State = ImportBatch.State
TONES = {
    State.READING: "wait", State.FAILED: "bad", State.READY: "info", State.WRITING: "wait", State.CONFIRMED: "ok", State.UNDOING: "wait",
}  # fmt: skip
HEAD = ("Berkas", "Keadaan", "Baris tertulis", "Diunggah", "Oleh")


def batch_of(request: HttpRequest, pk: int) -> ImportBatch:
    """An import the person may see. Raises Http404."""
    seen = ImportBatch.visible_to(request.user).select_related("sent_by", "confirmed_by", "undone_by")
    return get_object_or_404(seen, pk=pk)


def crumbs(*more: dict[str, str]) -> list[dict[str, str]]:
    """The way here."""
    home = {"label": "Kerja sama", "url": reverse("agreements:register")}
    return [home, {"label": "Impor register", "url": reverse("importing:list")}, *more]


@require_GET
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """The imports, newest first."""
    require(request.user, *KEEPERS)
    form = BatchFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(selectors.batches(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    narrowed = bool(wanted.get("q") or wanted.get("keadaan"))
    context = {
        "filter_form": form, "columns": [{"label": label} for label in HEAD], "rows": [_row(batch) for batch in page], "page_obj": page,
        "narrowed": narrowed, "clear_url": reverse("importing:list") if narrowed else "",
        "exports": [{"label": "Unduh CSV", "url": f"{reverse('importing:list_export')}?{request.GET.urlencode()}"}],
        "crumbs": crumbs()[:1] + [{"label": "Impor register"}],
    }  # fmt: skip
    return render(request, "importing/list.html", context)


@require_GET
@login_required
def index_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as it is shown, as CSV."""
    require(request.user, *KEEPERS)
    form = BatchFilter(request.GET)
    found = selectors.batches(request.user, form.cleaned_data if form.is_valid() else {})

    def lines() -> Iterator[list[Any]]:
        yield ["Impor", *HEAD]
        for batch in found.iterator(chunk_size=500):
            yield [
                batch.pk,
                batch.file_name,
                batch.get_state_display(),
                batch.written,
                waktu(batch.created_at),
                batch.sent_by.full_name,
            ]

    return csv_response(f"impor-register-{clock.today():%Y%m%d}", lines())


def _row(batch: Any) -> dict[str, Any]:
    return {
        "url": batch.get_absolute_url(), "title": batch.file_name, "detail": f"Impor {batch.pk}",
        "cells": [
            {"label": "Keadaan", "value": tag(batch.get_state_display(), TONES.get(batch.state, ""))},
            {"label": "Baris tertulis", "value": batch.written, "num": True}, {"label": "Diunggah", "value": waktu(batch.created_at)},
            {"label": "Oleh", "value": batch.sent_by.full_name},
        ],
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def upload(request: HttpRequest) -> HttpResponse:
    """A file comes in."""
    require(request.user, *KEEPERS)
    form = UploadForm(request.POST or None, request.FILES or None) if request.method == "POST" else UploadForm()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                batch, fresh = uploading.take(form.cleaned_data["file"], by=request.user)
            except Refusal as refusal:
                status = refusal.status
                form.add_error("file", f"{refusal.message} {refusal.detail}".strip())
            else:
                if not fresh:
                    messages.info(
                        request,
                        f"Berkas ini sudah pernah diunggah: impor {batch.pk}, {batch.get_state_display().lower()}.",
                    )
                return redirect(batch)
    return render(
        request, "importing/upload.html", {"form": form, "crumbs": crumbs({"label": "Unggah"})}, status=status
    )


@require_http_methods(["GET", "POST"])
@login_required
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """What the columns are, by hand; the file is then read again."""
    batch = batch_of(request, pk)
    if not batch.may_choose_columns:
        raise NotYet("Kolom hanya dapat dipilih selama impor ini menunggu keputusan.")
    form = ColumnsForm(batch, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        uploading.choose(batch, form.choices_made(batch), expect=form.cleaned_data["reading"], by=request.user)
        messages.success(
            request,
            "Berkas dibaca ulang dengan kolom yang dipilih; pilihannya diingat bagi berkas dengan judul kolom yang sama.",
        )
        return redirect(batch)
    context = {
        "form": form, "batch": batch, "back_url": batch.get_absolute_url(),
        "crumbs": crumbs({"label": f"Impor {batch.pk}", "url": batch.get_absolute_url()}, {"label": "Kolom"}),
    }  # fmt: skip
    return render(request, "importing/columns.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def reread(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the file again as it was chosen: the register may have moved on."""
    batch = batch_of(request, pk)
    uploading.choose(batch, batch.choices, expect=whole(request.POST.get("reading")) or 0, by=request.user)
    return redirect(batch)


@require_POST
@login_required
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw away a file that was never written."""
    batch = batch_of(request, pk)
    uploading.discard(batch, by=request.user)
    messages.success(request, f"Impor {batch.pk} dibuang. Register tidak berubah.")
    return redirect("importing:list")


@require_GET
@login_required
def source(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came, as a download; it is never opened here. Raises UploadRefused when it is gone."""
    batch = batch_of(request, pk)
    files.read(batch)
    response = FileResponse(
        (files.folder() / batch.place).open("rb"),
        as_attachment=True,
        filename=batch.file_name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
