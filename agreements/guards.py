"""What must hold before an act on a naskah: small questions, each with its sentence and article."""

from collections.abc import Iterator
from typing import Any

from agreements import work_plan
from agreements.content import missing
from agreements.instruments import opening_of
from agreements.outgoing import OUTGOING
from agreements.stages import Instrument, ParafKind, ParafState, Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat
from kerjasama.core import clock
from kerjasama.documents import selectors as documents
from kerjasama.reviews import remarks
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.guards import guard
from proposals.guards.third_party import legality_lacks

# The paper that waits for paraf or signature at each stage.
PAPER_AT: dict[str, str] = {
    Stage.PARAF: "NASKAH_LOCKED",
    Stage.SIGNING: "NASKAH_FINAL",
    Stage.DRAFT_SUBMISSION: "NASKAH_LOCKED",
    **{stage: place.kind for stage, place in OUTGOING.items()},
}


@guard("Usulannya sudah ditutup. Naskah ini hanya dapat dibatalkan.")
def case_goes_on(agreement: Any) -> bool:
    return not agreement.proposal.closed


@guard("Naskah belum mempunyai teks.")
def has_text(agreement: Any) -> bool:
    return agreement.versions.exists()


@guard(basis="Permendagri 22/2020; UU 23/2014 Pasal 366 ayat (2)")
def has_mandatory_clauses(agreement: Any) -> Iterator[str]:
    """Every clause the law or the library asks of this naskah is written."""
    newest = agreement.versions.first()
    if newest is None:
        yield "Naskah belum mempunyai teks."
        return
    for requirement in missing(agreement.route_key, newest.content, blocking=True):
        yield f"Pasal wajib belum ada: {requirement.label} ({requirement.basis})."


@guard()
def remarks_are_answered(agreement: Any) -> Iterator[str]:
    """What the partner and the TKKSD said of the text is taken up or declined, each with a reason."""
    waiting = agreement.partner_remarks.filter(answer="").count()
    if waiting:
        yield f"{waiting} masukan mitra belum dijawab."
    asked = remarks.open_on(type(agreement), [agreement.pk]).count()
    if asked:
        yield f"{asked} komentar TKKSD atas naskah ini belum dijawab."


@guard(basis="PP 28/2018 Pasal 6 ayat (2)")
def dprd_allows_drafting(agreement: Any) -> Iterator[str]:
    """A naskah behind the gate waits for the DPRD with its drafting too."""
    proposal = agreement.proposal
    opening = opening_of(proposal.route.phases, agreement.instrument)
    if opening is not None and opening.after_dprd and not proposal.dprd_outcome:
        yield f"Penyusunan {agreement.instrument} menunggu persetujuan DPRD atau penetapan bahwa persetujuan itu tidak diperlukan."


@guard(basis="PP 28/2018 Pasal 6 ayat (2)")
def dprd_allows_signing(agreement: Any) -> Iterator[str]:
    """Nothing behind the gate is signed while the DPRD requirement is unmet, or its notes are open."""
    proposal = agreement.proposal
    if agreement.instrument not in proposal.route.gated:
        return
    if not proposal.dprd_outcome:
        yield "Persetujuan DPRD belum terpenuhi."
    for note in reviews.open_notes(proposal):
        yield f"Catatan DPRD belum ditindaklanjuti: {note.text}"


@guard(basis="PP 28/2018 Pasal 6 ayat (1)")
def parent_in_force(agreement: Any) -> Iterator[str]:
    """Nothing stands under a naskah that does not hold."""
    if agreement.parent is not None and agreement.parent.stage != Stage.IN_FORCE:
        yield f"{agreement.parent.get_instrument_display()} induknya belum berlaku."


@guard(basis="Paraf hierarki berurutan, Permendagri 1/2023")
def is_my_turn(agreement: Any, seat: Seat | None) -> Iterator[str]:
    """The chain is walked in order, each office in its place."""
    waiting = agreement.next_paraf()
    if waiting is None:
        yield "Tidak ada paraf yang ditunggu."
    elif seat is not None and seat.office != waiting.office:
        yield f"Menunggu paraf {Office(waiting.office).label} lebih dahulu."


