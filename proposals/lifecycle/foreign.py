"""The acts of cooperation abroad before its naskah: initiative, study, consultation, plan, submission, verification."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.workflow.arrows import aside, forward, stay
from proposals import guards as g
from proposals.routes.traits import Trait
from proposals.stages import Stage

PM25 = "Permendagri 25/2020 Pasal"
PP28 = "PP 28/2018 Pasal"
VIA_GOVERNOR = (Trait.VIA_GOVERNOR,)
SENT = f"{PM25} 18"


class Explored:
    """From the initiative to the decision of the Kepala Daerah on the study."""

    @forward(
        Stage.INITIATIVE, "Catat prakarsa", g.has_partner,
        slug="catat-prakarsa", offices=(Office.OPD, Office.BAGIAN), dated=True, predates=True, basis=f"{PM25} 10; {PP28} 28",
    )  # fmt: skip
    def record_initiative(self, act: Any) -> None:
        """The note of the unit, or the letter of the partner or of the Menteri, with its number."""

    @stay(
        (Stage.EXPLORATION, Stage.PLAN), "Catat jawaban tentang hubungan diplomatik", g.relations_unknown,
        slug="catat-hubungan-diplomatik", offices=(Office.BAGIAN,), dated=True, basis=f"{PP28} 27 ayat (1) huruf a", on=(Trait.FOREIGN,),
    )  # fmt: skip
    def record_relations(self, act: Any) -> None:
        """What the Menlu says of the relations with a state of which we do not know."""

    @forward(
        Stage.EXPLORATION, "Ajukan kajian penjajakan",
        g.has_partner, g.has_exploration, g.has_affair, g.has_relations, g.meets_conditions, g.fits_plans, g.is_equal,
        slug="ajukan-kajian", basis=f"{PM25} 11 dan 12",
    )  # fmt: skip
    def submit_exploration(self, act: Any) -> None:
        """The study in its six parts is laid before the Kepala Daerah."""

    @forward(
        Stage.EXPLORATION_DECISION, "Lanjutkan sesudah penjajakan", g.has_relations, g.study_is_printed,
        slug="lanjutkan-penjajakan", basis=f"{PP28} 28 ayat (3)",
    )  # fmt: skip
    def approve_exploration(self, act: Any) -> None:
        """The Kepala Daerah decides to go on."""

    @aside(
        Stage.EXPLORATION_DECISION, Stage.EXPLORATION, "Kembalikan kajian", slug="kembalikan-kajian", asks_reason=True, danger=True
    )  # fmt: skip
    def return_exploration(self, act: Any) -> None:
        """The Kepala Daerah wants more."""

    @aside(
        (Stage.EXPLORATION_DECISION, Stage.INTENT_CONSULTATION), Stage.STOPPED, "Hentikan rencana kerja sama",
        slug="hentikan", offices=(Office.KDH,), asks_reason=True, danger=True, basis=f"{PP28} 28 ayat (3)",
    )  # fmt: skip
    def stop_exploration(self, act: Any) -> None:
        """The Kepala Daerah stops here, after the study or after the consultation."""


class Intended:
    """The two consultations, then the letter of intent."""

    @forward(
        Stage.INTENT_REQUEST, "Buat surat permohonan tanggapan LoI", slug="buat-surat-tanggapan-loi", basis=f"{PM25} 14"
    )
    def prepare_intent_letter(self, act: Any) -> None:
        """The letter to the Menteri is numbered and laid before the Kepala Daerah."""

    @forward(
        Stage.INTENT_LETTER, "Tandatangani surat permohonan tanggapan LoI", letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-surat-tanggapan-loi", dated=True, basis=f"{PM25} 14",
    )  # fmt: skip
    def sign_intent_letter(self, act: Any) -> None:
        """The Kepala Daerah asks the Menteri."""

    @aside(
        Stage.INTENT_LETTER, Stage.INTENT_REQUEST, "Kembalikan surat permohonan tanggapan LoI", letter_lies_before,
        slug="kembalikan-surat-tanggapan-loi", offices=RETURNERS, asks_reason=True, danger=True,
    )  # fmt: skip
    def return_intent_letter(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back; its number is cancelled, never reused."""

    @stay(
        Stage.INTENT_CONSULTATION, "Catat tanggapan Menteri Dalam Negeri", g.awaits_minister_on_intent,
        slug="catat-tanggapan-mendagri", dated=True, basis=f"{PM25} 14; {PP28} 28 ayat (4)",
    )  # fmt: skip
    def record_minister_on_intent(self, act: Any) -> None:
        """The written answer, signed by the Sekjen for the Menteri."""

    @stay(
        Stage.INTENT_CONSULTATION, "Catat konsultasi dengan Menteri Luar Negeri", g.awaits_menlu_on_intent,
        slug="catat-konsultasi-menlu", dated=True, predates=True, basis=f"{PP28} 28 ayat (4); UU 24/2000 Pasal 5 ayat (1)",
    )  # fmt: skip
    def record_menlu_on_intent(self, act: Any) -> None:
        """An answer of the Menlu, or the minutes of the consultation."""

    @forward(
        Stage.INTENT_CONSULTATION, "Buka penyusunan pernyataan kehendak", g.both_consulted, slug="buka-pernyataan-kehendak", basis=f"{PM25} 13 dan 14"
    )  # fmt: skip
    def open_intent(self, act: Any) -> None:
        """Both were consulted: the letter of intent may be written."""

    @forward(
        Stage.INTENT, "Lanjutkan ke rencana kerja sama", g.intent_in_force,
        slug="lanjutkan-ke-rencana", quiet=True, basis=f"{PM25} 15",
    )  # fmt: skip
    def enter_plan(self, act: Any) -> None:
        """The letter of intent is registered: the case goes on by itself, its next naskah is still to come."""
        self.naskah_opened = 0

    @aside(
        Stage.PLAN, Stage.INTENT, "Buat pernyataan kehendak baru", g.intent_has_lapsed,
        slug="buat-loi-baru", offices=(Office.BAGIAN,), asks_reason=True, on=(Trait.INTENT,), basis=f"{PM25} 14",
    )  # fmt: skip
    def reopen_intent(self, act: Any) -> None:
        """The year of the letter of intent is over before the plan was handed in."""
        self.naskah_opened = 0


