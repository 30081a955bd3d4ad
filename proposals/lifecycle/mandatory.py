"""The acts of mandatory cooperation: mapping, technical coordination, joint secretariat, take-over."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.routes.traits import Trait
from proposals.stages import Stage

ART5 = "PP 28/2018 Pasal 5"
TAKEOVER_BASIS = "UU 23/2014 Pasal 364 ayat (3) dan (4); PP 28/2018 Pasal 10 dan 11"
COORDINATED = (Trait.COORDINATED,)
#: From the agreed coordination on, a region may fail to carry it out.
AGREED = (
    Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.DPRD_LETTER, Stage.DPRD_PENDING, Stage.DPRD_REJECTED,
    Stage.INSTRUMENTS, Stage.CLEARED,
)  # fmt: skip


class Mandatory:
    """Acts that stand on the routes of mandatory cooperation only, mapping also on others that begin with it."""

    @forward(
        Stage.MAPPING, "Ajukan pemetaan", g.has_partner, g.has_affair, g.has_mapping, g.has_externality, g.parties_border,
        slug="ajukan-pemetaan", basis=f"{ART5} ayat (1)",
    )  # fmt: skip
    def submit_mapping(self, act: Any) -> None:
        """The affair is mapped; the terms of reference may be written."""

    @forward(
        Stage.COORDINATION, "Catat koordinasi teknis", g.parties_border,
        slug="catat-koordinasi", dated=True, basis=f"{ART5} ayat (2) dan (3)", on=COORDINATED,
    )  # fmt: skip
    def record_coordination(self, act: Any) -> None:
        """The minutes of the technical coordination, agreed by all heads, at the level the law names."""
        wanted = act.data["wanted_level"]
        if wanted and act.data["level"] != wanted:
            words = {"PROVINCE": "provinsi, karena semua pihak kabupaten/kota dalam satu provinsi",
                     "NATIONAL": "nasional, karena para pihak bukan kabupaten/kota dalam satu provinsi"}[wanted]  # fmt: skip
            raise BadInput(
                "Tingkat koordinasi salah.", errors={"level": [f"Koordinasi teknis ini dilakukan di tingkat {words}."]}
            )
        act.record.update(level=act.data["level"], number=act.data["number"])

    @stay(
        (Stage.INSTRUMENTS, Stage.CLEARED), "Catat Sekretariat Kerja Sama", g.has_no_secretariat,
        slug="catat-sekretariat", offices=(Office.BAGIAN,), dated=True, basis="PP 28/2018 Pasal 7 ayat (2)", on=COORDINATED,
    )  # fmt: skip
    def form_secretariat(self, act: Any) -> None:
        """A joint secretariat, where its three conditions hold."""
        act.record["number"] = act.data["decree_number"]

    @stay(
        AGREED, "Catat pembinaan", slug="catat-pembinaan", offices=(Office.BAGIAN,), dated=True, basis=TAKEOVER_BASIS, on=COORDINATED,
    )  # fmt: skip
    def record_guidance(self, act: Any) -> None:
        """The region that does not carry it out is guided."""
        act.record["number"] = act.data["number"]

    @stay(
        AGREED, "Catat evaluasi hambatan", g.was_guided,
        slug="catat-evaluasi-hambatan", offices=(Office.BAGIAN,), dated=True, basis=TAKEOVER_BASIS, on=COORDINATED,
    )  # fmt: skip
    def record_obstacles(self, act: Any) -> None:
        """What stands in the way is evaluated."""
        act.record["number"] = act.data["number"]

    @aside(
        AGREED, Stage.TAKEN_OVER, "Catat pengambilalihan", g.was_guided, g.was_evaluated,
        slug="catat-pengambilalihan", offices=(Office.KABAG,), dated=True, danger=True, basis=TAKEOVER_BASIS, on=COORDINATED,
    )  # fmt: skip
    def record_takeover(self, act: Any) -> None:
        """The centre, or the Gubernur with the Menteri's approval, takes it over; its cost stays with the APBD."""
        act.record.update(number=act.data["number"], authority=act.data["authority"])
