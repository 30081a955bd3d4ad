"""Old naskah: one page each, the list of what is still unknown, and the form that completes one."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from agreements import old_lists, old_renewals, old_telling
from agreements.models import OldNaskah
from agreements.old_forms import OldForm, ScanForm, UnknownFilter
from agreements.services import old as room
from agreements.services import old_lead as lead
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, Stale, UploadRefused
from kerjasama.core.exports import csv_response
from kerjasama.core.refusals import show
from kerjasama.documents import selectors as documents
from kerjasama.documents.storage import StorageFailed

PAGE_SIZE = 25


@require_GET
@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of one, what is not, what was read, and every version of it."""
    found = OldNaskah.visible_to(request.user).select_related(
        "unit", "case", "successor", "successor_old", "continued_as__proposal"
    )
    old = get_object_or_404(found, pk=pk)
    may_write = holds(request.user, *room.KEEPERS)
    context = {
        "old": old, "documents": documents.for_subjects([old]), **old_telling.page(old),
        "may_write": may_write and not old.withdrawn_at and not old.continued_as_id, "may_decide": lead.may_decide(old, request.user),
        "may_manage": lead.may_manage(old, request.user), "run_in": old_renewals.run_in(old), "decided": old_renewals.told(old),
        "batch_url": reverse("importing:batch", args=[old.batch_number]) if may_write and old.batch_number else "",
        "crumbs": [*_crumbs(), {"label": old.code}],
    }  # fmt: skip
    return render(request, "agreements/old.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Complete or correct one; without a key, enter one that no file has told of."""
    old = get_object_or_404(OldNaskah.visible_to(request.user), pk=pk) if pk else OldNaskah()
    require(request.user, *room.KEEPERS)
    form, status = OldForm(old, request.POST if request.method == "POST" else None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and form.may_be_kept(facts := form.facts()):
            try:
                written = room.write(
                    old,
                    facts,
                    reason=form.cleaned_data["reason"],
                    expect=form.cleaned_data["expect"],
                    by=request.user,
                )
            except BadInput as refusal:
                show(form, refusal)
            except Stale as refusal:
                status = refusal.status
                form.add_error(None, f"{refusal.message} Isian Anda tetap di sini.")
            else:
                messages.success(request, f"{written.code} tersimpan.")
                return redirect(written)
    name = old.code if pk else "Naskah lama baru"
    back = old.get_absolute_url() if pk else reverse("agreements:register")
    return render(
        request, "agreements/old_edit.html",
        {"form": form, "old": old, "back_url": back, "doubles": old_telling.doubles(form.doubles, request.user), "crumbs": [*_crumbs(), {"label": name}]},
        status=status,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@login_required
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a scan."""
    old = get_object_or_404(OldNaskah.visible_to(request.user), pk=pk)
    require(request.user, *room.KEEPERS)
    form = ScanForm(request.POST, request.FILES) if request.method == "POST" else ScanForm()
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            room.attach_scan(old, form.cleaned_data["scan"], title=form.cleaned_data["title"], by=request.user)
        except (UploadRefused, StorageFailed) as refusal:
            status = refusal.status
            form.add_error("scan", f"{refusal.message} {refusal.detail}".strip())
        else:
            messages.success(request, "Pindaian tersimpan.")
            return redirect(old)
    context = {
        "form": form,
        "old": old,
        "crumbs": [*_crumbs(), {"label": old.code, "url": old.get_absolute_url()}, {"label": "Pindaian"}],
    }
    return render(request, "agreements/old_scan.html", context, status=status)


@require_GET
@login_required
def unknown(request: HttpRequest) -> HttpResponse:
    """The work list: old naskah of which something is still to be found out."""
    form = UnknownFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(old_lists.incomplete(request.user, wanted), PAGE_SIZE).get_page(request.GET.get("halaman"))
    narrowed = any(wanted.get(name) for name in ("q", "fakta", "unit", "ragu", "impor"))
    context = {
        "filter_form": form, "page_obj": page, "rows": [old_telling.row(old) for old in page], "narrowed": narrowed,
        "columns": [{"label": label} for label in ("Naskah", "Belum diketahui", "Perlu dilihat", "Perangkat daerah")],
        "clear_url": reverse("agreements:unknown") if narrowed else "",
        "exports": [{"label": "Unduh CSV", "url": f"{reverse('agreements:unknown_export')}?{request.GET.urlencode()}"}],
        "may_write": holds(request.user, *room.KEEPERS),
        "crumbs": [*_crumbs(), {"label": "Data yang belum diketahui"}],
    }  # fmt: skip
    return render(request, "agreements/old_unknown.html", context)


@require_GET
@login_required
def unknown_export(request: HttpRequest) -> StreamingHttpResponse:
    """The work list as it is shown, as CSV."""
    form = UnknownFilter(request.GET)
    found = old_lists.incomplete(request.user, form.cleaned_data if form.is_valid() else {})

    def lines() -> Iterator[list[Any]]:
        yield ["Kode", "Naskah", "Mitra", "Belum diketahui", "Perlu dilihat", "Perangkat daerah"]
        for old in found.iterator(chunk_size=500):
            yield [
                old.code, old.shown_title, old.partner_names, "; ".join(old_telling.missing(old)), " ".join(old.doubts),
                old.unit.name if old.unit else old_telling.UNKNOWN,
            ]  # fmt: skip

    return csv_response(f"belum-diketahui-{clock.today():%Y%m%d}", lines())


def crumbs_of(old: OldNaskah, label: str) -> list[dict[str, str]]:
    """The way to a page of one old naskah."""
    return [*_crumbs(), {"label": old.code, "url": old.get_absolute_url()}, {"label": label}]


def _crumbs() -> list[dict[str, str]]:
    return [{"label": "Beranda", "url": "/"}, {"label": "Kerja sama", "url": reverse("agreements:register")}]
