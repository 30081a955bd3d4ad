"""Questions about a case as its pages show them, and those that wait for a person."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.desk.task import Task
from kerjasama.reviews import questions
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.models import Question
from proposals.models import Proposal


def shown(proposal: Proposal, user: User) -> list[dict[str, Any]]:
    """The questions this person may read, oldest first, each with the address to answer it when it waits for him."""
    return [
        {"question": question, "answer_url": answer_url(proposal, question) if _waits(question, user) else ""}
        for question in questions.seen_by(user, proposal)
    ]


def may_ask(proposal: Proposal) -> bool:
    """Whether the DPRD is being asked now: before and after, its questions have no answer that could serve it."""
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.is_open and clearance.sent_on is not None


def answer_url(proposal: Proposal, question: Question) -> str:
    """Where a question is answered."""
    return reverse("desk:answer", args=[proposal.code, question.pk])


def tasks(user: User) -> list[Task]:
    """Questions that wait for this person's answer, about cases he may see that still run."""
    waiting = list(questions.waiting_for(user).filter(subject_type=ContentType.objects.get_for_model(Proposal)))
    if not waiting:
        return []
    seen = Proposal.visible_to(user).filter(pk__in={q.object_id for q in waiting})
    cases = {case.pk: case for case in seen if not case.closed}
    return [_task(cases[q.object_id], q) for q in waiting if q.object_id in cases]


def _task(case: Proposal, question: Question) -> Task:
    return Task(
        title=f"Jawab pertanyaan {question.get_body_display()}", subject=case.title, code=case.code, kind=case.kind,
        category=case.get_category_display(), url=f"{case.get_absolute_url()}#pertanyaan", action_url=answer_url(case, question),
        due_on=None, since=question.asked_at.astimezone(clock.zone()).date(),
    )  # fmt: skip


def _waits(question: Question, user: User) -> bool:
    return question.is_open and questions.answering_seat(question, user) is not None
