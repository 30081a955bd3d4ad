"""Open a naskah from a case, and write its text."""

from typing import Any

from django.db import transaction

from agreements.content import Clause
from agreements.effects import EFFECTS
from agreements.effects.rows import new_version
from agreements.instruments import Opening, opening_of, openings
from agreements.library import first_text, first_translation
from agreements.models import Agreement, AgreementParty, DraftVersion
from agreements.services.acts import act
from agreements.stages import Instrument, Stage
from kerjasama.accounts.models import Government, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.parties.models import Partner
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin
from proposals.models import Proposal
from proposals.routes.traits import Trait as CaseTrait
from proposals.services.acts import act as act_on_proposal


@transaction.atomic
def open_naskah(proposal: Proposal, instrument: str, *, by: User, expect: int | None = None) -> Agreement:
    """Open a KB, or a PKS under the KB in force, with the parties of the case and a first text.

    Raises NotYours, and NotYet when the case is not there yet, the KB is missing or one is open already.
    """
    seat = require(by, Office.BAGIAN)
    # Held from here on, so that two people cannot both find that there is none yet.
    Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    opening, parent = _opening(proposal, instrument), _parent(proposal, instrument)
    act_on_proposal(proposal, "open_naskah", by=by, expect=expect, instrument=instrument)
    agreement = Agreement(
        proposal=proposal, instrument=instrument, parent=parent, title=proposal.title, executing_unit=proposal.lead_unit,
        term_years=opening.years or proposal.term_years or 5, originals=max(2, proposal.parties.count()),
        for_year=_next_year(parent) if opening.yearly else None,
    )  # fmt: skip
    begin(
        agreement,
        by=by,
        seat=seat,
        route_key=opening.route_key(proposal.kind, via_governor=CaseTrait.VIA_GOVERNOR in proposal.route.traits),
        label=f"Membuka naskah {instrument}",
        effects=EFFECTS,
    )
    for order, partner in enumerate(_sides(proposal, opening), start=1):
        name = partner.name if partner else str(Government.current())
        AgreementParty.objects.create(agreement=agreement, order=order, partner=partner, name=name)
    clauses = [clause.as_json() for clause in first_text(proposal, instrument)]
    new_version(
        agreement, title=proposal.title, clauses=clauses, note="Teks awal dari pustaka pasal", author=by, at=clock.now(),
        translation=first_translation(proposal, instrument),
    )  # fmt: skip
    return agreement


def _opening(proposal: Proposal, instrument: str) -> Opening:
    """How a naskah is opened from this case. Raises NotYet where its route knows none of that form."""
    opening = opening_of(proposal.route.phases, instrument)
    if opening is None:
        raise NotYet(f"{Instrument(instrument).label} tidak dibuat dalam kerja sama jenis ini.")
    return opening


def _sides(proposal: Proposal, opening: Opening) -> list[Partner | None]:
    """The parties of a naskah in order; a yearly plan is also signed by the government of the centre."""
    parties = [party.partner for party in proposal.parties.select_related("partner")]
    if not opening.yearly:
        return parties
    return [proposal.forwarding.technical_partner or proposal.forwarding.ministry, *parties]


def _next_year(parent: Agreement | None) -> int:
    """The first year from now on for which there is no plan yet under a naskah."""
    year = clock.today().year
    taken = set(parent.children.exclude(stage=Stage.CANCELLED).values_list("for_year", flat=True)) if parent else set()
    while year in taken:
        year += 1
    return year


def _parent(proposal: Proposal, instrument: str) -> Agreement | None:
    """The naskah above a new one. Raises NotYet when the case is not there yet or one is open already."""
    opening, name = _opening(proposal, instrument), Instrument(instrument).label
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


def restore_version(agreement: Agreement, old: DraftVersion, *, by: User) -> DraftVersion:
    """Write the text of an old version as a new one. Raises what `write_version` raises."""
    require(by, Office.BAGIAN)
    write_version(
        agreement, title=old.title, clauses=list(old.content), note=f"Teks versi {old.number} dipakai lagi", by=by,
        annexes=old.annexes, translation=old.translation,
    )  # fmt: skip
    return agreement.versions.first()


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
