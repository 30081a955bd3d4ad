"""The opinion of one member, the conditions that go with it, and stepping aside."""

from collections.abc import Sequence

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Member, Opinion, OpinionCondition, Recusal, about
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.services.keeping import keep, keep_new, refuse_if

OPINION = "Pendapat anggota TKKSD"


@transaction.atomic
def record_opinion(
    subject: models.Model, user: User, verdict: str, note: str = "", conditions: Sequence[str] = ()
) -> Opinion:
    """Record what a member of the team in force thinks; a second opinion counts instead of the first.

    Agreement with notes may name conditions, each in a line of its own. A substitute speaks for the seat he fills,
    and stands on the record by name. Raises NotYours when `user` is no member today, NotYet once the meeting has
    concluded or while he stands aside, BadInput without a note to anything but agreement (statute 6).
    """
    member = _speaker(user)
    note, wanted = note.strip(), [text.strip() for text in conditions if text.strip()]
    known = verdict in Verdict.values
    refuse_if(
        verdict="" if known else "Pilih setuju, setuju dengan catatan, atau tidak setuju.",
        note="Tulis catatan atau alasannya." if known and verdict != Verdict.AGREE and not note else "",
        conditions=_conditions_problem(verdict, wanted),
    )
    _refuse_concluded(subject, "pendapat tidak dapat ditambah")
    recusal = selectors.recused(subject).get(member.pk)
    if recusal is not None:
        raise NotYet(
            f"Anda mengundurkan diri dari pembahasan usulan ini sejak {date_long(clock.local_date(recusal.given_at))}.",
            detail="Cabut dahulu pengunduran diri itu dengan alasannya, bila keadaannya berubah.",
        )
    opinion = Opinion(
        **about(subject), member=member, verdict=verdict, note=note, given_at=clock.now(), spoken_by=_substitute(member, user)
    )  # fmt: skip
    keep(opinion, by=user, reason=OPINION)
    keep_new(OpinionCondition, [OpinionCondition(opinion=opinion, text=t) for t in wanted], by=user, reason=OPINION)
    return opinion


@transaction.atomic
def recuse(subject: models.Model, user: User, reason: str) -> Recusal:
    """A member steps aside from a subject: his opinions no longer count, nor does he for its quorum.

    Raises NotYours, NotYet when he has stepped aside already or the meeting has concluded, BadInput without a reason.
    """
    return _step(subject, user, reason, aside=True)


@transaction.atomic
def lift_recusal(subject: models.Model, user: User, reason: str) -> Recusal:
    """A member takes part again, by a record of its own; the earlier one stays. Raises as `recuse`."""
    return _step(subject, user, reason, aside=False)


def _step(subject: models.Model, user: User, reason: str, *, aside: bool) -> Recusal:
    member = _speaker(user)
    refuse_if(reason="" if reason.strip() else "Tulis alasannya.")
    _refuse_concluded(subject, "keikutsertaan tidak dapat diubah")
    if (member.pk in selectors.recused(subject)) == aside:
        raise NotYet(
            "Anda sudah mengundurkan diri dari pembahasan usulan ini."
            if aside
            else "Anda tidak sedang mengundurkan diri dari pembahasan usulan ini."
        )
    row = Recusal(
        **about(subject), member=member, stands_aside=aside, reason=reason.strip(), given_at=clock.now(), given_by=user
    )
    return keep(row, by=user, reason="Pengunduran diri anggota TKKSD")


def _speaker(user: User) -> Member:
    member = selectors.membership(user)
    if member is None:
        raise NotYours(
            "Pendapat hanya dapat diberikan oleh anggota TKKSD yang sedang bertugas.",
            detail="Hubungi Bagian Kerja Sama bila nama Anda belum tercatat dalam tim.",
        )
    return member


def _substitute(member: Member, user: User) -> User | None:
    return user if member.user_id != user.pk else None


def _conditions_problem(verdict: str, wanted: Sequence[str]) -> str:
    if wanted and verdict != Verdict.AGREE_WITH_NOTES:
        return "Syarat hanya menyertai pendapat “setuju dengan catatan”."
    return "Satu syarat paling banyak 500 huruf." if any(len(text) > 500 for text in wanted) else ""


def _refuse_concluded(subject: models.Model, then: str) -> None:
    item = selectors.current_item(subject)
    if item is not None and item.conclusion:
        raise NotYet(
            f"Rapat TKKSD sudah menyimpulkan usulan ini, sehingga {then}.",
            detail="Bila ada hal baru, sampaikan kepada sekretaris tim agar rapat diundang kembali.",
        )
