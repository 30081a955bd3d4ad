"""What must hold before a letter is signed or an answer counts."""

from typing import Any

from kerjasama.core import clock
from kerjasama.documents import selectors as documents
from kerjasama.workflow.guards import guard
from proposals.outgoing import OUTGOING
from proposals.stages import Answer

# The letter that waits for its signature at each stage.
LETTER_AT: dict[str, str] = {stage: place.kind for stage, place in OUTGOING.items()}


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
