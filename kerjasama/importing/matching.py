"""What a row is to the register: new, a change of an old naskah, the same, or a naskah of this system."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from agreements.models import OldNaskah, RegisterEntry
from agreements.old_facts import FACTS, LABELS, as_words
from agreements.services.old import facts_of
from kerjasama.core.numbers import plain_number
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.reading.lines import words_of
from kerjasama.importing.reading.parties import Party, key_of

Verdict = ImportRow.Verdict
#: A number shorter than this, or without a sign in it, is no name of a naskah.
SHORTEST, SIGNS = 6, "/.-"
#: What does not make a naskah another one: what the reading thought of the row.
IGNORED = frozenset({"doubts"})
ROWS_NAMED = re.compile(r"baris \d[\d, …]*")


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: an old naskah or one of this system; `doubt` is a sentence where it is not certain."""

    old: int | None = None
    agreement: int | None = None
    doubt: str = ""


@dataclass
class Known:
    """The register as rows are compared with it: read once for a file, in a size that grows with the register only."""

    fingerprints: dict[str, int] = field(default_factory=dict)
    #: Of old naskah that live on in this system: the naskah they have become.
    continued: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    names: dict[tuple[str, int], tuple[str, frozenset[str]]] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Known":
        """Three queries, whatever the file."""
        known = cls()
        olds = OldNaskah.objects.filter(withdrawn_at__isnull=True).exclude(fingerprint="")
        known.continued = dict(olds.filter(continued_as__isnull=False).values_list("fingerprint", "continued_as_id"))
        held = olds.filter(continued_as__isnull=True)
        known.fingerprints = dict(held.values_list("fingerprint", "pk").iterator(chunk_size=2000))
        entries = RegisterEntry.objects.exclude(state=RegisterEntry.State.GONE_ON).values_list(
            "old_id", "agreement_id", "numbers", "title", "names"
        )
        for old, agreement, numbers, title, names in entries.iterator(chunk_size=2000):
            who = ("old", old) if old else ("agreement", agreement)
            known.names[who] = (words_of(title), frozenset(_key(name) for name in names.split("\n")))
            for number in numbers.split("\n"):
                if _names_one(number):
                    known.numbers[number].append(who)
        return known

    def find(self, fingerprint: str, facts: Mapping[str, Any]) -> Match:
        """The naskah of the register a row speaks of. A number alone is not enough: the title or a party must fit too."""
        if fingerprint in self.continued:
            return Match(agreement=self.continued[fingerprint])
        if fingerprint in self.fingerprints:
            return Match(old=self.fingerprints[fingerprint])
        numbers = [plain_number(number) for number in numbers_of(facts)]
        candidates = list(dict.fromkeys(who for number in numbers for who in self.numbers.get(number, ())))
        fitting = [who for who in candidates if self._fits(who, facts)]
        if len(fitting) == 1:
            kind, pk = fitting[0]
            return Match(old=pk) if kind == "old" else Match(agreement=pk)
        if fitting:
            return Match(doubt=f"Cocok dengan {len(fitting)} naskah dalam register; periksa mana yang dimaksud.")
        if candidates:
            # The title of a case may be for few to read; that of an old naskah is for everybody who imports.
            named = next((f": “{self.names[who][0]}”" for who in candidates if who[0] == "old"), "")
            return Match(doubt=f"Nomornya sudah ada dalam register pada naskah lain{named}.")
        return Match()

    def _fits(self, who: tuple[str, int], facts: Mapping[str, Any]) -> bool:
        title, partners = self.names[who]
        mine = {_key(party["name"]) for party in facts["parties"] if not party["ours"]}
        return bool(facts["title"] and words_of(facts["title"]) == title) or bool(mine & partners)


def numbers_of(facts: Mapping[str, Any]) -> list[str]:
    """All numbers of a row's facts."""
    return [*(party["number"] for party in facts["parties"] if party["number"]), *facts["loose_numbers"]]


def _key(name: str) -> str:
    return key_of(Party(name))


def _names_one(number: str) -> bool:
    return len(number) >= SHORTEST and any(sign in number for sign in SIGNS) and not number.startswith("NL-")


