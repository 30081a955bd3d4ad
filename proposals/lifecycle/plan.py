"""The acts on the yearly plan: on the list of a year, and on each of its rows. Called through the one door only."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.documents.letter_guards import letter_lies_before, letter_paraf_is_complete
from kerjasama.documents.letter_kinds import RETURNERS
from kerjasama.documents.parafed import parafed
from kerjasama.workflow.arrows import aside, forward, stay
from proposals.guards import plan as g
from proposals.outgoing import PLAN_OUTGOING
from proposals.plan_stages import PlanStage, RowStage

BASIS = "PP 28/2018 Pasal 4 ayat (2), Pasal 16 ayat (2)"
VERIFIERS = (Office.BAGIAN, Office.BAPPEDA)
WRITERS = (Office.OPD, Office.BAGIAN)


PlanParafed = parafed(PLAN_OUTGOING)


class PlanYearLifecycle(PlanParafed):
    """The list of a year: collected, laid before the Kepala Daerah, adopted."""

    @stay(
        PlanStage.OPEN, "Ubah batas pengusulan", slug="ubah-batas", offices=(Office.BAGIAN, Office.KABAG), asks_reason=True
    )  # fmt: skip
    def extend(self, act: Any) -> None:
        """Units may hand rows in until another day."""
        self.open_until = self.due_on = act.data["open_until"]
        act.record["open_until"] = self.open_until.isoformat()

    @stay(
        PlanStage.OPEN, "Urutkan kembali menurut skor", slug="urutkan-menurut-skor", offices=(Office.BAGIAN, Office.KABAG),
        asks_reason=True,
    )  # fmt: skip
    def rank_by_score(self, act: Any) -> None:
        """All scores anew by the weights in force; changes of the order by hand are undone."""

    @forward(
        PlanStage.OPEN, "Ajukan untuk ditetapkan", g.list_is_finished, slug="ajukan-daftar", offices=(Office.KABAG,), basis=BASIS
    )  # fmt: skip
    def submit_list(self, act: Any) -> None:
        """The Kabag lays the draft decree with the list before the Kepala Daerah; from now on it is locked."""

    @aside(
        PlanStage.SUBMITTED, PlanStage.OPEN, "Kembalikan daftar", letter_lies_before,
        slug="kembalikan-daftar", offices=RETURNERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_list(self, act: Any) -> None:
        """The Kepala Daerah, or the office whose paraf is waited for, wants the list changed."""

    @aside(
        PlanStage.SUBMITTED, PlanStage.ADOPTED, "Tetapkan daftar rencana", letter_paraf_is_complete, g.decree_is_ready,
        slug="tetapkan", dated=True, basis=BASIS
    )  # fmt: skip
    def adopt(self, act: Any) -> None:
        """The Kepala Daerah adopts all discussed rows by Keputusan."""


class PlanRowLifecycle:
    """A row: drafted and handed in by its unit, verified by two, discussed, adopted, carried out."""

    @forward(
        RowStage.DRAFT, "Kirim usulan rencana", g.row_is_described, g.row_is_costed, g.row_fits_development_plan, g.plan_takes_rows,
        slug="kirim", basis="PP 28/2018 Pasal 5 ayat (1), Pasal 17 huruf a",
    )  # fmt: skip
    def submit(self, act: Any) -> None:
        """The unit hands its row in."""

    @forward(
        RowStage.PROPOSED, "Nyatakan terverifikasi (Bagian)", g.bagian_has_not_verified, g.plan_is_open,
        slug="verifikasi-bagian", to=(RowStage.PROPOSED,), offices=(Office.BAGIAN,), basis=BASIS,
    )  # fmt: skip
    def verify_as_bagian(self, act: Any) -> str | None:
        """The Bagian finds the row complete and scores it; with Bappeda's act it is verified."""
        self.bagian_verified_on = act.occurred_on
        return None if self.bappeda_verified_on else RowStage.PROPOSED

    @forward(
        RowStage.PROPOSED, "Nyatakan terverifikasi (Bappeda)", g.bappeda_has_not_verified, g.plan_is_open,
        slug="verifikasi-bappeda", to=(RowStage.PROPOSED,), offices=(Office.BAPPEDA,), basis=BASIS,
    )  # fmt: skip
    def verify_as_bappeda(self, act: Any) -> str | None:
        """Bappeda finds the row in step with the development plan; with the act of the Bagian it is verified."""
        self.bappeda_verified_on = act.occurred_on
        self.bappeda_note = act.data.get("note", "")
        return None if self.bagian_verified_on else RowStage.PROPOSED

    @aside(
        RowStage.PROPOSED, RowStage.DRAFT, "Kembalikan usulan rencana", slug="kembalikan", offices=VERIFIERS, asks_reason=True, danger=True
    )  # fmt: skip
    def return_row(self, act: Any) -> None:
        """Back to the unit with a reason; both verifications are asked for anew."""
        self._verified_by_nobody()

    @stay(
        (RowStage.VERIFIED, RowStage.DISCUSSED), "Ubah nilai prioritas", g.plan_is_open, slug="ubah-nilai", offices=VERIFIERS, asks_reason=True
    )  # fmt: skip
    def score_again(self, act: Any) -> None:
        """Other parts, another total, another place in the order."""

    @stay(
        (RowStage.VERIFIED, RowStage.DISCUSSED), "Ubah urutan", g.plan_is_open,
        slug="ubah-urutan", offices=(Office.BAGIAN, Office.KABAG), asks_reason=True, quiet=True,
    )  # fmt: skip
    def move(self, act: Any) -> None:
        """One place up or down by hand, with a reason."""

    @forward(RowStage.VERIFIED, "Catat pembahasan TKKSD", g.plan_is_open, slug="catat-tkksd", dated=True)
    def discuss(self, act: Any) -> None:
        """What the TKKSD says of the row."""
        self.tkksd_note = act.data["note"]
        self.discussed_on = act.occurred_on

    @aside(
        (RowStage.VERIFIED, RowStage.DISCUSSED), RowStage.DRAFT, "Kembalikan dari TKKSD", g.plan_is_open,
        slug="kembalikan-tkksd", offices=(Office.KABAG,), asks_reason=True, danger=True,
    )  # fmt: skip
    def send_back(self, act: Any) -> None:
        """The TKKSD wants another row: back to the unit."""
        self._verified_by_nobody()

    @forward(RowStage.DISCUSSED, "Tetapkan baris", quiet=True, basis=BASIS)
    def adopt(self, act: Any) -> None:
        """With the list of its year, never alone."""

    @forward(RowStage.ADOPTED, "Mulai dari baris rencana", quiet=True, offices=WRITERS)
    def start(self, act: Any) -> None:
        """A proposal starts from this row."""
        self.started_on = act.occurred_on
        act.record["case"] = act.data["case"]

    @aside(RowStage.RUNNING, RowStage.ADOPTED, "Lepaskan dari usulan", quiet=True, offices=WRITERS)
    def release(self, act: Any) -> None:
        """The draft that started from this row is gone, or starts from another one."""
        self.started_on = None
        act.record["case"] = act.data["case"]

    @aside(RowStage.RUNNING, RowStage.FINISHED, "Nyatakan terealisasi", quiet=True, offices=(Office.SYSTEM,))
    def finish(self, act: Any) -> None:
        """A naskah of its case is in force."""
        self.finished_on = act.occurred_on
        act.record["case"] = act.data["case"]

    @aside(
        RowStage.RUNNING,
        RowStage.DROPPED,
        "Nyatakan gugur bersama usulan",
        quiet=True,
        offices=(Office.SYSTEM,),
        asks_reason=True,
    )
    def lapse(self, act: Any) -> None:
        """Its case was closed before any naskah was in force."""
        self._gone(act)

    @aside(
        RowStage.ADOPTED,
        RowStage.DROPPED,
        "Ganti dengan baris perubahan",
        quiet=True,
        offices=(Office.KDH,),
        asks_reason=True,
    )
    def give_way(self, act: Any) -> None:
        """A row of the Perubahan takes its place."""
        self._gone(act)

    @aside(
        (RowStage.DRAFT, RowStage.PROPOSED, RowStage.VERIFIED, RowStage.DISCUSSED, RowStage.ADOPTED), RowStage.DROPPED,
        "Nyatakan gugur", g.plan_is_not_laid_before_head, slug="gugur", offices=(Office.OPD, Office.KABAG), asks_reason=True, danger=True,
    )  # fmt: skip
    def drop(self, act: Any) -> None:
        """The row is given up; it stays on record."""
        self._gone(act)

    def _gone(self, act: Any) -> None:
        self.drop_reason, self.finished_on = act.reason, act.occurred_on

    def _verified_by_nobody(self) -> None:
        self.bagian_verified_on = self.bappeda_verified_on = self.discussed_on = None
        self.bappeda_note = self.tkksd_note = ""
