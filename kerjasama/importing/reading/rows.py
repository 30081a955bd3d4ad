"""One row read: every fact with its raw text, what is wrong, what is only said, and what is left to do."""

import hashlib
import re
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kerjasama.core.text import joined
from kerjasama.importing.reading import row_days, row_parties, states
from kerjasama.importing.reading.days import Certainty
from kerjasama.importing.reading.durations import TermKind
from kerjasama.importing.reading.fields import DATES, LABELS, NUMBERS, Field
from kerjasama.importing.reading.heads import Mapping
from kerjasama.importing.reading.lines import Line, Plain, as_text, says_nothing, words_of
from kerjasama.importing.reading.numbers import Numbers, Seen
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.parties import key_of
from kerjasama.importing.reading.row_days import DayRules, RowDays
from kerjasama.importing.reading.row_parties import RowParties
from kerjasama.importing.reading.states import Compared


class Verdict(StrEnum):
    """OK: nothing to do. WARNING: usable, something wants a person. ERROR: not usable as it stands."""

    OK = "OK"
    WARNING = "WARNING"
    ERROR = "ERROR"


@dataclass(frozen=True)
class Value:
    """A fact as written and as read; None where it stayed unknown. `notes` say how it was read, in Indonesian."""

    raw: str
    value: object
    certainty: Certainty
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """`number` is the row of the file; `work` names the facts a person must find out."""

    number: int
    verdict: Verdict
    values: MappingType[Field, Value]
    parties: RowParties
    numbers: Numbers
    days: RowDays
    state: Compared
    fingerprint: str
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Rules:
    """What the survey of a file has decided, and who and when we are."""

    mapping: Mapping
    on: date
    us: Us | None = None
    days: DayRules = field(default_factory=DayRules)
    seen: Seen = field(default_factory=Seen)


def read(line: Line, rules: Rules, group: str = "") -> Row:
    """Read a line of data. Nothing is invented: what the line does not say stays unknown and becomes work."""
    cells = {one: _one(line, rules.mapping, one) for one in rules.mapping.fields}
    numbers = row_parties.numbers_of(line, rules.mapping)
    parties = row_parties.parties_of(line, rules.mapping, rules.us)
    days = row_days.read(cells, rules.days, row_parties.month_of(numbers.found), numbers.days)
    state = _state(cells.get(Field.STATUS), days, rules.on)
    values = _values(cells, days)
    errors = [*days.errors, *_unidentified(values, numbers, parties)]
    warnings = [*_error_cells(line, rules.mapping), *numbers.notes, *parties.warnings, *days.warnings, *state.notes]
    warnings += [*rules.seen.notes(line.number, numbers.found), *_disagreements(cells, numbers, days), *_strange(cells)]
    notes = [*_continued(line), *parties.notes, *days.notes, *_formulas(line, rules.mapping)]
    work, missing = _work(rules.mapping, values, numbers, parties, days)
    verdict = Verdict.ERROR if errors else Verdict.WARNING if warnings or missing else Verdict.OK
    return Row(
        line.number, verdict, values, parties, numbers, days, state, fingerprint(numbers, parties, cells.get(Field.TITLE)),
        tuple(errors), tuple(dict.fromkeys(warnings)), tuple(dict.fromkeys(notes)), work, group,
    )  # fmt: skip


def _state(typed: Plain, days: RowDays, on: date) -> Compared:
    """The state by the days of the row; days that contradict each other say nothing."""
    if days.errors:
        return states.compare(typed, None, None, on)
    start = days.starts_on.value or days.signed_on.value
    return states.compare(typed, start, days.ends_on.value, on, open_ended=days.open_ended)


def _one(line: Line, mapping: Mapping, which: Field) -> Plain:
    """The value of a field; of several columns the filled ones, one a line."""
    held = [value for value in row_parties.cells(line, mapping, which) if value is not None]
    if len(held) > 1:
        return "\n".join(as_text(value) for value in held)
    return held[0] if held else None


def _values(cells: MappingType[Field, Plain], days: RowDays) -> dict[Field, Value]:
    values = {}
    for which, cell in cells.items():
        if not says_nothing(cell):
            values[which] = Value(as_text(cell), as_text(cell), Certainty.EXACT)
    for which, day in zip(DATES, (days.signed_on, days.starts_on, days.ends_on), strict=True):
        if which in cells or day.value:
            values[which] = Value(as_text(cells.get(which)), day.value, day.certainty, day.notes)
    if Field.TERM in values:
        known = days.term.kind is not TermKind.UNKNOWN
        values[Field.TERM] = Value(
            as_text(cells[Field.TERM]),
            days.term if known else None,
            Certainty.EXACT if known else Certainty.UNKNOWN,
            days.term.notes,
        )
    if Field.YEAR in cells:
        year = year_of(cells[Field.YEAR])
        values[Field.YEAR] = Value(as_text(cells[Field.YEAR]), year, Certainty.EXACT if year else Certainty.UNKNOWN)
    return values


