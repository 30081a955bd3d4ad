"""What acts on a proposal leave with the TKKSD: meeting, opinions, conclusion, conditions."""

from datetime import date
from typing import Any

from kerjasama.accounts.models import Government, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core import text
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.documents.models import Document
from kerjasama.documents.signers import signer_of
from kerjasama.reviews import papers as review_papers
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews import services as rooms
from kerjasama.reviews.models import Condition, Meeting
from kerjasama.reviews.services import signing
from kerjasama.workflow.services import numbered
from proposals.effects.telaahan import third_party_findings
from proposals.guards import reportable, requirement_of

RENEWED = "Undangan diperbarui"


def note_arrival(proposal: Any, act: Any) -> None:
    """From here on the TKKSD may see the case."""
    if proposal.stage == "TKKSD_REVIEW" and proposal.tkksd_since is None:
        proposal.tkksd_since = act.occurred_on


@numbered("SURAT")
def call_meeting(proposal: Any, act: Any) -> None:
    """A meeting of its own with its invitation, or a place on the agenda of the `meeting` that is given.

    Whoever gives a meeting issues its one invitation for all its cases.
    """
    facts = act.data
    meeting = facts.get("meeting")
    joint = meeting is not None
    if not joint:
        meeting = rooms.open_meeting(
            held_on=facts["held_on"], held_at=facts["held_at"], place=facts["place"], agenda=facts["agenda"], by=act.by
        )
    rooms.put_on_agenda(meeting, proposal, by=act.by)
    act.record.update(meeting=meeting.pk, held_on=meeting.held_on.isoformat())
    if joint:
        act.record["joint"] = True
    else:
        act.record["documents"] = [
            issue_invitation(meeting, by=act.by, dated=act.occurred_on, numbers=facts.get("numbers")).pk
        ]


def issue_invitation(
    meeting: Meeting, *, by: User, dated: date, numbers: dict[str, list[str]] | None = None
) -> Document:
    """The one invitation of a meeting; a renewed one stands in place of the one before, under a number of its own."""
    earlier = documents.latest(meeting, "INVITATION")
    context = review_papers.invitation_context(meeting, signer=signer_of(Office.SEKDA), renews=earlier)
    fresh = papers_out.issue(
        meeting, "INVITATION", template="undangan_tkksd", context=context, by=by, title="Undangan Rapat TKKSD", dated=dated,
        series="SURAT", unit_code=Government.current().unit_code, numbers=numbers,
    )  # fmt: skip
    if earlier is not None:
        papers_out.supersede(earlier, fresh, by=by)
    return fresh


def annul_invitation(meeting: Meeting, *, reason: str, by: User) -> None:
    """The invitation of a cancelled meeting no longer stands."""
    standing = documents.latest(meeting, "INVITATION")
    if standing is not None:
        papers_out.annul(standing, reason=reason, by=by)


def give_opinion(proposal: Any, act: Any) -> None:
    """A member's opinion, with his conditions."""
    facts = act.data
    rooms.record_opinion(proposal, act.by, facts["verdict"], facts.get("note", ""), facts.get("conditions", ()))
    act.record["verdict"] = facts["verdict"]


def recuse(proposal: Any, act: Any) -> None:
    """A member steps aside."""
    rooms.recuse(proposal, act.by, act.reason)


def lift_recusal(proposal: Any, act: Any) -> None:
    """A member takes part again."""
    rooms.lift_recusal(proposal, act.by, act.reason)


@numbered("BA", "ND")
def record_meeting(proposal: Any, act: Any) -> None:
    """Discussion, conclusion and conditions, with the attendance when it is given; minutes and recommendation follow."""
    facts, item = act.data, reviews.current_item(proposal)
    item = rooms.record_meeting(
        item, attendance=facts.get("attendance"), discussion=facts["discussion"], conclusion=facts["conclusion"],
        conditions=facts["conditions"], by=act.by, on=act.occurred_on,
    )  # fmt: skip
    act.record["conclusion"] = item.conclusion
    minutes, advice = _issue_minutes(proposal, act, item), _issue_recommendation(proposal, act, item)
    signing.ask_for_minutes(minutes, item, by=act.by)
    signing.ask_for_recommendation(advice, item, by=act.by)
    act.record["documents"] = [minutes.pk, advice.pk]


def _issue_minutes(proposal: Any, act: Any, item: Any) -> Document:
    context = review_papers.minutes_context(item)
    return papers_out.issue(
        proposal, "MINUTES", template="berita_acara_tkksd", context=context, by=act.by, title="Berita Acara Rapat TKKSD",
        dated=item.meeting.held_on, series="BA", unit_code=Government.current().unit_code, numbers=act.data.get("numbers"),
    )  # fmt: skip


def _issue_recommendation(proposal: Any, act: Any, item: Any) -> Document:
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


def report_condition(proposal: Any, act: Any) -> None:
    """The owner of a condition of this case says how it was met."""
    condition = _open_condition(proposal, act)
    if condition not in reportable(proposal, seats(act.by)):
        raise NotYours(
            f"Syarat ini dilaporkan oleh {condition.shown_owner}.",
            detail="Pilih syarat yang menjadi tanggung jawab Anda.",
        )
    rooms.report_condition(condition, by=act.by, note=act.data["note"], evidence=act.data.get("evidence"))
    act.record["condition"] = condition.text
    if condition.report_paper_id:
        act.record["documents"] = [condition.report_paper_id]


def settle_condition(proposal: Any, act: Any) -> None:
    """One condition is ticked off; only one of this case."""
    condition = _open_condition(proposal, act)
    rooms.settle_condition(condition, by=act.by, note=act.data["note"], on=act.occurred_on)
    act.record["condition"] = condition.text


def _open_condition(proposal: Any, act: Any) -> Condition:
    wanted = {c.pk: c for c in reviews.open_conditions(proposal)}
    if act.data["point"] not in wanted:
        raise BadInput(
            "Syarat ini tidak terbuka lagi. Muat ulang halaman.", errors={"point": ["Pilih syarat yang masih terbuka."]}
        )
    return wanted[act.data["point"]]


def call_off(proposal: Any, act: Any) -> None:
    """A withdrawn case is taken off the agenda of the TKKSD."""
    rooms.call_off(proposal, reason=act.reason, by=act.by)
