"""Keep the standing of a case in step with the acts of every room."""

from typing import Any

from kerjasama.workflow.models import StagedModel
from proposals.models import CaseStanding, Proposal

State = CaseStanding.State


def stand(proposal: Proposal, subject: StagedModel, *, state: str = "", label: str = "") -> None:
    """Say where the case is now: at the stage of `subject`, the proposal itself or a naskah of it."""
    reached = state or (State.CLOSED if subject.closed else State.RUNNING)
    CaseStanding.objects.update_or_create(
        proposal=proposal,
        defaults={
            "state": reached,
            "short": subject.step.short,
            "stage": subject.stage,
            "label": label or subject.stage_label(),
            "office": subject.turn_office,
            "unit_id": subject.turn_unit_id,
            "since": subject.stage_since,
            "due_on": subject.due_on,
        },
    )


def own_standing(proposal: Any, event: Any) -> None:
    """The standing after an act on the proposal itself, unless its naskah have taken over and it goes on."""
    if not proposal.naskah_opened or proposal.closed:
        stand(proposal, proposal)
