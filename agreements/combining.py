"""One person in two offices of the chain: when he may paraf the same text a second time (docs/decisions/0009)."""

from typing import Any

from agreements.stages import ParafState
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import Seat
from kerjasama.core.errors import BadInput, NotYours


def given_by(agreement: Any, user: User) -> list[Any]:
    """The paraf this person has given on the locked text, in the order of the chain."""
    rows = agreement.parafs.filter(version=agreement.locked_version_id, given_by=user, state=ParafState.GIVEN)
    return list(rows.order_by("order"))


def may_combine(given: list[Any], seat: Seat | None) -> bool:
    """A second paraf, never a third, and only in an office held today by delegation (Plt., Plh., Pj.)."""
    return len(given) == 1 and seat is not None and seat.is_acting


def question(agreement: Any, user: User, seat: Seat | None) -> str:
    """What a person who combines two offices declares; empty when it is his first paraf, or none is possible."""
    given = given_by(agreement, user)
    if seat is None or not may_combine(given, seat):
        return ""
    return f"Paraf ini saya bubuhkan sebagai {seat.label}, dirangkap oleh {given[0].seat_title}"


def refuse_silent_second(agreement: Any, act: Any) -> str:
    """The office in which this person has given his first paraf; empty when this is his first.

    Raises NotYours when he may not give a second, BadInput when he may and has not declared it.
    """
    given = given_by(agreement, act.by)
    if not given:
        return ""
    if not may_combine(given, act.seat):
        raise NotYours(
            "Anda sudah memaraf teks ini. Satu orang tidak memaraf dua kali, kecuali dirangkap satu kali sebagai Plt., Plh., atau Pj.",
            detail="Mintalah penugasan pejabat lain untuk jabatan ini, supaya naskah dapat diteruskan.",
        )
    if not act.data.get("combined"):
        raise BadInput(
            f"Anda sudah memaraf teks ini sebagai {given[0].seat_title}.",
            errors={"combined": ["Nyatakan bahwa paraf kedua ini dibubuhkan dalam jabatan yang dirangkap."]},
        )
    return given[0].seat_title
