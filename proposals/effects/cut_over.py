"""The papers that a case brought with it from before this system, and what the rooms keep of them."""

from collections.abc import Callable
from typing import Any

from kerjasama.documents import services
from kerjasama.documents.models import Document
from kerjasama.reviews import services as rooms
from kerjasama.reviews.services import exchanges
from kerjasama.workflow.services import enter_stage
from proposals.effects.consultation import open_request
from proposals.effects.foreign_papers import take_plan, through
from proposals.models import Letter
from proposals.stages import Answer, LetterKind

#: How a paper is marked that was not made here.
MARK = "proses kertas"


def keep_papers(proposal: Any, act: Any) -> None:
    """Each proof with its number and day, and the case stands there since the last of them. Raises UploadRefused; then nothing has happened."""
    enter_stage(proposal, act.data["since"])
    for evidence in act.data["owed"]:
        paper = act.data["papers"][evidence.code]
        kept = services.attach_upload(
            proposal, evidence.kind, f"{evidence.label} ({MARK})"[:160], paper["file"], by=act.by, number=paper["number"], dated=paper["dated"]
        )  # fmt: skip
        act.record.setdefault("documents", []).append(kept.pk)
        if evidence.code in TAKEN:
            TAKEN[evidence.code](proposal, act, kept)


def keep_plan(proposal: Any, act: Any) -> None:
    """The plan of the case is the one that was handed in on paper: the letters speak of it from now on."""
    take_plan(proposal, by=act.by)


def _letter(kind: str, *, ours: bool, answer: str = "") -> Callable[[Any, Any, Document], None]:
    """A letter between the heads, one to or from each of the other parties."""

    def take(proposal: Any, act: Any, paper: Document) -> None:
        for partner in proposal.counterparts:
            Letter.objects.create(
                proposal=proposal, partner=partner, kind=kind, ours=ours, answer=answer, number=paper.number, dated=paper.dated,
                document_id=paper.pk, signed_on=paper.dated if ours else None,
            )  # fmt: skip

    return take


def _ask_dprd(proposal: Any, act: Any, paper: Document) -> None:
    """The request as it was sent, and its receipt where it is known: the clock runs since then."""
    asked = open_request(proposal, act, paper, sent_on=paper.dated)
    if act.data.get("received_on"):
        days = proposal.step.deadline.fixed
        got = rooms.receive(asked, on=act.data["received_on"], by=act.by, proof=act.data["proof"], days=days)
        proposal.due_on = got.due_on


def _ask_government(authority: str, purpose: str) -> Callable[[Any, Any, Document], None]:
    """Our letter to an authority ("" lets the route choose) that waits for its answer."""

    def take(proposal: Any, act: Any, paper: Document) -> None:
        exchanges.send(
            proposal, authority or through(proposal.route)[0], purpose, number=paper.number, dated=paper.dated, by=act.by, document_id=paper.pk
        )  # fmt: skip

    return take


def _answered(authority: str, purpose: str) -> Callable[[Any, Any, Document], None]:
    """What an authority has answered; its words stand in the paper."""

    def take(proposal: Any, act: Any, paper: Document) -> None:
        exchanges.record(
            proposal,
            authority,
            purpose,
            "ANSWERED",
            on=paper.dated,
            by=act.by,
            number=paper.number,
            document_id=paper.pk,
        )

    return take


def _passed_on(proposal: Any, act: Any, paper: Document) -> None:
    """The Gubernur has passed the plan on: his letter waits at the Menteri."""
    exchanges.record(
        proposal, "GOVERNOR", "PLAN", "FORWARDED", on=paper.dated, by=act.by, number=paper.number, document_id=paper.pk
    )
    exchanges.send(
        proposal, "MINISTER", "PLAN", number=paper.number, dated=paper.dated, by=act.by, document_id=paper.pk
    )


#: What the rooms keep of a proof, by its code; the others are papers only.
TAKEN: dict[str, Callable[[Any, Any, Document], None]] = {
    "offer": _letter(LetterKind.REQUEST, ours=True),
    "willing": _letter(LetterKind.ANSWER, ours=False, answer=Answer.WILLING),
    "answer": _letter(LetterKind.ANSWER, ours=True, answer=Answer.WILLING),
    "dprd_request": _ask_dprd,
    "intent_request": _ask_government("MINISTER", "INTENT"),
    "minister": _answered("MINISTER", "INTENT"),
    "menlu": _answered("FOREIGN_MINISTER", "INTENT"),
    "submission": _ask_government("", "PLAN"),
    "forwarding": _passed_on,
}
