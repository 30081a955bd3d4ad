"""The row by which the register lists and finds a naskah, written after each act on it."""

import re
from collections.abc import Sequence
from typing import Any

from agreements.models import AgreementParty, OldNaskah, RegisterEntry, RegisterWord
from agreements.old_facts import plain_numbers
from agreements.stages import SIGNED, Stage
from kerjasama.core.numbers import plain_number
from kerjasama.documents import corrections

WORD = re.compile(r"[^\W\d_]{3,}")
_STATES = {Stage.IN_FORCE: RegisterEntry.State.IN_FORCE, Stage.ENDED: RegisterEntry.State.ENDED}


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
        "numbers": "\n".join(plain_number(number) for number in _known_by(agreement, parties) if number),
        "names": "\n".join(party["name"] for party in parties),
        "more": "\n".join(f"{party['signatory']} {party['office']}".strip() for party in parties),
    }  # fmt: skip
    RegisterEntry.objects.update_or_create(agreement=agreement, defaults=values)
    remember(f"{agreement.title} {values['names']}")


def _known_by(agreement: Any, parties: list[dict[str, Any]]) -> list[str]:
    """The code of its case, its numbers, and the codes of the old naskah it was before."""
    codes = (f"NL-{pk}" for pk in agreement.continues.order_by("pk").values_list("pk", flat=True))
    return [agreement.proposal.code, *(party["number"] for party in parties), *codes]


#: Of an entry of an old naskah: what is written anew when its facts change.
_OF_OLD = (
    "unit", "kind", "instrument", "title", "parties", "loose_numbers", "state", "signed_on", "starts_on", "ends_on", "open_ended", "ended_on",
    "numbers", "names", "more", "parent", "parent_old", "continued_as",
)  # fmt: skip


def note_old(olds: Sequence[OldNaskah]) -> None:
    """Write the entries of old naskah as they stand now; one that was withdrawn has none."""
    RegisterEntry.objects.filter(old__in=[old.pk for old in olds if old.withdrawn_at]).delete()
    above = {old.parent_old_id for old in olds if old.parent_old_id}
    gone_on = OldNaskah.objects.filter(pk__in=above, continued_as__isnull=False) if above else OldNaskah.objects.none()
    lives_as = dict(gone_on.values_list("pk", "continued_as_id"))
    found = [_of_old(old, lives_as) for old in olds if not old.withdrawn_at]
    RegisterEntry.objects.bulk_create(
        found, batch_size=500, update_conflicts=True, unique_fields=["old"], update_fields=_OF_OLD
    )
    remember(" ".join(f"{entry.title} {entry.names}" for entry in found))


def _of_old(old: OldNaskah, lives_as: dict[int, int]) -> RegisterEntry:
    """`lives_as`: {old naskah: the one of this system that it lives on as}; what stood under it stands under that one."""
    moved = lives_as.get(old.parent_old_id)
    return RegisterEntry(
        parent_id=moved or old.parent_id, parent_old_id=None if moved else old.parent_old_id, continued_as_id=old.continued_as_id,
        old=old, unit_id=old.unit_id, kind=old.kind, instrument=old.instrument, title=old.shown_title[:500], parties=old.parties,
        loose_numbers=old.loose_numbers, signed_on=old.signed_on, starts_on=old.starts_on, ends_on=old.ends_on,
        open_ended=old.open_ended, ended_on=old.ended_on,
        state=_state(old),
        numbers="\n".join([old.code, *plain_numbers(old)]), names="\n".join(party["name"] for party in old.parties),
        more="\n".join(filter(None, (f"{party['signatory']} {party['office']}".strip() for party in old.parties))),
    )  # fmt: skip


def _state(old: OldNaskah) -> str:
    if old.continued_as_id:
        return RegisterEntry.State.GONE_ON
    return RegisterEntry.State.ENDED if old.stopped else RegisterEntry.State.UNKNOWN


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
