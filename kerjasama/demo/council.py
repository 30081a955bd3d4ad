"""What the DPRD of the demo does before it decides: a komisi, its meeting, questions to the executive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.demo import words
from kerjasama.demo.plans import Plan, Step, case
from kerjasama.reviews import questions
from kerjasama.reviews import services as reviews
from kerjasama.reviews.models.question import Body

if TYPE_CHECKING:
    from kerjasama.demo.story import Story
    from kerjasama.demo.walk import Walk

COMMITTEES = ("Komisi A", "Komisi B", "Komisi C", "Komisi D")


def committee_of(story: Story) -> str:
    """The komisi that is in charge of an object."""
    return COMMITTEES[story.plan_row % len(COMMITTEES)]


def ask(walk: Walk, told: str) -> None:
    """The Sekretariat asks the leading unit on behalf of the komisi."""
    walk.on_that_day(
        lambda: reviews.ask(
            walk.proposal, body=Body.DPRD, words=told, by=walk.who("setwan"), unit=walk.proposal.lead_unit
        )
    )


def answer(walk: Walk, told: str) -> None:
    """The unit answers the oldest open question."""
    question = questions.of_subject(walk.proposal).filter(answered_at__isnull=True).first()
    walk.on_that_day(lambda: reviews.answer(question, words=told, by=walk.who("opd")))


def meet(walk: Walk) -> None:
    """The komisi meets; its risalah is handed in."""
    name = committee_of(walk.story)
    paper = walk.scan("risalah.pdf", f"Risalah rapat {name} DPRD Kabupaten Wanasari: {walk.story.title}")
    walk.act(
        "record_committee_meeting", "setwan", place=f"Ruang {name}", present=9 + walk.story.plan_row % 5, summary=words.DPRD_DISCUSSES,
        file=paper,
    )  # fmt: skip


def discussed(story: Story, refer: int = 2, talk: int = 6) -> Plan:
    """Referred to a komisi, which meets once."""
    return [case(refer, "refer_to_committee", "setwan", committee=committee_of(story)), Step(talk, meet)]


def asked_and_answered() -> Plan:
    """A question that is answered, and one that is not yet."""
    return [
        Step(1, lambda walk: ask(walk, words.DPRD_ASKS)), Step(2, lambda walk: answer(walk, words.WE_ANSWER)),
        Step(2, lambda walk: ask(walk, words.DPRD_ASKS_AGAIN)),
    ]  # fmt: skip
