"""Remarks of the partner on the text: kept with their source, each taken up or declined with a reason."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from agreements.docx_in import Comment
from agreements.models import Agreement, DraftVersion, PartnerRemark
from agreements.stages import Stage
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core.errors import NotYet
from kerjasama.reviews.services.keeping import keep, past_problem, refuse_if
from kerjasama.reviews.services.remarks import record_answer

WHOLE = "Seluruh naskah"


@transaction.atomic
def add_remark(
    agreement: Agreement, *, part: str, author: str, text: str, received_on: date, by: User
) -> PartnerRemark:
    """Note what the partner said of a pasal of the newest text, or of the whole. Raises NotYours, NotYet, BadInput."""
    require(by, Office.BAGIAN)
    if agreement.stage != Stage.DRAFTING:
        raise NotYet(
            "Masukan mitra dicatat selama naskah disusun. Tarik naskah lebih dahulu bila teksnya perlu dibahas lagi."
        )
    version = agreement.versions.first()
    numbers = {clause.key: n for n, clause in enumerate(version.content, start=1)}
    refuse_if(
        part="" if not part or part in numbers else "Pasal ini tidak ada lagi. Pilih pasal yang tersedia.",
        author="" if author.strip() else "Tulis siapa pada mitra yang menyampaikan.",
        text="" if text.strip() else "Tulis masukannya.",
        received_on=past_problem(received_on, what="Tanggal diterima"),
    )
    return _note(
        agreement, version, author=author, text=text, place=numbers.get(part, 0), received_on=received_on, by=by
    )


def note_comments(
    agreement: Agreement, version: DraftVersion, comments: Iterable[Comment], *, document_id: int, received_on: date, by: User
) -> list[PartnerRemark]:  # fmt: skip
    """Keep the comments found in the margin of a file, each at its pasal."""
    return [
        _note(
            agreement, version, author=comment.author, text=comment.text, place=comment.clause, received_on=received_on, by=by,
            quoted=comment.quoted, document_id=document_id,
        )
        for comment in comments
    ]  # fmt: skip


@transaction.atomic
def answer_remark(row: PartnerRemark, *, answer: str, reason: str, by: User) -> PartnerRemark:
    """Take a remark up or decline it, once, with a reason. Raises NotYours, BadInput, NotYet the second time."""
    require(by, Office.BAGIAN)
    return record_answer(row, answer=answer, reason=reason, by=by, what="Masukan", history="Jawaban atas masukan mitra")


def _note(
    agreement: Agreement, version: DraftVersion, *, author: str, text: str, place: int, received_on: date, by: User,
    quoted: str = "", document_id: int | None = None,
) -> PartnerRemark:  # fmt: skip
    clause = version.content[place - 1] if 0 < place <= len(version.content) else None
    row = PartnerRemark(
        agreement=agreement, version=version, part=clause.key if clause else "",
        part_label=f"Pasal {place} {clause.title}"[:250] if clause else WHOLE, author=author.strip()[:160],
        quoted=quoted or "\n".join(clause.paragraphs if clause else ()), text=text.strip()[:4000], received_on=received_on,
        recorded_by=by, document_id=document_id,
    )  # fmt: skip
    return keep(row, by=by, reason="Masukan mitra atas naskah")
