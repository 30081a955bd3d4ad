"""The tracker of a case: every statutory phase of its kind, with its state, day, actor and article (rulings 7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core import text
from kerjasama.workflow.models import StagedModel, StageEvent
from kerjasama.workflow.phases import PHASES, Phase
from proposals.models import Proposal

LABELS = {"done": "Selesai", "now": "Berjalan", "todo": "Berikutnya", "skip": "Tidak diperlukan", "back": "Berhenti"}


@dataclass
class Passage:
    """What the ledger says of one phase."""

    entered: date | None = None
    left: date | None = None
    actor: str = ""


def phases(proposal: Proposal, subjects: Iterable[StagedModel], events: Iterable[StageEvent]) -> list[dict[str, Any]]:
    """The phases in the order of the statute, as components/stage_line.html wants them."""
    held = list(subjects)
    passages = _passages(held, events)
    here, stopped = _present(held), {s.step.phase for s in held if s.closed and isinstance(s, Proposal)}
    return [_phase(number, phase, proposal, passages.get(phase.code, Passage()), here, stopped)
            for number, phase in enumerate(PHASES[proposal.route.phases], start=1)]  # fmt: skip


def _present(subjects: list[StagedModel]) -> dict[str, StagedModel]:
    """The phases in which something waits or goes on now."""
    found = {}
    for subject in subjects:
        waits_elsewhere = isinstance(subject, Proposal) and subject.naskah_opened and not subject.turn_office
        if not subject.closed and not waits_elsewhere:
            found.setdefault(subject.step.phase, subject)
    return found


def _passages(subjects: list[StagedModel], events: Iterable[StageEvent]) -> dict[str, Passage]:
    """When each phase was entered and left, over all subjects of the case."""
    routes = {(s._meta.model_name, s.pk): s.route for s in subjects}
    found: dict[str, Passage] = {}
    for event in sorted(events, key=lambda e: (e.recorded_at, e.pk)):
        route = routes.get((event.subject_type.model, event.object_id))
        if route is None:
            continue
        source, target = route.place(event.source), route.place(event.target)
        if target:
            entered = found.setdefault(target.phase, Passage())
            entered.entered = entered.entered or event.occurred_on
        if source and (target is None or target.phase != source.phase):
            left = found.setdefault(source.phase, Passage())
            left.left, left.actor = event.occurred_on, event.seat_title or Office(event.office).label
    return found


def _phase(
    number: int, phase: Phase, proposal: Proposal, passage: Passage, here: dict[str, Any], stopped: set[str]
) -> dict[str, Any]:
    state = _state(phase, proposal, passage, here, stopped)
    subject = here.get(phase.code)
    when: Any = passage.left
    actor = passage.actor
    if state == "now" and subject is not None:
        when = f"sejak {text.date_short(subject.stage_since)}"
        actor = _in_turn(subject)
    return {
        "number": number,
        "label": phase.label,
        "state": state,
        "state_label": LABELS[state],
        "date": when if state in {"done", "now"} else "",
        "actor": actor if state in {"done", "now"} else "",
        "law": phase.basis.removeprefix("PP 28/2018 "),
        "law_url": "",
        "reason": _why_skipped(phase, proposal) if state == "skip" else "",
    }


def _why_skipped(phase: Phase, proposal: Proposal) -> str:
    by_route = dict(proposal.route.skips)
    return by_route.get(phase.code, "Sudah teranggarkan dan tidak membebani masyarakat.")


def _in_turn(subject: StagedModel) -> str:
    """Whose turn it is: the unit by name where an office belongs to one."""
    if subject.turn_unit_id:
        return subject.turn_unit.name
    return Office(subject.turn_office).label if subject.turn_office else ""


def _state(phase: Phase, proposal: Proposal, passage: Passage, here: dict[str, Any], stopped: set[str]) -> str:
    if phase.code in stopped:
        return "back"
    if phase.code in dict(proposal.route.skips) or phase.code == "DPRD" and proposal.dprd_outcome == "NOT_REQUIRED":
        return "skip"
    if phase.code in here:
        return "now"
    return "done" if passage.left else "todo"
