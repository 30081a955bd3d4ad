"""Findings: the list of all, one with what was done about it, its answer and its judgement."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts.models import OrgUnit
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import BadInput, NotYours, UploadRefused
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import due_badge, tag
from kerjasama.core.text import date_long
from kerjasama.documents.models import Document
from monitoring.finding_forms import AnswerForm, JudgementForm
from monitoring.models import Finding
from monitoring.services import findings as room
from monitoring.stages import FindingState

PAGE_SIZE = 25
STATES = [
    ("terbuka", "Terbuka"),
    ("lewat", "Lewat tenggat"),
    ("diperiksa", "Menunggu pemeriksaan"),
    ("selesai", "Selesai"),
    ("semua", "Semua"),
]
TONES = {FindingState.OPEN: "wait", FindingState.ANSWERED: "info", FindingState.DONE: "ok"}
SORTS = {"tenggat": (F("due_on").asc(nulls_last=True), "pk"), "terbaru": ("-evaluation__evaluated_on", "-pk")}


class FindingFilter(BaseForm):
    """What the list can be narrowed by."""

    q = forms.CharField(
        label="Cari", required=False, max_length=120, widget=forms.TextInput(attrs={"type": "search", "placeholder": "Temuan, judul, kode"})
    )  # fmt: skip
    unit = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=OrgUnit.objects.none(), required=False, empty_label="Semua"
    )
    urut = forms.ChoiceField(
        label="Urutkan", required=False, choices=[("tenggat", "Tenggat terdekat"), ("terbaru", "Terbaru")]
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = OrgUnit.objects.order_by("name")

    def chosen(self) -> dict[str, Any]:
        """The filters; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        return {
            "q": values.get("q", ""), "unit": values.get("unit"), "urut": values.get("urut") or "tenggat", "keadaan": values.get("keadaan") or "terbuka",
        }  # fmt: skip


def listed(user: Any, chosen: dict[str, Any]) -> QuerySet[Finding]:
    """The findings a person may see that match, in the order asked for."""
    found = Finding.visible_to(user)
    state, today = chosen["keadaan"], clock.today()
    if state in ("terbuka", "lewat"):
        found = found.exclude(state=FindingState.DONE)
    if state == "lewat":
        found = found.filter(due_on__lt=today)
    if state in ("diperiksa", "selesai"):
        found = found.filter(state=FindingState.ANSWERED if state == "diperiksa" else FindingState.DONE)
    if chosen["unit"]:
        of_naskah = Q(unit=None, evaluation__report__agreement__executing_unit=chosen["unit"])
        found = found.filter(Q(unit=chosen["unit"]) | of_naskah)
    for word in chosen["q"].split()[:8]:
        found = found.filter(
            Q(text__icontains=word) | Q(owner__icontains=word) | Q(evaluation__report__agreement__title__icontains=word)
            | Q(evaluation__report__agreement__proposal__code__icontains=word)
        )  # fmt: skip
    return found.order_by(*SORTS[chosen["urut"]])


@require_GET
@login_required
def finding_list(request: HttpRequest) -> HttpResponse:
    """All findings a person may see."""
    form = FindingFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(listed(request.user, chosen), PAGE_SIZE).get_page(request.GET.get("halaman"))
    calendar, address = WorkCalendar.load(), reverse("monitoring:findings")
    context = {
        "filter_form": form, "page_obj": page, "rows": [_row(finding, calendar) for finding in page],
        "views": [{"label": label, "url": f"{address}?keadaan={key}", "current": key == chosen["keadaan"]} for key, label in STATES],
        "clear_url": f"{address}?keadaan={chosen['keadaan']}" if chosen["q"] or chosen["unit"] else "",
        "exports": [{"label": "CSV", "url": f"{reverse('monitoring:findings_export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": "Temuan"}, {"label": "Penanggung jawab"}, {"label": "Tenggat"}, {"label": "Keadaan"}],
        "crumbs": [{"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")}, {"label": "Temuan"}],
    }  # fmt: skip
    return render(request, "monitoring/findings.html", context)


@require_GET
@login_required
def finding_export(request: HttpRequest) -> StreamingHttpResponse:
    """The list as CSV: exactly what is shown."""
    chosen = FindingFilter(request.GET).chosen()
    return csv_response(f"temuan-{chosen['keadaan']}-{clock.today():%Y%m%d}", _lines(request, chosen))


