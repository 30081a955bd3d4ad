"""Open a naskah from a case, and write its text."""

from typing import Any

from django.db import transaction

from agreements.content import Clause
from agreements.effects import EFFECTS
from agreements.effects.rows import new_version
from agreements.instruments import openings
from agreements.library import first_text
from agreements.models import Agreement, AgreementParty
from agreements.routes import route_key
from agreements.services.acts import act
from agreements.stages import Instrument, Stage
from kerjasama.accounts.models import Government, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal


@transaction.atomic
def open_naskah(proposal: Proposal, instrument: str, *, by: User, expect: int | None = None) -> Agreement:
    """Open a KB, or a PKS under the KB in force, with the parties of the case and a first text.

    Raises NotYours, and NotYet when the case is not there yet, the KB is missing or one is open already.
    """
    seat = require(by, Office.BAGIAN)
    # Held from here on, so that two people cannot both find that there is none yet.
    Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    parent = _parent(proposal, instrument)
    act_on_proposal(proposal, "open_naskah", by=by, expect=expect, instrument=instrument)
    agreement = Agreement(
        proposal=proposal, instrument=instrument, parent=parent, title=proposal.title, executing_unit=proposal.lead_unit,
        term_years=proposal.term_years or 5, originals=max(2, proposal.parties.count()),
    )  # fmt: skip
    begin(
        agreement,
        by=by,
        seat=seat,
        route_key=route_key(proposal.kind, instrument),
        label=f"Membuka naskah {instrument}",
        effects=EFFECTS,
    )
    for party in proposal.parties.select_related("partner"):
        name = party.partner.name if party.partner else str(Government.current())
        AgreementParty.objects.create(agreement=agreement, order=party.order, partner=party.partner, name=name)
    clauses = [clause.as_json() for clause in first_text(proposal, instrument)]
    new_version(
        agreement, title=proposal.title, clauses=clauses, note="Teks awal dari pustaka pasal", author=by, at=clock.now()
    )
    return agreement


def _parent(proposal: Proposal, instrument: str) -> Agreement | None:
    """The naskah above a new one. Raises NotYet when the case is not there yet or one is open already."""
    opening = next((o for o in openings(proposal.route.phases) if o.instrument == instrument), None)
    name = Instrument(instrument).label
    if opening is None:
        raise NotYet(f"{name} tidak dibuat dalam kerja sama jenis ini.")
    if proposal.stage not in opening.at:
        raise NotYet(f"{name} belum dapat dibuka pada tahap {proposal.stage_label()}.")
    of_case = proposal.agreements.exclude(stage=Stage.CANCELLED)
    if not opening.several and of_case.filter(instrument=instrument).exclude(stage=Stage.ENDED).exists():
        raise NotYet(f"{name} untuk usulan ini sudah ada. Buka naskah itu dari halaman usulan.")
    parent = of_case.filter(instrument=opening.under, stage=Stage.IN_FORCE).first() if opening.under else None
    if opening.under and parent is None:
        above = Instrument(opening.under).label
        raise NotYet(f"{name} dibuat sesudah {above} berlaku (PP 28/2018 Pasal 6 ayat (1)).")
    if opening.after_dprd and not proposal.dprd_outcome:
        raise NotYet(f"Penyusunan {name} menunggu persetujuan DPRD (PP 28/2018 Pasal 6 ayat (2)).")
    return parent


def openable(proposal: Proposal) -> list[str]:
    """Which instruments could be opened from this case now."""
    found = []
    for opening in openings(proposal.route.phases):
        try:
            _parent(proposal, opening.instrument)
        except NotYet:
            continue
        found.append(opening.instrument)
    return found


def write_version(
    agreement: Agreement, *, title: str, clauses: list[Clause], note: str, by: User, expect: int | None = None,
    annexes: list[dict[str, Any]] | None = None, translation: dict[str, Any] | None = None,
) -> StageEvent:  # fmt: skip
    """Keep a new version of the text while it is being drafted; annexes and translation stay unless given.

    Raises BadInput when the text is empty or nothing changed, and what the door raises.
    """
    written = [
        clause.as_json() for clause in clauses if clause.title.strip() and any(p.strip() for p in clause.paragraphs)
    ]
    if not written:
        raise BadInput("Naskah kosong.", errors={"": ["Tulis sedikitnya satu pasal."]})
    newest = agreement.versions.first()
    given = {"annexes": annexes, "translation": translation}
    beside = {name: value for name, value in given.items() if value is not None}
    same = newest is not None and all(getattr(newest, name) == value for name, value in beside.items())
    if same and newest.clauses == written and newest.title == title.strip():
        raise BadInput(
            "Tidak ada yang berubah.",
            errors={"": ["Teks sama dengan versi sebelumnya, sehingga tidak disimpan sebagai versi baru."]},
        )
    facts: dict[str, Any] = {"title": title.strip(), "clauses": written, "note": note.strip(), **beside}
    return act(agreement, "write_version", by=by, expect=expect, **facts)
