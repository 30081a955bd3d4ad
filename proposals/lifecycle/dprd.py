"""The acts around the approval of the DPRD."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.routes.traits import Trait
from proposals.stages import Stage

DPRD_BASIS = "PP 28/2018 Pasal 6 ayat (2)"
#: Where the DPRD is asked whatever the budget, nothing is assessed.
ALWAYS = (Trait.DPRD_ALWAYS,)


class Approved:
    """Assessment, request, receipt, decision, notes."""

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

    @aside(
        (Stage.INSTRUMENTS, Stage.CLEARED), Stage.DPRD_ASSESSMENT, "Nilai kembali persetujuan DPRD untuk adendum", g.change_asks_again,
        slug="nilai-kembali-dprd", offices=(Office.KABAG,), basis=DPRD_BASIS, off=ALWAYS,
    )  # fmt: skip
    def reassess_dprd(self, act: Any) -> None:
        """An adendum touches money, levies or assets: the question is answered anew, and what was answered stays on record."""
        act.record["before"] = self.dprd_outcome
        self.dprd_outcome = ""

    @forward(
        Stage.DPRD_ASSESSMENT, "Nyatakan persetujuan DPRD tidak diperlukan", g.dprd_is_not_needed,
        slug="dprd-tidak-diperlukan", past_gate=True, asks_reason=True, basis=DPRD_BASIS, off=ALWAYS,
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
        off=ALWAYS,
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
        letter_paraf_is_complete,
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
        letter_lies_before,
        offices=RETURNERS,
        slug="kembalikan-surat-dprd",
        asks_reason=True,
        danger=True,
    )
    def return_dprd_letter(self, act: Any) -> None:
        """The Kepala Daerah, or the office whose paraf is waited for, sends the letter back."""

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

    @stay(
        Stage.DPRD_PENDING,
        "Teruskan kepada komisi",
        g.dprd_has_received,
        slug="teruskan-ke-komisi",
        dated=True,
        basis=DPRD_BASIS,
    )
    def refer_to_committee(self, act: Any) -> None:
        """The DPRD hands the request to one of its committees."""

    @stay(
        Stage.DPRD_PENDING,
        "Catat rapat komisi",
        g.dprd_has_committee,
        slug="catat-rapat-komisi",
        dated=True,
        basis=DPRD_BASIS,
    )
    def record_committee_meeting(self, act: Any) -> None:
        """A committee has met: where, how many came, and its minutes."""

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