def _lines(request: HttpRequest, chosen: dict[str, Any]) -> Iterator[list[Any]]:
    yield [
        f"Saringan: keadaan {chosen['keadaan']}, kata {chosen['q'] or '-'}, perangkat daerah {chosen['unit'] or '-'}; {date_long(clock.today())}"
    ]
    yield [
        "Usulan",
        "Judul",
        "Periode",
        "Temuan",
        "Penanggung jawab",
        "Perangkat daerah",
        "Tenggat",
        "Keadaan",
        "Tindak lanjut",
    ]
    for row in listed(request.user, chosen).iterator(chunk_size=500):
        report = row.evaluation.report
        yield [
            report.agreement.proposal.code, report.agreement.title, report.period_label, row.text, row.owner, row.unit.name if row.unit else "",
            row.due_on.isoformat() if row.due_on else "", row.get_state_display(), row.answer,
        ]  # fmt: skip


def _row(finding: Finding, calendar: WorkCalendar) -> dict[str, Any]:
    report = finding.evaluation.report
    done = finding.state == FindingState.DONE
    due = date_long(finding.due_on) if done and finding.due_on else due_badge({}, finding.due_on, calendar)
    return {
        "url": finding.get_absolute_url(), "title": finding.text,
        "detail": format_html('{} · {} · <span class="nowrap">{}</span>', report.agreement.title, report.period_label, report.agreement.proposal.code),
        "cells": [
            {"label": "Penanggung jawab", "value": f"{finding.owner}{f', {finding.unit.name}' if finding.unit else ''}"},
            {"label": "Tenggat", "value": due or "Tanpa tenggat"},
            {"label": "Keadaan", "value": tag(finding.get_state_display(), TONES[FindingState(finding.state)])},
        ],
    }  # fmt: skip


def _finding(request: HttpRequest, pk: int) -> Finding:
    return get_object_or_404(Finding.visible_to(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    """One finding, with the form of whoever is to act on it."""
    row = _finding(request, pk)
    form = _form(row, request)
    if request.method == "POST":
        if form is None:
            raise NotYours(
                "Temuan ini bukan giliran Anda: ditindaklanjuti oleh penanggung jawabnya, lalu diperiksa oleh Bagian Kerja Sama."
            )
        if form.is_valid() and _done(row, form, request):
            return redirect(row)
    report = row.evaluation.report
    context = {
        "finding": row, "form": form, "report": report, "tone": TONES[FindingState(row.state)], "late": row.is_late(clock.today()),
        "evidence": Document.objects.filter(pk=row.document_id).first() if row.document_id else None,
        "history": list(row.history.select_related("history_user").order_by("history_id")),
        "crumbs": [
            {"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")}, {"label": "Temuan", "url": reverse("monitoring:findings")},
            {"label": report.agreement.proposal.code},
        ],
    }  # fmt: skip
    return render(
        request, "monitoring/finding.html", context, status=422 if form is not None and form.is_bound else 200
    )


def _form(row: Finding, request: HttpRequest) -> BaseForm | None:
    """The form that is this person's now, if any."""
    data, files = request.POST or None, request.FILES or None
    if row.state == FindingState.OPEN and room.may_answer(row, request.user):
        return AnswerForm(data, files)
    if (
        row.state == FindingState.ANSWERED
        and holds(request.user, Office.BAGIAN, Office.KABAG)
        and row.answered_by_id != request.user.pk
    ):
        return JudgementForm(data)
    return None


def _done(row: Finding, form: BaseForm, request: HttpRequest) -> bool:
    values = form.cleaned_data
    try:
        if isinstance(form, AnswerForm):
            room.answer(row, words=values["answer"], evidence=values["evidence"], by=request.user)
            messages.success(request, "Tindak lanjut tercatat dan menunggu pemeriksaan Bagian Kerja Sama.")
        else:
            room.judge(row, done=values["done"], words=values["judgement"], by=request.user)
            messages.success(
                request, "Temuan ditutup." if values["done"] else "Temuan dikembalikan kepada penanggung jawabnya."
            )
    except (BadInput, UploadRefused) as refusal:
        show(form, refusal, names={"": "evidence"})
    else:
        return True
    return False
