"""The acts around the letters between the parties: offer, answer, our own answer."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.stages import Stage

OFFER_BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf b"


class Letters:
    """Offer and willingness, in both directions."""

    @forward(Stage.OFFER_DRAFTING, "Buat surat permohonan", slug="buat-permohonan", basis=OFFER_BASIS)
    def prepare_offer(self, act: Any) -> None:
        """The letter is numbered and laid before the Kepala Daerah."""

    @forward(
        Stage.OFFER_SIGNING, "Tandatangani surat permohonan", letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-permohonan", dated=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_offer(self, act: Any) -> None:
        """The Kepala Daerah signs; the letter goes out and the wait for an answer begins."""

    @aside(
        Stage.OFFER_SIGNING,
        Stage.OFFER_DRAFTING,
        "Kembalikan surat",
        letter_lies_before,
        slug="kembalikan-permohonan",
        offices=RETURNERS,
        asks_reason=True,
        danger=True,
    )
    def return_offer(self, act: Any) -> None:
        """The Kepala Daerah, or the office whose paraf is waited for, sends the letter back; its number is cancelled, never reused."""

    @forward(
        Stage.WILLINGNESS, "Catat kesediaan mitra", slug="catat-kesediaan", to=(Stage.WILLINGNESS,), dated=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def record_willing(self, act: Any) -> str | None:
        """Another party is willing; the case moves on when all of them are."""
        answering, awaited = self.party_of(act.data.get("partner")), self.awaited_partners
        if answering not in awaited:
            raise BadInput(f"Kesediaan {answering.name} sudah tercatat.", errors={"partner": ["Pilih pihak lain."]})
        others = [partner for partner in awaited if partner != answering]
        return Stage.WILLINGNESS if others else None

    @stay(
        Stage.WILLINGNESS,
        "Catat permintaan data dari mitra",
        slug="catat-permintaan-data",
        dated=True,
        basis=OFFER_BASIS,
    )
    def record_data_request(self, act: Any) -> None:
        """The other side asks for data; the wait goes on."""

    @aside(
        (Stage.WILLINGNESS, Stage.EXPIRED), Stage.REFUSED, "Catat penolakan mitra",
        slug="catat-penolakan", offices=(Office.BAGIAN,), asks_reason=True, dated=True, danger=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def record_refusal(self, act: Any) -> None:
        """The other head of region declines, with a reason."""

    @aside(
        Stage.WILLINGNESS, Stage.EXPIRED, "Nyatakan kedaluwarsa", g.answer_is_overdue,
        slug="nyatakan-kedaluwarsa", offices=(Office.BAGIAN, Office.SYSTEM), danger=True,
    )  # fmt: skip
    def expire_offer(self, act: Any) -> None:
        """No answer within the term: silence never means yes."""

    @aside(
        (Stage.EXPIRED, Stage.REFUSED),
        Stage.OFFER_DRAFTING,
        "Ajukan permohonan kembali",
        slug="ajukan-kembali",
        asks_reason=True,
    )
    def offer_again(self, act: Any) -> None:
        """A new letter to the same or another region; the first stays on record."""

    @forward(Stage.ANSWER_DRAFTING, "Buat surat jawaban", slug="buat-jawaban", basis=OFFER_BASIS)
    def prepare_answer(self, act: Any) -> None:
        """Our answer, willing or not, is numbered and laid before the Kepala Daerah."""
        self.answer_drafted = act.data["answer"]

    @forward(
        Stage.ANSWER_SIGNING, "Tandatangani surat kesediaan",
        g.answer_is_willing, g.criteria_are_met, letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-kesediaan", dated=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_willingness(self, act: Any) -> None:
        """The Kepala Daerah is willing; the TKKSD may discuss."""

    @aside(
        Stage.ANSWER_SIGNING, Stage.DECLINED, "Tandatangani surat penolakan",
        g.answer_is_refusal, letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-penolakan", dated=True, danger=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_refusal(self, act: Any) -> None:
        """The Kepala Daerah declines; the case is closed with that letter."""

    @aside(
        Stage.ANSWER_SIGNING,
        Stage.ANSWER_DRAFTING,
        "Kembalikan surat jawaban",
        letter_lies_before,
        slug="kembalikan-jawaban",
        offices=RETURNERS,
        asks_reason=True,
        danger=True,
    )
    def return_answer(self, act: Any) -> None:
        """As with the letter of request; its number is cancelled, never reused."""
        self.answer_drafted = ""
