"""What must hold before an act on a proposal: small questions, each with its sentence and article."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock, parameters
from kerjasama.documents import selectors as documents
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard
from proposals.dprd import BASIS, Requirement, dprd_requirement
from proposals.stages import DECLARATIONS, KAK_FIELDS, Answer, PlanStanding, Stage

KAK_BASIS = "KAK delapan unsur, PP 28/2018 Pasal 6 ayat (1) huruf a"


# The letter that waits for its signature at each stage.
LETTER_AT: dict[str, str] = {Stage.OFFER_SIGNING: "OFFER", Stage.ANSWER_SIGNING: "ANSWER", Stage.DPRD_LETTER: "DPRD_REQUEST"}


def _conclusion(proposal: Any) -> str:
    """What the TKKSD concluded at its newest meeting on this case; empty when it is still open."""
    item = reviews.current_item(proposal)
    return item.conclusion if item else ""


def requirement_of(proposal: Any) -> Requirement:
    """Whether the DPRD must approve this case, by its facts and the policy in force."""
    return dprd_requirement(
        proposal.burdens_community,
        proposal.burdens_region,
        proposal.unbudgeted,
        policy=parameters.value("dprd_policy"),
        uses_assets=proposal.uses_assets,
        assets_count=parameters.value("dprd_when_bmd"),
    )


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
    """A row of the plan, the development plan, or a named exception."""
    if not proposal.plan_standing:
        yield "Kedudukan objek dalam perencanaan belum dipilih."
    elif proposal.plan_standing == PlanStanding.EXCEPTION and not proposal.plan_exception:
        yield "Pengecualian perencanaan belum disebut: keadaan darurat, program strategis nasional, atau tugas pembantuan."
    elif not proposal.plan_reference.strip():
        yield "Rujukan perencanaan atau bukti pengecualian belum disebut."


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


@guard("Surat masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def letter_is_ready(proposal: Any) -> bool:
    # Only the letter to be signed counts: another paper that failed must not keep it from its signature.
    return not documents.in_making(proposal, LETTER_AT.get(proposal.stage, ""))


@guard("Jawaban yang disiapkan bukan kesediaan.", hides=True)
def answer_is_willing(proposal: Any) -> bool:
    return proposal.answer_drafted == Answer.WILLING


@guard("Jawaban yang disiapkan bukan penolakan.", hides=True)
def answer_is_refusal(proposal: Any) -> bool:
    return proposal.answer_drafted == Answer.REFUSED


@guard("Batas waktu jawaban belum lewat.")
def answer_is_overdue(proposal: Any) -> bool:
    return proposal.due_on is not None and clock.today() > proposal.due_on


@guard(
    "Belum ada rapat TKKSD yang dijadwalkan untuk usulan ini.", basis="PP 28/2018 Pasal 6; Keputusan pembentukan TKKSD"
)
def has_meeting(proposal: Any) -> bool:
    return reviews.current_item(proposal) is not None


@guard("Rapat yang dijadwalkan belum berlangsung. Catat hasilnya sesudah rapat; tanpa kuorum, jadwalkan rapat baru.")
def no_meeting_ahead(proposal: Any) -> bool:
    item = reviews.current_item(proposal)
    return item is None or bool(item.conclusion) or item.meeting.held_on <= clock.today()


@guard(basis="Rekomendasi TKKSD")
def is_recommended(proposal: Any) -> Iterator[str]:
    """The TKKSD recommends, and every condition is ticked off."""
    if _conclusion(proposal) not in {"RECOMMENDED", "WITH_REPAIR"}:
        yield "TKKSD belum menyimpulkan rekomendasi."
    for condition in reviews.open_conditions(proposal):
        yield f"Syarat TKKSD belum dipenuhi: {condition.text}"


@guard("TKKSD tidak menyimpulkan “tidak direkomendasikan”.", hides=True)
def is_not_recommended(proposal: Any) -> bool:
    return _conclusion(proposal) == "NOT_RECOMMENDED"


@guard("Tidak ada syarat TKKSD yang masih terbuka.", hides=True)
def has_open_condition(proposal: Any) -> bool:
    return bool(reviews.open_conditions(proposal))


@guard(basis=BASIS)
def dprd_is_needed(proposal: Any) -> Iterator[str]:
    """By the recorded facts the DPRD must approve."""
    answer = requirement_of(proposal)
    if not answer.required:
        yield answer.sentence


@guard(basis=BASIS)
def dprd_is_not_needed(proposal: Any) -> Iterator[str]:
    """By the recorded facts the DPRD need not approve, and the APBD evidence is named."""
    answer = requirement_of(proposal)
    if answer.required is not False:
        yield answer.sentence
    elif not proposal.budget_reference.strip():
        yield "Rujukan APBD/DPA sebagai bukti teranggarkan belum disebut."


@guard("Permohonan telah diterima Sekretariat DPRD.", hides=True)
def dprd_awaits_receipt(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.received_on is None


@guard("Permohonan belum diterima Sekretariat DPRD. Catat penerimaannya lebih dahulu.")
def dprd_has_received(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.received_on is not None


@guard("Tidak ada catatan DPRD yang masih terbuka.", hides=True)
def has_open_note(proposal: Any) -> bool:
    return bool(reviews.open_notes(proposal))


@guard("Batas waktu DPRD belum lewat.", hides=True)
def dprd_is_overdue(proposal: Any) -> bool:
    clearance = reviews.current_clearance(proposal)
    return clearance is not None and clearance.due_on is not None and clock.today() > clearance.due_on


@guard(
    "Diamnya DPRD tidak dianggap persetujuan untuk kerja sama dalam negeri (parameter dprd_silence_is_consent).",
    basis="PP 28/2018 tidak mengaturnya untuk KSDD",
)
def silence_is_consent(proposal: Any) -> bool:
    return bool(parameters.value("dprd_silence_is_consent"))


@guard("Belum ada naskah kesepakatan bersama yang ditandatangani.", basis="PP 28/2018 Pasal 6 ayat (1) huruf d dan e")
def kb_is_signed(proposal: Any) -> bool:
    return proposal.first_signed_on is not None


@guard("Naskah sudah ada yang ditandatangani. Kerja sama yang telah ditandatangani diakhiri, tidak ditarik.")
def nothing_signed(proposal: Any) -> bool:
    return proposal.first_signed_on is None
