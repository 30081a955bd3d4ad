"""A naskah at its own address, and its opening from a case."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from agreements.models import Agreement
from agreements.services.drafting import open_naskah
from agreements.stages import Instrument, ParafState, Stage
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from proposals.models import Proposal

_PARAF_STATES = {ParafState.GIVEN: "done", ParafState.PENDING: "todo", ParafState.VOID: "stale"}


def chain_of(agreement: Agreement, user: Any) -> list[dict[str, Any]]:
    """The chain of paraf on the locked text, then the signature, as the page draws it."""
    rows = list(agreement.paraf_round().select_related("given_by"))
    waiting = next((row for row in rows if row.state == ParafState.PENDING), None)
    chain = [_link(row, row is waiting, user) for row in rows]
    if rows:
        head = people_in(Office.KDH)
        state = "done" if agreement.signed_on else "now" if agreement.stage == Stage.SIGNING else "todo"
        name = head[0].full_name if head else Office.KDH.label
        chain.append(
            {
                "name": name,
                "seat": Office.KDH.label,
                "state": state,
                "wait_label": "Tanda tangan",
                "me": bool(head) and head[0] == user,
            }
        )
    return chain


def _link(row: Any, now: bool, user: Any) -> dict[str, Any]:
    if row.given_by:
        name, seat = row.given_by.full_name, row.shown_seat
    else:
        people = people_in(row.office)
        name, seat = (people[0].full_name if people else "Jabatan lowong"), Office(row.office).label
    return {
        "name": name, "seat": seat, "state": "now" if now else _PARAF_STATES[row.state], "when": row.given_at, "path": row.specimen,
        "wait_label": "Paraf koordinasi" if row.is_coordination else "Menunggu paraf", "me": bool(row.given_by) and row.given_by == user,
        "note": f"mewakili {row.principal_name}" if row.principal_name else "",
    }  # fmt: skip


def visible_agreement(request: HttpRequest, pk: int) -> Agreement:
    """The naskah of an address, if this person may see it; else 404."""
    return get_object_or_404(Agreement.visible_to(request.user), pk=pk)


@require_GET
@login_required
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The naskah is read on its case's page; this address leads there."""
    agreement = visible_agreement(request, pk)
    return redirect(f"{agreement.proposal.get_absolute_url()}#naskah-{agreement.pk}")


@require_POST
@login_required
def open_view(request: HttpRequest, code: str, instrument: str) -> HttpResponse:
    """Open a KB or a PKS from its case."""
    proposal = get_object_or_404(Proposal.visible_to(request.user), code=code)
    if instrument.upper() not in Instrument.values:
        raise Http404
    agreement = open_naskah(proposal, instrument.upper(), by=request.user)
    messages.success(
        request, f"{agreement.get_instrument_display()} dibuka dengan teks awal dari pustaka pasal. Sunting teksnya."
    )
    return redirect("agreements:edit", agreement.pk)
