"""A second party in a row of its own, below cells that are merged over both rows: it belongs to the naskah above."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from kerjasama.importing.reading.fields import Field
from kerjasama.importing.reading.layout import LineKind
from kerjasama.importing.reading.lines import Line, Plain, as_text, says_nothing

NAMES = frozenset({Field.PARTY_US, Field.PARTNER})
SIGNING = frozenset(
    {
        Field.SIGNER, Field.SIGNER_US, Field.SIGNER_PARTNER, Field.OFFICE, Field.OFFICE_US, Field.OFFICE_PARTNER,
    }
)  # fmt: skip
NUMBERS = frozenset({Field.NUMBER, Field.NUMBER_US, Field.NUMBER_PARTNER})
#: What may stand beside them without saying that a naskah begins.
BESIDE = frozenset({Field.REMARKS, Field.LINK})


def joined(
    lines: Iterable[tuple[Line, LineKind]], columns: Mapping[Field, tuple[int, ...]]
) -> Iterator[tuple[Line, LineKind]]:
    """The lines, each row of data with those that continue it; these are told as CONTINUED, before their row."""
    field_of = {column: field for field, placed in columns.items() for column in placed}
    held: Line | None = None
    for line, kind in lines:
        if held and kind is LineKind.DATA and _follows(line, held) and _continues(line, field_of, columns):
            held = _with(held, line, field_of)
            yield line, LineKind.CONTINUED
            continue
        if held:
            yield held, LineKind.DATA
        held = line if kind is LineKind.DATA else None
        if not held:
            yield line, kind
    if held:
        yield held, LineKind.DATA


def _follows(line: Line, held: Line) -> bool:
    return line.number == (held.joined[-1] if held.joined else held.number) + 1


def _continues(line: Line, field_of: Mapping[int, Field], columns: Mapping[Field, tuple[int, ...]]) -> bool:
    """Nothing but parties, their numbers and who signs for them, where a naskah would have its running number and title."""
    said = {field_of[n] for n in line.filled() if n in field_of and not says_nothing(line.values[n])}
    if line.errors or Field.TITLE not in columns or not said & (NAMES | NUMBERS | SIGNING):
        return False
    if Field.NO in columns:
        return said <= NAMES | NUMBERS | SIGNING | BESIDE
    # Without running numbers a row with a number may be a naskah whose title nobody wrote.
    return bool(said & NAMES) and said <= NAMES | SIGNING | BESIDE


def _with(held: Line, line: Line, field_of: Mapping[int, Field]) -> Line:
    """One line whose cells hold what both say, one below the other."""
    pairs = enumerate(zip_longest(held.values, line.values))
    values = tuple(_both(above, below) if n in field_of else above for n, (above, below) in pairs)
    return replace(held, values=values, formulas=held.formulas | line.formulas, joined=(*held.joined, line.number))


def _both(above: Plain, below: Plain) -> Plain:
    if below is None or says_nothing(below):
        return above
    return below if above is None or says_nothing(above) else f"{as_text(above)}\n{as_text(below)}"
