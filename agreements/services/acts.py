"""The room's door: acts on a naskah with what follows from them."""

from typing import Any

from agreements.effects import EFFECTS
from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import perform


def act(agreement: Agreement, name: str, *, by: User, **facts: Any) -> StageEvent:
    """Do a named act on a naskah; raises what the door raises, and then nothing has happened."""
    return perform(agreement, name, by=by, effects=EFFECTS, **facts)
