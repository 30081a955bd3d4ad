"""The acts of a PKS that an official signs by surat kuasa."""

from typing import Any

from agreements import guards as g
from agreements.amending_guards import BEFORE_SIGNING
from agreements.electronic_guards import signs_on_paper
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import forward, stay

POWER_BASIS = "PP 28/2018 Pasal 2 ayat (2), Pasal 13 ayat (2)"
DELEGABLE = (Trait.DELEGABLE,)


class Delegated:
    """Acts that stand on the routes of a PKS only."""

    @stay(
        Stage.SIGNING_PREPARATION, "Buat surat kuasa", g.knows_power, g.case_goes_on,
        slug="buat-surat-kuasa", offices=(Office.BAGIAN,), basis=POWER_BASIS, on=DELEGABLE,
    )  # fmt: skip
    def draft_power(self, act: Any) -> None:
        """The letter by which the Kepala Daerah lets an official sign is numbered and printed for his signature."""
        act.record["grantee"] = act.data["grantee_title"]

    @stay(
        Stage.SIGNING_PREPARATION, "Catat surat kuasa", g.knows_power, g.case_goes_on,
        slug="catat-surat-kuasa", offices=(Office.BAGIAN,), basis=POWER_BASIS, on=DELEGABLE,
    )  # fmt: skip
    def record_power(self, act: Any) -> None:
        """The signed surat kuasa: its number, its date, and that it names this PKS."""
        act.record.update(number=act.data["number"], grantee=act.data["grantee_title"])

    @forward(
        Stage.SIGNING, "Catat penandatanganan dengan kuasa",
        signs_on_paper, g.signs_by_power, g.case_goes_on, g.all_paraf_given, g.dprd_allows_signing, g.legality_holds, g.paper_is_ready,
        g.planned_day_has_come, *BEFORE_SIGNING,
        slug="tandatangani-dengan-kuasa", offices=(Office.OPD,), dated=True, basis=POWER_BASIS, on=DELEGABLE,
    )  # fmt: skip
    def sign_by_power(self, act: Any) -> None:
        """The official who holds the surat kuasa has signed, with the other party: the term begins."""
        act.record["power"] = self.power.number
        self._begin_term(act)
