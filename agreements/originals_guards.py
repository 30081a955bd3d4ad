"""What must hold before an original changes hands."""

from collections.abc import Iterator
from typing import Any

from agreements.originals import originals, sendable
from kerjasama.workflow.guards import guard


@guard("Semua naskah asli sudah pada pemegangnya, atau sedang dalam perjalanan.", hides=True)
def something_to_send(agreement: Any) -> bool:
    return bool(sendable(agreement))


@guard("Tidak ada naskah asli yang sedang dalam perjalanan.", hides=True)
def something_under_way(agreement: Any) -> bool:
    return any(original.under_way for original in originals(agreement))


@guard(basis="PP 28/2018 Pasal 6 ayat (1) huruf i")
def our_original_is_back(agreement: Any) -> Iterator[str]:
    """The register names the place of our original, so it is here."""
    ours = [original for original in originals(agreement) if original.keeper.partner_id is None]
    if ours and not any(original.settled for original in ours):
        yield f"Naskah asli untuk kita belum kembali: {ours[0].where}. Catat penerimaannya lebih dahulu."
