"""The clause library: what the region keeps in its own words for each form of naskah."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agreements.content import REQUIRED
from agreements.models import LibraryClause
from agreements.placeholders import KNOWN
from agreements.services import library as room
from agreements.stages import Instrument
from kerjasama.accounts.permissions import holds
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show

PAGE_SIZE = 25


class LibraryFilter(BaseForm):
    """What the list can be narrowed by."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul atau isi"})
    )  # fmt: skip
    bentuk = forms.ChoiceField(label="Bentuk", required=False, choices=[("", "Semua bentuk"), *Instrument.choices])


class ClauseForm(BaseForm):
    """A pasal of the library."""

    instrument = forms.ChoiceField(label="Bentuk naskah", choices=Instrument.choices)
    title = forms.CharField(label="Judul pasal", max_length=160)
    key = forms.ChoiceField(
        label="Memenuhi pasal wajib", required=False, help_text="Pilih bila pasal ini menjadi pasal yang diwajibkan peraturan bagi bentuk naskah itu."
    )  # fmt: skip
    text = forms.CharField(
        label="Isi", max_length=12000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Pisahkan ayat dengan satu baris kosong; rincian ditulis pada baris baru dengan huruf “a. ”. Isian dalam kurung kurawal diisi dari usulan.",
    )  # fmt: skip
    note = forms.CharField(label="Kapan dipakai", max_length=250, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {r.key: r.label for rows in REQUIRED.values() for r in rows}
        self.fields["key"].choices = [("", "Bukan pasal wajib"), *sorted(labels.items(), key=lambda row: row[1])]


def _require_keeper(request: HttpRequest) -> None:
    if not holds(request.user, *room.KEEPERS):
        raise NotYours("Pustaka pasal dirawat oleh Bagian Kerja Sama dan Bagian Hukum.")


@require_GET
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """The clauses in use, with search and filter."""
    _require_keeper(request)
    form = LibraryFilter(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    found = LibraryClause.objects.filter(active=True)
    if values.get("bentuk"):
        found = found.filter(instrument=values["bentuk"])
    for word in values.get("q", "").split()[:8]:
        found = found.filter(Q(title__icontains=word) | Q(text__icontains=word))
    context = {
        "filter_form": form, "page_obj": Paginator(found, PAGE_SIZE).get_page(request.GET.get("halaman")),
        "clear_url": reverse("agreements:library") if any(values.values()) else "",
        "crumbs": [{"label": "Kerja sama", "url": reverse("agreements:register")}, {"label": "Pustaka pasal"}],
    }  # fmt: skip
    return render(request, "agreements/library.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a clause, new or known."""
    _require_keeper(request)
    clause = get_object_or_404(LibraryClause, pk=pk, active=True) if pk else LibraryClause()
    names = ("instrument", "title", "key", "text", "note")
    form = ClauseForm(request.POST or None, initial={name: getattr(clause, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            room.write_clause(clause, by=request.user, **form.cleaned_data)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Pasal {clause.title} tersimpan dalam pustaka.")
            return redirect("agreements:library")
    context = {
        "clause": clause, "form": form, "placeholders": [(f"{{{name}}}", told) for name, (_, told) in KNOWN.items()],
        "crumbs": [{"label": "Pustaka pasal", "url": reverse("agreements:library")}, {"label": clause.title or "Pasal baru"}],
    }  # fmt: skip
    return render(request, "agreements/library_clause.html", context, status=422 if form.is_bound else 200)


@require_POST
@login_required
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer a clause no longer."""
    _require_keeper(request)
    clause = room.retire_clause(get_object_or_404(LibraryClause, pk=pk, active=True), by=request.user)
    messages.success(request, f"Pasal {clause.title} tidak ditawarkan lagi. Naskah yang memakainya tidak berubah.")
    return redirect("agreements:library")
