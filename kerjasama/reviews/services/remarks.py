"""A member comments on a part and proposes a wording; the drafter accepts or declines with a reason (statute 6)."""

from typing import TypeVar

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.notifications.services import tell
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Remark, about
from kerjasama.reviews.models.remark import RemarkAnswer
from kerjasama.reviews.services.keeping import keep, lock, refuse_if

#: A row with `is_open` and the four columns of an answer.
Answered = TypeVar("Answered", bound=models.Model)


@transaction.atomic
def remark(
    subject: models.Model, *, part: str, part_label: str, quoted: str, words: str, wording: str = "", by: User
) -> Remark:
    """Comment on a part as it reads now. Raises NotYours when `by` is no member today, BadInput without words."""
    member = selectors.membership(by)
    if member is None:
        raise NotYours("Komentar hanya dapat diberikan oleh anggota TKKSD yang sedang bertugas.")
    refuse_if(words="" if words.strip() else "Tulis komentar Anda.")
    row = Remark(
        **about(subject), member=member, made_by=by, part=part, part_label=part_label, quoted=quoted, text=words.strip(),
        wording=wording.strip(), made_at=clock.now(),
    )  # fmt: skip
    return keep(row, by=by, reason="Komentar anggota TKKSD")


@transaction.atomic
def answer_remark(row: Remark, *, answer: str, reason: str, by: User, url: str = "") -> Remark:
    """Accept or decline a comment, once, with a reason; who wrote it is told.

    Whether `by` is the drafter is the asker's page to know. Raises BadInput, NotYet the second time.
    """
    record_answer(row, answer=answer, reason=reason, by=by, what="Komentar", history="Jawaban atas komentar TKKSD")
    tell(
        [person for person in (row.made_by,) if person.pk != by.pk],
        key=f"remark:{row.pk}:answered",
        title=f"Komentar Anda {row.get_answer_display().lower()}: {row.part_label}",
        body=f"{row.text}\nAlasan: {row.answer_reason}",
        url=url,
    )
    return row


def record_answer(row: Answered, *, answer: str, reason: str, by: User, what: str, history: str) -> Answered:
    """Write the one answer to a remark, of whomever it is. Raises BadInput, NotYet when it has one already."""
    refuse_if(
        answer="" if answer in RemarkAnswer.values else "Pilih diterima atau tidak diterima.",
        reason="" if reason.strip() else "Tulis alasannya.",
    )
    if not lock(row).is_open:
        raise NotYet(f"{what} ini sudah dijawab. Muat ulang halaman untuk membacanya.")
    row.answer, row.answer_reason, row.answered_at, row.answered_by = answer, reason.strip(), clock.now(), by
    return keep(row, by=by, reason=history)
