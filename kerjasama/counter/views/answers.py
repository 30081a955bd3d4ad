"""Answers of partners by link: send the link, check the answer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import clock, text
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.refusals import show
from kerjasama.core.templatetags.ui import tag
from kerjasama.counter import selectors
from kerjasama.counter.forms.acts import InviteForm, ReturnForm
from kerjasama.counter.models import AnswerInvitation
from kerjasama.counter.models.request import READERS
from kerjasama.counter.services import answers as service
from kerjasama.counter.stages import InvitationStatus
from kerjasama.counter.views.detail import CRUMBS, paper_row
from proposals.models import Proposal
from proposals.stages import Answer

PAGE_SIZE = 25
TONES = {InvitationStatus.ANSWERED: "wait", InvitationStatus.ACCEPTED: "ok", InvitationStatus.RETURNED: "info"}
VIEWS = [("", "Semua"), ("ANSWERED", "Perlu diperiksa"), ("SENT", "Menunggu mitra"), ("ACCEPTED", "Diterima")]


@require_GET
@login_required
def answer_list(request: HttpRequest) -> HttpResponse:
    """The links that were sent and what came back."""
    require(request.user, *READERS)
    state, q = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()[:120]
    found = selectors.answers(request.user, state)
    for word in q.split()[:8]:
        found = found.filter(proposal__title__icontains=word) | found.filter(partner__name__icontains=word)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("halaman"))
    address = reverse("counter:answers")
    context = {
        "views": [{"label": label, "url": f"{address}?keadaan={key}", "current": key == state} for key, label in VIEWS],
        "columns": [{"label": label} for label in ("Usulan", "Mitra", "Keadaan", "Jawaban")],
        "rows": [_row(invitation) for invitation in page],
        "page_obj": page,
        "crumbs": [*CRUMBS, {"label": "Jawaban mitra"}],
    }
    return render(request, "counter/answers.html", context)


def _row(invitation: AnswerInvitation) -> dict[str, Any]:
    status = InvitationStatus(invitation.status)
    return {
        "url": invitation.get_absolute_url(),
        "title": invitation.proposal.title,
        "detail": invitation.proposal.code,
        "cells": [
            {"label": "Mitra", "value": invitation.partner.name},
            {"label": "Keadaan", "value": tag(status.label, TONES.get(status, ""))},
            {"label": "Jawaban", "value": Answer(invitation.answer).label if invitation.answer else "Belum ada"},
        ],
    }


def _seen(request: HttpRequest, pk: int) -> AnswerInvitation:
    return get_object_or_404(selectors.answers(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def answer_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What a partner answered; the Bagian accepts it, which records it on the case, or sends it back."""
    invitation = _seen(request, pk)
    form = ReturnForm(request.POST) if "kembalikan" in request.POST else ReturnForm()
    if request.method == "POST":
        require(request.user, Office.BAGIAN)
        if "terima" in request.POST:
            service.accept(invitation, by=request.user)
            messages.success(request, "Jawaban diterima dan dicatat pada usulan.")
            return redirect(invitation.proposal)
        if form.is_valid():
            service.send_back(invitation, reason=form.cleaned_data["reason"], by=request.user)
            messages.success(request, "Jawaban dikembalikan; tautan baru dikirim kepada mitra.")
            return redirect(invitation)
    context = {
        "invitation": invitation,
        "form": form,
        "rows": _facts(invitation),
        "papers": [paper_row(paper, request.user) for paper in invitation.papers.all()],
        "may_check": invitation.status == InvitationStatus.ANSWERED and holds(request.user, Office.BAGIAN),
        "status_tone": TONES.get(InvitationStatus(invitation.status), ""),
        "crumbs": [*CRUMBS, {"label": "Jawaban mitra", "url": reverse("counter:answers")}, {"label": invitation.proposal.code}],
    }  # fmt: skip
    return render(request, "counter/answer_detail.html", context, status=422 if form.errors else 200)


def _facts(invitation: AnswerInvitation) -> list[dict[str, Any]]:
    moment = invitation.answered_at
    rows = [
        ("Mitra", invitation.partner.name),
        ("Dikirim kepada", ", ".join(filter(None, [invitation.contact_name, invitation.email]))),
        ("Jawaban", Answer(invitation.answer).label if invitation.answer else ""),
        ("Pernyataan", invitation.statement),
        ("Dijawab oleh", invitation.respondent),
        ("Surat", f"Nomor {invitation.number}, {text.date_long(invitation.dated)}" if invitation.dated else ""),
        ("Dijawab pada", f"{text.date_long(moment.astimezone(clock.zone()).date())} pukul {text.time_wib(moment)}" if moment else ""),
        ("Alasan dikembalikan", invitation.returned_reason),
    ]  # fmt: skip
    return [{"name": name, "value": value} for name, value in rows if value]


@require_http_methods(["GET", "POST"])
@login_required
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """Send a partner the link with which he answers our letter."""
    proposal = get_object_or_404(Proposal.visible_to(request.user), code=code)
    require(request.user, Office.BAGIAN)
    if not service.may_invite(proposal):
        raise NotYet(
            "Tautan jawaban hanya dikirim ketika surat permohonan telah ditandatangani dan jawabannya ditunggu."
        )
    awaited = proposal.awaited_partners
    chosen = next((one for one in awaited if str(one.pk) == request.GET.get("mitra")), awaited[0])
    form = InviteForm(
        request.POST or None, partners=awaited,
        initial={"partner": chosen.pk, "name": chosen.contact_name, "email": chosen.contact_email},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            service.invite(proposal, by=request.user, **form.facts())
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Tautan jawaban dikirim ke {form.cleaned_data['email']}.")
            return redirect(proposal)
    context = {
        "form": form, "proposal": proposal, "partners": awaited,
        "crumbs": [{"label": proposal.code, "url": proposal.get_absolute_url()}, {"label": "Kirim tautan jawaban"}],
    }  # fmt: skip
    return render(request, "counter/invite.html", context, status=422 if form.errors else 200)
