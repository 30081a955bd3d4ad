"""A question of the DPRD, asked from its pages, and the page of the executive that answers any question."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core.errors import BadInput, NotYet, NotYours, UploadRefused
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show
from kerjasama.core.widgets import FileDrop, OptionCards
from kerjasama.desk import inquiries
from kerjasama.desk.views.dprd.common import case_of, crumbs, page_of
from kerjasama.reviews import questions
from kerjasama.reviews import services as reviews
from kerjasama.reviews.models.question import Body
from proposals.models import Proposal

FILE_HINT = "Bila perlu, dalam bentuk PDF, paling besar 10 MB."


class QuestionForm(BaseForm):
    """What is asked, and of whom."""

    to = forms.ChoiceField(label="Ditujukan kepada", widget=OptionCards())
    words = forms.CharField(label="Pertanyaan", max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    file = forms.FileField(label="Lampiran", required=False, widget=FileDrop(), help_text=FILE_HINT)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("UNIT", proposal.lead_unit.name), ("BAGIAN", "Bagian Kerja Sama")]
        self.fields["to"].initial = "UNIT"


class AnswerForm(BaseForm):
    """The answer; there is no second one."""

    words = forms.CharField(label="Jawaban", max_length=8000, widget=forms.Textarea(attrs={"rows": 6}))
    file = forms.FileField(label="Lampiran", required=False, widget=FileDrop(), help_text=FILE_HINT)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """The Sekretariat asks on behalf of the DPRD, while its request is open."""
    require(request.user, Office.SETWAN)
    proposal = case_of(request, code)
    if not inquiries.may_ask(proposal):
        raise NotYet("Pertanyaan hanya dapat diajukan selama permohonan menunggu keputusan DPRD.")
    form = QuestionForm(request.POST or None, request.FILES or None, proposal=proposal)
    if request.method == "POST" and form.is_valid() and _asked(request, proposal, form):
        messages.success(request, "Pertanyaan terkirim. Jawabannya muncul pada halaman ini, dan Anda diberi tahu.")
        return redirect(f"{page_of(code)}#pertanyaan")
    context = {
        "proposal": proposal,
        "form": form,
        "back_url": page_of(code),
        "crumbs": crumbs((code, page_of(code)), ("Ajukan pertanyaan", "")),
    }
    return render(request, "desk/dprd_question.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Who is asked answers, once; the Bagian may answer for a unit."""
    proposal = get_object_or_404(Proposal.visible_to(request.user).select_related("lead_unit"), code=code)
    question = get_object_or_404(questions.seen_by(request.user, proposal), pk=pk)
    if questions.answering_seat(question, request.user) is None:
        raise NotYours(f"Pertanyaan ini dijawab oleh {question.addressee} atau Bagian Kerja Sama.")
    if not question.is_open:
        raise NotYet("Pertanyaan ini sudah dijawab.")
    form = AnswerForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _answered(request, question, form):
        messages.success(request, "Jawaban terkirim. Penanya telah diberi tahu.")
        return redirect(f"{proposal.get_absolute_url()}#pertanyaan")
    context = {
        "proposal": proposal,
        "question": question,
        "form": form,
        "back_url": f"{proposal.get_absolute_url()}#pertanyaan",
        "crumbs": [
            {"label": "Usulan", "url": "/usulan/"},
            {"label": code, "url": proposal.get_absolute_url()},
            {"label": "Jawab pertanyaan"},
        ],
    }
    return render(request, "desk/answer.html", context, status=422 if form.errors else 200)


def _asked(request: HttpRequest, proposal: Proposal, form: QuestionForm) -> bool:
    values = form.cleaned_data
    unit = proposal.lead_unit if values["to"] == "UNIT" else None
    return _through(form, lambda: reviews.ask(
        proposal, body=Body.DPRD, words=values["words"], by=request.user, unit=unit, file=values["file"]
    ))  # fmt: skip


def _answered(request: HttpRequest, question: Any, form: AnswerForm) -> bool:
    values = form.cleaned_data
    return _through(form, lambda: reviews.answer(question, words=values["words"], by=request.user, file=values["file"]))


def _through(form: BaseForm, doing: Any) -> bool:
    """Do it; a refusal of what was typed is shown at its field, and nothing typed is lost."""
    try:
        doing()
    except UploadRefused as refusal:
        form.add_error("file", refusal.message)
    except BadInput as refusal:
        show(form, refusal)
    return not form.errors
