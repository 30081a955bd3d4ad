"""The two messages every act may send: it is your turn now, and this happened to your case."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import NEVER_ASSIGNED, Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import text
from kerjasama.notifications.services import tell
from kerjasama.workflow import sentences
from kerjasama.workflow.models import StagedModel, StageEvent


def _key(subject: StagedModel, event: StageEvent, what: str) -> str:
    return f"{subject._meta.label_lower}:{subject.pk}:{event.seq}:{what}"


def _name(subject: StagedModel) -> str:
    return str(subject).removeprefix(f"{subject.case_code} ")


def _what_happened(event: StageEvent) -> str:
    """Who did what on which day, with the reason when there is one."""
    told = f"{event.actor} {sentences.told(event.label)} pada {text.date_long(event.occurred_on)}."
    return f"{told}\nAlasan: {event.reason}" if event.reason else told


def tell_turn(subject: Any, event: StageEvent) -> None:
    """Tell those whose turn it is now; the one who acted knows it already."""
    moved = event.source != event.target or event.data.get("turn_moved")
    if not subject.turn_office or not moved:
        return
    holders = people_in(subject.turn_office, subject.turn_unit_id)
    if not holders and subject.turn_office not in NEVER_ASSIGNED:
        _tell_of_vacancy(subject, event)
    tell(
        [person for person in holders if person.pk != event.actor_id],
        key=_key(subject, event, "turn"),
        title=f"Giliran Anda: {subject.stage_label()}, {subject.case_code}",
        body=f"{_name(subject)}\n{_what_happened(event)}",
        url=subject.get_absolute_url(),
    )


def _tell_of_vacancy(subject: Any, event: StageEvent) -> None:
    """Nobody holds the office in turn: the administrators hear it. They may not read cases, so the code is all they get."""
    office = subject.turn_unit.name if subject.turn_unit_id else Office(subject.turn_office).label
    tell(
        people_in(Office.ADMIN),
        key=_key(subject, event, "vacant"),
        title=f"Jabatan kosong: {office}",
        body=f"{subject.case_code} menunggu jabatan ini, dan hari ini tidak ada yang memangkunya. Catat pejabatnya, atau tugaskan Plt. atau Plh.",
        url=reverse("accounts:people"),
    )


def tell_concerned(subject: StagedModel, event: StageEvent, people: Iterable[User]) -> None:
    """Tell everyone concerned of a return, a refusal, a decision or an end, with its reason."""
    others = {person.pk: person for person in people if person.pk != event.actor_id}
    tell(
        others.values(),
        key=_key(subject, event, "concern"),
        title=f"{event.label}: {subject.case_code}",
        body=f"{_name(subject)}\n{_what_happened(event)}\nTahap sekarang: {subject.stage_label()}.",
        url=subject.get_absolute_url(),
        news=True,
    )
