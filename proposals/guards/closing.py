"""What must hold before a case goes on to its naskah or ends."""

from typing import Any

from kerjasama.workflow.guards import guard


@guard("Belum ada naskah kesepakatan bersama yang ditandatangani.", basis="PP 28/2018 Pasal 6 ayat (1) huruf d dan e")
def kb_is_signed(proposal: Any) -> bool:
    return proposal.first_signed_on is not None


@guard("Naskah sudah ada yang ditandatangani. Kerja sama yang telah ditandatangani diakhiri, tidak ditarik.")
def nothing_signed(proposal: Any) -> bool:
    return proposal.first_signed_on is None
