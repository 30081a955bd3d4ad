"""Rows that acts on a naskah write: versions, paraf, slots, signatures."""

from typing import Any

from agreements import work_plan
from agreements.content import canonical, clauses_from, text_hash
from agreements.foreign_library import validity_words
from agreements.models import DraftVersion, Paraf
from agreements.stages import ParafKind, ParafState, Trait
from kerjasama.accounts import marks
from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput
from kerjasama.documents import numbering
from kerjasama.documents.signers import capacity_of
from kerjasama.workflow.services import numbered
from proposals.services.acts import note_first_signature as tell_case
from proposals.services.planning import note_in_force as tell_plan


def canonical_of(agreement: Any, title: str, clauses: Any, annexes: Any = (), translation: Any = None) -> str:
    """The text that is hashed: names of the parties count, numbers and signatories do not."""
    names = [party.name for party in agreement.parties.order_by("order")]
    return canonical(title, agreement.instrument, names, clauses, annexes=annexes, translation=translation)


def new_version(
    agreement: Any, *, title: str, clauses: list[dict[str, Any]], note: str, author: Any, at: Any,
    annexes: list[dict[str, Any]] | None = None, translation: dict[str, Any] | None = None,
) -> DraftVersion:  # fmt: skip
    """Keep a version of the text with its hash; annexes and second language go on from the version before unless given."""
    newest = agreement.versions.first()
    rows = annexes if annexes is not None else newest.annexes if newest else []
    other = translation if translation is not None else newest.translation if newest else {}
    return DraftVersion.objects.create(
        agreement=agreement, number=newest.number + 1 if newest else 1, title=title, clauses=clauses, note=note, author=author,
        written_at=at, annexes=rows, translation=other,
        text_hash=text_hash(canonical_of(agreement, title, clauses_from(clauses), rows, other)),
    )  # fmt: skip


def write_version(agreement: Any, act: Any) -> None:
    """A new version from the editor."""
    facts = act.data
    _refuse_wrong_plan(agreement, facts.get("annexes"))
    version = new_version(
        agreement, title=facts["title"], clauses=facts["clauses"], note=facts.get("note", ""), author=act.by, at=act.at,
        annexes=facts.get("annexes"), translation=facts.get("translation"),
    )  # fmt: skip
    agreement.title = version.title
    act.record.update(version=version.number, text_hash=version.text_hash, note=version.note)


def state_validity(agreement: Any, act: Any) -> None:
    """The pasal on the validity of a letter of intent says how many months it holds, in both languages."""
    newest = agreement.versions.first()
    words = validity_words(act.data["months"])
    clauses = _with_term(newest.clauses, words[0])
    other = dict(newest.translation)
    if other.get("clauses"):
        other["clauses"] = _with_term(other["clauses"], words[1])
    version = new_version(
        agreement,
        title=newest.title,
        clauses=clauses,
        note="Masa berlaku diatur",
        author=act.by,
        at=act.at,
        translation=other,
    )
    act.record.update(version=version.number, text_hash=version.text_hash)


