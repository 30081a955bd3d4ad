"""The row by which the register lists and finds a naskah, written after each act on it."""

import re
from typing import Any

from agreements.models import AgreementParty, RegisterEntry, RegisterWord
from agreements.stages import SIGNED, Stage
from kerjasama.documents import corrections

WORD = re.compile(r"[^\W\d_]{3,}")
AROUND_MARKS = re.compile(r"\s*([/.\-])\s*")
_STATES = {Stage.IN_FORCE: RegisterEntry.State.IN_FORCE, Stage.ENDED: RegisterEntry.State.ENDED}


def plain_number(written: str) -> str:
    """A number as it is compared: in capitals, without blanks around its slashes, points and dashes."""
    return AROUND_MARKS.sub(r"\1", " ".join(written.split())).upper()


def note(agreement: Any, event: Any = None) -> None:
    """Write the entry of a naskah as it stands now; one that nobody has signed has none."""
    if agreement.stage not in SIGNED:
        return
    fixed = corrections.of_rows(corrections.of_subjects([agreement]), AgreementParty)
    proposal, parties = agreement.proposal, [_party(party, fixed) for party in agreement.parties.order_by("order")]
    values = {
        "proposal": proposal, "parent_id": agreement.parent_id, "unit_id": agreement.executing_unit_id, "kind": proposal.kind,
        "instrument": agreement.instrument, "title": agreement.title, "parties": parties, "signed_on": agreement.signed_on,
        "starts_on": agreement.starts_on, "ends_on": agreement.ends_on, "ended_on": agreement.ended_on,
        "state": _STATES.get(Stage(agreement.stage), RegisterEntry.State.SIGNED),
        "numbers": "\n".join(plain_number(number) for number in [proposal.code, *(party["number"] for party in parties)] if number),
        "names": "\n".join(party["name"] for party in parties),
        "more": "\n".join(f"{party['signatory']} {party['office']}".strip() for party in parties),
    }  # fmt: skip
    RegisterEntry.objects.update_or_create(agreement=agreement, defaults=values)
    remember(f"{agreement.title} {values['names']}")


def remember(text: str) -> None:
    """Keep the words of a text as those that a misspelt one is compared with."""
    known = {word.lower()[:80] for word in WORD.findall(text)}
    RegisterWord.objects.bulk_create([RegisterWord(word=word) for word in sorted(known)], ignore_conflicts=True)


def _party(party: Any, fixed: dict[tuple[int, str], Any]) -> dict[str, Any]:
    """A party as the register shows it; a corrected fact keeps what stood there before."""
    facts = {"number": "number", "signatory": "signatory_name", "office": "signatory_title"}
    was = {name: fixed[party.pk, field].old_shown for name, field in facts.items() if (party.pk, field) in fixed}
    told = {
        "name": party.name,
        **{name: getattr(party, field) for name, field in facts.items()},
        "ours": party.partner_id is None,
    }
    return {**told, "was": was} if was else told
