"""Which naskah of the register is meant by a number or a code, and which one another may be a double of."""

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db.models import F, Func, Q, QuerySet, TextField, Value

from agreements.models import OldNaskah, RegisterEntry
from agreements.old_facts import plain_numbers
from kerjasama.core.numbers import plain_number

#: So many likely doubles are named; more say nothing more.
NAMED = 5
#: More numbers than this are looked for in one walk through the register.
FEW = 8


def bearing(numbers: Iterable[str]) -> dict[str, list[RegisterEntry]]:
    """{number: the entries that bear it}, one query for all of them; a part of a number is no number."""
    wanted = {plain: [] for number in numbers if (plain := plain_number(number))}
    if not wanted:
        return {}
    for entry in _holding(list(wanted)).exclude(state=RegisterEntry.State.GONE_ON).order_by("pk"):
        for line in set(entry.numbers.split("\n")) & wanted.keys():
            wanted[line].append(entry)
    return wanted


def _holding(numbers: list[str]) -> QuerySet[RegisterEntry]:
    """The entries that hold one of these: by the index for a few, by one walk through the register for the many of a file."""
    if len(numbers) > FEW:
        lines = Func(F("numbers"), Value("\n"), function="string_to_array", output_field=ArrayField(TextField()))
        return RegisterEntry.objects.alias(lines=lines).filter(lines__overlap=numbers)
    holds = Q()
    for number in numbers:
        holds |= Q(numbers__contains=number)
    return RegisterEntry.objects.filter(holds)


def named(text: str) -> list[RegisterEntry]:
    """The entries that a number, the code of an old naskah or the code of a case names."""
    return bearing([text]).get(plain_number(text), [])


def likely_doubles(old: OldNaskah) -> list[RegisterEntry]:
    """Entries of other naskah that may be this one: the same number, or the same title with a party in common."""
    found = {entry.pk: entry for entries in bearing(plain_numbers(old)).values() for entry in entries}
    if old.title:
        mine = _names(party["name"] for party in old.parties if not party["ours"])
        for entry in RegisterEntry.objects.filter(title__iexact=old.title).exclude(state=RegisterEntry.State.GONE_ON):
            theirs = _names(party["name"] for party in entry.parties if not party["ours"])
            if not mine or not theirs or mine & theirs:
                found[entry.pk] = entry
    return [entry for entry in found.values() if old.pk is None or entry.old_id != old.pk]


def _names(names: Iterable[str]) -> set[str]:
    return {" ".join(name.lower().split()) for name in names if name.strip()}
