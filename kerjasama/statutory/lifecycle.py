"""The acts on an edition of a statutory report: one named method an act."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.documents.parafed import parafed
from kerjasama.statutory import guards as g
from kerjasama.statutory.outgoing import OUTGOING
from kerjasama.statutory.stages import Stage
from kerjasama.workflow.arrows import aside, forward, stay

Parafed = parafed(OUTGOING)


class EditionLifecycle(Parafed):
    """Every act on an edition. Called through the one door only."""

    @forward(Stage.DRAFT, "Ajukan laporan untuk diperiksa", g.is_analysed, slug="ajukan")
    def submit_report(self, act: Any) -> None:
        """The Bagian has written the analysis; the tables still follow the data."""

    @aside(
        Stage.CHECK, Stage.DRAFT, "Kembalikan draf laporan", slug="kembalikan", offices=(Office.KABAG,), asks_reason=True, danger=True
    )  # fmt: skip
    def return_report(self, act: Any) -> None:
        """The Kabag wants it otherwise."""

    @forward(Stage.CHECK, "Setujui dan terbitkan laporan", slug="setujui")
    def approve_report(self, act: Any) -> None:
        """What the Kabag has read is frozen, numbered and printed; it waits for the Kepala Daerah, or to be sent."""

    @forward(
        Stage.LETTER, "Tandatangani laporan", letter_paraf_is_complete, g.report_is_printed, slug="tandatangani", offices=(Office.KDH,)
    )  # fmt: skip
    def sign_report(self, act: Any) -> None:
        """The Kepala Daerah signs the letter with its report."""

    @aside(
        Stage.LETTER, Stage.DRAFT, "Kembalikan laporan", letter_lies_before,
        slug="kembalikan-surat", offices=RETURNERS, asks_reason=True, danger=True,
    )  # fmt: skip
    def return_letter(self, act: Any) -> None:
        """The Kepala Daerah, or the office whose paraf is waited for, wants it otherwise: letter and number fall."""

    @aside(
        Stage.SENDING, Stage.DRAFT, "Tarik laporan sebelum dikirim", slug="tarik", offices=(Office.KABAG,), asks_reason=True, danger=True
    )  # fmt: skip
    def recall_report(self, act: Any) -> None:
        """A mistake is seen before it has gone out: its paper is annulled, and it is written anew."""

    @aside(
        Stage.SENDING,
        Stage.SENT,
        "Catat pengiriman",
        g.report_is_printed,
        slug="kirim",
        offices=(Office.BAGIAN,),
        dated=True,
    )
    def send_report(self, act: Any) -> None:
        """It has gone out: from now on nothing of it changes."""
        self.sent_on, self.way = act.occurred_on, act.data["way"]
        act.record["way"] = self.way

    @stay(
        Stage.SENT,
        "Catat tanda terima",
        g.receipt_is_missing,
        slug="tanda-terima",
        offices=(Office.BAGIAN,),
        dated=True,
    )
    def record_receipt(self, act: Any) -> None:
        """The addressee has confirmed it."""
        self.received_on, self.receipt_number = act.occurred_on, act.data["receipt_number"].strip()
        act.record["number"] = self.receipt_number

    @aside(
        Stage.DRAFT, Stage.CANCELLED, "Batalkan edisi ini", g.is_further_edition,
        slug="batalkan", offices=(Office.KABAG,), asks_reason=True, danger=True,
    )  # fmt: skip
    def cancel_edition(self, act: Any) -> None:
        """A correction that turned out not to be needed."""
