"""What must hold before an act on the yearly plan or one of its rows."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock, text
from kerjasama.documents import selectors as documents
from kerjasama.workflow.guards import guard
from kerjasama.workflow.statute import CooperationKind
from proposals.plan_stages import ROW_TEXTS, PlanStage, Programme, RowStage, Source

PLANS = "PP 28/2018 Pasal 4 ayat (2) dan (3), Pasal 16 ayat (2) dan (3)"
ABROAD = frozenset({CooperationKind.KSDPL, CooperationKind.KSDLL})


@guard(basis="PP 28/2018 Pasal 5 ayat (1), Pasal 17 huruf a")
def row_is_described(row: Any) -> Iterator[str]:
    """Object, place, potential, characteristics and needs are written, and the urusan is chosen."""
    for name in ROW_TEXTS:
        if not getattr(row, name).strip():
            yield f"Bagian {row._meta.get_field(name).verbose_name} belum diisi."
    if row.affair_id is None:
        yield "Urusan pemerintahan belum dipilih."
    if row.source != Source.OPD and not row.partner_label:
        yield "Pengusul dari luar belum disebut: pilih mitra atau tulis namanya."


@guard(basis="PP 28/2018 Pasal 4 ayat (1), Pasal 16 ayat (1)")
def row_is_costed(row: Any) -> Iterator[str]:
    """Benefit, cost, who pays, and whether the money is in the budget."""
    for name in ("benefit_amount", "cost_amount"):
        if getattr(row, name) is None:
            yield f"Bagian {row._meta.get_field(name).verbose_name} belum diisi (tulis 0 bila tidak ada)."
    for name in ("funding", "budget_status"):
        if not getattr(row, name):
            yield f"Bagian {row._meta.get_field(name).verbose_name} belum dipilih."


@guard(basis=PLANS)
def row_fits_development_plan(row: Any) -> Iterator[str]:
    """A programme of the RPJMD or RKPD, or a named exception; foreign kinds know no exception."""
    if not row.programme_document:
        yield "Keterkaitan dengan RPJMD atau RKPD belum dipilih."
    elif row.programme_document != Programme.NONE:
        if not row.programme.strip():
            yield "Program RPJMD atau RKPD belum disebut."
    elif row.kind in ABROAD:
        yield "Kerja sama luar negeri tidak mengenal pengecualian: objeknya harus tercantum (Permendagri 25/2020 Pasal 5 ayat (1) huruf e)."
    elif not row.exception:
        yield "Objek belum tercantum dalam RPJMD/RKPD. Sebut pengecualiannya: darurat, program strategis nasional, atau tugas pembantuan."


@guard("Masa pengusulan sudah lewat. Minta Bagian Kerja Sama memperpanjangnya, atau usulkan pada Perubahan.")
def plan_takes_rows(row: Any) -> bool:
    return row.plan.stage == PlanStage.OPEN and clock.today() <= row.plan.open_until


@guard("Daftarnya sudah diajukan kepada Kepala Daerah atau sudah ditetapkan, sehingga urutan dan isinya terkunci.")
def plan_is_open(row: Any) -> bool:
    return row.plan.stage == PlanStage.OPEN


@guard("Daftarnya sedang menunggu penetapan Kepala Daerah. Tunggu penetapannya, atau minta daftar dikembalikan.")
def plan_is_not_laid_before_head(row: Any) -> bool:
    return row.plan.stage != PlanStage.SUBMITTED or row.stage != RowStage.DISCUSSED


@guard("Bagian Kerja Sama sudah memverifikasi baris ini.", hides=True)
def bagian_has_not_verified(row: Any) -> bool:
    return row.bagian_verified_on is None


@guard("Bappeda sudah memverifikasi baris ini.", hides=True)
def bappeda_has_not_verified(row: Any) -> bool:
    return row.bappeda_verified_on is None


@guard(basis="Daftar rencana kerja sama tahunan")
def list_is_finished(plan: Any) -> Iterator[str]:
    """Something was discussed, and nothing waits for verification or for the TKKSD any more."""
    counts = plan.counts_by_stage()
    if not counts.get(RowStage.DISCUSSED):
        yield "Belum ada baris yang dibahas TKKSD."
    for stage, waits in ((RowStage.PROPOSED, "verifikasi"), (RowStage.VERIFIED, "catatan TKKSD")):
        if counts.get(stage):
            yield f"{text.sentence_case(text.terbilang(counts[stage]))} baris masih menunggu {waits}."


@guard("Rancangan Keputusan masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def decree_is_ready(plan: Any) -> bool:
    return not documents.in_making(plan, "PLAN_DRAFT")
