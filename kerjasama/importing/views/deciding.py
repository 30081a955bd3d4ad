"""What becomes of an import: which rows are written, the writing, the undoing."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kerjasama.core.text import digits, joined
from kerjasama.core.typed import whole
from kerjasama.importing import selectors
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.services import deciding, uploading, writing
from kerjasama.importing.views.batches import batch_of, crumbs
from kerjasama.importing.views.preview import PAGE_SIZE

State, Verdict = ImportBatch.State, ImportRow.Verdict


@require_POST
@login_required
def include(request: HttpRequest, pk: int) -> HttpResponse:
    """Which rows are written: those marked of the ones shown, or all of a verdict."""
    held = batch_of(request, pk)
    expect = whole(request.POST.get("reading")) or 0
    if request.POST.get("semua") in ("ya", "tidak"):
        wanted = request.POST["semua"] == "ya"
        count = uploading.include_all(held, request.POST.get("putusan", ""), wanted, expect=expect, by=request.user)
        messages.success(request, f"{digits(count)} baris {'ikut ditulis' if wanted else 'tidak ikut ditulis'}.")
    else:
        shown, chosen = (
            [whole(one) or 0 for one in request.POST.getlist(name)[:PAGE_SIZE]] for name in ("shown", "pilih")
        )
        uploading.include(held, shown, set(chosen), expect=expect, by=request.user)
        messages.success(request, "Pilihan baris pada halaman ini disimpan.")
    return redirect(f"{held.get_absolute_url()}?{request.POST.get('saringan', '')[:500]}")


def _told(*parts: tuple[int, str]) -> str:
    """How many of what, without those of which there are none; "" for nothing at all."""
    return joined([f"{digits(count)} {what}" for count, what in parts if count])


@require_http_methods(["GET", "POST"])
@login_required
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """A last look at what is written, then the writing, which the worker does."""
    held = batch_of(request, pk)
    if request.method == "POST":
        deciding.confirm(held, expect=whole(request.POST.get("reading")) or 0, by=request.user)
        return redirect(held)
    if held.state != State.READY:
        return redirect(held)
    chosen = ImportRow.objects.filter(batch=held, included=True)
    counts = selectors.counts(held)
    here = {"label": f"Impor {held.pk}", "url": held.get_absolute_url()}
    skipped = counts["NEW"] + counts["CHANGED"] + counts["WARNING"] - counts["included"]
    context = {
        "batch": held, "count": counts["included"], "doubtful": chosen.filter(verdict=Verdict.WARNING).count(),
        "what": _told(
            (chosen.filter(relation=Verdict.NEW).count(), "naskah baru dimasukkan"),
            (chosen.filter(relation=Verdict.CHANGED).count(), "naskah yang sudah ada diubah"),
        ),
        "left_out": _told(
            (counts["ERROR"], "baris salah"), (counts["SAME"], "baris yang sama dengan register"),
            (counts["HERE"], "baris yang sudah ada dalam sistem"), (skipped, "baris yang tidak dipilih"),
        ),
        "crumbs": crumbs(here, {"label": "Tulis"}),
    }  # fmt: skip
    return render(request, "importing/confirm.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be undone and what stands against it, then the undoing, which the worker does."""
    held = batch_of(request, pk)
    if request.method == "POST":
        deciding.undo(held, by=request.user)
        return redirect(held)
    if held.state != State.CONFIRMED:
        return redirect(held)
    written = ImportRow.objects.filter(batch=held, written=True)
    context = {
        "batch": held,
        "what": _told(
            (written.filter(before__isnull=True).count(), "naskah yang dimasukkannya ditarik dari register"),
            (written.filter(before__isnull=False).count(), "naskah yang diubahnya kembali seperti semula"),
        ),
        "touched": writing.touched(held), "crumbs": crumbs({"label": f"Impor {held.pk}", "url": held.get_absolute_url()}, {"label": "Batalkan"}),
    }  # fmt: skip
    return render(request, "importing/undo.html", context)
