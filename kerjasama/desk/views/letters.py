"""Paraf surat: everything that waits for a paraf of one official, light letters several at once."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts import marks
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show
from kerjasama.desk import letter_desk
from kerjasama.desk.letter_desk import Outcome, Waiting
from kerjasama.documents.letter_kinds import CHAIN_OFFICES

PAGE_SIZE = 25
WEIGHTS = {"ringan": True, "satu": False}
SORTS: dict[str, Any] = {
    "terlama": lambda item: (item.since, item.subject.case_code),
    "terbaru": lambda item: (-item.since.toordinal(), item.subject.case_code),
    "usulan": lambda item: item.subject.case_code,
}


class FilterForm(BaseForm):
    """What the list can be narrowed by; every field stands in the address."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nomor, tujuan, usulan"}),
    )
    cara = forms.ChoiceField(
        label="Cara", required=False, choices=[("", "Semua surat"), ("ringan", "Dapat sekaligus"), ("satu", "Satu per satu")]
    )  # fmt: skip
    urut = forms.ChoiceField(
        label="Urutkan", required=False, choices=[("terlama", "Terlama"), ("terbaru", "Terbaru"), ("usulan", "Kode usulan")]
    )  # fmt: skip

    def chosen(self, items: list[Waiting]) -> list[Waiting]:
        """The letters that match, in the order asked for; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        light, q = WEIGHTS.get(values.get("cara", "")), values.get("q", "")
        found = [item for item in items if item.matches(q) and light in (None, item.kind.light)]
        return sorted(found, key=SORTS[values.get("urut") or "terlama"])

    @property
    def is_narrowed(self) -> bool:
        return self.is_valid() and bool(self.cleaned_data.get("q") or self.cleaned_data.get("cara"))


class SeveralForm(BaseForm):
    """One declaration and one PIN for all the letters chosen."""

    read = forms.BooleanField(
        label="Surat yang saya pilih sudah saya baca dan saya setujui untuk diteruskan",
        error_messages={"required": "Nyatakan bahwa surat yang Anda pilih sudah Anda baca."},
        widget=forms.CheckboxInput(attrs={"form": "paraf"}),  # it stands on the sheet, outside the form
    )
    pin = forms.CharField(
        label="PIN paraf", max_length=6, strip=True, error_messages={"required": "Isi PIN paraf Anda."}
    )


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The letters in hand, and the paraf on those chosen. 403 for who holds no office of the chain."""
    require(request.user, *CHAIN_OFFICES)
    if request.method == "GET":
        return _answer(request, SeveralForm())
    form, keys = SeveralForm(request.POST), request.POST.getlist("surat")
    if not keys:
        form.add_error(None, "Pilih paling sedikit satu surat.")
    if not form.is_valid():
        return _answer(request, form, keys, status=422)
    try:
        outcome = letter_desk.mark_chosen(request.user, keys[:PAGE_SIZE], pin=form.cleaned_data["pin"])
    except BadInput as refusal:
        show(form, refusal)
        return _answer(request, form, keys, status=422)
    _tell(request, outcome)
    kept = request.GET.copy()
    kept.pop("pin", None)
    return redirect(f"{request.path}?{kept.urlencode()}" if kept else request.path)


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.done:
        messages.success(request, f"{text.counted(len(outcome.done))} surat diparaf: {text.joined(outcome.done)}.")
    if outcome.refused:
        told = f"{text.counted(len(outcome.refused))} surat tidak diparaf. {'; '.join(outcome.refused).rstrip('.')}."
        messages.warning(request, told)


def _answer(request: HttpRequest, form: SeveralForm, keys: list[str] | None = None, status: int = 200) -> HttpResponse:
    items = letter_desk.waiting(request.user)
    filter_form = FilterForm(request.GET)
    shown = Paginator(filter_form.chosen(items), PAGE_SIZE).get_page(request.GET.get("halaman"))
    address = reverse("desk:letters")
    context = {
        "form": form, "keys": keys or [], "items": list(shown), "page_obj": shown, "total": len(items),
        "several": sum(item.several for item in shown), "filter_form": filter_form,
        "clear_url": address if filter_form.is_narrowed else "",
        "exports": [{"label": "CSV", "url": f"{reverse('desk:letters_export')}?{request.GET.urlencode()}"}],
        "mark": marks.mark_of(request.user), "asks_pin": "pin" in request.GET or bool(keys and form.errors), "now": clock.now(),
        "sign_heading": "Paraf surat", "sign_progress": f"{len(items)} surat menunggu Anda" if items else "", "back_url": reverse("desk:tasks"),
    }  # fmt: skip
    return render(request, "desk/letters.html", context, status=status)


@require_GET
@login_required
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown."""
    require(request.user, *CHAIN_OFFICES)
    items = FilterForm(request.GET).chosen(letter_desk.waiting(request.user))
    return csv_response(f"paraf-surat-{clock.today():%Y%m%d}", _lines(items))


def _lines(items: list[Waiting]) -> Iterator[list[Any]]:
    yield [f"Surat yang menunggu paraf; {text.date_long(clock.today())}"]
    yield ["Jenis surat", "Nomor", "Kepada", "Usulan", "Judul", "Menunggu sejak", "Hari", "Cara"]
    for item in items:
        yield [
            item.kind.label, item.numbers, item.to, item.subject.case_code, item.title, item.since.isoformat(), item.days,
            "dapat sekaligus" if item.kind.light else "satu per satu",
        ]  # fmt: skip