class Planned:
    """The plan, its way to the Menteri, and his answer."""

    @forward(
        Stage.PLAN, "Ajukan rencana kerja sama", g.plan_not_in_repair,
        g.has_partner, g.has_affair, g.has_parent, g.has_relations, g.meets_conditions, g.fits_plans, g.has_kak, g.has_technical_papers,
        g.has_seven_parts, g.intent_in_force,
        slug="ajukan-rencana", basis=f"{PM25} 15; {PP28} 30 ayat (3)",
    )  # fmt: skip
    def submit_plan(self, act: Any) -> None:
        """The plan in its seven parts goes to the TKKSD."""

    @forward(
        Stage.PLAN, "Ajukan rencana yang diperbaiki", g.plan_in_repair, g.has_parent, g.has_seven_parts, g.intent_in_force,
        slug="ajukan-rencana-perbaikan", to=(Stage.SUBMISSION,), basis=f"{PM25} 19; {PP28} 31 ayat (3)", on=(Trait.FOREIGN,),
    )  # fmt: skip
    def submit_repaired_plan(self, act: Any) -> str | None:
        """To the TKKSD and the DPRD again when the substance changed, else straight back to the Menteri."""
        changed = act.data["substance_changed"]
        act.record["substance_changed"] = changed
        self.plan_in_repair = False
        if not changed:
            return Stage.SUBMISSION
        self.dprd_outcome = ""
        return None

    @aside(
        (Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.DPRD_REJECTED, Stage.SUBMISSION), Stage.PLAN, "Kembalikan rencana untuk diperbaiki",
        slug="kembalikan-rencana", offices=(Office.KABAG, Office.BAGIAN), asks_reason=True, danger=True, on=(Trait.FOREIGN,),
    )  # fmt: skip
    def return_plan(self, act: Any) -> None:
        """Back to the unit; a plan the DPRD has approved is then in repair."""
        self.plan_in_repair = bool(self.dprd_outcome)

    @forward(
        Stage.SUBMISSION, "Buat surat penyampaian rencana", g.has_seven_parts, slug="buat-surat-rencana", basis=SENT
    )
    def prepare_submission(self, act: Any) -> None:
        """The letter with the plan, and what the Menteri checks with it, is numbered."""
        if Trait.DPRD_ALWAYS not in self.route.traits:
            self.dprd_outcome = "NOT_REQUIRED"

    @forward(
        Stage.SUBMISSION_LETTER, "Tandatangani surat penyampaian rencana", letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-surat-rencana", dated=True, basis=SENT
    )  # fmt: skip
    def sign_submission(self, act: Any) -> None:
        """The plan leaves: a bupati or wali kota sends it to the Gubernur, a Gubernur to the Menteri."""

    @aside(
        Stage.SUBMISSION_LETTER, Stage.SUBMISSION, "Kembalikan surat penyampaian rencana", letter_lies_before,
        slug="kembalikan-surat-rencana", offices=RETURNERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_submission(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back; its number is cancelled, never reused."""

    @stay(
        Stage.GOVERNOR, "Catat penerimaan oleh Gubernur", g.awaits_governor_receipt,
        slug="catat-penerimaan-gubernur", dated=True, basis=SENT, on=VIA_GOVERNOR,
    )  # fmt: skip
    def record_governor_receipt(self, act: Any) -> None:
        """The five working days of the Gubernur begin."""

    @forward(
        Stage.GOVERNOR, "Catat penerusan oleh Gubernur", g.governor_has_received, slug="catat-penerusan-gubernur", dated=True, basis=SENT, on=VIA_GOVERNOR
    )  # fmt: skip
    def record_forwarding(self, act: Any) -> None:
        """The Gubernur passes it on to the Menteri."""

    @aside(
        Stage.GOVERNOR, Stage.DIRECT_LETTER, "Buat surat langsung kepada Menteri", g.governor_is_overdue,
        slug="buat-surat-langsung", offices=(Office.BAGIAN,), basis=SENT, on=VIA_GOVERNOR,
    )  # fmt: skip
    def prepare_direct_letter(self, act: Any) -> None:
        """Five working days have passed: it may go to the Menteri directly."""

    @aside(
        Stage.DIRECT_LETTER, Stage.MINISTER_REVIEW, "Tandatangani surat langsung kepada Menteri", letter_paraf_is_complete, g.letter_is_ready,
        slug="tandatangani-surat-langsung", dated=True, basis=SENT,
    )  # fmt: skip
    def sign_direct_letter(self, act: Any) -> None:
        """The Kepala Daerah sends it past the Gubernur."""

    @aside(
        Stage.DIRECT_LETTER, Stage.GOVERNOR, "Batalkan surat langsung kepada Menteri", letter_lies_before,
        slug="batalkan-surat-langsung", offices=RETURNERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_direct_letter(self, act: Any) -> None:
        """The Kepala Daerah waits on for the Gubernur; the number is cancelled."""

    @forward(
        Stage.MINISTER_REVIEW, "Catat pertimbangan Menteri", slug="catat-pertimbangan-menteri", to=(Stage.PLAN,), dated=True, basis=f"{PM25} 19; {PP28} 31"
    )  # fmt: skip
    def record_verification(self, act: Any) -> str | None:
        """The written answer of the Menteri: repair the plan, or write the naskah."""
        act.record["result"] = act.data["result"]
        if act.data["result"] != "REPAIR":
            return None
        self.plan_in_repair = True
        return Stage.PLAN

    @forward(
        Stage.TECHNICAL_PARTNER, "Catat Mitra Teknis", slug="catat-mitra-teknis", dated=True, basis=f"{PM25} 27 ayat (2) dan 29"
    )  # fmt: skip
    def name_technical_partner(self, act: Any) -> None:
        """The meeting of ministries has named who looks after it technically."""

    @stay(
        (Stage.PLAN, Stage.PERMITS, Stage.INSTRUMENTS), "Catat izin lembaga asing",
        slug="catat-izin", offices=(Office.BAGIAN,), basis="PP 59/2016 Pasal 7 dan 16", on=(Trait.PERMITTED,),
    )  # fmt: skip
    def record_permit(self, act: Any) -> None:
        """An izin prinsip or izin operasional, or its renewal."""
        act.record.update(kind=act.data["kind"], number=act.data["number"])

    @forward(
        Stage.PERMITS, "Nyatakan izin lengkap", g.permits_are_valid, slug="nyatakan-izin-lengkap", basis=f"{PM25} 30; PP 59/2016 Pasal 7 dan 16"
    )  # fmt: skip
    def confirm_permits(self, act: Any) -> None:
        """Both permits are valid today."""


class Foreign(Explored, Intended, Planned):
    """Every act that stands on the routes of cooperation abroad only."""