@guard("Paraf koordinasi jabatan Anda tidak diminta pada naskah ini, atau sudah dibubuhkan.", hides=True)
def coordination_is_asked(agreement: Any, seat: Seat | None) -> bool:
    return seat is not None and agreement.asked_coordination(seat).exists()


@guard(basis="Paraf koordinasi selesai sebelum pejabat terakhir paraf hierarki, Permendagri 1/2023")
def coordination_is_given(agreement: Any) -> Iterator[str]:
    """The last of the hierarchy waits for those beside it."""
    waiting = agreement.parafs.filter(state=ParafState.PENDING, kind=ParafKind.HIERARCHY).count()
    if waiting == 1:
        for row in agreement.asked_coordination():
            yield f"Menunggu paraf koordinasi {row.get_office_display()}."


@guard("Belum giliran paraf Anda pada naskah ini.", hides=True)
def is_asked_to_mark(agreement: Any, seat: Seat | None) -> bool:
    waiting = agreement.next_paraf()
    mine = seat is not None and waiting is not None and seat.office == waiting.office
    return mine or (seat is not None and agreement.asked_coordination(seat).exists())


@guard("Naskah yang akan diparaf masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def paper_is_ready(agreement: Any) -> bool:
    # Only the text to be marked counts: the paraf sheet may still be printing while it is signed.
    return not documents.in_making(agreement, PAPER_AT.get(agreement.stage, ""))


@guard(basis="Paraf mengikat sidik teks")
def all_paraf_given(agreement: Any) -> Iterator[str]:
    """Every office of the chain has given its paraf on this exact text."""
    rows = list(agreement.paraf_round())
    given = [r for r in rows if r.state == ParafState.GIVEN and r.text_hash == agreement.text_hash]
    if not rows or len(given) != len(rows):
        yield "Paraf belum lengkap pada teks ini."


@guard("Sebelum tanggal rencana penandatanganan, naskah tidak dapat dicatat sebagai ditandatangani.")
def planned_day_has_come(agreement: Any) -> bool:
    return agreement.planned_on is not None and clock.today() >= agreement.planned_on


@guard("Jangka waktunya belum berakhir.")
def term_is_over(agreement: Any) -> bool:
    return agreement.ends_on is not None and clock.today() > agreement.ends_on


@guard("Surat kuasa hanya dikenal untuk Perjanjian Kerja Sama dan perubahannya.", hides=True)
def knows_power(agreement: Any) -> bool:
    return agreement.rank == Instrument.PKS


@guard("Naskah ini ditandatangani dengan surat kuasa oleh pejabat yang menerimanya.", hides=True)
def signs_in_person(agreement: Any) -> bool:
    return not agreement.by_power


@guard("Naskah ini ditandatangani kepala daerah sendiri.", hides=True)
def signs_by_power(agreement: Any) -> bool:
    return agreement.by_power and agreement.power is not None


@guard(basis="PP 28/2018 Pasal 14", on=(Trait.THIRD_PARTY,))
def legality_holds(agreement: Any) -> Iterator[str]:
    """The legality papers of the partner are there and have not expired on the way."""
    yield from legality_lacks(agreement.proposal)


@guard(basis="PP 28/2018 Pasal 46 ayat (3) dan (4)", on=(Trait.WORK_PLAN,))
def has_work_plan(agreement: Any) -> Iterator[str]:
    """The Rencana Kerja is there, whole, and moves no money between the parties."""
    newest = agreement.versions.first()
    rows = work_plan.rows_of(newest.annexes) if newest else []
    if not rows:
        yield "Rencana Kerja belum diisi."
    yield from work_plan.problems(rows, work_plan.sides_of(agreement.parties.order_by("order")))
