"""What acts on a proposal leave with the consulting rooms: the TKKSD and the DPRD."""

from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import text
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.documents.signers import signer_of
from kerjasama.reviews import papers as review_papers
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews import services as rooms
from kerjasama.workflow.services import numbered
from proposals.effects.telaahan import third_party_findings
from proposals.guards import requirement_of
from proposals.routes.traits import Trait


def note_arrival(proposal: Any, act: Any) -> None:
    """From here on the TKKSD may see the case."""
    if proposal.stage == "TKKSD_REVIEW" and proposal.tkksd_since is None:
        proposal.tkksd_since = act.occurred_on


@numbered("SURAT")
def call_meeting(proposal: Any, act: Any) -> None:
    """The meeting with its invitation."""
    facts = act.data
    item = rooms.call_meeting(
        proposal,
        held_on=facts["held_on"],
        held_at=facts["held_at"],
        place=facts["place"],
        agenda=facts["agenda"],
        by=act.by,
    )
    meeting = item.meeting
    act.record.update(meeting=meeting.pk, held_on=meeting.held_on.isoformat())
    context = review_papers.invitation_context(item, signer=signer_of(Office.SEKDA))
    document = papers_out.issue(
        proposal, "INVITATION", template="undangan_tkksd", context=context, by=act.by, title="Undangan Rapat TKKSD",
        dated=act.occurred_on, series="SURAT", unit_code=Government.current().unit_code, numbers=act.data.get("numbers"),
    )  # fmt: skip
    act.record["documents"] = [document.pk]


def give_opinion(proposal: Any, act: Any) -> None:
    """A member's opinion."""
    rooms.record_opinion(proposal, act.by, act.data["verdict"], act.data.get("note", ""))
    act.record["verdict"] = act.data["verdict"]


@numbered("BA", "ND")
def record_meeting(proposal: Any, act: Any) -> None:
    """Attendance, discussion, conclusion and conditions; minutes and recommendation are made from them."""
    facts, item = act.data, reviews.current_item(proposal)
    item = rooms.record_meeting(
        item, attendance=facts["attendance"], discussion=facts["discussion"], conclusion=facts["conclusion"],
        conditions=facts["conditions"], by=act.by, on=act.occurred_on,
    )  # fmt: skip
    act.record["conclusion"] = item.conclusion
    act.record["documents"] = [_issue_minutes(proposal, act, item).pk, _issue_recommendation(proposal, act, item).pk]


def _issue_minutes(proposal: Any, act: Any, item: Any) -> Any:
    context = review_papers.minutes_context(item)
    return papers_out.issue(
        proposal, "MINUTES", template="berita_acara_tkksd", context=context, by=act.by, title="Berita Acara Rapat TKKSD",
        dated=item.meeting.held_on, series="BA", unit_code=Government.current().unit_code, numbers=act.data.get("numbers"),
    )  # fmt: skip


def _issue_recommendation(proposal: Any, act: Any, item: Any) -> Any:
    need = requirement_of(proposal)
    findings = [
        ("Kewenangan", f"Urusan {proposal.affair}, kewenangan daerah."),
        ("Perencanaan", f"{proposal.get_plan_standing_display()}. {_stopped(proposal.plan_reference)}"),
        ("Manfaat", proposal.benefits),
        ("Pembiayaan", f"{text.as_items(proposal.financing)}\nPerkiraan nilai {text.rupiah(proposal.amount or 0)}."),
        *third_party_findings(proposal),
        ("Persetujuan DPRD", need.sentence),
    ]
    context = review_papers.recommendation_context(
        item, partner_name=proposal.partner_names, unit_name=proposal.lead_unit.name, findings=findings,
        signer=signer_of(Office.SEKDA),
    )  # fmt: skip
    return papers_out.issue(
        proposal, "RECOMMENDATION", template="rekomendasi_tkksd", context=context, by=act.by, title="Rekomendasi TKKSD",
        dated=act.occurred_on, series="ND", unit_code=Government.current().unit_code, numbers=act.data.get("numbers"),
    )  # fmt: skip


def _stopped(words: str) -> str:
    """A sentence with its full stop."""
    return f"{words.strip().rstrip('.;,')}."


def settle_condition(proposal: Any, act: Any) -> None:
    """One condition is ticked off; only one of this case."""
    wanted = {c.pk: c for c in reviews.open_conditions(proposal)}
    condition = wanted[act.data["point"]]
    rooms.settle_condition(condition, by=act.by, note=act.data["note"], on=act.occurred_on)
    act.record["condition"] = condition.text


def ask_dprd(proposal: Any, act: Any) -> None:
    """A new request in the row; a repaired plan goes on where the returned one stopped."""
    letter = documents.latest(proposal, "DPRD_REQUEST")
    need = requirement_of(proposal)
    grounds = {
        "burdens_community": proposal.burdens_community, "burdens_region": proposal.burdens_region,
        "unbudgeted": proposal.unbudgeted, "amount": str(proposal.amount or 0), "sentence": need.sentence, "basis": proposal.route.cite(need.basis),
    }  # fmt: skip
    asked = rooms.ask_dprd(proposal, letter_number=letter.number, asked_on=letter.dated, grounds=grounds, by=act.by)
    rooms.mark_sent(asked, on=act.occurred_on, by=act.by)
    act.record["clearance"] = asked.number_in_row


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
    """The decision with its number, date, paper, notes and reason."""
    facts = act.data
    document = papers_out.attach_given(
        proposal,
        "DPRD_DECISION",
        "Keputusan DPRD",
        facts["file"],
        by=act.by,
        number=facts["number"],
        dated=act.occurred_on,
    )
    act.record.update(decision=facts["decision"], number=facts["number"], documents=[document.pk])
    rooms.decide(
        reviews.current_clearance(proposal), decision=facts["decision"], number=facts["number"], decided_on=act.occurred_on,
        session_on=act.occurred_on, notes=facts["notes"], reason=act.reason, by=act.by,
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


def call_off(proposal: Any, act: Any) -> None:
    """A withdrawn case is taken off the agenda of the TKKSD."""
    rooms.call_off(proposal, reason=act.reason, by=act.by)


def follow_up(proposal: Any, act: Any) -> None:
    """One note of the DPRD is followed up; only one of this case."""
    wanted = {n.pk: n for n in reviews.open_notes(proposal)}
    note = wanted[act.data["point"]]
    rooms.follow_up(note, text=act.data["note"], by=act.by, on=act.occurred_on)
    act.record["note"] = note.text
