"""The second factor: who must have one, who lacks it, and what becomes of a lost one."""

from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction

from kerjasama.accounts import marks, permissions
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import SECOND_FACTOR_OFFICES, Office
from kerjasama.core import clock, throttle
from kerjasama.core.errors import BadInput, NotYet, TooMany

PROOFS = throttle.Limit("tanda-tangan:faktor", 10, 600)


def is_needed(user: Any) -> bool:
    """Whether this person parafs, signs, decides or administers today, also as an acting official."""
    if not settings.SECOND_FACTOR_REQUIRED or not getattr(user, "is_active", False):
        return False
    return bool(user.is_superuser or {seat.office for seat in permissions.seats(user)} & SECOND_FACTOR_OFFICES)


def is_set(user: Any) -> bool:
    """Whether an authenticator app is paired with this account; one query."""
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()


def is_owed(user: Any) -> bool:
    """Needed today and not there: nothing else can be done before it is."""
    return is_needed(user) and not is_set(user)


def prove(user: User, given: str) -> None:
    """Show again who is there, before a signature (PP 71/2019 art. 64): the code of the app, or the PIN of paraf where none is paired.

    Raises BadInput, TooMany after ten tries in ten minutes. A code counts once.
    """
    wait = throttle.spend(PROOFS, str(user.pk))
    if wait:
        raise TooMany(wait, until=clock.now() + timedelta(seconds=wait))
    paired = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).first()
    try:
        if paired is None:
            marks.require_pin(user, given)
        elif not paired.wrap().validate_code(given):
            raise BadInput("Kode autentikator tidak cocok atau sudah dipakai.")
    except BadInput as refusal:
        raise BadInput(refusal.message, errors={"proof": [f"{refusal.message} Naskah belum ditandatangani."]}) from None


@transaction.atomic
def reset(user: User, *, reason: str, by: User) -> None:
    """Take a lost second factor away: somebody else's, with a reason, on record; the person's sessions end.

    At the next sign-in the person pairs another device. Raises NotYours unless `by` administers, NotYet for
    oneself or where there is none, BadInput without a reason.
    """
    permissions.require(by, Office.ADMIN)
    held = User.objects.select_for_update().get(pk=user.pk)
    if held == by:
        raise NotYet(
            "Verifikasi dua langkah milik sendiri tidak dapat Anda atur ulang.",
            detail="Minta administrator lain melakukannya.",
        )
    if not reason.strip():
        raise BadInput("Alasan wajib diisi.", errors={"reason": ["Tulis alasannya."]})
    removed, _ = Authenticator.objects.filter(user=held).delete()
    if not removed:
        raise NotYet(
            "Orang ini belum mengaktifkan verifikasi dua langkah.", detail="Tidak ada yang perlu diatur ulang."
        )
    for session in UserSession.objects.filter(user=held):
        session.end()
    held._history_user, held._change_reason = by, f"Verifikasi dua langkah diatur ulang: {reason.strip()}"
    held.save()
