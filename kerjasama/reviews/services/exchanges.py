"""Letters between our government and the Gubernur, the Menteri, the Menlu (Permendagri 25/2020 art. 14-25)."""

from datetime import date

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core.errors import NotYet
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Exchange, about
from kerjasama.reviews.models.exchange import PAPERS, Reply
from kerjasama.reviews.services.keeping import before_problem, keep, lock, past_problem, refuse_if


@transaction.atomic
def send(
    subject: models.Model, authority: str, purpose: str, *, number: str, dated: date, by: User, document_id: int | None = None,
    text_hash: str = "",
) -> Exchange:  # fmt: skip
    """Our signed letter has left. Raises NotYet while an earlier one of the same purpose waits for its answer."""
    if selectors.open_exchange(subject, authority, purpose) is not None:
        raise NotYet("Surat sebelumnya untuk perihal ini masih menunggu jawaban. Catat jawabannya lebih dahulu.")
    row = Exchange(
        **about(subject), authority=authority, purpose=purpose, our_number=number, our_date=dated, our_document_id=document_id,
        text_hash=text_hash,
    )  # fmt: skip
    return keep(row, by=by, reason="Surat dikirim")


@transaction.atomic
def note_receipt(exchange: Exchange, *, on: date, due_on: date | None, by: User) -> Exchange:
    """The authority received our letter; `due_on` is the last day the law leaves it. Raises NotYet, BadInput."""
    _hold(exchange)
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal penerimaan")
        or before_problem(on, exchange.our_date, "tanggal surat kita")
    )
    exchange.received_on, exchange.due_on = on, due_on
    return keep(exchange, by=by, reason="Surat diterima")


@transaction.atomic
def answer(
    exchange: Exchange, reply: str, *, on: date, by: User, number: str = "", summary: str = "", document_id: int | None = None,
    signed_by: str = "",
) -> Exchange:  # fmt: skip
    """What came back, once; from then on nothing of it changes. Raises NotYet when answered, BadInput."""
    if exchange.pk is not None:
        _hold(exchange)
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal jawaban")
        or before_problem(on, exchange.our_date, "tanggal surat kita"),
        number="Isi nomor surat jawaban." if reply in PAPERS and not number.strip() else "",
        file="Unggah berkas jawaban." if reply in PAPERS and document_id is None else "",
    )
    exchange.reply, exchange.answered_on, exchange.answer_number = reply, on, number.strip()
    exchange.summary, exchange.document_id, exchange.signed_by = summary.strip(), document_id, signed_by.strip()
    return keep(exchange, by=by, reason=f"Jawaban: {Reply(reply).label}")


@transaction.atomic
def record(
    subject: models.Model, authority: str, purpose: str, reply: str, *, on: date, by: User, text_hash: str = "", **facts: object
) -> Exchange:  # fmt: skip
    """An answer to the open letter of a purpose, or one that came without a letter of ours."""
    row = selectors.open_exchange(subject, authority, purpose)
    if row is None:
        row = Exchange(**about(subject), authority=authority, purpose=purpose, text_hash=text_hash)
    return answer(row, reply, on=on, by=by, **facts)


@transaction.atomic
def withdraw_open(subject: models.Model, *, on: date, by: User) -> None:
    """Letters that still wait are closed: the case was withdrawn, or its text taken back."""
    for row in selectors.exchanges(subject).filter(reply=""):
        answer(row, Reply.WITHDRAWN, on=on, by=by)


def _hold(exchange: Exchange) -> None:
    if not lock(exchange).is_open:
        raise NotYet("Surat ini sudah dijawab, dan jawabannya tidak dapat diubah.")