def merged(
    current: Mapping[str, Any], told: Mapping[str, Any], before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The facts of a naskah after a file has spoken: what the file does not say stays as it was.

    `before` is what the file written last has told: what is only repeated overrules nobody who has corrected it since.
    """
    before = before or {}
    found = dict(current)
    for name in FACTS:
        value = told.get(name)
        if name in MERGES:
            found[name] = MERGES[name](current, value or type(current[name])(), before)
        elif value not in (None, "", False) and value != before.get(name):
            found[name] = value
    owned = _plain(party["number"] for party in found["parties"])
    found["loose_numbers"] = [number for number in found["loose_numbers"] if plain_number(number) not in owned]
    days = {"SIGNED_ON": found["signed_on"], "STARTS_ON": found["starts_on"], "ENDS_ON": found["ends_on"]}
    found["hints"] = {code: hint for code, hint in found["hints"].items() if not days.get(code)}
    if found["ends_on"]:
        found["open_ended"] = False
    return found


def _merged_parties(
    current: Mapping[str, Any], told: list[dict[str, Any]], before: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Parties known by their name take what the file says of them; others come behind. None is dropped.

    One that the last file named too, and that goes by another name now or is gone, was corrected: it does not come back.
    """
    fresh = {words_of(party["name"]): party for party in told}
    earlier = {words_of(party["name"]): party for party in before.get("parties", [])}
    news = {words: _news(party, earlier.get(words, {})) for words, party in fresh.items()}
    kept = [{**party, **news.get(words_of(party["name"]), {})} for party in current["parties"]]
    there = {words_of(party["name"]) for party in current["parties"]}
    more = [party for words, party in fresh.items() if words not in there and (news[words] or words not in earlier)]
    return [*kept, *more]


def _news(party: Mapping[str, Any], earlier: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in party.items() if value and name != "name" and value != earlier.get(name)}


def _merged_numbers(current: Mapping[str, Any], told: list[str], before: Mapping[str, Any]) -> list[str]:
    """Those that are on the naskah nowhere yet, and were not on it when the last file named them either."""
    known = _plain([*numbers_of(current), *(numbers_of(before) if before else [])])
    return [*current["loose_numbers"], *(text for text in told if plain_number(text) not in known)]


def _merged_words(name: str) -> Any:
    def merge(current: Mapping[str, Any], told: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        earlier = before.get(name, {})
        return {**current[name], **{code: said for code, said in told.items() if said != earlier.get(code)}}

    return merge


def _merged_doubts(current: Mapping[str, Any], told: list[str], before: Mapping[str, Any]) -> list[str]:
    """New ones come; one that a person has cleared stays away, and one that the file no longer gives cause for goes."""
    said, earlier = {_sense(doubt) for doubt in told}, {_sense(doubt) for doubt in before.get("doubts", [])}
    kept = [doubt for doubt in current["doubts"] if _sense(doubt) in said or _sense(doubt) not in earlier]
    known = earlier | {_sense(doubt) for doubt in kept}
    return [*kept, *(doubt for doubt in told if _sense(doubt) not in known)]


def _sense(doubt: str) -> str:
    """A doubt without the rows it names: these are others in the next file."""
    return ROWS_NAMED.sub("baris", doubt)


def _plain(numbers: Iterable[str]) -> set[str]:
    return {plain_number(number) for number in numbers if number}


MERGES = {
    "parties": _merged_parties, "loose_numbers": _merged_numbers, "told": _merged_words("told"), "hints": _merged_words("hints"),
    "doubts": _merged_doubts,
}  # fmt: skip


def told_before(pks: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What the file written last has told of each of these old naskah, in one query."""
    written = ImportRow.objects.filter(old__in=set(pks), written=True, batch__state=ImportBatch.State.CONFIRMED)
    last = written.order_by("old_id", "-batch_id").distinct("old_id")
    return {old: told or facts for old, told, facts in last.values_list("old_id", "told", "facts")}


def changes(before: Mapping[str, Any], after: Mapping[str, Any], units: Mapping[int, str]) -> list[list[str]]:
    """[[name, before, after]] of each fact that differs, in words."""
    return [
        [LABELS[name], as_words(name, before[name], units), as_words(name, after[name], units)]
        for name in FACTS
        if name not in IGNORED and before[name] != after[name]
    ]


def clash(facts: Mapping[str, Any]) -> str:
    """What of the days of a naskah and of a row together cannot be true; "" when all can. ISO days compare as days."""
    end = facts["ends_on"]
    if end and any(facts[name] and end < facts[name] for name in ("starts_on", "signed_on")):
        return "Bersama isian yang sudah ada dalam register, naskah ini berakhir sebelum mulai atau ditandatangani."
    return ""


def current_of(pks: Iterable[int], *, lock: bool = False) -> dict[int, OldNaskah]:
    """The old naskah of these keys, in one query; `lock`: nobody else writes them until the transaction ends."""
    found = OldNaskah.objects.select_for_update().order_by("pk") if lock else OldNaskah.objects.all()
    return found.in_bulk(list(set(pks)))


def as_kept(old: OldNaskah) -> dict[str, Any]:
    """The facts of an old naskah in the form of a row's."""
    return facts_of(old)
