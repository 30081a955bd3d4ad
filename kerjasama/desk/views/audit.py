"""Jejak audit: the ledger for those who oversee, with the state of the chain."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import text
from kerjasama.core.templatetags.ui import waktu
from kerjasama.workflow.models import AuditEntry, StagedModel, StageEvent
from monitoring.models import Report
from proposals.models import Proposal

PAGE_SIZE = 50
READERS = (Office.INSPEKTORAT, Office.KABAG, Office.ADMIN)


@require_GET
@login_required
def trail(request: HttpRequest) -> HttpResponse:
    """All acts, newest first. The administrator sees who and when, not what it was about."""
    require(request.user, *READERS)
    may_read = holds(request.user, Office.INSPEKTORAT, Office.KABAG)
    events = StageEvent.objects.select_related("actor", "subject_type").order_by("-recorded_at", "-pk")
    if holds(request.user, Office.KABAG) and not holds(request.user, Office.INSPEKTORAT):
        events = events.exclude(_hidden_from(request.user))
    page = Paginator(events, PAGE_SIZE).get_page(request.GET.get("halaman"))
    names = _names(page.object_list) if may_read else {}
    head = AuditEntry.objects.order_by("-seq").values_list("seq", "hash").first()
    context = {
        "columns": [
            {"label": "Tindakan"},
            {"label": "Pelaku"},
            {"label": "Terjadi"},
            {"label": "Dicatat"},
            {"label": "Alasan"},
        ],
        "rows": [_row(event, may_read, names) for event in page],
        "page_obj": page,
        "head": {"seq": head[0], "hash": bytes(head[1]).hex()} if head else None,
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Jejak audit"}],
    }
    return render(request, "desk/audit.html", context)


def _hidden_from(user: User) -> Q:
    """Acts on cases that a person may not see, and on their naskah and reports."""
    secret = Proposal.objects.exclude(pk__in=Proposal.visible_to(user).order_by().values("pk")).order_by().values("pk")
    agreements = Agreement.objects.filter(proposal__in=secret).order_by().values("pk")
    reports = Report.objects.filter(agreement__in=agreements).order_by().values("pk")
    pairs = (("proposal", secret), ("agreement", agreements), ("report", reports))
    hidden = Q(pk__in=[])
    for model, keys in pairs:
        hidden |= Q(subject_type__model=model, object_id__in=keys)
    return hidden


def _names(events: Iterable[StageEvent]) -> dict[tuple[str, int], tuple[str, str]]:
    """Code and address of the case behind each act of a page; one query for each kind of subject on it."""
    keys: dict[type[StagedModel], set[int]] = defaultdict(set)
    for event in events:
        keys[event.subject_type.model_class()].add(event.object_id)
    paths = {Agreement: ("proposal",), Report: ("agreement__proposal",)}
    return {
        (model._meta.model_name, subject.pk): (subject.case_code, subject.get_absolute_url())
        for model, pks in keys.items()
        for subject in model._default_manager.filter(pk__in=pks).select_related(*paths.get(model, ()))
    }


def _row(event: StageEvent, may_read: bool, names: dict[tuple[str, int], tuple[str, str]]) -> dict[str, object]:
    fallback = (f"{event.subject_type.name} {event.object_id}", "")
    code, address = names.get((event.subject_type.model, event.object_id), fallback)
    reason = event.reason or "–"
    return {
        "url": address,
        "title": event.label,
        "detail": f"{code} · {event.subject_type.name} · tindakan {event.seq}"
        if may_read
        else f"{code} · tindakan {event.seq}",
        "cells": [
            {"label": "Pelaku", "value": f"{event.actor.full_name}, {event.seat_title or event.get_office_display()}"},
            {"label": "Terjadi", "value": text.date_short(event.occurred_on), "nowrap": True},
            {"label": "Dicatat", "value": waktu(event.recorded_at), "nowrap": True},
            {"label": "Alasan", "value": reason if may_read else "Tidak ditampilkan"},
        ],
    }
