"""A whole sheet: surveyed once for what its columns prove, then read row by row."""

from collections import Counter
from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from datetime import date

from kerjasama.importing.reading import continued, day_order, durations, layout, row_parties
from kerjasama.importing.reading.day_order import Decision, Evidence
from kerjasama.importing.reading.days import Order
from kerjasama.importing.reading.fields import DATES, LABELS, Field
from kerjasama.importing.reading.heads import Mapping, place
from kerjasama.importing.reading.layout import Classifier, Head, LineKind
from kerjasama.importing.reading.lines import Line, as_text
from kerjasama.importing.reading.numbers import Seen
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.row_days import DayRules
from kerjasama.importing.reading.rows import Row, Rules, read
from kerjasama.importing.reading.sheets import Source

#: `progress(done, total)`: lines gone through, of the two passes together.
Progress = Callable[[int, int], None]
STEP = 100


@dataclass(frozen=True)
class Choices:
    """What a person has chosen: the sheet (from 0), columns by hand, the order of days in a column."""

    sheet: int | None = None
    columns: MappingType[int, Field | None] = field(default_factory=dict)
    orders: MappingType[Field, Order] = field(default_factory=dict)


@dataclass
class Report:
    """The survey of a sheet and, once `rows` has run out, the counts of what was read."""

    source: Source
    sheet: int
    head: Head
    rules: Rules
    kinds: Counter[LineKind] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    progress: Progress | None = None

    @property
    def mapping(self) -> Mapping:
        """Which column is which fact."""
        return self.rules.mapping

    def decisions(self) -> list[str]:
        """What was decided for whole columns and why, in Indonesian."""
        said = [
            f"{LABELS[which].capitalize()}: {one.reason}"
            for which, one in self.rules.days.decisions.items()
            if one.reason
        ]
        if self.rules.days.unit:
            said.append(f"Jangka waktu: satuannya {UNIT_LABELS[self.rules.days.unit]}, menurut judul kolom.")
        if self.source.from_1904:
            said.append("Angka seri tanggal dihitung sejak 1904, menurut berkasnya.")
        return said

    def rows(self) -> Iterator[Row]:
        """The rows of data, one at a time; counts verdicts as it goes."""
        self.counts.clear()
        total = self.source.sheets[self.sheet].rows
        group = ""
        for done, (line, kind) in enumerate(_classified(self.source, self.sheet, self.head, self.mapping), start=1):
            if kind is LineKind.GROUP:
                group = " ".join(as_text(line.values[n]) for n in line.filled())
            elif kind is LineKind.DATA:
                row = read(line, self.rules, group)
                self.counts[row.verdict] += 1
                yield row
            _tell(self.progress, total + done, 2 * total)
        _tell(self.progress, 2 * total, 2 * total, last=True)


UNIT_LABELS = {"years": "tahun", "months": "bulan", "days": "hari"}


def survey(
    source: Source, on: date, us: Us | None = None, choices: Choices | None = None, progress: Progress | None = None
) -> Report:
    """Go through a sheet once: head, columns, orders of days, duplicate numbers. Raises UploadRefused and BadInput."""
    choices = choices or Choices()
    sheet = source.default if choices.sheet is None else choices.sheet
    head = layout.find_head(source.lines(sheet))
    mapping = place(head.heads, choices.columns)
    evidence = {which: Evidence() for which in (*DATES, Field.TERM) if mapping.of(which)}
    kinds: Counter[LineKind] = Counter()
    seen = Seen()
    total = source.sheets[sheet].rows
    for done, (line, kind) in enumerate(_classified(source, sheet, head, mapping), start=1):
        kinds[kind] += 1
        if kind is LineKind.DATA:
            _hear(line, mapping, evidence, seen)
        _tell(progress, done, 2 * total)
    days = DayRules(_decided(mapping, evidence, choices), _unit(mapping), source.from_1904, on)
    return Report(source, sheet, head, Rules(mapping, on, us, days, seen), kinds, progress=progress)


def _classified(source: Source, sheet: int, head: Head, mapping: Mapping) -> Iterator[tuple[Line, LineKind]]:
    columns = {which: mapping.of(which) for which in Field if mapping.of(which)}
    return continued.joined(Classifier(head, columns).lines(source.lines(sheet)), columns)


def _hear(line: Line, mapping: Mapping, evidence: dict[Field, Evidence], seen: Seen) -> None:
    found = row_parties.numbers_of(line, mapping).found
    seen.add(line.number, found)
    month = row_parties.month_of(found)
    for which, one in evidence.items():
        for column in mapping.of(which):
            # The month in a number is that of the signing; an end some years later proves nothing.
            one.add(line.at(column), month if which in {Field.SIGNED_ON, Field.STARTS_ON} else None)


def _decided(mapping: Mapping, evidence: dict[Field, Evidence], choices: Choices) -> dict[Field, Decision]:
    decisions = {}
    for which, one in evidence.items():
        stated = day_order.from_head(mapping.head(mapping.of(which)[0]))
        found = one.decide()
        if which in choices.orders:
            found = Decision(
                choices.orders[which], f"{day_order.SAID[choices.orders[which]]}: dipilih sendiri.", found.turned
            )
        elif stated and found.order is None and not one.proofs:
            found = Decision(stated.order, stated.reason, found.turned)
        decisions[which] = found
    return decisions


def _unit(mapping: Mapping) -> str | None:
    columns = mapping.of(Field.TERM)
    return durations.unit_of_head(mapping.head(columns[0])) if columns else None


def _tell(progress: Progress | None, done: int, total: int, *, last: bool = False) -> None:
    if progress and (last or done % STEP == 0):
        progress(min(done, total), total)
