"""What must hold before a naskah is signed electronically."""

from collections.abc import Iterator
from typing import Any

from agreements.stages import Way
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat
from kerjasama.documents import selectors as documents
from kerjasama.documents.signing import attempts
from kerjasama.workflow.guards import guard


@guard("Naskah ini ditandatangani basah.", hides=True)
def signs_electronically(agreement: Any) -> bool:
    return agreement.way == Way.ELECTRONIC


@guard("Naskah ini ditandatangani secara elektronik.", hides=True)
def signs_on_paper(agreement: Any) -> bool:
    return agreement.way != Way.ELECTRONIC


@guard("Pihak kita sudah menandatangani naskah ini.", hides=True)
def we_have_not_signed(agreement: Any) -> bool:
    return not agreement.we_have_signed


@guard("Pihak kita belum menandatangani naskah ini.", hides=True)
def we_have_signed(agreement: Any) -> bool:
    return bool(agreement.we_have_signed)


@guard("Naskah ini ditandatangani pejabat yang lain.", hides=True)
def is_the_signatory(agreement: Any, seat: Seat | None) -> bool:
    """The head of region, or where there is a surat kuasa the office of its holder; who he is, the service asks."""
    return seat is None or seat.office == (Office.OPD if agreement.by_power else Office.KDH)


@guard(basis="PP 71/2019 Pasal 62")
def nothing_in_doubt(agreement: Any) -> Iterator[str]:
    """An earlier request whose outcome nobody knows is looked into before another is sent."""
    if _doubt(agreement):
        yield (
            "Hasil penandatanganan sebelumnya belum pasti (perlu cek). Bagian Kerja Sama memeriksanya pada layanan tanda tangan dan mencatat "
            "hasilnya lebih dahulu."
        )


@guard("Tidak ada penandatanganan yang perlu dicek.", hides=True)
def is_in_doubt(agreement: Any) -> bool:
    return _doubt(agreement) is not None


def _doubt(agreement: Any) -> Any:
    paper = documents.latest(agreement, "NASKAH_FINAL")
    return attempts.doubt(paper) if paper else None
