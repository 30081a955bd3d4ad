"""The legal acts on a naskah: one named method an act, its arrow in the decorator."""

from datetime import date
from typing import Any

from agreements import amending_guards as a
from agreements import foreign_guards as f
from agreements import guards as g
from agreements.amending_lifecycle import Amending
from agreements.combining import refuse_silent_second
from agreements.cut_over_lifecycle import NaskahFromPaper
from agreements.delegation import Delegated
from agreements.electronic_guards import nothing_in_doubt, signs_on_paper
from agreements.electronic_lifecycle import Electronic
from agreements.foreign_lifecycle import ForeignNaskah
from agreements.originals_guards import our_original_is_back
from agreements.originals_lifecycle import Exchanged
from agreements.outgoing import OUTGOING
from agreements.running_guards import grant_is_coordinated
from agreements.running_lifecycle import Running
from agreements.stages import UNSIGNED, EndGround, Mode, Stage, Trait, Way
from agreements.yielding import Yielding
from kerjasama.accounts.offices import Office
from kerjasama.core.calendar import anniversary, months_later
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.documents.parafed import parafed
from kerjasama.workflow.arrows import aside, forward, stay
from kerjasama.workflow.correctable import correctable

CHAIN = (Office.KABAG, Office.ASISTEN, Office.SEKDA)
COORDINATORS = (Office.HUKUM, Office.BPKAD, Office.BAPPEDA, Office.OPD)
SIGN_BASIS = "PP 28/2018 Pasal 2 ayat (1), Pasal 6 ayat (1) huruf d dan g"


Parafed = parafed(OUTGOING, g.case_goes_on)
Corrected = correctable(Stage)


