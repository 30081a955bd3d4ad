"""What acts on a proposal leave with the DPRD."""

from datetime import date
from typing import Any

from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews import services as rooms
from proposals.guards import requirement_of
from proposals.routes.traits import Trait


def ask_dprd(proposal: Any, act: Any) -> None:
    """A new request in the row; a repaired plan goes on where the returned one stopped."""
    letter = documents.latest(proposal, "DPRD_REQUEST")
    open_request(proposal, act, letter, sent_on=act.occurred_on)


def open_request(proposal: Any, act: Any, letter: Any, *, sent_on: date) -> Any:
    """A request in the row with the facts as they are now, sent with a letter; the request."""
    need = requirement_of(proposal)
    grounds = {
        "burdens_community": proposal.burdens_community, "burdens_region": proposal.burdens_region,
        "unbudgeted": proposal.unbudgeted, "amount": str(proposal.amount or 0), "sentence": need.sentence, "basis": proposal.route.cite(need.basis),
    }  # fmt: skip
    asked = rooms.ask_dprd(proposal, letter_number=letter.number, asked_on=letter.dated, grounds=grounds, by=act.by)
    rooms.mark_sent(asked, on=sent_on, by=act.by)
    act.record["clearance"] = asked.number_in_row
    return asked


def receive(proposal: Any, act: Any) -> None:
    """Receipt at the Sekretariat DPRD: the clock starts, and the stage takes its deadline from it."""
    clearance = rooms.receive(
        reviews.current_clearance(proposal), on=act.occurred_on, by=act.by, proof=act.data["proof"],
        days=proposal.step.deadline.fixed,
    )  # fmt: skip
    proposal.due_on = clearance.due_on
    act.record["due_on"] = clearance.due_on.isoformat()


def to_committee(proposal: Any, act: Any) -> None:
    """The request goes to a komisi."""
    clearance = rooms.to_committee(reviews.current_clearance(proposal), committee=act.data["committee"], by=act.by)
    act.record["committee"] = clearance.committee


def record_committee(proposal: Any, act: Any) -> None:
    """A meeting of the komisi with its minutes."""
    facts, clearance = act.data, reviews.current_clearance(proposal)
    title = f"Risalah Rapat {clearance.committee} DPRD"
    minutes = papers_out.attach_upload(proposal, "DPRD_MINUTES", title, facts["file"], by=act.by, dated=act.occurred_on)
    rooms.record_committee(
        clearance, held_on=act.occurred_on, place=facts["place"], present=facts["present"], summary=facts.get("summary", ""),
        minutes=minutes, by=act.by,
    )  # fmt: skip
    act.record.update(committee=clearance.committee, present=facts["present"], documents=[minutes.pk])


def decide(proposal: Any, act: Any) -> None:
    """The decision with its number, paper, notes and reason, the day of the paripurna and that of the keputusan."""
    facts = act.data
    document = papers_out.attach_upload(
        proposal,
        "DPRD_DECISION",
        "Keputusan DPRD",
        facts["file"],
        by=act.by,
        number=facts["number"],
        dated=act.occurred_on,
    )
    session_on = facts.get("session_on")
    act.record.update(decision=facts["decision"], number=facts["number"], documents=[document.pk])
    if session_on:
        act.record.update(session_on=session_on.isoformat())
    rooms.decide(
        reviews.current_clearance(proposal), decision=facts["decision"], number=facts["number"], decided_on=act.occurred_on,
        session_on=session_on, notes=facts["notes"], reason=act.reason, by=act.by,
        clock_may_stop=Trait.DPRD_ALWAYS not in proposal.route.traits,
    )  # fmt: skip


def mark_overdue(proposal: Any, act: Any) -> None:
    """The clock ran out."""
    rooms.mark_overdue(reviews.current_clearance(proposal), act.occurred_on, by=act.by)


def deem(proposal: Any, act: Any) -> None:
    """Silence counts as consent here, by parameter, with the Kabag's memo."""
    rooms.deem(reviews.current_clearance(proposal), memo=act.reason, by=act.by, allowed=True)


def revoke(proposal: Any, act: Any) -> None:
    """The request is revoked with its reason; its letter is annulled."""
    current = reviews.current_clearance(proposal)
    if current is not None and current.is_open:
        rooms.revoke(current, reason=act.reason, by=act.by)


def follow_up(proposal: Any, act: Any) -> None:
    """One note of the DPRD is followed up; only one of this case."""
    wanted = {n.pk: n for n in reviews.open_notes(proposal)}
    note = wanted[act.data["point"]]
    rooms.follow_up(note, text=act.data["note"], by=act.by, on=act.occurred_on)
    act.record["note"] = note.text
