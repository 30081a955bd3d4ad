"""Our letters of answer to another region: willing, or not able."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kerjasama.documents.papers.common import Kop, Signer, iso, letterhead
from kerjasama.documents.papers.letters import IMPORTANT, addressed, letter


def _answer(
    about: str,
    *,
    partner_name: str,
    partner_head_title: str,
    partner_place: str,
    their_number: str,
    their_date: date | None,
    title: str,
    statement: str,
    unit_name: str,
    contact: str,
    signer: Signer,
    copies: Iterable[str],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    context = letter(
        kop or letterhead("KDH"),
        paper=paper,
        about=about,
        nature=IMPORTANT,
        attachment_line="-",
        to=addressed(partner_head_title, partner_place),
        signer=signer,
        copies=copies,
    )
    return context | {
        "partner_name": partner_name,
        "their_number": their_number,
        "their_date": iso(their_date),
        "title": title,
        "statement": statement,
        "unit_name": unit_name,
        "contact": contact,
    }


def willingness(
    *,
    partner_name: str,
    partner_head_title: str,
    partner_place: str,
    their_number: str,
    their_date: date | None,
    title: str,
    statement: str,
    unit_name: str,
    contact: str,
    signer: Signer,
    copies: Iterable[str],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Our answer that we are willing; `statement` is what we add, `unit_name` the OPD that takes it up.

    Template surat_kesediaan.
    """
    return _answer(
        "Kesediaan Kerja Sama Daerah",
        partner_name=partner_name,
        partner_head_title=partner_head_title,
        partner_place=partner_place,
        their_number=their_number,
        their_date=their_date,
        title=title,
        statement=statement,
        unit_name=unit_name,
        contact=contact,
        signer=signer,
        copies=copies,
        paper=paper,
        kop=kop,
    )


def refusal(
    *,
    partner_name: str,
    partner_head_title: str,
    partner_place: str,
    their_number: str,
    their_date: date | None,
    title: str,
    statement: str,
    unit_name: str,
    contact: str,
    signer: Signer,
    copies: Iterable[str],
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """Our answer that we cannot take part; `statement` holds the reasons. Template surat_penolakan."""
    return _answer(
        "Jawaban atas Permohonan Kerja Sama Daerah",
        partner_name=partner_name,
        partner_head_title=partner_head_title,
        partner_place=partner_place,
        their_number=their_number,
        their_date=their_date,
        title=title,
        statement=statement,
        unit_name=unit_name,
        contact=contact,
        signer=signer,
        copies=copies,
        paper=paper,
        kop=kop,
    )
