"""The acts by which an adendum changes the naskah above it, and ends with it."""

from typing import Any

from agreements.amendments import changes_in
from agreements.stages import EndGround, Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.core.text import date_long
from kerjasama.workflow.arrows import aside, stay

AMENDS = (Trait.AMENDS,)
#: An adendum is not amended itself, and abroad a change goes the way of a new naskah.
UNCHANGEABLE = (Trait.AMENDS, Trait.FOREIGN)
BASIS = "Perubahan disepakati para pihak dalam naskah setingkat"


class Amending:
    """What both sides of a change do: the naskah takes it up, the adendum ends with it."""

    @stay(
        Stage.IN_FORCE, "Berlakukan adendum", slug="berlakukan-adendum", offices=(Office.SYSTEM, Office.KDH, Office.OPD, Office.BAGIAN),
        quiet=True, dated=True, predates=True, basis=BASIS, off=UNCHANGEABLE,
    )  # fmt: skip
    def take_amendment(self, act: Any) -> None:
        """An adendum to this naskah has been signed: its pasal read anew from that day, and its last day may have moved."""
        amendment = act.data["amendment"]
        if amendment.parent_id != self.pk or amendment.signed_on is None:
            raise BadInput("Adendum ini tidak mengubah naskah tersebut, atau belum ditandatangani.")
        before, moved = self.ends_on, amendment.moved_end()
        act.record.update(amendment=amendment.pk, ends_on=before.isoformat())
        if moved is None:
            return
        self.ends_on, self.renewal, self.due_on, self.successor = moved, "", None, None
        act.record.update(new_end=moved.isoformat(), turn_moved=True)

    @aside(
        Stage.IN_FORCE, Stage.ENDED, "Akhiri bersama naskahnya", slug="akhiri-bersama-naskah",
        offices=(Office.SYSTEM, Office.BAGIAN, Office.KABAG), quiet=True, dated=True, predates=True, on=AMENDS,
    )  # fmt: skip
    def end_with_parent(self, act: Any) -> None:
        """The naskah it changes has ended."""
        parent = act.data.get("parent") or self.parent
        if parent.pk != self.parent_id or parent.ended_on is None:
            raise BadInput("Naskah yang diubah adendum ini masih berlaku.")
        self.ended_on, self.end_ground = parent.ended_on, EndGround.PARENT

    def moved_end(self) -> Any:
        """The last day that an adendum gives the naskah above it; None where it moves none."""
        return changes_in(self).new_end

    def refuse_late_amendment(self, day: Any) -> None:
        """Signed while the naskah runs, never after its end (statute 8)."""
        if Trait.AMENDS in self.route.traits and day > self.parent.ends_on:
            told = f"Adendum ditandatangani selama naskahnya berlaku, paling lambat {date_long(self.parent.ends_on)}."
            raise BadInput("Tanggal penandatanganan salah.", errors={"occurred_on": [told]})
