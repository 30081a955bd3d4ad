"""The acts on an online request: one named method an act."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.counter import guards as g
from kerjasama.counter.stages import Stage
from kerjasama.workflow.arrows import aside


class RequestLifecycle:
    """Every act on an online request. Called through the one door only."""

    @aside(
        Stage.RECEIVED, Stage.ACCEPTED, "Terima permohonan", g.has_wanted_papers,
        slug="terima", basis="PP 28/2018 Pasal 6 ayat (1) huruf b; Pasal 18",
    )  # fmt: skip
    def accept(self, act: Any) -> None:
        """The Bagian opens a case of it; the papers come out of quarantine."""

    @aside(
        Stage.RECEIVED, Stage.PLANNED, "Masukkan ke rencana tahunan", g.has_wanted_papers, g.a_list_takes_rows,
        slug="masukkan-ke-rencana", basis="PP 28/2018 Pasal 4 ayat (2) dan Pasal 16 ayat (2)",
    )  # fmt: skip
    def put_into_plan(self, act: Any) -> None:
        """The Bagian takes it into the yearly plan as a draft of a unit, instead of opening a case now; the partner is told."""

    @aside(Stage.RECEIVED, Stage.INCOMPLETE, "Minta kelengkapan", slug="minta-kelengkapan", asks_reason=True)
    def ask_completion(self, act: Any) -> None:
        """The Bagian asks for more, or for other papers; the partner is told why."""

    @aside(
        Stage.INCOMPLETE, Stage.RECEIVED, "Kirim kelengkapan", g.has_wanted_papers,
        slug="kirim-kelengkapan", offices=(Office.PARTNER,), quiet=True,
    )  # fmt: skip
    def complete(self, act: Any) -> None:
        """The partner has completed his papers."""

    @aside(
        (Stage.RECEIVED, Stage.INCOMPLETE), Stage.REJECTED, "Tolak permohonan",
        slug="tolak", offices=(Office.BAGIAN,), asks_reason=True, danger=True,
    )  # fmt: skip
    def reject(self, act: Any) -> None:
        """The Bagian does not take the request up; the partner is told why."""

    @aside(
        Stage.INCOMPLETE, Stage.LAPSED, "Nyatakan gugur", g.completion_is_overdue,
        slug="nyatakan-gugur", offices=(Office.BAGIAN, Office.SYSTEM), danger=True,
    )  # fmt: skip
    def lapse(self, act: Any) -> None:
        """Nothing came within the term; a new request may be sent at any time."""
