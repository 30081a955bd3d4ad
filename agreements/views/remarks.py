"""The remarks of the partner on a naskah: all of them with their answers; the drafter notes and answers them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from agreements.models import Agreement, PartnerRemark
from agreements.services import remarks as room
from agreements.stages import Stage
from agreements.views.pages import visible_agreement
from agreements.views.versions import crumbs_of
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.core.fields import DayField
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show
from kerjasama.core.widgets import OptionCards
from kerjasama.reviews.models.remark import RemarkAnswer


class AnswerForm(BaseForm):
    """Taken up or not, and why."""

    answer = forms.ChoiceField(
        label="Jawaban", choices=RemarkAnswer.choices, widget=OptionCards(
            consequences={"ACCEPTED": "Ubah teksnya sesuai dengan masukan.", "DECLINED": "Teksnya tetap; alasannya disampaikan kepada mitra."}, two=True
        ),
    )  # fmt: skip
    reason = forms.CharField(label="Alasan", max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class RemarkForm(BaseForm):
    """A remark that came by letter or in a meeting."""

    part = forms.ChoiceField(label="Bagian", required=False)
    author = forms.CharField(label="Disampaikan oleh", max_length=160)
    received_on = DayField(label="Diterima pada")
    text = forms.CharField(label="Masukan", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, agreement: Agreement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = agreement.versions.first().content
        self.fields["part"].choices = [
            ("", room.WHOLE), *((clause.key, f"Pasal {n} {clause.title}") for n, clause in enumerate(parts, start=1))
        ]  # fmt: skip
        self.fields["received_on"].initial = clock.today()


@require_http_methods(["GET", "POST"])
@login_required
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Every remark with its answer; who may draft answers one at a time, or notes another."""
    agreement = visible_agreement(request, pk)
    if Agreement.readable_papers(request.user) is not None:
        raise NotYours("Masukan mitra atas rancangan dibaca oleh perangkat daerah.")
    drafting = agreement.stage == Stage.DRAFTING and holds(request.user, Office.BAGIAN)
    rows = [{"remark": row, "form": _answer_form(row, drafting)} for row in _rows(agreement)]
    fresh = RemarkForm(agreement) if drafting else None
    status = 200
    if request.method == "POST":
        answered, fresh = _posted(request, agreement, rows, fresh)
        if answered:
            return redirect("agreements:remarks", agreement.pk)
        status = 422
    context = {
        "agreement": agreement, "rows": rows, "fresh": fresh, "open": sum(row["remark"].is_open for row in rows),
        "crumbs": crumbs_of(agreement, "Masukan mitra"),
    }  # fmt: skip
    return render(request, "agreements/remarks.html", context, status=status)


def _rows(agreement: Agreement) -> Any:
    return agreement.partner_remarks.select_related("version", "recorded_by", "answered_by").order_by("pk")


def _answer_form(row: PartnerRemark, drafting: bool) -> AnswerForm | None:
    return AnswerForm(prefix=f"m{row.pk}") if drafting and row.is_open else None


def _posted(
    request: HttpRequest, agreement: Agreement, rows: list[dict[str, Any]], fresh: RemarkForm | None
) -> tuple[bool, RemarkForm | None]:  # fmt: skip
    """Whether something was kept, and the form for another remark with what is wrong in it."""
    if fresh is None:
        raise NotYours("Masukan mitra dicatat dan dijawab oleh Bagian Kerja Sama selama naskah disusun.")
    key = request.POST.get("masukan", "")
    if not key:
        fresh = RemarkForm(agreement, request.POST)
        return _keep(request, fresh, lambda facts: room.add_remark(agreement, by=request.user, **facts)), fresh
    row = next((row for row in rows if str(row["remark"].pk) == key and row["form"]), None)
    if row is None:
        raise BadInput("Masukan ini sudah dijawab atau tidak ada pada naskah ini. Muat ulang halaman.")
    form = row["form"] = AnswerForm(request.POST, prefix=f"m{key}")
    return _keep(request, form, lambda facts: room.answer_remark(row["remark"], by=request.user, **facts)), fresh


def _keep(request: HttpRequest, form: BaseForm, doing: Any) -> bool:
    if not form.is_valid():
        return False
    try:
        row = doing(form.cleaned_data)
    except BadInput as refusal:
        show(form, refusal)
        return False
    messages.success(
        request,
        f"Masukan pada {row.part_label} tercatat." if row.is_open else f"Jawaban atas {row.part_label} tercatat.",
    )
    return True