def _with_term(clauses: list[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    return [{**clause, "paragraphs": [words]} if clause["key"] == "term" else clause for clause in clauses]


def _refuse_wrong_plan(agreement: Any, annexes: Any) -> None:
    """A Rencana Kerja that moves money between the parties is not even kept (PP 28/2018 art. 46(2)-(3))."""
    rows = work_plan.rows_of(annexes or [])
    found = work_plan.problems(rows, work_plan.sides_of(agreement.parties.order_by("order")))
    if found:
        raise BadInput("Rencana Kerja belum dapat disimpan.", errors={"": found})


def lay_chain(agreement: Any, act: Any) -> None:
    """Freeze the chain of paraf with the text (rulings 8)."""
    agreement.paraf_chain = list(parameters.value("paraf_chain"))
    for order, office in enumerate(agreement.paraf_chain, start=1):
        Paraf.objects.create(
            agreement=agreement,
            version=agreement.locked_version,
            order=order,
            office=office,
            text_hash=agreement.text_hash,
        )
    agreement.paraf_coordination = list(parameters.value("paraf_coordination"))
    for place, office in enumerate(agreement.paraf_coordination, start=len(agreement.paraf_chain) + 1):
        Paraf.objects.create(
            agreement=agreement, version=agreement.locked_version, order=place, office=office, text_hash=agreement.text_hash,
            kind=ParafKind.COORDINATION,
        )  # fmt: skip


def give_paraf(agreement: Any, act: Any) -> None:
    """The paraf of the one whose turn it is, with both names when he acts for another, both offices when he combines."""
    _mark(agreement.next_paraf(), act)
    act.record["turn_moved"] = True


def give_coordination(agreement: Any, act: Any) -> None:
    """A coordinating paraf moves no turn: the hierarchy goes on beside it."""
    _mark(agreement.asked_coordination(act.seat).first(), act)


def _mark(paraf: Any, act: Any) -> None:
    paraf.state, paraf.given_by, paraf.given_at = ParafState.GIVEN, act.by, act.at
    paraf.seat_title, paraf.principal_name = act.seat.label, act.seat.principal_name or ""
    paraf.specimen = marks.specimen_of(act.by)
    paraf.capacity, paraf.also_as = act.seat.capacity, act.record.get("also_as", "")
    paraf.save()
    act.record["paraf"] = paraf.order


def void_parafs(agreement: Any, act: Any) -> None:
    """The text is open again: every paraf on it is void, and stays on record as such."""
    standing = agreement.parafs.exclude(state=ParafState.VOID).select_related("given_by")
    act.record["void"] = [row.given_by_id for row in standing if row.state == ParafState.GIVEN]
    for row in standing:
        row.state = ParafState.VOID
        row.save()


@numbered(lambda agreement: agreement.instrument)
def fill_slots(agreement: Any, act: Any) -> None:
    """Numbers and signatories of each party, once, before the first signature (rulings 9)."""
    ours_given = agreement.parties.filter(partner__isnull=True).first()
    for party in agreement.parties.order_by("order"):
        slot = act.data["slots"][party.order]
        party.signatory_name, party.signatory_title = slot["name"], slot["title"]
        if party.partner_id is None:
            party.capacity = Capacity.DEFINITIVE if agreement.by_power else capacity_of(Office.KDH)
        else:
            party.capacity, party.number = slot.get("capacity", party.capacity), slot["number"]
        party.save()
    if ours_given is not None and not ours_given.number:
        _draw_number(agreement, act)


def _draw_number(agreement: Any, act: Any) -> None:
    government = Government.current()
    issued = numbering.obtain(
        agreement.instrument, on=act.occurred_on, unit_code=government.unit_code, classification=government.classification_code,
        typed=numbering.next_typed(act.data.get("numbers"), agreement.instrument),
    )  # fmt: skip
    ours = agreement.parties.get(partner__isnull=True)
    ours.number = issued.text
    ours.save()
    act.record["number"] = issued.text


def clear_slots(agreement: Any, act: Any) -> None:
    """Our number went with the annulled paper and is never given again; theirs is typed anew."""
    agreement.by_power = False
    for party in agreement.parties.all():
        party.number = ""
        party.save()


def sign_parties(agreement: Any, act: Any) -> None:
    """Each party signed on that day, or from desk to desk on a day of its own; the scan proves it.

    Raises BadInput when the last of these days is not the day of the act.
    """
    days = act.data.get("signed", {})
    if days and max(days.values()) != act.occurred_on:
        told = "Naskah ditandatangani pada hari pihak terakhir menandatanganinya."
        raise BadInput("Tanggal penandatanganan salah.", errors={"occurred_on": [told]})
    for party in agreement.parties.all():
        party.signed_on = days.get(party.order, act.occurred_on)
        party.save()
    act.record["signed"] = {str(order): day.isoformat() for order, day in sorted(days.items())}


def note_first_signature(agreement: Any, act: Any) -> None:
    """The case learns that something of it is signed; a letter of intent is no cooperation yet, an adendum changes one."""
    if {Trait.INTENT, Trait.AMENDS} & agreement.route.traits:
        return
    tell_case(agreement.proposal, act.occurred_on)


def note_in_force(agreement: Any, act: Any) -> None:
    """The yearly plan learns that what it planned is in force; a letter of intent is not what it planned, an adendum changes what is there."""
    if {Trait.INTENT, Trait.AMENDS} & agreement.route.traits:
        return
    tell_plan(agreement.proposal, act.occurred_on)
