"""The parties of a row with their signatories, and its numbers with their owners, from all the columns that speak of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kerjasama.importing.reading import numbers, parties
from kerjasama.importing.reading.fields import Field
from kerjasama.importing.reading.heads import Mapping
from kerjasama.importing.reading.lines import Line, Plain
from kerjasama.importing.reading.numbers import Number, Numbers, Owner
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.parties import Parties, Party, Signer

OWNERS = {Field.NUMBER: Owner.UNSAID, Field.NUMBER_US: Owner.US, Field.NUMBER_PARTNER: Owner.PARTNER}


def cells(line: Line, mapping: Mapping, field: Field) -> list[Plain]:
    """The values of a field's columns; an error cell holds nothing."""
    return [None if column in line.errors else line.at(column) for column in mapping.of(field)]


def numbers_of(line: Line, mapping: Mapping) -> Numbers:
    """All numbers of a row. The same number in two columns is one."""
    found: dict[str, Number] = {}
    notes: list[str] = []
    days: list[str] = []
    for field, owner in OWNERS.items():
        for value in cells(line, mapping, field):
            read = numbers.read(value, owner)
            notes += read.notes
            days += read.days
            for one in read.found:
                if one.normal not in found or found[one.normal].owner is Owner.UNSAID:
                    found[one.normal] = one
    return Numbers(tuple(found.values()), tuple(notes), tuple(dict.fromkeys(days)))


def month_of(found: Sequence[Number]) -> int | None:
    """The roman month all numbers of a row agree on."""
    months = {one.month for one in found if one.month}
    return months.pop() if len(months) == 1 else None


@dataclass(frozen=True)
class RowParties:
    """`our_signer` signs for us where the register does not name us as a party."""

    found: tuple[Party, ...] = ()
    our_signer: Signer = Signer()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def partners(self) -> tuple[Party, ...]:
        """The parties that are not ours."""
        return tuple(party for party in self.found if not party.ours)


def parties_of(line: Line, mapping: Mapping, us: Us | None) -> RowParties:
    """All parties of a row, each with the signatory and office its columns give it."""
    first = [_claimed(parties.read(value, us), us) for value in cells(line, mapping, Field.PARTY_US)]
    read = [*first, *(parties.read(value, us) for value in cells(line, mapping, Field.PARTNER))]
    found = tuple(dict.fromkeys(party for one in read for party in one.found))
    notes = tuple(note for one in read for note in one.notes if one.found)
    warnings = [note for one in read for note in one.notes if not one.found]
    named = found
    for group, people, offices in _signing(line, mapping, found):
        if people or offices:
            given = parties.joined(group, people, offices)
            warnings += given.notes
            changed = dict(zip(group, given.found, strict=True))
            named = tuple(changed.get(party, party) for party in named)
    return RowParties(named, _our_signer(line, mapping, found), notes, tuple(warnings))


def _claimed(read: Parties, us: Us | None) -> Parties:
    """In the column of the first party a nameless office is ours, and everybody where nobody said who we are."""
    found = tuple(replace(party, ours=party.ours or us is None or us.looks_own(party.name)) for party in read.found)
    return Parties(found, read.notes)


Signing = tuple[tuple[Party, ...], list[Signer], list[str]]


def _signing(line: Line, mapping: Mapping, found: tuple[Party, ...]) -> list[Signing]:
    ours = tuple(party for party in found if party.ours)
    partners = tuple(party for party in found if not party.ours)
    every = _people(line, mapping, Field.SIGNER), _offices(line, mapping, Field.OFFICE)
    first = _people(line, mapping, Field.SIGNER_US), _offices(line, mapping, Field.OFFICE_US)
    # One signatory beside several parties of which one is the partner: the register speaks of the partner.
    group = partners if len(partners) == max(len(every[0]), len(every[1])) != len(found) else found
    theirs = _people(line, mapping, Field.SIGNER_PARTNER), _offices(line, mapping, Field.OFFICE_PARTNER)
    signing = [(group, *every), (partners, *theirs)]
    return [(ours, *first), *signing] if ours else signing


def _people(line: Line, mapping: Mapping, field: Field) -> list[Signer]:
    return [one for value in cells(line, mapping, field) for one in parties.signers(value)]


def _offices(line: Line, mapping: Mapping, field: Field) -> list[str]:
    return [one.office or one.name for one in _people(line, mapping, field)]


def _our_signer(line: Line, mapping: Mapping, found: tuple[Party, ...]) -> Signer:
    people, offices = _people(line, mapping, Field.SIGNER_US), _offices(line, mapping, Field.OFFICE_US)
    if any(party.ours for party in found) or len(people) > 1:
        return Signer()
    signer = people[0] if people else Signer()
    return replace(signer, office=signer.office or offices[0]) if len(offices) == 1 else signer
