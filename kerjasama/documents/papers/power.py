"""The surat kuasa by which the head of region lets an official sign."""

from typing import Any

from kerjasama.documents.papers.common import Kop, Signer, base, capital_name, letterhead
from kerjasama.documents.papers.naskah import INSTRUMENTS


def power_of_attorney(
    *,
    title: str,
    instrument: str,
    grantee_name: str,
    grantee_title: str,
    partner_names: str,
    signer: Signer,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Our surat kuasa to sign one named naskah (PP 28/2018 art. 2(2), 13(2)). Template surat_kuasa."""
    context = base(kop or letterhead("KDH"), paper=paper, heading="Surat Kuasa", signer=signer)
    return context | {
        "title": title,
        "instrument_name": INSTRUMENTS[instrument],
        "grantee_name": capital_name(grantee_name),
        "grantee_title": grantee_title,
        "partner_names": partner_names,
        "grantor_title": context["signer"]["title"],
        "grantor_name": context["signer"]["name"],
    }
