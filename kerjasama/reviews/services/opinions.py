"""The opinion of one member."""

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Opinion, about
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.services.keeping import keep, refuse_if


@transaction.atomic
def record_opinion(subject: models.Model, user: User, verdict: str, note: str = "") -> Opinion:
    """Record what a member of the team in force thinks; a second opinion counts instead of the first.

    Raises NotYours when `user` is no member today, NotYet once the meeting has concluded, BadInput
    without a note to anything but agreement (statute 6).
    """
    member = selectors.membership(user)
    if member is None:
        raise NotYours(
            "Pendapat hanya dapat diberikan oleh anggota TKKSD yang sedang bertugas.",
            detail="Hubungi Bagian Kerja Sama bila nama Anda belum tercatat dalam tim.",
        )
    note = note.strip()
    known = verdict in Verdict.values
    refuse_if(
        verdict="" if known else "Pilih setuju, setuju dengan catatan, atau tidak setuju.",
        note="Tulis catatan atau alasannya." if known and verdict != Verdict.AGREE and not note else "",
    )
    item = selectors.current_item(subject)
    if item is not None and item.conclusion:
        raise NotYet(
            "Rapat TKKSD sudah menyimpulkan usulan ini, sehingga pendapat tidak dapat ditambah.",
            detail="Bila ada hal baru, sampaikan kepada sekretaris tim agar rapat diundang kembali.",
        )
    opinion = Opinion(**about(subject), member=member, verdict=verdict, note=note, given_at=clock.now())
    return keep(opinion, by=user, reason="Pendapat anggota TKKSD")
