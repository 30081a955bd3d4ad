"""The acts of a naskah abroad between its legal review and its register."""

from typing import Any

from agreements import foreign_guards as f
from agreements import guards as g
from agreements import running_guards as r
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.workflow.arrows import aside, forward, stay

PM25 = "Permendagri 25/2020 Pasal"
PP28 = "PP 28/2018 Pasal"
SENT = f"{PM25} 20"
VIA_GOVERNOR = (Trait.VIA_GOVERNOR,)
MOST_MONTHS = 12
#: From the legal review on until everything is ready for the signature.
UNDER_WAY = (
    Stage.LEGAL_REVIEW, Stage.DRAFT_SUBMISSION, Stage.DRAFT_LETTER, Stage.GOVERNOR, Stage.DISCUSSION, Stage.CONFIRMATION, Stage.APPROVAL,
    Stage.PARAF, Stage.SIGNING_PREPARATION,
)  # fmt: skip
IN_TALKS = (Stage.DRAFT_SUBMISSION, Stage.DISCUSSION, Stage.CONFIRMATION, Stage.APPROVAL)


class Written:
    """What a draft abroad says besides its text."""

    @stay(
        Stage.DRAFTING, "Atur masa berlaku LoI", g.case_goes_on, slug="atur-masa-berlaku", basis=f"{PM25} 13 dan 14", on=(Trait.INTENT,)
    )  # fmt: skip
    def set_validity(self, act: Any) -> None:
        """A letter of intent may hold for less than the year the law allows; its text says the same."""
        months = act.data["months"]
        if not 1 <= months <= MOST_MONTHS:
            raise BadInput("Masa berlaku salah.", errors={"months": ["Masa berlaku LoI 1 sampai 12 bulan."]})
        self.term_months = months
        act.record["months"] = months

    @stay(
        (Stage.DRAFTING, *UNDER_WAY, Stage.IN_FORCE, Stage.ENDED), "Catat koordinasi hibah dengan Menteri", r.grant_is_to_be_coordinated,
        slug="catat-koordinasi-hibah", offices=(Office.BAGIAN,), dated=True, basis="PP 28/2018 Pasal 26", on=(Trait.CONFIRMED,),
    )  # fmt: skip
    def record_grant_coordination(self, act: Any) -> None:
        """Goods whose owner the naskah does not name are coordinated with the Menteri: before it is signed, or when a grant comes unforeseen."""


