"""The legal acts on a proposal: one named method an act, its arrow in the decorator.

A method moves the proposal and notes facts on it; letters, rows of other rooms and messages are effects.
"""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.stages import Stage

DPRD_BASIS = "PP 28/2018 Pasal 6 ayat (2)"
OFFER_BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf b"
UNSIGNED = (
    Stage.INTAKE, Stage.PREPARATION, Stage.VERIFICATION, Stage.OFFER_DRAFTING, Stage.OFFER_SIGNING, Stage.WILLINGNESS,
    Stage.ANSWER_DRAFTING, Stage.ANSWER_SIGNING, Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.DPRD_LETTER,
    Stage.DPRD_PENDING, Stage.INSTRUMENTS, Stage.EXPIRED, Stage.REFUSED, Stage.DPRD_REJECTED,
)  # fmt: skip


class ProposalLifecycle:
    """Every act on a proposal. Called through the one door only."""

    # Persiapan dan verifikasi

    @forward(Stage.INTAKE, "Catat surat permohonan masuk", slug="catat-permohonan", dated=True, basis=OFFER_BASIS)
    def register_request(self, act: Any) -> None:
        """The Bagian records the letter of the asking region; the OPD may begin."""

    @forward(
        Stage.PREPARATION, "Kirim untuk verifikasi",
        g.has_partner, g.has_terms_of_reference, g.has_affair, g.has_declarations, g.stands_in_plan, g.has_budget_facts,
        slug="kirim", basis="PP 28/2018 Pasal 6 ayat (1) huruf a",
    )  # fmt: skip
    def submit(self, act: Any) -> None:
        """The OPD declares its preparation complete."""

    @forward(
        Stage.VERIFICATION, "Nyatakan lengkap", slug="nyatakan-lengkap", basis="PP 28/2018 Pasal 6 ayat (1) huruf a"
    )
    def verify(self, act: Any) -> None:
        """The Bagian has gone through the checklist and finds nothing lacking."""

    @aside(
        (Stage.VERIFICATION, Stage.OFFER_DRAFTING, Stage.ANSWER_DRAFTING), Stage.PREPARATION, "Kembalikan untuk diperbaiki",
        slug="kembalikan", offices=(Office.BAGIAN,), asks_reason=True, danger=True,
    )  # fmt: skip
    def return_for_repair(self, act: Any) -> None:
        """Back to the OPD with a reason, which becomes its task."""

    # Surat permohonan, keluar

    @forward(Stage.OFFER_DRAFTING, "Buat surat permohonan", slug="buat-permohonan", basis=OFFER_BASIS)
    def prepare_offer(self, act: Any) -> None:
        """The letter is numbered and laid before the Kepala Daerah."""

    @forward(
        Stage.OFFER_SIGNING, "Tandatangani surat permohonan", g.letter_is_ready,
        slug="tandatangani-permohonan", dated=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_offer(self, act: Any) -> None:
        """The Kepala Daerah signs; the letter goes out and the wait for an answer begins."""

    @aside(
        Stage.OFFER_SIGNING,
        Stage.OFFER_DRAFTING,
        "Kembalikan surat",
        slug="kembalikan-permohonan",
        asks_reason=True,
        danger=True,
    )
    def return_offer(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back; its number is cancelled, never reused."""

    # Jawaban mitra, keluar

    @forward(Stage.WILLINGNESS, "Catat kesediaan mitra", slug="catat-kesediaan", dated=True, basis=OFFER_BASIS)
    def record_willing(self, act: Any) -> None:
        """The other head of region is willing."""

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

    # Surat kesediaan, masuk

    @forward(Stage.ANSWER_DRAFTING, "Buat surat jawaban", slug="buat-jawaban", basis=OFFER_BASIS)
    def prepare_answer(self, act: Any) -> None:
        """Our answer, willing or not, is numbered and laid before the Kepala Daerah."""
        self.answer_drafted = act.data["answer"]

    @forward(
        Stage.ANSWER_SIGNING, "Tandatangani surat kesediaan", g.answer_is_willing, g.letter_is_ready,
        slug="tandatangani-kesediaan", dated=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_willingness(self, act: Any) -> None:
        """The Kepala Daerah is willing; the TKKSD may discuss."""

    @aside(
        Stage.ANSWER_SIGNING, Stage.DECLINED, "Tandatangani surat penolakan", g.answer_is_refusal, g.letter_is_ready,
        slug="tandatangani-penolakan", dated=True, danger=True, basis=OFFER_BASIS,
    )  # fmt: skip
    def sign_refusal(self, act: Any) -> None:
        """The Kepala Daerah declines; the case is closed with that letter."""

    @aside(
        Stage.ANSWER_SIGNING,
        Stage.ANSWER_DRAFTING,
        "Kembalikan surat jawaban",
        slug="kembalikan-jawaban",
        asks_reason=True,
        danger=True,
    )
    def return_answer(self, act: Any) -> None:
        """The Kepala Daerah sends the answer back; its number is cancelled, never reused."""
        self.answer_drafted = ""

    # Pembahasan TKKSD

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

    @stay(Stage.TKKSD_REVIEW, "Catat hasil rapat", g.has_meeting, slug="catat-hasil-rapat", dated=True)
    def record_meeting(self, act: Any) -> None:
        """Attendance, discussion, conclusion and conditions; without quorum nothing is kept."""

    @stay(
        Stage.TKKSD_REVIEW, "Penuhi syarat TKKSD", g.has_open_condition,
        slug="penuhi-syarat", offices=(Office.BAGIAN, Office.OPD), dated=True,
    )  # fmt: skip
    def settle_condition(self, act: Any) -> None:
        """A condition of the TKKSD is met, and by what."""

    @forward(
        Stage.TKKSD_REVIEW,
        "Lanjutkan dengan rekomendasi TKKSD",
        g.is_recommended,
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

    # Persetujuan DPRD

    @forward(
        Stage.INSTRUMENTS,
        "Buka penilaian persetujuan DPRD",
        g.kb_is_signed,
        slug="buka-penilaian-dprd",
        offices=(Office.KABAG,),
        basis=DPRD_BASIS,
    )
    def open_dprd_gate(self, act: Any) -> None:
        """Where the gate stands between KB and PKS: after the KB is signed."""

    @forward(
        Stage.DPRD_ASSESSMENT, "Nyatakan persetujuan DPRD tidak diperlukan", g.dprd_is_not_needed,
        slug="dprd-tidak-diperlukan", past_gate=True, asks_reason=True, basis=DPRD_BASIS,
    )  # fmt: skip
    def establish_not_required(self, act: Any) -> None:
        """The answer "not required" is itself recorded: who, when, why, on what evidence."""
        self.dprd_outcome = "NOT_REQUIRED"

    @forward(
        Stage.DPRD_ASSESSMENT,
        "Buat surat permohonan persetujuan DPRD",
        g.dprd_is_needed,
        slug="buat-surat-dprd",
        basis=DPRD_BASIS,
    )
    def prepare_dprd_letter(self, act: Any) -> None:
        """The letter to the DPRD is numbered and laid before the Kepala Daerah."""

    @stay(
        Stage.DPRD_ASSESSMENT,
        "Perbarui fakta beban dan anggaran",
        slug="perbarui-fakta",
        asks_reason=True,
        offices=(Office.KABAG, Office.BAGIAN),
    )
    def revise_budget_facts(self, act: Any) -> None:
        """Facts may change while the DPRD question is open: the budget enters the Perubahan APBD."""
        for name in ("burdens_community", "burdens_region", "unbudgeted", "budget_reference"):
            if name in act.data:
                act.record[name] = act.data[name]
                setattr(self, name, act.data[name])

    @forward(
        Stage.DPRD_LETTER,
        "Tandatangani surat kepada DPRD",
        g.letter_is_ready,
        slug="tandatangani-surat-dprd",
        dated=True,
        basis=DPRD_BASIS,
    )
    def sign_dprd_letter(self, act: Any) -> None:
        """The Kepala Daerah asks the DPRD."""
        self.dprd_since = act.occurred_on

    @aside(
        Stage.DPRD_LETTER,
        Stage.DPRD_ASSESSMENT,
        "Kembalikan surat kepada DPRD",
        slug="kembalikan-surat-dprd",
        asks_reason=True,
        danger=True,
    )
    def return_dprd_letter(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back."""

    @stay(
        Stage.DPRD_PENDING,
        "Catat penerimaan di Sekretariat DPRD",
        g.dprd_awaits_receipt,
        slug="terima-di-dprd",
        dated=True,
        basis=DPRD_BASIS,
    )
    def receive_request(self, act: Any) -> None:
        """The Sekretariat DPRD receives the request: t0 of the clock."""

    @forward(
        Stage.DPRD_PENDING, "Kirim keputusan DPRD", g.dprd_has_received,
        slug="putuskan-dprd", past_gate=True, to=(Stage.DPRD_REJECTED, Stage.DPRD_ASSESSMENT), dated=True, basis=DPRD_BASIS,
    )  # fmt: skip
    def decide_dprd(self, act: Any) -> str | None:
        """The DPRD approves (with or without notes), asks for repair, or rejects."""
        decision = act.data["decision"]
        if decision == "REJECTED":
            return Stage.DPRD_REJECTED
        if decision == "RETURNED":
            return Stage.DPRD_ASSESSMENT
        self.dprd_outcome = decision
        return None

    @stay(
        Stage.DPRD_PENDING,
        "Tandai lewat tenggat",
        g.dprd_is_overdue,
        slug="tandai-lewat-tenggat",
        offices=(Office.SYSTEM,),
        quiet=True,
    )
    def mark_overdue(self, act: Any) -> None:
        """The clock has run out. It opens a task; it never approves."""

    @forward(
        Stage.DPRD_PENDING, "Nyatakan dianggap disetujui", g.dprd_is_overdue, g.silence_is_consent,
        slug="dianggap-disetujui", offices=(Office.KABAG,), past_gate=True, asks_reason=True, danger=True,
    )  # fmt: skip
    def deem_approved(self, act: Any) -> None:
        """Silence past the term, where the parameter allows it, confirmed by the Kabag with a memo."""
        self.dprd_outcome = "DEEMED"

    @aside(
        Stage.DPRD_PENDING,
        Stage.DPRD_ASSESSMENT,
        "Cabut permohonan kepada DPRD",
        slug="cabut-permohonan-dprd",
        offices=(Office.KABAG,),
        asks_reason=True,
        danger=True,
    )
    def revoke_request(self, act: Any) -> None:
        """The need fell away or the plan changes; the letter is revoked with its reason."""

    @aside(
        Stage.DPRD_REJECTED, Stage.DPRD_ASSESSMENT, "Ajukan lagi kepada DPRD", slug="ajukan-lagi-dprd", asks_reason=True
    )
    def apply_again(self, act: Any) -> None:
        """A revised request is a new one; the refused one stays."""

    @stay(
        (Stage.INSTRUMENTS, Stage.CLEARED),
        "Tindak lanjuti catatan DPRD",
        g.has_open_note,
        slug="tindak-lanjuti-catatan",
        offices=(Office.BAGIAN, Office.OPD),
        dated=True,
    )
    def follow_up_note(self, act: Any) -> None:
        """A note of the DPRD is followed up, and by what."""

    # Naskah

    @stay((Stage.INSTRUMENTS, Stage.CLEARED), "Buka naskah", slug="buka-naskah", offices=(Office.BAGIAN,), quiet=True)
    def open_naskah(self, act: Any) -> None:
        """A naskah is opened from this case; from now on the case waits there."""
        self.naskah_opened += 1
        act.record["instrument"] = act.data["instrument"]

    # Penarikan

    @aside(
        UNSIGNED, Stage.WITHDRAWN, "Tarik usulan", g.nothing_signed,
        slug="tarik", offices=(Office.OPD, Office.KABAG), asks_reason=True, danger=True,
    )  # fmt: skip
    def withdraw(self, act: Any) -> None:
        """The proposal is withdrawn; the case stays on record."""
