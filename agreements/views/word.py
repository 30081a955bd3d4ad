"""The text as a Word file for the partner's lawyers, and their changed file back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_GET, require_http_methods

from agreements.docx_out import as_docx
from agreements.services.exchange import take_docx
from agreements.views.pages import visible_agreement
from agreements.views.versions import crumbs_of, version_of
from kerjasama.core import clock, uploads
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show
from kerjasama.core.widgets import FileDrop
from kerjasama.workflow.services import check


@require_GET
@login_required
def download(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One version as DOCX."""
    agreement = visible_agreement(request, pk)
    version = version_of(agreement, number)
    name = slugify(f"{agreement.instrument} {version.title}")[:80].strip("-")
    return HttpResponse(
        as_docx(agreement, version),
        content_type=uploads.CONTENT_TYPES["docx"],
        headers={"Content-Disposition": f'attachment; filename="{name}-versi-{number}.docx"'},
    )


class TakeForm(BaseForm):
    """The changed file, from whom and when."""

    sender = forms.CharField(label="Dari", max_length=160, help_text="Misalnya Bagian Hukum Kabupaten Tirtamarga.")
    received_on = DayField(label="Diterima pada")
    file = forms.FileField(
        label="Naskah perubahan", widget=FileDrop(), help_text="DOCX. Perubahan terlacak dan komentar ikut dibaca; berkas aslinya disimpan."
    )  # fmt: skip
    expect = forms.IntegerField(widget=forms.HiddenInput)


@require_http_methods(["GET", "POST"])
@login_required
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the partner's file in as a new version and show what it changes."""
    agreement = visible_agreement(request, pk)
    check(agreement, agreement.arrow("write_version"), request.user)
    initial = {"received_on": clock.today(), "sender": agreement.proposal.partner_names, "expect": agreement.act_count}
    form = TakeForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            taken = take_docx(agreement, facts.pop("file"), by=request.user, **facts)
        except UploadRefused as refusal:
            show(form, refusal, names={"": "file"})
        except BadInput as refusal:
            show(form, refusal)
        else:
            return _onward(request, agreement, taken)
    context = {
        "agreement": agreement, "form": form, "newest": agreement.versions.first(),
        "crumbs": crumbs_of(agreement, "Terima DOCX dari mitra"),
    }  # fmt: skip
    return render(request, "agreements/take.html", context, status=422 if form.is_bound else 200)


def _onward(request: HttpRequest, agreement: Any, taken: Any) -> HttpResponse:
    said = [f"{taken.comments} komentar dicatat sebagai masukan mitra."] if taken.comments else []
    first = (
        f"Versi {taken.version.number} tersimpan dari berkas mitra."
        if taken.version
        else "Teksnya sama; tidak ada versi baru."
    )
    messages.success(request, " ".join([first, *said, *taken.told]))
    if taken.version is None:
        return redirect("agreements:remarks", agreement.pk)
    before = taken.version.number - 1
    return redirect(f"{reverse('agreements:compare', args=[agreement.pk])}?dari={before}&ke={taken.version.number}")
