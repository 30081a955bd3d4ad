"""Our letters of answer to another region: willing, or not able."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NotRequired, TypedDict, Unpack

from kerjasama.documents.papers.common import Kop, Signer, iso, letterhead
from kerjasama.documents.papers.letters import IMPORTANT, addressed, letter


class AnswerFacts(TypedDict):
    """What a letter of answer says; A4 under the letterhead of the Kepala Daerah unless told otherwise."""

    partner_name: str
    partner_head_title: str
    partner_place: str
    their_number: str
    their_date: date | None
    title: str
    statement: str
    unit_name: str
    contact: str
    signer: Signer
    copies: Iterable[str]
    paper: NotRequired[str]
    kop: NotRequired[Kop | None]


def willingness(**facts: Unpack[AnswerFacts]) -> dict[str, Any]:
    """Our answer that we are willing; `statement` is what we add, `unit_name` the OPD that takes it up.

    Template surat_kesediaan.
    """
    return _answer("Kesediaan Kerja Sama Daerah", facts)


def refusal(**facts: Unpack[AnswerFacts]) -> dict[str, Any]:
    """Our answer that we cannot take part; `statement` holds the reasons. Template surat_penolakan."""
    return _answer("Jawaban atas Permohonan Kerja Sama Daerah", facts)


def _answer(about: str, facts: AnswerFacts) -> dict[str, Any]:
    context = letter(
        facts.get("kop") or letterhead("KDH"),
        paper=facts.get("paper", "A4"),
        about=about,
        nature=IMPORTANT,
        attachment_line="-",
        to=addressed(facts["partner_head_title"], facts["partner_place"]),
        signer=facts["signer"],
        copies=facts["copies"],
    )
    told = {key: facts[key] for key in ("partner_name", "their_number", "title", "statement", "unit_name", "contact")}
    return context | told | {"their_date": iso(facts["their_date"])}
