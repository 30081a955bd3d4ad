"""What a naskah yields, and how it is put on record: while it runs, and after its end for as long as something still comes in."""

from typing import Any

from agreements import running_guards as r
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.workflow.arrows import stay

OWED = (Stage.IN_FORCE, Stage.ENDED)
NOT_SETTLED = (
    "Kepemilikan barang ini belum diatur dalam naskah: koordinasikan dengan Menteri dan catat jawabannya lebih dahulu "
    "(PP 28/2018 Pasal 26)."
)


class Yielding:
    """The result of a cooperation, booked where the law wants it."""

    @stay(
        OWED, "Catat hasil kerja sama",
        slug="catat-hasil", offices=(Office.OPD, Office.BAGIAN), dated=True, predates=True, basis="PP 28/2018 Pasal 20", on=(Trait.RESULTS,),
    )  # fmt: skip
    def record_result(self, act: Any) -> None:
        """Money that went to the kas daerah, goods that went to the asset register, or else; the end of the naskah ends no claim.

        Abroad they come as a grant, through the central government, and whose the goods are is settled first.
        """
        kind = act.data["kind"]
        if Trait.CONFIRMED in self.route.traits and kind != "OTHER":
            if not act.data.get("grant_reference", "").strip():
                told = "Sebut perjanjian hibah atau penerusan hibahnya (PP 28/2018 Pasal 26; PP 2/2012 Pasal 5)."
                raise BadInput("Hasil belum dicatat.", errors={"grant_reference": [told]})
            if kind == "GOODS" and not r.goods_are_settled(self):
                raise BadInput("Hasil belum dicatat.", errors={"kind": [NOT_SETTLED]})
        act.record.update(kind=kind, amount=str(act.data["amount"]))
