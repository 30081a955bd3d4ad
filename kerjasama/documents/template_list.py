"""The list of our papers and who has worded them: read by the Kabag and the administrator."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.accounts.permissions import holds
from kerjasama.core.errors import NotYours
from kerjasama.core.exports import csv_response
from kerjasama.documents import wording
from kerjasama.documents.models import TemplateEdition
from kerjasama.documents.papers.names import NAMES
from kerjasama.documents.slots import FORMS, Form
from kerjasama.documents.template_forms import TemplateFilter

PAGE_SIZE = 30
STANDARD, ADAPTED, FIXED = "baku", "disesuaikan", "tetap"
LABELS = {
    STANDARD: ("Naskah baku", ""),
    ADAPTED: ("Disesuaikan", "info"),
    FIXED: ("Tidak dapat disesuaikan", ""),
}


@require_GET
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Every paper with its signer and whether the region has worded it."""
    require_reader(request)
    form = TemplateFilter(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    context = {
        "filter_form": form, "page_obj": Paginator(list(_rows(values)), PAGE_SIZE).get_page(request.GET.get("halaman")),
        "clear_url": reverse("documents:templates") if any(values.values()) else "",
        "exports": [{"label": "Unduh CSV", "url": f"{reverse('documents:templates_export')}?{request.GET.urlencode()}"}],
        "may_write": may_write(request), "crumbs": [{"label": "Templat dokumen"}],
    }  # fmt: skip
    return render(request, "documents/templates.html", context)


@require_GET
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """The list as it is shown, as CSV."""
    require_reader(request)
    form = TemplateFilter(request.GET)
    rows = _rows(form.cleaned_data if form.is_valid() else {})
    lines = (
        [r["name"], r["form"].signer, r["label"], r["edition"].number if r["edition"] else "", *_last(r)] for r in rows
    )
    head = ["Dokumen", "Penanda tangan", "Keadaan", "Edisi", "Ditetapkan pada", "Oleh"]
    return csv_response("templat-dokumen", [head, *lines])


def _rows(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    editions = wording.all_latest()
    rows = [_row(slug, form, editions.get(slug)) for slug, form in FORMS.items()]
    words = values.get("q", "").lower().split()[:8]
    found = [row for row in rows if all(word in f"{row['name']} {row['form'].signer}".lower() for word in words)]
    found = [row for row in found if values.get("keadaan") in ("", None, row["state"])]
    order = {
        "penanda": lambda row: (row["form"].signer, row["name"]),
        "terbaru": lambda row: (-row["edition"].created_at.timestamp() if row["edition"] else 0, row["name"]),
    }
    yield from sorted(found, key=order.get(values.get("urut", ""), lambda row: row["name"]))


def _row(slug: str, form: Form, edition: TemplateEdition | None) -> dict[str, Any]:
    state = FIXED if not form.slots else ADAPTED if edition and edition.words else STANDARD
    label, tone = LABELS[state]
    return {
        "slug": slug, "name": NAMES[slug], "form": form, "edition": edition, "state": state, "label": label, "tone": tone,
        "url": reverse("documents:template", args=[slug]),
    }  # fmt: skip


def _last(row: dict[str, Any]) -> tuple[str, str]:
    edition = row["edition"]
    return (edition.created_at.date().isoformat(), edition.made_by.full_name) if edition else ("", "")


def may_write(request: HttpRequest) -> bool:
    """Whether this person words papers."""
    return holds(request.user, *wording.WRITERS)


def require_reader(request: HttpRequest) -> None:
    """Raises NotYours."""
    if not holds(request.user, *wording.READERS):
        raise NotYours("Templat dokumen dibaca oleh Kepala Bagian Kerja Sama dan administrator.")


def require_writer(request: HttpRequest) -> None:
    """Raises NotYours."""
    if not may_write(request):
        raise NotYours("Templat dokumen ditetapkan oleh Kepala Bagian Kerja Sama.")
