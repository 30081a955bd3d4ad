"""Koreksi: what was set right on a case, what waits for a second person, and the form for a mistake."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYours, UploadRefused
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.desk import correctables, correcting
from kerjasama.desk.correctables import Kind, Recorded
from kerjasama.documents import corrections, services
from kerjasama.workflow.correctable import KEEPERS
from proposals.models import Proposal

LONGEST = {"title": 300, "number": 120, "archive_place": 200}


class CorrectionForm(BaseForm):
    """The right value of one fact, and why."""

    reason = forms.CharField(
        label="Alasan", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Sebutkan apa yang salah tercatat dan pada dokumen mana yang benar terbaca.",
    )  # fmt: skip

    def __init__(self, *args: Any, wrong: Recorded, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.may_lie_ahead = wrong.fact.kind, wrong.fact.field == "due_on"
        self.fields["value"] = {
            Kind.TEXT: forms.CharField(label="Yang benar", max_length=LONGEST.get(wrong.fact.field, 160)),
            Kind.DATE: DayField(label="Yang benar"),
            Kind.FILE: forms.FileField(label="Berkas yang benar", widget=FileDrop(), help_text="PDF"),
        }[self.kind]
        self.order_fields(["value", "reason"])

    def clean_value(self) -> Any:
        value = self.cleaned_data["value"]
        if self.kind is Kind.DATE and value > clock.today() and not self.may_lie_ahead:
            raise forms.ValidationError("Tanggal tidak boleh sesudah hari ini.")
        return value


class SettleForm(BaseForm):
    """Confirmed or not; a refusal says why."""

    answer = forms.ChoiceField(
        label="Keputusan", choices=[("ya", "Konfirmasi"), ("tidak", "Tolak")], widget=OptionCards(
            consequences={"ya": "Anda sudah membandingkannya dengan dokumennya.", "tidak": "Yang tercatat tetap."}, two=True
        ),
    )  # fmt: skip
    note = forms.CharField(label="Alasan", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("answer") == "tidak" and not typed.get("note", "").strip():
            self.add_error("note", "Tulis mengapa koreksi ini ditolak.")
        return typed


@require_GET
@login_required
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Every correction of a case with its old value, and for those who keep the records what may be corrected."""
    proposal = _case(request, code)
    return _page(request, proposal, None, 200)


@require_http_methods(["GET", "POST"])
@login_required
def correct(request: HttpRequest, code: str, key: str, pk: int) -> HttpResponse:
    """Say what is right in place of one recorded fact."""
    proposal = _case(request, code)
    require(request.user, *KEEPERS)
    wrong = correctables.find(correcting.subjects_of(proposal), key, pk)
    if wrong is None:
        raise Http404
    form = CorrectionForm(request.POST or None, request.FILES or None, wrong=wrong)
    if form.is_valid() and _proposed(request, form, wrong, _url(code)):
        messages.success(request, "Koreksi diusulkan. Orang kedua perlu mengonfirmasinya.")
        return redirect(_url(code))
    context = {
        "proposal": proposal, "wrong": wrong, "form": form, "back_url": _url(code),
        "crumbs": [*_crumbs(proposal), {"label": "Usulkan koreksi"}],
    }  # fmt: skip
    return render(request, "desk/correct.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def settle(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The second person confirms or declines."""
    proposal = _case(request, code)
    require(request.user, *KEEPERS)
    row = next((r for r in corrections.of_subjects(correcting.subjects_of(proposal)) if r.pk == pk), None)
    if row is None:
        raise Http404
    form = SettleForm(request.POST, prefix=f"k{pk}")
    if not form.is_valid():
        return _page(request, proposal, (pk, form), 422)
    accept = form.cleaned_data["answer"] == "ya"
    correcting.settle(row, accept=accept, reason=form.cleaned_data["note"], by=request.user, url=_url(code))
    messages.success(request, "Koreksi dikonfirmasi." if accept else "Koreksi ditolak; yang tercatat tetap.")
    return redirect(_url(code))


def _proposed(request: HttpRequest, form: CorrectionForm, wrong: Recorded, url: str) -> bool:
    """Whether it was taken; what stands against it is shown at the form, and nothing typed is lost."""
    value = form.cleaned_data["value"]
    try:
        if form.kind is Kind.FILE:
            value = services.store_upload(value, by=request.user)
        correcting.propose(wrong, value, reason=form.cleaned_data["reason"], by=request.user, url=url)
    except UploadRefused as refusal:
        form.add_error("value", str(refusal))
    except BadInput as refusal:
        form.add_error("value", " ".join(refusal.errors.get("value", [str(refusal)])))
    return not form.errors


def _page(request: HttpRequest, proposal: Proposal, typed: tuple[int, SettleForm] | None, status: int) -> HttpResponse:
    subjects, keeper = correcting.subjects_of(proposal), holds(request.user, *KEEPERS)
    rows = []
    for row in corrections.of_subjects(subjects):
        mine = keeper and row.is_open and row.proposed_by_id != request.user.pk
        given = typed[1] if typed and typed[0] == row.pk else SettleForm(prefix=f"k{row.pk}")
        rows.append({"row": row, "form": given if mine else None})
    context = {
        "proposal": proposal,
        "rows": rows,
        "facts": correctables.recorded(subjects) if keeper else [],
        "crumbs": _crumbs(proposal),
    }
    return render(request, "desk/corrections.html", context, status=status)


def _case(request: HttpRequest, code: str) -> Proposal:
    """A case this person sees with all its papers. Raises Http404, or NotYours for the DPRD."""
    proposal = get_object_or_404(Proposal.visible_to(request.user), code=code)
    if Proposal.readable_papers(request.user) is not None:
        raise NotYours("Koreksi dibaca oleh perangkat daerah. Yang dikoreksi disebut pada dokumennya sendiri.")
    return proposal


def _url(code: str) -> str:
    return reverse("desk:corrections", args=[code])


def _crumbs(proposal: Proposal) -> list[dict[str, str]]:
    return [
        {"label": "Beranda", "url": "/"},
        {"label": "Usulan", "url": "/usulan/"},
        {"label": proposal.code, "url": proposal.get_absolute_url()},
        {"label": "Koreksi", "url": _url(proposal.code)},
    ]
