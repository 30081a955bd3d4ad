"""Naskah are opened from the case; the case is withdrawn."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow import handing
from kerjasama.workflow.arrows import aside, stay
from proposals import guards as g
from proposals.stages import CLOSED, Stage

WAITING = tuple(stage for stage in Stage if stage not in CLOSED)
#: Nothing has been signed yet at these stages; where something is, the guard says so.
OPEN = tuple(stage for stage in WAITING if stage != Stage.CLEARED)


class Closing:
    """What a case ends in."""

    @stay(
        (Stage.INSTRUMENTS, Stage.CLEARED, Stage.INTENT), "Buka naskah", slug="buka-naskah", offices=(Office.BAGIAN,), quiet=True
    )  # fmt: skip
    def open_naskah(self, act: Any) -> None:
        """A naskah is opened from this case; from now on the case waits there."""
        self.naskah_opened += 1
        act.record["instrument"] = act.data["instrument"]

    @aside(
        OPEN, Stage.WITHDRAWN, "Tarik usulan", g.nothing_signed,
        slug="tarik", offices=(Office.OPD, Office.KABAG), asks_reason=True, danger=True,
    )  # fmt: skip
    def withdraw(self, act: Any) -> None:
        """The proposal is withdrawn; the case stays on record."""

    @stay(WAITING, handing.LABEL, slug="serah-terima", offices=(Office.ADMIN,), quiet=True)
    def hand_over(self, act: Any) -> None:
        """What waited here for one person waits for another; the administrator did it, and both names stand."""
        handing.note(act)
