"""What has been said of the text and waits for an answer: by the partner and by the TKKSD, in one order."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from agreements.models import PartnerRemark
from kerjasama.reviews import remarks as committee


@dataclass(frozen=True, slots=True)
class Said:
    """One remark: of whom, what, the wording proposed if any, and "partner" or "committee"."""

    by: str
    text: str
    wording: str
    source: str


def open_by_part(agreement: Any) -> dict[str, list[Said]]:
    """The remarks without an answer by the key of their pasal ("" for the whole text); two queries."""
    found: dict[str, list[Said]] = defaultdict(list)
    for row in PartnerRemark.waiting(agreement):
        found[row.part].append(Said(f"Mitra, {row.author}", row.text, "", "partner"))
    prefix = f"naskah:{agreement.pk}:"
    for row in committee.open_on(type(agreement), [agreement.pk]).select_related("made_by"):
        found[row.part.removeprefix(prefix)].append(Said(f"TKKSD, {row.made_by}", row.text, row.wording, "committee"))
    return dict(found)
