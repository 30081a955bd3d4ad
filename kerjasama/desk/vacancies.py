"""Offices that nobody holds while cases wait for them: told to the administrator, and on the cases themselves."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from kerjasama.accounts.offices import NEVER_ASSIGNED, UNIT_BOUND, Office
from kerjasama.accounts.permissions import staffed
from kerjasama.desk.reach import RELATIONS


@dataclass(slots=True)
class Vacancy:
    """An office without anybody, and what waits for it. A case is named by its code only: administrators read none."""

    office: str
    unit_id: int | None
    label: str
    count: int = 0
    codes: list[str] = field(default_factory=list)
    since: date | None = None


def vacancies() -> list[Vacancy]:
    """Every office that something open waits for and nobody holds today, the longest wait first.

    One query for each kind of subject, and one more for a kind in which something waits in vain.
    """
    held = staffed()
    offices = {office for office, _ in held}
    found: dict[tuple[str, int | None], Vacancy] = {}
    for model, joined in RELATIONS.items():
        waiting = model._default_manager.exclude(turn_office__in=["", *NEVER_ASSIGNED])
        pairs = waiting.order_by("turn_office", "turn_unit").values_list("turn_office", "turn_unit").distinct()
        empty = [(office, unit) for office, unit in pairs if not _is_held(office, unit, held, offices)]
        if empty:
            _collect(found, waiting.select_related("turn_unit", *joined), empty)
    return sorted(found.values(), key=lambda vacancy: (vacancy.since or date.max, vacancy.label))


def _is_held(office: str, unit_id: int | None, held: frozenset[tuple[str, int | None]], offices: set[str]) -> bool:
    return (office, unit_id) in held if office in UNIT_BOUND and unit_id else office in offices


def _collect(
    found: dict[tuple[str, int | None], Vacancy], waiting: QuerySet, empty: list[tuple[str, int | None]]
) -> None:
    wanted = Q(pk__in=[])
    for office, unit_id in empty:
        wanted |= Q(turn_office=office, turn_unit=unit_id)
    for subject in waiting.filter(wanted).order_by("stage_since", "pk"):
        key = (subject.turn_office, subject.turn_unit_id if subject.turn_office in UNIT_BOUND else None)
        label = subject.turn_unit.name if key[1] else str(Office(subject.turn_office).label)
        vacancy = found.setdefault(key, Vacancy(*key, label))
        vacancy.count += 1
        if subject.case_code not in vacancy.codes:
            vacancy.codes.append(subject.case_code)
        vacancy.since = min(filter(None, (vacancy.since, subject.stage_since)))
