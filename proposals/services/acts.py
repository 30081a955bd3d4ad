"""The room's door: acts on a proposal with what follows from them."""

from datetime import date
from typing import Any

from kerjasama.accounts.models import User
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import perform
from proposals.effects import EFFECTS
from proposals.models import Proposal


def act(proposal: Proposal, name: str, *, by: User, **facts: Any) -> StageEvent:
    """Do a named act on a proposal; raises what the door raises, and then nothing has happened."""
    return perform(proposal, name, by=by, effects=EFFECTS, **facts)


def note_first_signature(proposal: Proposal, on: date) -> None:
    """Downstream tells that the first naskah of a case is signed; a later one changes nothing."""
    if proposal.first_signed_on is None:
        proposal.first_signed_on = on
        proposal._change_reason = "Naskah pertama ditandatangani"
        proposal.save(update_fields=["first_signed_on"])
