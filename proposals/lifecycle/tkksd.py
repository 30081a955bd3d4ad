"""The acts around the TKKSD."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.stages import Stage


class Consulted:
    """Meeting, opinions, conclusion, conditions."""

    @stay(
        Stage.TKKSD_REVIEW,
        "Jadwalkan rapat TKKSD",
        g.no_meeting_ahead,
        slug="jadwalkan-rapat",
        offices=(Office.KABAG, Office.BAGIAN),
    )
    def call_meeting(self, act: Any) -> None:
        """The secretary of the TKKSD calls the meeting; the invitation follows."""

    @stay(Stage.TKKSD_REVIEW, "Beri pendapat", g.has_meeting, slug="beri-pendapat", offices=(Office.TKKSD,), quiet=True)
    def give_opinion(self, act: Any) -> None:
        """A member of the TKKSD says what he thinks, with a reason."""

    @stay(
        Stage.TKKSD_REVIEW, "Nyatakan mengundurkan diri dari pembahasan", g.is_not_concluded,
        slug="mengundurkan-diri", offices=(Office.TKKSD,), asks_reason=True, quiet=True,
    )  # fmt: skip
    def recuse(self, act: Any) -> None:
        """A member steps aside: his opinion does not count, nor does he for the quorum of this case."""

    @stay(
        Stage.TKKSD_REVIEW, "Cabut pengunduran diri dari pembahasan", g.is_not_concluded,
        slug="cabut-pengunduran-diri", offices=(Office.TKKSD,), asks_reason=True, quiet=True,
    )  # fmt: skip
    def lift_recusal(self, act: Any) -> None:
        """A member takes part again, by a record of its own."""

    @stay(
        Stage.TKKSD_REVIEW,
        "Catat hasil rapat",
        g.has_meeting,
        g.criteria_are_assessed,
        slug="catat-hasil-rapat",
        dated=True,
    )
    def record_meeting(self, act: Any) -> None:
        """Attendance, discussion, conclusion and conditions; without quorum nothing is kept."""

    @stay(
        Stage.TKKSD_REVIEW, "Laporkan pemenuhan syarat TKKSD", g.has_open_condition, g.owns_open_condition,
        slug="laporkan-syarat", offices=(Office.OPD, Office.HUKUM, Office.BPKAD, Office.BAPPEDA),
    )  # fmt: skip
    def report_condition(self, act: Any) -> None:
        """The owner of a condition says how it was met; the secretary has still to tick it off."""

    @stay(
        Stage.TKKSD_REVIEW, "Nyatakan syarat TKKSD terpenuhi", g.has_open_condition,
        slug="penuhi-syarat", offices=(Office.KABAG, Office.BAGIAN), dated=True,
    )  # fmt: skip
    def settle_condition(self, act: Any) -> None:
        """The secretary of the TKKSD ticks a condition off, and says by what it was met."""

    @forward(
        Stage.TKKSD_REVIEW,
        "Lanjutkan dengan rekomendasi TKKSD",
        g.is_recommended,
        g.discussed_as_it_stands,
        g.criteria_are_met,
        slug="lanjutkan",
        basis="Rekomendasi TKKSD",
    )
    def accept_recommendation(self, act: Any) -> None:
        """Recommended, conditions met: the case moves on."""

    @aside(
        Stage.TKKSD_REVIEW,
        Stage.NOT_RECOMMENDED,
        "Tutup: tidak direkomendasikan",
        g.is_not_recommended,
        slug="tutup-tidak-direkomendasikan",
        asks_reason=True,
        danger=True,
    )
    def close_not_recommended(self, act: Any) -> None:
        """The TKKSD does not recommend; the case is closed with its reason."""
