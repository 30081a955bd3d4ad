"""The pages of a naskah: itself, its text and versions, and the register."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from agreements import selectors
from agreements.models import Agreement, AgreementParty
from agreements.selectors import Wanted
from agreements.services.drafting import open_naskah
from agreements.stages import Instrument, ParafState, Stage
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import clock
from kerjasama.core.exports import csv_response
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags.ui import tag
from kerjasama.core.text import date_long, date_short
from kerjasama.documents import corrections
from kerjasama.documents.models import Correction
from proposals.models import Proposal

PAGE_SIZE = 25
STATES = [("berlaku", "Berlaku"), ("segera", "Segera berakhir"), ("berakhir", "Berakhir"), ("semua", "Semua")]
Fixed = dict[tuple[int, str], Correction]
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


class RegisterFilter(BaseForm):
    """What the register can be narrowed by."""

    q = forms.CharField(
        label="Cari",
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Judul, pihak, nomor"}),
    )
    bentuk = forms.ChoiceField(label="Bentuk", required=False, choices=[("", "Semua bentuk"), *Instrument.choices])
    urut = forms.ChoiceField(
        label="Urutkan",
        required=False,
        choices=[("terbaru", "Terbaru"), ("berakhir", "Segera berakhir"), ("judul", "Judul")],
    )
    keadaan = forms.ChoiceField(required=False, choices=STATES, widget=forms.HiddenInput)

    def wanted(self) -> Wanted:
        """The filters; what cannot be read is left out."""
        values = self.cleaned_data if self.is_valid() else {}
        return Wanted(
            q=values.get("q", ""), state=values.get("keadaan") or "berlaku", instrument=values.get("bentuk", ""),
            sort=values.get("urut") or "terbaru",
        )  # fmt: skip


@require_GET
@login_required
def register_export(request: HttpRequest) -> StreamingHttpResponse:
    """The register as CSV: exactly what is shown, with the filters in the first row and the file name."""
    wanted = RegisterFilter(request.GET).wanted()
    name = f"naskah-{wanted.state}-{wanted.instrument.lower() or 'semua-bentuk'}-{clock.today():%Y%m%d}"
    return csv_response(name, _lines(request, wanted))


def _told_of(party: AgreementParty, fixed: Fixed) -> tuple[str, str]:
    """Number and signatory of a party, each with what stood there before a correction."""
    name, title = party.signatory_name, party.signatory_title
    seat = f"{title}{_was(party, 'signatory_title', fixed)}" if title else ""
    signatory = ", ".join(filter(None, [f"{name}{_was(party, 'signatory_name', fixed)}" if name else "", seat]))
    return f"{party.number}{_was(party, 'number', fixed)}" if party.number else "", signatory


def _lines(request: HttpRequest, wanted: Wanted) -> Iterator[list[Any]]:
    told = f"keadaan {wanted.state}, bentuk {wanted.instrument or 'semua'}, kata {wanted.q or '-'}"
    yield [f"Saringan: {told}; {date_long(clock.today())}"]
    yield [
        "Usulan",
        "Bentuk",
        "Judul",
        "Para pihak",
        "Nomor",
        "Penandatangan",
        "Pelaksana",
        "Ditandatangani",
        "Berakhir",
        "Keadaan",
        "Naskah asli",
    ]
    fixed = corrections.of_rows(corrections.of_model(Agreement), AgreementParty)
    for naskah in selectors.registered(request.user, wanted, clock.today()).iterator(chunk_size=500):
        parties = list(naskah.parties.all())
        told = [_told_of(party, fixed) for party in parties]
        yield [
            naskah.proposal.code, naskah.get_instrument_display(), naskah.title, "; ".join(p.name for p in parties),
            "; ".join(number for number, _ in told if number), "; ".join(name for _, name in told if name), naskah.executing_unit.name,
            naskah.signed_on.isoformat(),
            naskah.ends_on.isoformat() if naskah.ends_on else "", naskah.stage_label(), naskah.archive_place,
        ]  # fmt: skip


@require_GET
@login_required
def register(request: HttpRequest) -> HttpResponse:
    """The register of signed naskah."""
    form = RegisterFilter(request.GET)
    wanted = form.wanted()
    page = Paginator(selectors.registered(request.user, wanted, clock.today()), PAGE_SIZE).get_page(
        request.GET.get("halaman")
    )
    address = reverse("agreements:register")
    context = {
        "filter_form": form,
        "views": [{"label": label, "url": f"{address}?keadaan={key}", "current": key == wanted.state} for key, label in STATES],
        "clear_url": f"{address}?keadaan={wanted.state}" if wanted.q or wanted.instrument else "",
        "exports": [{"label": "CSV", "url": f"{reverse('agreements:export')}?{request.GET.urlencode()}"}],
        "columns": [{"label": "Naskah"}, {"label": "Mitra"}, {"label": "Nomor"}, {"label": "Ditandatangani"}, {"label": "Berakhir"}, {"label": "Keadaan"}],
        "rows": _rows(list(page)),
        "page_obj": page,
        "crumbs": [{"label": "Beranda", "url": "/"}, {"label": "Kerja sama"}],
    }  # fmt: skip
    return render(request, "agreements/register.html", context)


def _rows(found: list[Agreement]) -> list[dict[str, Any]]:
    fixed = corrections.of_rows(corrections.of_subjects(found), AgreementParty)
    return [_row(agreement, fixed) for agreement in found]


def _was(party: AgreementParty, field: str, fixed: Fixed) -> str:
    """What stood there before it was corrected: " (semula 119/KB)"."""
    row = fixed.get((party.pk, field))
    return f" (semula {row.old_shown})" if row else ""


def _row(agreement: Agreement, fixed: Fixed) -> dict[str, Any]:
    parties = list(agreement.parties.all())
    tone = {Stage.IN_FORCE: "ok", Stage.ENDED: ""}.get(Stage(agreement.stage), "wait")
    return {
        "url": agreement.proposal.get_absolute_url(),
        "title": agreement.title,
        "detail": format_html(
            '{} · <span class="nowrap">{}</span>', agreement.get_instrument_display(), agreement.proposal.code
        ),
        "cells": [
            {"label": "Mitra", "value": "; ".join(p.name for p in parties if p.partner_id)},
            {
                "label": "Nomor",
                "value": format_html_join(
                    mark_safe("<br>"),
                    "{}{}",
                    ((breakable(p.number), breakable(_was(p, "number", fixed))) for p in parties if p.number),
                ),
            },
            {"label": "Ditandatangani", "value": date_short(agreement.signed_on), "nowrap": True},
            {"label": "Berakhir", "value": date_short(agreement.ends_on), "nowrap": True},
            {"label": "Keadaan", "value": tag(agreement.stage_label(), tone)},
        ],
    }


def breakable(number: str) -> str:
    """A number that breaks after its slashes on a narrow screen, and nowhere else."""
    return format_html_join(mark_safe("/<wbr>"), "{}", ((part,) for part in number.split("/")))
