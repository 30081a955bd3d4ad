"""Jejak audit: the ledger for those who oversee, with the state of the chain."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import text
from kerjasama.workflow.models import AuditEntry, StageEvent
from proposals.models import Proposal

PAGE_SIZE = 50
READERS = (Office.INSPEKTORAT, Office.KABAG, Office.ADMIN)


@require_GET
@login_required
def trail(request: HttpRequest) -> HttpResponse:
    """All acts, newest first. The administrator sees who and when, not what it was about."""
    require(request.user, *READERS)
    may_read = holds(request.user, Office.INSPEKTORAT, Office.KABAG)
    events = StageEvent.objects.select_related("actor", "subject_type").order_by("-pk")
    if holds(request.user, Office.KABAG) and not holds(request.user, Office.INSPEKTORAT):
        secret = Proposal.objects.exclude(pk__in=Proposal.visible_to(request.user).order_by().values("pk")).values("pk")
        events = events.exclude(subject_type__model="proposal", object_id__in=secret)
    page = Paginator(events, PAGE_SIZE).get_page(request.GET.get("halaman"))
    head = AuditEntry.objects.order_by("-seq").values_list("seq", "hash").first()
    context = {
        "columns": [{"label": "Tindakan"}, {"label": "Pelaku"}, {"label": "Terjadi"}, {"label": "Dicatat"}, {"label": "Alasan"}],
        "rows": [_row(event, may_read) for event in page],
        "page_obj": page,
        "head": {"seq": head[0], "hash": bytes(head[1]).hex()} if head else None,
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Jejak audit"}],
    }
    return render(request, "desk/audit.html", context)


def _row(event: StageEvent, may_read: bool) -> dict[str, object]:
    return {
        "title": event.label,
        "detail": f"{event.subject_type.name} {event.object_id}, tindakan ke-{event.seq}",
        "cells": [
            {"label": "Pelaku", "value": f"{event.actor.full_name}, {event.seat_title or event.get_office_display()}"},
            {"label": "Terjadi", "value": text.date_short(event.occurred_on)},
            {"label": "Dicatat", "value": f"{text.date_short(event.recorded_at.date())}, {text.time_wib(event.recorded_at)}"},
            {"label": "Alasan", "value": event.reason if may_read and event.reason else "Tidak ada"},
        ],
    }
