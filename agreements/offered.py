"""The clauses that may be taken into a naskah, filled from its case: those the system brings, and the region's own."""

import re
from dataclasses import dataclass
from typing import Any

from agreements.content import Clause
from agreements.library import first_text, first_translation
from agreements.models import LibraryClause
from agreements.placeholders import filled

BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Offer:
    """A clause with the name under which it is asked for; `source` says whose words they are."""

    name: str
    clause: Clause
    source: str
    note: str = ""
    second: dict[str, Any] | None = None


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Ayat are parted by an empty line."""
    return tuple(part.strip() for part in BLANK_LINE.split(text.replace("\r\n", "\n")) if part.strip())


def offers(agreement: Any) -> list[Offer]:
    """What may be taken into this naskah: the region's own first; one query besides the case."""
    proposal = agreement.proposal
    own = LibraryClause.objects.filter(instrument=agreement.instrument, active=True)
    found = [
        Offer(
            f"daerah-{row.pk}",
            Clause(row.key, row.title, paragraphs_of(filled(row.text, proposal))),
            "Pustaka daerah",
            row.note,
        )
        for row in own
    ]
    second = {c["key"]: c for c in first_translation(proposal, agreement.instrument).get("clauses", ())}
    ours = first_text(proposal, agreement.instrument)
    return found + [Offer(f"baku-{c.key}", c, "Teks baku", second=second.get(c.key)) for c in ours]


def offered(agreement: Any, name: str) -> Offer | None:
    """What stands under a name, or None."""
    return next((offer for offer in offers(agreement) if offer.name == name), None)