class Submitted:
    """The draft on its way to the Menteri."""

    @forward(
        Stage.DRAFT_SUBMISSION, "Buat surat penyampaian rancangan", g.case_goes_on, g.paper_is_ready, slug="buat-surat-rancangan", basis=SENT
    )  # fmt: skip
    def prepare_draft_letter(self, act: Any) -> None:
        """The letter with the draft is numbered and laid before the Kepala Daerah."""

    @forward(
        Stage.DRAFT_LETTER, "Tandatangani surat penyampaian rancangan", g.case_goes_on, letter_paraf_is_complete, g.paper_is_ready,
        slug="tandatangani-surat-rancangan", dated=True, basis=SENT,
    )  # fmt: skip
    def sign_draft_letter(self, act: Any) -> None:
        """The draft leaves: to the Gubernur, or from a Gubernur to the Menteri."""

    @aside(
        Stage.DRAFT_LETTER, Stage.DRAFT_SUBMISSION, "Kembalikan surat penyampaian rancangan", letter_lies_before,
        slug="kembalikan-surat-rancangan", offices=RETURNERS, asks_reason=True, danger=True,
    )  # fmt: skip
    def return_draft_letter(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back; its number is cancelled, never reused."""

    @stay(
        Stage.GOVERNOR, "Catat penerimaan oleh Gubernur", f.awaits_governor_receipt,
        slug="catat-penerimaan-gubernur", dated=True, basis=f"{SENT} ayat (4)", on=VIA_GOVERNOR,
    )  # fmt: skip
    def record_governor_receipt(self, act: Any) -> None:
        """The five working days of the Gubernur begin."""

    @forward(
        Stage.GOVERNOR, "Catat penerusan oleh Gubernur", f.governor_has_received,
        slug="catat-penerusan-gubernur", dated=True, basis=f"{SENT} ayat (4)", on=VIA_GOVERNOR,
    )  # fmt: skip
    def record_forwarding(self, act: Any) -> None:
        """The Gubernur passes the draft on to the Menteri."""

    @aside(
        Stage.GOVERNOR, Stage.DIRECT_LETTER, "Buat surat langsung kepada Menteri", f.governor_is_overdue,
        slug="buat-surat-langsung", offices=(Office.BAGIAN,), basis=f"{SENT} ayat (4)", on=VIA_GOVERNOR,
    )  # fmt: skip
    def prepare_direct_letter(self, act: Any) -> None:
        """Five working days have passed: the draft may go to the Menteri directly."""

    @aside(
        Stage.DIRECT_LETTER, Stage.DISCUSSION, "Tandatangani surat langsung kepada Menteri", letter_paraf_is_complete, g.paper_is_ready,
        slug="tandatangani-surat-langsung", dated=True, basis=f"{SENT} ayat (4)",
    )  # fmt: skip
    def sign_direct_letter(self, act: Any) -> None:
        """The Kepala Daerah sends it past the Gubernur."""

    @aside(
        Stage.DIRECT_LETTER, Stage.GOVERNOR, "Batalkan surat langsung kepada Menteri", letter_lies_before,
        slug="batalkan-surat-langsung", offices=RETURNERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_direct_letter(self, act: Any) -> None:
        """The Kepala Daerah waits on for the Gubernur; the number is cancelled."""


class Discussed:
    """The talks of the centre, the Surat Konfirmasi, the approval of the Menteri."""

    @forward(
        Stage.DISCUSSION, "Catat risalah pembahasan", g.case_goes_on, slug="catat-risalah", dated=True, basis=f"{PM25} 21 dan 22; {PP28} 32"
    )  # fmt: skip
    def record_discussion(self, act: Any) -> None:
        """The ministries, the province and we agree on the draft; the minutes are signed by those present."""

    @forward(
        Stage.CONFIRMATION, "Catat Surat Konfirmasi", g.case_goes_on, slug="catat-surat-konfirmasi", dated=True, basis=f"{PP28} 33 ayat (3) dan (4)"
    )  # fmt: skip
    def record_confirmation(self, act: Any) -> None:
        """The Surat Konfirmasi of the Menlu: it holds for this exact text and no other."""
        if act.data.get("text_hash") != self.text_hash:
            raise BadInput(
                "Naskah berubah sejak halaman ini dibuka. Buka kembali, lalu periksa teks yang dikonfirmasi."
            )
        act.record.update(number=act.data["number"], text_hash=self.text_hash)

    @aside(
        IN_TALKS, Stage.DRAFTING, "Ubah rancangan sesuai pembahasan",
        slug="ubah-rancangan", offices=(Office.BAGIAN,), asks_reason=True, danger=True, basis=f"{PM25} 21 sampai dengan 23",
    )  # fmt: skip
    def revise_draft(self, act: Any) -> None:
        """The text is opened again; a Surat Konfirmasi on the old one counts no more."""
        self._unlock(act)

    @forward(
        Stage.APPROVAL, "Catat persetujuan Menteri", g.case_goes_on, f.is_confirmed, slug="catat-persetujuan-menteri", dated=True, basis=f"{PM25} 24"
    )  # fmt: skip
    def record_approval(self, act: Any) -> None:
        """The Menteri approves and announces place and day of the signing."""
        act.record.update(number=act.data["number"])
        self.planned_on, self.planned_place = act.data.get("planned_on"), act.data.get("planned_place", "")

    def where_to_resume(self) -> str:
        """Where a text that is opened again rejoins the talks: the Menlu once it was with him, else where it stood."""
        if Trait.CONFIRMED not in self.route.traits or self.stage == Stage.DRAFT_SUBMISSION:
            return ""
        return Stage.DISCUSSION if self.stage == Stage.DISCUSSION else Stage.CONFIRMATION


class Kept:
    """What is sent to the Menteri after the signing."""

    @stay(
        Stage.REGISTRATION, "Catat pengiriman salinan LoI", f.copy_is_to_be_sent,
        slug="catat-salinan-loi", dated=True, basis=f"{PM25} 14", on=(Trait.INTENT,),
    )  # fmt: skip
    def send_intent_copy(self, act: Any) -> None:
        """A copy of the signed letter of intent goes to the Menteri."""

    @forward(Stage.ORIGINAL, "Buat surat penyampaian naskah asli", slug="buat-surat-asli", basis=f"{PM25} 25")
    def prepare_original_letter(self, act: Any) -> None:
        """The original goes to the Menteri, who keeps it."""

    @forward(
        Stage.ORIGINAL_LETTER, "Tandatangani surat penyampaian naskah asli", letter_paraf_is_complete, g.paper_is_ready,
        slug="tandatangani-surat-asli", dated=True, basis=f"{PM25} 25"
    )  # fmt: skip
    def sign_original_letter(self, act: Any) -> None:
        """The original has left with its letter."""

    @aside(
        Stage.ORIGINAL_LETTER, Stage.ORIGINAL, "Kembalikan surat penyampaian naskah asli", letter_lies_before,
        slug="kembalikan-surat-asli", offices=RETURNERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_original_letter(self, act: Any) -> None:
        """The Kepala Daerah sends the letter back; its number is cancelled."""

    @forward(Stage.COPY, "Catat salinan dari Sekretaris Jenderal", slug="catat-salinan", dated=True, basis=f"{PM25} 25")
    def record_copy(self, act: Any) -> None:
        """The copy made by the Sekjen is back; original and copy stand in the register."""
        act.record.update(number=act.data["number"])

    def refuse_unconsulted(self, day: Any) -> None:
        """A letter of intent is signed after both consultations, never before (PP 28/2018 art. 28(4))."""
        if Trait.INTENT not in self.route.traits:
            return
        late = list(f.unconsulted_before(self, day))
        if late:
            raise BadInput("LoI belum dapat ditandatangani pada tanggal itu.", errors={"occurred_on": late})


class ForeignNaskah(Written, Submitted, Discussed, Kept):
    """Every act that stands on the routes of a naskah abroad only."""
