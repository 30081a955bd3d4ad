"""The acts on a monev report: one named method an act."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow import handing
from kerjasama.workflow.arrows import aside, forward, stay
from kerjasama.workflow.correctable import correctable
from monitoring import guards as g
from monitoring.stages import Stage

Corrected = correctable(Stage)


class ReportLifecycle(Corrected):
    """Every act on a report. Called through the one door only."""

    @forward(
        Stage.OPEN, "Kirim laporan", g.is_filled_in, g.has_nine_parts, g.activities_were_permitted, slug="kirim-laporan"
    )
    def submit(self, act: Any) -> None:
        """The unit that carries the cooperation out reports."""

    @aside(Stage.SUBMITTED, Stage.OPEN, "Kembalikan laporan", slug="kembalikan-laporan", asks_reason=True, danger=True)
    def return_report(self, act: Any) -> None:
        """The Bagian asks for more."""

    @forward(Stage.SUBMITTED, "Isi evaluasi", slug="evaluasi")
    def evaluate(self, act: Any) -> None:
        """The Bagian evaluates on twelve points."""

    @aside(
        Stage.EVALUATED,
        Stage.SUBMITTED,
        "Kembalikan evaluasi",
        slug="kembalikan-evaluasi",
        asks_reason=True,
        danger=True,
    )
    def return_evaluation(self, act: Any) -> None:
        """The Kabag wants another evaluation."""

    @aside(Stage.EVALUATED, Stage.CLOSED, "Sahkan dan tutup evaluasi", slug="tutup-evaluasi")
    def close(self, act: Any) -> None:
        """The Kabag confirms the evaluation; the period is closed."""

    @stay(
        (Stage.OPEN, Stage.SUBMITTED, Stage.EVALUATED),
        handing.LABEL,
        slug="serah-terima",
        offices=(Office.ADMIN,),
        quiet=True,
    )
    def hand_over(self, act: Any) -> None:
        """What waited here for one person waits for another; the administrator did it, and both names stand."""
        handing.note(act)
