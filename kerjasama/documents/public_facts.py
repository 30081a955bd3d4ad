"""What the public may read of a paper: its own short list, never the whole frozen context.

Only what stands in this module leaves the house. NIP, NIK, phone and e-mail are in none of the keys
that are read here; the names of those who sign a naskah are public with the naskah.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kerjasama.core import clock
from kerjasama.documents import corrections
from kerjasama.documents.models import Document, ElectronicSignature

IN_FORCE, AMENDED, ENDED, CHANGED, REVOKED = "IN_FORCE", "AMENDED", "ENDED", "CHANGED", "REVOKED"
#: code: tone, icon, sentence.
VERDICTS = {
    IN_FORCE: ("ok", "badge-check", "Dokumen asli dan masih berlaku"),
    AMENDED: ("ok", "badge-check", "Dokumen asli dan masih berlaku, diubah dengan adendum"),
    ENDED: ("wait", "history", "Dokumen asli, sudah berakhir"),
    CHANGED: ("wait", "refresh", "Dokumen asli, sudah diganti"),
    REVOKED: ("bad", "ban", "Dokumen sudah dicabut"),
}


@dataclass(frozen=True)
class PublicFacts:
    """One checked paper as the public page shows it."""

    code: str
    title: str
    kind: str
    numbers: list[str]
    parties: list[str]
    dated: date | None
    sha256: str
    pages: int | None
    size: int
    since: date | None = None
    signatories: list[dict[str, str]] = field(default_factory=list)
    corrected: list[dict[str, str]] = field(default_factory=list)
    signatures: list[ElectronicSignature] = field(default_factory=list)

    @property
    def tone(self) -> str:
        return VERDICTS[self.code][0]

    @property
    def icon(self) -> str:
        return VERDICTS[self.code][1]

    @property
    def verdict(self) -> str:
        return VERDICTS[self.code][2]


def facts_of(document: Document | None) -> PublicFacts | None:
    """The facts of a published paper; None for every other, as for a code that nobody has."""
    if document is None or not document.public or document.file is None:
        return None
    answer = _answer(document)
    code, since = _standing(document, answer)
    frozen = document.facts()
    signatures = list(document.signatures.select_related("file").order_by("order"))
    file = signatures[-1].file if signatures else document.file
    return PublicFacts(
        code=code,
        title=_text(frozen.get("heading") if frozen.get("instrument_name") else "") or document.title,
        kind=_text(frozen.get("instrument_name") or frozen.get("kind_label") or frozen.get("about")),
        numbers=_numbers(document, frozen),
        parties=_parties(frozen) or _names(answer.get("parties")),
        dated=document.dated,
        sha256=file.sha256,
        pages=file.pages,
        size=file.size,
        since=since,
        signatories=_signatories(frozen),
        corrected=[{"label": r.label, "old": r.old_shown, "new": r.new_shown} for r in corrections.public_of(document)],
        signatures=_newest_of_each(signatures),
    )


def _newest_of_each(signatures: list[ElectronicSignature]) -> list[ElectronicSignature]:
    """One signature for each party: a file that was sent back does not count twice."""
    return list({row.party_order: row for row in signatures}.values())


def _answer(document: Document) -> Mapping[str, Any]:
    """What the case says of itself: a code, or {"code", "since", "parties"}; in force when it is silent."""
    status = getattr(document.subject, "public_status", None)
    answer = status() if callable(status) else IN_FORCE
    return answer if isinstance(answer, Mapping) else {"code": answer}


def _standing(document: Document, answer: Mapping[str, Any]) -> tuple[str, date | None]:
    if document.status == Document.Status.ANNULLED:
        return REVOKED, document.updated_at.astimezone(clock.zone()).date()
    if document.status == Document.Status.SUPERSEDED:
        return CHANGED, document.updated_at.astimezone(clock.zone()).date()
    code, since = str(answer.get("code", "")), answer.get("since")
    # An answer we do not know must never be shown as "in force".
    return (code if code in VERDICTS else REVOKED), since if isinstance(since, date) else None


def _numbers(document: Document, frozen: Mapping[str, Any]) -> list[str]:
    ours = [document.number] if document.number else []
    theirs = [_text(party.get("number")) for party in _sides(frozen)]
    return list(dict.fromkeys(number for number in ours + theirs if number))


def _parties(frozen: Mapping[str, Any]) -> list[str]:
    named = [_text(party.get("name")) for party in _sides(frozen)]
    if named:
        return [name for name in named if name]
    kop = frozen.get("kop")
    ours = _text(kop.get("government")) if isinstance(kop, Mapping) else ""
    partner = _text(frozen.get("partner_name"))
    if not partner:
        to = frozen.get("to")
        first = _text(to[0]) if isinstance(to, list) and len(to) in {1, 2} else ""
        partner = first.removeprefix("Yth. ")
    return [name for name in (ours, partner) if name]


def _signatories(frozen: Mapping[str, Any]) -> list[dict[str, str]]:
    if frozen.get("draft"):
        return []
    seats = [
        {"name": _text(party.get("signatory_name")), "office": _text(party.get("office"))} for party in _sides(frozen)
    ]
    return [seat for seat in seats if seat["name"]]


def _sides(frozen: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    parties = frozen.get("parties")
    if not isinstance(parties, list):
        return []
    return [party if isinstance(party, Mapping) else {"name": party} for party in parties]


def _names(given: Any) -> list[str]:
    return [_text(name) for name in given if _text(name)] if isinstance(given, list | tuple) else []


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
