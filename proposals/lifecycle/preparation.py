"""The acts of preparation and verification."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import aside, forward
from proposals import guards as g
from proposals.stages import Stage

OFFER_BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf b"


class Preparation:
    """From the first idea, or the letter of the asking side, to a verified proposal."""

    @forward(
        Stage.INTAKE,
        "Catat surat permohonan masuk",
        slug="catat-permohonan",
        dated=True,
        predates=True,
        basis=OFFER_BASIS,
    )
    def register_request(self, act: Any) -> None:
        """The Bagian records the letter of the asking region; the OPD may begin."""

    @forward(
        Stage.PREPARATION, "Kirim untuk verifikasi",
        g.has_partner, g.has_mapping, g.has_externality, g.parties_border, g.has_terms_of_reference, g.has_affair,
        g.has_declarations, g.stands_in_plan, g.has_budget_facts, g.region_has_studied, g.sector_law_is_known, g.asset_rules_are_known,
        slug="kirim", basis="PP 28/2018 Pasal 6 ayat (1) huruf a",
    )  # fmt: skip
    def submit(self, act: Any) -> None:
        """The OPD declares its preparation complete."""

    @forward(
        Stage.VERIFICATION, "Nyatakan lengkap", g.has_study, g.proposer_proves_legality, g.has_contacts, g.asset_rules_are_known,
        slug="nyatakan-lengkap", basis="PP 28/2018 Pasal 6 ayat (1) huruf a",
    )  # fmt: skip
    def verify(self, act: Any) -> None:
        """The Bagian has gone through the checklist and finds nothing lacking."""

    @aside(
        (Stage.VERIFICATION, Stage.OFFER_DRAFTING, Stage.ANSWER_DRAFTING, Stage.COORDINATION), Stage.PREPARATION, "Kembalikan untuk diperbaiki",
        slug="kembalikan", offices=(Office.BAGIAN,), asks_reason=True, danger=True,
    )  # fmt: skip
    def return_for_repair(self, act: Any) -> None:
        """Back to the OPD with a reason, which becomes its task."""
