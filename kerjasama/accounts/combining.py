"""One person in two offices of a chain of paraf: when he may give a second one (docs/decisions/0009)."""

from collections.abc import Sequence
from typing import Any

from kerjasama.accounts.permissions import Seat
from kerjasama.core.errors import BadInput, NotYours


def may_combine(given: Sequence[Any], seat: Seat | None) -> bool:
    """A second paraf, never a third, and only in an office held today by delegation (Plt., Plh., Pj.)."""
    return len(given) == 1 and seat is not None and seat.is_acting


def question_on(given: Sequence[Any], seat: Seat | None) -> str:
    """What a person who combines two offices declares; empty when it is his first paraf, or none is possible."""
    if seat is None or not may_combine(given, seat):
        return ""
    return f"Paraf ini saya bubuhkan sebagai {seat.label}, dirangkap oleh {given[0].seat_title}"


def refuse_silent(given: Sequence[Any], act: Any, *, what: str, whole: str) -> str:
    """The office in which this person has given his first paraf; empty when this is his first.

    `what` was marked ("teks", "surat"), `whole` goes on ("naskah", "surat"). Raises NotYours when he may not give
    a second, BadInput when he may and has not declared it.
    """
    if not given:
        return ""
    if not may_combine(given, act.seat):
        raise NotYours(
            f"Anda sudah memaraf {what} ini. Satu orang tidak memaraf dua kali, kecuali dirangkap satu kali sebagai Plt., Plh., atau Pj.",
            detail=f"Mintalah penugasan pejabat lain untuk jabatan ini, supaya {whole} dapat diteruskan.",
        )
    if not act.data.get("combined"):
        raise BadInput(
            f"Anda sudah memaraf {what} ini sebagai {given[0].seat_title}.",
            errors={"combined": ["Nyatakan bahwa paraf kedua ini dibubuhkan dalam jabatan yang dirangkap."]},
        )
    return given[0].seat_title
