"""What the signature of an adendum does to the naskah above it, and what the end of a naskah does to its adenda."""

from typing import Any

from agreements import entries
from agreements.amendments import changes_in
from agreements.effects.news import own_standing
from agreements.stages import Instrument, Stage, Trait
from kerjasama.notifications.notices import tell_turn
from kerjasama.workflow.services import Effects, perform

_OTHER = Effects(records={}, notices={}, always=(own_standing, entries.note, tell_turn))


def take_effect(agreement: Any, act: Any) -> None:
    """The naskah that a signed adendum changes takes the change up, in the same transaction."""
    if Trait.AMENDS not in agreement.route.traits:
        return
    changes = changes_in(agreement)
    perform(
        agreement.parent, "take_amendment", by=act.by, effects=_OTHER, occurred_on=act.occurred_on, amendment=agreement
    )  # fmt: skip
    act.record.update(parent=agreement.parent_id, changed=[row.at for row in changes.rows])


def end_amendments(agreement: Any, act: Any) -> None:
    """With a naskah end the adenda to it."""
    running = agreement.children.filter(instrument=Instrument.ADD, stage=Stage.IN_FORCE).order_by("pk")
    for amendment in running:
        perform(amendment, "end_with_parent", by=act.by, effects=_OTHER, occurred_on=act.occurred_on, parent=agreement)
