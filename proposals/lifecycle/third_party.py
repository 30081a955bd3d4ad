"""The acts that stand on the routes of a third party only: legality, other regimes, criteria, what sector law takes the place of."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.routes.traits import Trait
from proposals.stages import SKIPPABLE, Stage

THIRD = (Trait.THIRD_PARTY,)
SECTOR = (Trait.SECTOR_LAW,)
#: Papers are taken in from the first letter until the naskah is signed.
OPEN = (
    Stage.MAPPING, Stage.INTAKE, Stage.PREPARATION, Stage.VERIFICATION, Stage.TKKSD_REVIEW, Stage.OFFER_DRAFTING,
    Stage.OFFER_SIGNING, Stage.WILLINGNESS, Stage.LEGALITY, Stage.ANSWER_DRAFTING, Stage.ANSWER_SIGNING, Stage.DPRD_ASSESSMENT,
    Stage.DPRD_LETTER, Stage.DPRD_PENDING, Stage.INSTRUMENTS, Stage.CLEARED,
)  # fmt: skip
EARLY = (Stage.MAPPING, Stage.INTAKE, Stage.PREPARATION, Stage.VERIFICATION)


class ThirdParty:
    """What PP 28/2018 art. 14-18 ask besides."""

    @stay(
        OPEN, "Catat dokumen legalitas", slug="catat-legalitas", offices=(Office.BAGIAN, Office.OPD), basis="PP 28/2018 Pasal 14", on=THIRD,
    )  # fmt: skip
    def record_legal_paper(self, act: Any) -> None:
        """A paper that proves the legality of the partner, with the day until which it holds."""
        act.record.update(kind=act.data["kind"], number=act.data["number"])

    @forward(
        Stage.LEGALITY, "Nyatakan legalitas lengkap", g.legality_is_proved,
        slug="nyatakan-legalitas", basis="PP 28/2018 Pasal 14", on=THIRD,
    )  # fmt: skip
    def confirm_legality(self, act: Any) -> None:
        """The Bagian has compared the papers with the originals."""

    @stay(
        EARLY, "Catat peraturan sektor", g.sector_law_is_not_known,
        slug="catat-peraturan-sektor", offices=(Office.OPD, Office.BAGIAN), basis="PP 28/2018 Pasal 15", on=SECTOR,
    )  # fmt: skip
    def acknowledge_sector_law(self, act: Any) -> None:
        """The law of the sector governs the procedure; it is named."""
        act.record["regulation"] = act.data["regulation"]

    @stay(
        EARLY, "Catat ketentuan barang milik daerah", g.asset_rules_are_owed,
        slug="catat-ketentuan-bmd", offices=(Office.OPD, Office.BAGIAN), basis="PP 28/2018 Pasal 15; PP 27/2014", on=THIRD,
    )  # fmt: skip
    def acknowledge_asset_rules(self, act: Any) -> None:
        """Assets of the region are used: their own regime is seen and named."""
        act.record["regulation"] = act.data["regulation"]

    @forward(
        SKIPPABLE, "Lewati tahap menurut peraturan sektor", g.sector_law_is_known,
        slug="lewati-tahap", offices=(Office.KABAG,), past_gate=True, asks_reason=True, danger=True, basis="PP 28/2018 Pasal 15", on=SECTOR,
    )  # fmt: skip
    def skip_step(self, act: Any) -> None:
        """Sector law takes the place of this stage; never of the study, the DPRD or the mandatory clauses."""
        act.record.update(stage=str(self.stage), basis=act.data["legal_basis"])

    @stay(
        Stage.TKKSD_REVIEW, "Nilai ketiga kriteria", slug="nilai-kriteria", dated=True, basis="PP 28/2018 Pasal 18 ayat (1)",
        on=(Trait.CRITERIA,),
    )  # fmt: skip
    def assess_criteria(self, act: Any) -> None:
        """The TKKSD finds on each of the three criteria; its secretary records it, with a reason each."""
        act.record["met"] = [name for name, (met, _) in act.data["findings"].items() if met]

    @aside(
        Stage.TKKSD_REVIEW, Stage.ANSWER_SIGNING, "Buat surat penolakan", g.is_not_recommended, g.discussed_as_it_stands,
        slug="buat-penolakan", asks_reason=True, danger=True, basis="PP 28/2018 Pasal 18", on=(Trait.CRITERIA,),
    )  # fmt: skip
    def prepare_refusal(self, act: Any) -> None:
        """Not recommended: the letter of refusal is laid before the Kepala Daerah, with the criteria that are not met."""
        self.answer_drafted = "REFUSED"
