"""Which questions there are, who may read them and who must answer them."""

from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import DPRD_OFFICES, Office
from kerjasama.accounts.permissions import Seat, people_in, seat_for, seats
from kerjasama.reviews.models import Question, about
from kerjasama.reviews.models.question import Body

RELATIONS = ("asked_by", "answered_by", "unit", "paper__file", "answer_paper__file")
#: Who looks after the answers of the whole executive.
KEEPERS = (Office.BAGIAN, Office.KABAG)
OUTSIDE = DPRD_OFFICES | {Office.PARTNER, Office.SYSTEM}


def of_subject(subject: models.Model) -> QuerySet[Question]:
    """All questions about a subject, oldest first, with what a page shows of them."""
    return Question.objects.filter(**about(subject)).select_related(*RELATIONS)


def seen_by(user: User, subject: models.Model) -> QuerySet[Question]:
    """The questions about a subject which a person may read who may see that subject.

    What the TKKSD asks stays within the executive; the DPRD reads its own, a partner none.
    """
    offices = {seat.office for seat in seats(user)}
    if offices - OUTSIDE:
        return of_subject(subject)
    return of_subject(subject).filter(body=Body.DPRD) if offices & DPRD_OFFICES else of_subject(subject).none()


def waiting_for(user: User) -> QuerySet[Question]:
    """Unanswered questions, of any subject, that this person's offices must answer, oldest first."""
    held = seats(user)
    if any(seat.office in KEEPERS for seat in held):
        mine = Q()
    else:
        mine = Q(unit__in=[seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id])
    return Question.objects.filter(mine, answered_at__isnull=True).select_related("unit")


def answering_seat(question: Question, user: User) -> Seat | None:
    """The seat in which a person may answer: the unit that is asked, or the Bagian for it; None for others."""
    own = seat_for(user, [Office.OPD], question.unit_id) if question.unit_id else None
    return own or seat_for(user, KEEPERS)


def answerers(question: Question) -> list[User]:
    """Everyone who may answer, each once."""
    found: dict[Any, User] = {}
    if question.unit_id:
        found |= {person.pk: person for person in people_in(Office.OPD, question.unit_id)}
    for office in KEEPERS:
        found |= {person.pk: person for person in people_in(office)}
    return list(found.values())