class AgreementLifecycle(
    Amending,
    Delegated,
    Electronic,
    Exchanged,
    ForeignNaskah,
    NaskahFromPaper,
    Parafed,
    Running,
    Yielding,
    Corrected,
):
    """Every act on a naskah. Called through the one door only."""

    # Penyusunan

    @stay(
        Stage.DRAFTING, "Simpan versi naskah", g.case_goes_on, g.dprd_allows_drafting, slug="simpan-versi", quiet=True
    )
    def write_version(self, act: Any) -> None:
        """A new version of the text, with what changed."""

    @forward(
        Stage.DRAFTING, "Kirim ke Bagian Hukum",
        g.case_goes_on, g.has_text, g.has_mandatory_clauses, g.has_work_plan, f.has_second_language, f.term_is_lawful,
        g.dprd_allows_drafting, g.parent_in_force, g.remarks_are_answered, a.changes_something, a.changed_naskah_runs,
        slug="kirim-telaah",
    )  # fmt: skip
    def send_to_legal(self, act: Any) -> None:
        """Both sides agree on the text; the Bagian Hukum reads it. Abroad it is said whether it brings a grant."""
        if "grant" in act.data:
            self.grant = act.data["grant"]
            act.record["grant"] = self.grant

    @forward(
        Stage.LEGAL_REVIEW, "Setujui teks dan kunci", g.case_goes_on, slug="setujui-teks", to=(Stage.DISCUSSION, Stage.CONFIRMATION)
    )  # fmt: skip
    def approve_text(self, act: Any) -> str | None:
        """The legal review is done: this exact text is locked, and the chain of paraf is frozen with it.

        A text changed in the midst of the talks with the government goes back to them.
        """
        newest = self.versions.first()
        self.locked_version = newest
        self.text_hash = newest.text_hash
        act.record["version"], act.record["text_hash"] = newest.number, newest.text_hash
        onward, self.resume_at = self.resume_at, ""
        return onward or None

    @aside(
        Stage.LEGAL_REVIEW, Stage.DRAFTING, "Kembalikan naskah", slug="kembalikan-naskah", asks_reason=True, danger=True
    )
    def return_from_legal(self, act: Any) -> None:
        """The Bagian Hukum wants changes."""

    # Pemarafan

    @forward(
        Stage.PARAF, "Bubuhkan paraf", g.case_goes_on, g.is_my_turn, g.coordination_is_given, g.paper_is_ready,
        slug="paraf", offices=CHAIN, to=(Stage.PARAF,), basis="Permendagri 1/2023",
    )  # fmt: skip
    def give_paraf(self, act: Any) -> str | None:
        """A paraf on the exact text, in order; the last one opens the way to signing."""
        self._bind(act)
        waiting = self.parafs.filter(version=self.locked_version_id, state="PENDING").count()
        return Stage.PARAF if waiting > 1 else None

    @stay(
        Stage.PARAF, "Bubuhkan paraf koordinasi", g.case_goes_on, g.coordination_is_asked, g.paper_is_ready,
        slug="paraf-koordinasi", offices=COORDINATORS, basis="Permendagri 1/2023",
    )  # fmt: skip
    def give_coordination(self, act: Any) -> None:
        """A paraf beside the hierarchy, in any order, on the same exact text."""
        self._bind(act)

    def _bind(self, act: Any) -> None:
        if act.data.get("text_hash") != self.text_hash:
            raise BadInput("Naskah berubah sejak Anda membacanya. Buka kembali naskah, baca perubahannya, lalu paraf.")
        also_as = refuse_silent_second(self, act)
        if also_as:
            act.record["also_as"] = also_as
        act.record["text_hash"] = self.text_hash

    @aside(
        Stage.PARAF,
        Stage.DRAFTING,
        "Kembalikan dengan catatan",
        g.is_asked_to_mark,
        slug="kembalikan-paraf",
        offices=(*CHAIN, *COORDINATORS),
        asks_reason=True,
        danger=True,
    )
    def return_from_paraf(self, act: Any) -> None:
        """Back to the drafter; every paraf on this text is void."""
        self._unlock(act)

    @aside(
        (Stage.PARAF, Stage.SIGNING_PREPARATION), Stage.DRAFTING, "Tarik naskah untuk diperbaiki",
        slug="tarik-naskah", offices=(Office.BAGIAN,), asks_reason=True, danger=True,
    )  # fmt: skip
    def pull_back(self, act: Any) -> None:
        """The drafter takes the text back; every paraf on it is void."""
        self._unlock(act)

    # Penandatanganan

    @forward(
        Stage.SIGNING_PREPARATION, "Siapkan penandatanganan",
        g.case_goes_on, g.all_paraf_given, g.dprd_allows_signing, g.parent_in_force, g.legality_holds, f.both_consulted, f.is_confirmed,
        grant_is_coordinated, *a.BEFORE_SIGNING,
        slug="siapkan-penandatanganan", basis=SIGN_BASIS,
    )  # fmt: skip
    def prepare_signing(self, act: Any) -> None:
        """Numbers, date, place and signatories: the slots that no paraf binds."""
        self.planned_on = act.data["planned_on"]
        self.planned_place = act.data["planned_place"]
        self.originals = act.data["originals"]
        self.way = act.data.get("way", Way.WET)
        self.mode = act.data.get("mode", Mode.CEREMONY)
        act.record.update(way=str(self.way), mode=str(self.mode))

    @forward(
        Stage.SIGNING, "Catat penandatanganan",
        signs_on_paper, g.signs_in_person, g.case_goes_on, g.all_paraf_given, g.dprd_allows_signing, g.legality_holds, g.paper_is_ready,
        g.planned_day_has_come, f.signs_in_person, f.both_consulted, f.is_confirmed, f.permits_hold, *a.BEFORE_SIGNING,
        slug="tandatangani", dated=True, basis=SIGN_BASIS,
    )  # fmt: skip
    def sign(self, act: Any) -> None:
        """The Kepala Daerah has signed, with the other party: the term begins."""
        self._begin_term(act)

    def _begin_term(self, act: Any) -> None:
        day = act.occurred_on
        self.refuse_unconsulted(min([day, *act.data.get("signed", {}).values()]))
        self.refuse_late_amendment(day)
        self.signed_on = self.starts_on = day
        self.ends_on = self.last_day(day)
        act.record["text_hash"] = self.text_hash

    @aside(
        Stage.SIGNING,
        Stage.SIGNING_PREPARATION,
        "Ubah rencana penandatanganan",
        nothing_in_doubt,
        slug="ubah-rencana",
        offices=(Office.BAGIAN,),
        asks_reason=True,
    )
    def replan(self, act: Any) -> None:
        """Another day, place or signatory; the number stays with the text, which does not change."""

    @aside(
        Stage.SIGNING,
        Stage.DRAFTING,
        "Kembalikan kepada penyusun",
        nothing_in_doubt,
        slug="kembalikan-penandatanganan",
        asks_reason=True,
        danger=True,
    )
    def return_from_signing(self, act: Any) -> None:
        """The Kepala Daerah wants another text; every paraf is void, and the number is cancelled."""
        self._unlock(act)

    @forward(Stage.SCANNING, "Unggah naskah bertanda tangan", signs_on_paper, slug="unggah-naskah")
    def upload_scan(self, act: Any) -> None:
        """The scan of the signed originals, with the checklist."""
        self.scanned_by = act.by
        act.record.update(
            originals=self.originals, paraf=True, stamp_duty=act.data["stamp_duty"], seal=act.data["seal"]
        )

    @forward(
        Stage.VALIDATION, "Nyatakan pindaian sesuai", slug="nyatakan-sesuai", offices=(Office.BAGIAN, Office.KABAG)
    )
    def validate_scan(self, act: Any) -> None:
        """A second person has compared scan and checklist with the originals."""
        self._second_person(act)
        self.validated_by = act.by

    @aside(
        Stage.VALIDATION,
        Stage.SCANNING,
        "Tolak pindaian",
        slug="tolak-pindaian",
        offices=(Office.BAGIAN, Office.KABAG),
        asks_reason=True,
        danger=True,
    )
    def reject_scan(self, act: Any) -> None:
        """The scan does not do; a new one is made."""
        self._second_person(act)

    @forward(
        Stage.REGISTRATION,
        "Catat dalam register",
        f.copy_was_sent,
        our_original_is_back,
        slug="catat-register",
        basis="PP 28/2018 Pasal 6 ayat (1) huruf i",
    )
    def register(self, act: Any) -> None:
        """Number, scan and the place of the original: the naskah is in the register."""
        self.archive_place = act.data["archive_place"]
        self.registered_on = act.occurred_on

    # Akhir

    @aside(
        Stage.IN_FORCE,
        Stage.ENDED,
        "Nyatakan berakhir",
        g.term_is_over,
        slug="nyatakan-berakhir",
        offices=(Office.BAGIAN, Office.SYSTEM),
        basis="PP 28/2018 Pasal 9 ayat (1) huruf a",
        off=(Trait.AMENDS,),
    )
    def expire(self, act: Any) -> None:
        """The term is reached."""
        self.ended_on = self.ends_on
        self.end_ground = EndGround.TERM

    @aside(
        UNSIGNED,
        Stage.CANCELLED,
        "Batalkan naskah",
        slug="batalkan-naskah",
        offices=(Office.KABAG,),
        asks_reason=True,
        danger=True,
    )
    def cancel(self, act: Any) -> None:
        """The naskah is given up before anybody has signed it."""

    def _unlock(self, act: Any) -> None:
        act.record["void_text_hash"] = self.text_hash
        self.resume_at = self.where_to_resume()
        self.locked_version = None
        self.text_hash = ""
        self.paraf_chain, self.paraf_coordination = [], []

    def last_day(self, day: Any) -> Any:
        """The last day of the term that begins on a day; a yearly plan ends with its year, a letter of intent may hold for months.

        An adendum lives as long as the naskah it changes.
        """
        if Trait.AMENDS in self.route.traits:
            return self.moved_end() or self.parent.ends_on
        if self.for_year:
            return date(self.for_year, 12, 31)
        return months_later(day, self.term_months) if self.term_months else anniversary(day, self.term_years)

    def _second_person(self, act: Any) -> None:
        if act.by.pk == self.scanned_by_id:
            raise NotYours("Pindaian diperiksa oleh orang kedua, bukan oleh pengunggahnya.")
