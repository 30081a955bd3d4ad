"""What must hold before an act on a statutory report."""

from collections.abc import Iterator
from typing import Any

from kerjasama.workflow.guards import guard


@guard(basis="Permendagri 25/2020 Pasal 37; pedoman pelaporan daerah")
def is_analysed(edition: Any) -> Iterator[str]:
    """What no table can say: the analysis, and what is to follow."""
    for name in ("analysis", "follow_up"):
        if not getattr(edition, name).strip():
            yield f"Bagian {edition._meta.get_field(name).verbose_name} belum diisi."


@guard("Dokumen laporan masih dibuat atau gagal dibuat. Tunggu sebentar, atau buat ulang dari daftar dokumen.")
def report_is_printed(edition: Any) -> bool:
    return edition.letter is not None and edition.letter.is_ready


@guard("Edisi pertama adalah kewajiban pelaporan dan tidak dibatalkan.", hides=True)
def is_further_edition(edition: Any) -> bool:
    return edition.number > 1


@guard("Tanda terima laporan ini sudah tercatat.", hides=True)
def receipt_is_missing(edition: Any) -> bool:
    return edition.received_on is None
