"""What must be written before a proposal goes on: KAK, urusan, declarations, planning, partner, budget facts."""

from collections.abc import Iterator
from typing import Any

from kerjasama.documents import selectors as documents
from kerjasama.workflow.guards import guard
from proposals.dprd import BASIS
from proposals.guards.dprd import requirement_of
from proposals.routes.traits import Trait
from proposals.stages import DECLARATIONS, KAK_FIELDS, PlanStanding

#: The kind of paper that proves an exception from planning.
EVIDENCE = "PLAN_EVIDENCE"
KAK_BASIS = "KAK delapan unsur, PP 28/2018 Pasal 6 ayat (1) huruf a"


@guard(basis=KAK_BASIS)
def has_terms_of_reference(proposal: Any) -> Iterator[str]:
    """All eight parts of the KAK are written."""
    for name in KAK_FIELDS:
        if not str(getattr(proposal, name)).strip():
            yield f"KAK: bagian {proposal._meta.get_field(name).verbose_name} belum diisi."


@guard("Urusan pemerintahan belum dipilih.", basis="UU 23/2014 Pasal 12; PP 28/2018 Pasal 4 ayat (1)")
def has_affair(proposal: Any) -> bool:
    return proposal.affair_id is not None


@guard(basis="PP 28/2018 Pasal 4 ayat (4)")
def has_declarations(proposal: Any) -> Iterator[str]:
    """The four declarations on object and execution."""
    for name in DECLARATIONS:
        if not getattr(proposal, name):
            yield f"Pernyataan belum dibuat: {proposal._meta.get_field(name).verbose_name}."


@guard(basis="PP 28/2018 Pasal 4 ayat (2) dan (3)")
def stands_in_plan(proposal: Any) -> Iterator[str]:
    """A row of the yearly list, the development plan, or a named exception with evidence; foreign kinds know no exception."""
    if not proposal.plan_standing:
        yield "Kedudukan objek dalam perencanaan belum dipilih."
    elif proposal.plan_standing == PlanStanding.EXCEPTION:
        yield from _exception_is_proven(proposal)
    elif proposal.plan_standing == PlanStanding.LISTED and not proposal.plan_row_id and proposal.list_is_kept_here():
        yield f"Baris daftar rencana tahun {proposal.year} belum dipilih. Daftar itu ditetapkan dalam sistem ini, sehingga barisnya harus ditunjuk."
    elif not proposal.plan_reference.strip():
        yield "Rujukan perencanaan belum disebut."


def _exception_is_proven(proposal: Any) -> Iterator[str]:
    if Trait.FOREIGN in proposal.route.traits:
        yield (
            "Kerja sama luar negeri tidak mengenal pengecualian perencanaan: objeknya harus tercantum dalam RPJMD atau RKPD "
            "(Permendagri 25/2020 Pasal 5 ayat (1) huruf e)."
        )
        return
    if not proposal.plan_exception:
        yield "Pengecualian perencanaan belum disebut: keadaan darurat, program strategis nasional, atau tugas pembantuan."
    if documents.latest(proposal, EVIDENCE) is None:
        yield "Bukti pengecualian perencanaan belum diunggah, misalnya keputusan keadaan darurat atau surat penugasan."


@guard("Mitra belum dipilih.", basis="PP 28/2018 Pasal 3 ayat (1)")
def has_partner(proposal: Any) -> bool:
    return bool(proposal.counterparts)


@guard(basis=BASIS)
def has_budget_facts(proposal: Any) -> Iterator[str]:
    """The three questions on burden and budget are answered, with the term in years."""
    if requirement_of(proposal).required is None:
        yield "Pertanyaan beban masyarakat, beban daerah, dan anggaran belum dijawab semua."
    if not proposal.term_years:
        yield "Lama kerja sama dalam tahun belum diisi."
