"""The comments of the TKKSD on one case: read by all who see it, answered by who drafts the text."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from kerjasama.core.errors import BadInput, NotYours
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import OptionCards
from kerjasama.desk import remarks
from kerjasama.reviews.models.remark import RemarkAnswer
from proposals.models import Proposal


class AnswerForm(BaseForm):
    """Accepted or not, and why."""

    answer = forms.ChoiceField(
        label="Jawaban", choices=RemarkAnswer.choices, widget=OptionCards(
            consequences={"ACCEPTED": "Ubah teksnya sesuai dengan komentar.", "DECLINED": "Teksnya tetap; alasannya dibaca anggota TKKSD."}, two=True
        ),
    )  # fmt: skip
    reason = forms.CharField(label="Alasan", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


@require_http_methods(["GET", "POST"])
@login_required
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Every comment with its answer; the drafter answers one at a time."""
    case = get_object_or_404(Proposal.visible_to(request.user), code=code)
    if Proposal.readable_papers(request.user) is not None:
        raise NotYours("Komentar anggota TKKSD dibaca oleh perangkat daerah. DPRD membaca rekomendasinya.")
    rows = remarks.as_rows(case, request.user)
    asked = {str(row["remark"].pk): row for row in rows}
    status = 200
    for key, row in asked.items():
        row["form"] = AnswerForm(prefix=f"k{key}") if row["mine"] else None
    if request.method == "POST":
        key = request.POST.get("komentar", "")
        row = asked.get(key)
        if row is None:
            raise BadInput("Komentar ini tidak ada pada usulan ini. Muat ulang halaman.")
        form = row["form"] = AnswerForm(request.POST, prefix=f"k{key}")
        if form.is_valid():
            remarks.answer(case, row["remark"], request.user, **form.cleaned_data)
            messages.success(request, f"Jawaban atas komentar {row['remark'].part_label} tercatat.")
            return redirect(remarks.url_of(case))
        status = 422
    context: dict[str, Any] = {
        "case": case,
        "rows": rows,
        "open": sum(row["remark"].is_open for row in rows),
        "crumbs": [{"label": case.code, "url": case.get_absolute_url()}, {"label": "Komentar TKKSD"}],
    }
    return render(request, "desk/remarks.html", context, status=status)