def year_of(value: Plain) -> int | None:
    """A year between 1945 and 2100 out of a cell."""
    if isinstance(value, date):
        return value.year
    found = re.fullmatch(r"(?:tahun |th\.? ?|ta\.? ?)?(\d{4})", as_text(value).lower().strip())
    return int(found[1]) if found and 1945 <= int(found[1]) <= 2100 else None


def _unidentified(values: MappingType[Field, Value], numbers: Numbers, parties: RowParties) -> list[str]:
    dated = any(values[which].certainty is not Certainty.UNKNOWN for which in (*DATES, Field.YEAR) if which in values)
    if numbers.found or Field.TITLE in values or (parties.found and dated):
        return []
    return ["Tidak ada nomor, judul, atau pihak bertanggal yang mengenali naskah; mungkin lanjutan baris di atasnya."]


def _disagreements(cells: MappingType[Field, Plain], numbers: Numbers, days: RowDays) -> list[str]:
    """Facts of one row that do not fit, none of which proves the other wrong."""
    signed = days.signed_on
    found = []
    year = year_of(cells.get(Field.YEAR))
    if year and signed.year and year != signed.year:
        found.append(f"Kolom tahun berisi {year}, tanggal tanda tangan tahun {signed.year}.")
    if not signed.value:
        return found
    for one in numbers.found:
        if one.year and one.year != signed.value.year:
            found.append(f"Nomor {one.normal} bertahun {one.year}, ditandatangani tahun {signed.value.year}.")
        elif one.month and one.month != signed.value.month:
            found.append(f"Nomor {one.normal} menyebut bulan {one.month}, ditandatangani bulan {signed.value.month}.")
    return found


def _strange(cells: MappingType[Field, Plain]) -> list[str]:
    found = []
    if Field.YEAR in cells and not says_nothing(cells[Field.YEAR]) and year_of(cells[Field.YEAR]) is None:
        found.append(f"Tahun “{as_text(cells[Field.YEAR])}” tidak terbaca.")
    if isinstance(cells.get(Field.TITLE), date | int | float):
        found.append(f"Judul berupa angka atau tanggal: {as_text(cells[Field.TITLE])}.")
    broken = [
        LABELS[which]
        for which, cell in cells.items()
        if isinstance(cell, str) and ("\ufffd" in cell or "â€" in cell or "Ã" in cell)
    ]
    return [*found, *(f"Huruf rusak pada {name}; periksa pengodean berkas." for name in broken)]


def _continued(line: Line) -> list[str]:
    rows = joined([str(number) for number in line.joined])
    return [f"Baris {rows} tanpa nomor urut dan judul: dibaca sebagai lanjutan naskah ini."] if rows else []


def _named(mapping: Mapping, column: int) -> str | None:
    return next((LABELS[one.field] for one in mapping.columns if one.column == column and one.field), None)


def _error_cells(line: Line, mapping: Mapping) -> list[str]:
    named = ((_named(mapping, column), error) for column, error in sorted(line.errors.items()))
    return [f"Sel {name} memuat kesalahan {error}; tidak dipakai." for name, error in named if name]


def _formulas(line: Line, mapping: Mapping) -> list[str]:
    named = (_named(mapping, column) for column in sorted(line.formulas - set(line.errors)))
    return [
        f"Sel {name} berasal dari rumus; nilai yang tersimpan dipakai."
        for name in named
        if name and name != LABELS[Field.NO]
    ]


def _work(
    mapping: Mapping, values: MappingType[Field, Value], numbers: Numbers, parties: RowParties, days: RowDays
) -> tuple[tuple[str, ...], bool]:
    """What is still to be found out, and whether a column that exists failed to say it."""
    known = {
        Field.TITLE: Field.TITLE in values,
        Field.PARTNER: bool(parties.partners),
        Field.NUMBER: bool(numbers.found),
        Field.SIGNED_ON: days.signed_on.value is not None,
        Field.STARTS_ON: days.starts_on.value is not None,
        Field.ENDS_ON: days.ends_on.value is not None or days.open_ended,
    }
    unknown = [which for which, there in known.items() if not there]
    asked = {
        which for which in unknown if any(mapping.of(one) for one in (NUMBERS if which is Field.NUMBER else (which,)))
    }
    return tuple(LABELS[which] for which in unknown), bool(asked)


def fingerprint(numbers: Numbers, parties: RowParties, title: Plain) -> str:
    """The same for the same naskah in a later file: its numbers, partners and title in normal form, in whatever order."""
    parts = (
        ";".join(sorted(one.normal for one in numbers.found)),
        ";".join(sorted(key_of(party) for party in parties.partners)),
        words_of(as_text(title)) if not says_nothing(title) else "",
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]
