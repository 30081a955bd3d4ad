"""The acts by which the originals of a naskah on paper go from party to party."""

from typing import Any

from agreements import originals_guards as o
from agreements.electronic_guards import signs_on_paper
from agreements.stages import SIGNED, Stage
from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import stay

#: While it goes from desk to desk to be signed, and until each party has its own.
ON_PAPER = (Stage.SIGNING, *(stage for stage in SIGNED if stage != Stage.ENDED))
BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf i"


class Exchanged:
    """Sending and receipt of originals."""

    @stay(
        ON_PAPER, "Catat pengiriman naskah asli", signs_on_paper, o.something_to_send,
        slug="kirim-naskah-asli", offices=(Office.BAGIAN,), dated=True, predates=True, basis=BASIS,
    )  # fmt: skip
    def send_original(self, act: Any) -> None:
        """Originals leave for a party: to be signed there, or to be kept."""
        act.record.update(originals=act.data["originals"], party=act.data["party"])

    @stay(
        ON_PAPER, "Catat penerimaan naskah asli", signs_on_paper, o.something_under_way,
        slug="terima-naskah-asli", offices=(Office.BAGIAN,), dated=True, predates=True, basis=BASIS,
    )  # fmt: skip
    def receive_original(self, act: Any) -> None:
        """They have arrived, and who took them."""
        act.record.update(originals=act.data["originals"], received_by=act.data["received_by"])
