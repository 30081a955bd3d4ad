"""What must hold before a paraf on a letter, before it is sent back, and before it is signed."""

from collections.abc import Iterator
from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat
from kerjasama.documents import letter_parafs
from kerjasama.documents.letter_kinds import BASIS
from kerjasama.workflow.guards import guard


@guard(basis=BASIS, hides=True)
def letter_paraf_is_asked(subject: Any, seat: Seat | None) -> Iterator[str]:
    """The chain is walked in order, each office in its place; who is not in turn is not asked."""
    waiting = letter_parafs.next_office(subject)
    if not waiting:
        yield "Tidak ada paraf surat yang ditunggu."
    elif seat is not None and seat.office != waiting:
        yield f"Menunggu paraf {Office(waiting).label} lebih dahulu."


@guard("Surat yang akan diparaf masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def letter_is_printed(subject: Any) -> bool:
    letters = letter_parafs.waiting_letters(subject)
    return bool(letters) and all(letter.is_ready for letter in letters)


@guard("Surat ini tidak sedang menunggu Anda.", hides=True)
def letter_lies_before(subject: Any, seat: Seat | None) -> bool:
    """The Kepala Daerah may send a letter back at any time, the offices under him in their turn."""
    return seat is None or seat.office in {Office.KDH, letter_parafs.next_office(subject)}


@guard(basis=BASIS)
def letter_paraf_is_complete(subject: Any) -> Iterator[str]:
    """Every office of the chain that was frozen with the letter has given its paraf on this very file."""
    waiting = letter_parafs.next_office(subject)
    if waiting:
        yield f"Paraf surat belum lengkap: menunggu {Office(waiting).label}."
