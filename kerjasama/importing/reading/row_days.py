"""The three days and the term of a row: read by what their columns have proved, completed only where the row itself says how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kerjasama.core.text import date_long, month_name
from kerjasama.importing.reading import days, durations
from kerjasama.importing.reading.day_order import Decision
from kerjasama.importing.reading.days import Certainty, Day, Shape
from kerjasama.importing.reading.durations import Term, TermKind
from kerjasama.importing.reading.fields import LABELS, Field
from kerjasama.importing.reading.lines import Plain

NEIGHBOUR = timedelta(days=1)


@dataclass(frozen=True)
class DayRules:
    """What the survey of the file has decided about its days."""

    decisions: Mapping[Field, Decision] = field(default_factory=dict)
    unit: str | None = None
    from_1904: bool = False
    on: date = date.max


@dataclass
class RowDays:
    """Days of one row. `warnings` want a person; `notes` only say how something was read; `errors` contradict each other."""

    signed_on: Day = field(default_factory=Day)
    starts_on: Day = field(default_factory=Day)
    ends_on: Day = field(default_factory=Day)
    term: Term = field(default_factory=Term)
    warnings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def open_ended(self) -> bool:
        """True when the row says that there is no last day."""
        return self.term.kind is TermKind.OPEN


def read(cells: Mapping[Field, Plain], rules: DayRules, month: int | None, beside: tuple[str, ...] = ()) -> RowDays:
    """Read the cells of a row; `month` is the roman month of its number, `beside` the days written among its numbers."""
    found = RowDays()
    found.signed_on = _cell(found, Field.SIGNED_ON, cells, rules, month)
    _beside_the_number(found, beside, rules)
    found.starts_on = _cell(found, Field.STARTS_ON, cells, rules, month)
    end = _cell(found, Field.ENDS_ON, cells, rules, None)
    # A range in the column of starts may have said the end already.
    found.ends_on = end if end.value or not found.ends_on.value else found.ends_on
    _term(found, cells, rules)
    _complete(found)
    _check(found, rules.on)
    return found


def _cell(found: RowDays, which: Field, cells: Mapping[Field, Plain], rules: DayRules, month: int | None) -> Day:
    value = cells.get(which)
    decision = rules.decisions.get(which, Decision(None, ""))
    if which is Field.ENDS_ON and isinstance(value, str) and durations.OPEN.search(value.lower()):
        found.term = durations.read(value)
        return Day()
    reading = days.read(value, decision.order, from_1904=rules.from_1904)
    if decision.turned and isinstance(value, date):
        reading = _doubted(value, month, reading)
    if reading.shape is Shape.RANGE:
        return _of_range(found, which, reading)
    day = reading.day
    told = [f"{LABELS[which].capitalize()}: {note}" for note in day.notes]
    (found.notes if day.certainty is Certainty.EXACT and not _wants_eyes(day) else found.warnings).extend(told)
    return day


def _beside_the_number(found: RowDays, written: tuple[str, ...], rules: DayRules) -> None:
    """A day in the cell of the number: taken for the day of signing where no other is known, and said to be assumed."""
    if not written:
        return
    order = rules.decisions.get(Field.SIGNED_ON, Decision(None, "")).order
    told = [days.read(one, order).day for one in written]
    known = {day.value for day in told}
    signed, said = found.signed_on, "; ".join(f"“{one}”" for one in written)
    if signed.value:
        if known != {signed.value}:
            found.warnings.append(f"Sel nomor juga memuat tanggal {said}; tanggal tanda tangan yang tertulis dipakai.")
        return
    day = known.pop() if len(known) == 1 else None
    fits = day and signed.month in (None, day.month) and signed.year in (None, day.year)
    if not fits:
        found.warnings.append(f"Sel nomor juga memuat tanggal {said}; tidak dipakai.")
        return
    found.signed_on = days.exact(day, "Diambil dari sel nomor.")
    found.warnings.append(
        f"Tanggal tanda tangan {date_long(day)} dianggap dari sel nomor, karena tidak tertulis di tempat lain; periksa pada naskahnya."
    )


def _wants_eyes(day: Day) -> bool:
    return any("berlawanan" in note or "Teks lain" in note for note in day.notes)


def _doubted(value: date, month: int | None, reading: days.Reading) -> days.Reading:
    """A real date in a column Excel has turned: kept only when its own number confirms it."""
    if value.day > 12 or value.day == value.month or value.month == month:
        return reading
    other = value.replace(month=value.day, day=value.month)
    said = f"mungkin terbalik dibaca Excel: {date_long(value)} atau {date_long(other)}."
    if month == value.day:
        said += f" Nomornya menyebut bulan {month_name(month)}."
    return days.Reading(Shape.SINGLE, (Day(None, Certainty.YEAR, None, value.year, (said,)),))


def _of_range(found: RowDays, which: Field, reading: days.Reading) -> Day:
    first, last = reading.days
    found.warnings += [note for day in reading.days for note in day.notes if day.certainty is not Certainty.EXACT]
    if which is Field.STARTS_ON:
        found.ends_on = last
        return first
    if which is Field.ENDS_ON:
        if not found.starts_on.value:
            found.starts_on = first
        return last
    found.warnings.append("Tanggal tanda tangan: sel memuat rentang, bukan satu tanggal.")
    return Day(None, Certainty.UNKNOWN, None, first.year if first.year == last.year else None)


def _term(found: RowDays, cells: Mapping[Field, Plain], rules: DayRules) -> None:
    if found.term.kind is not TermKind.OPEN:
        decision = rules.decisions.get(Field.TERM, Decision(None, ""))
        found.term = durations.read(cells.get(Field.TERM), rules.unit, decision.order)
    told = [f"Jangka waktu: {note}" for note in found.term.notes]
    (found.warnings if found.term.kind is TermKind.UNKNOWN else found.notes).extend(told)


def _complete(found: RowDays) -> None:
    term = found.term
    if not found.starts_on.value and term.start:
        found.starts_on = days.exact(term.start)
    if not found.starts_on.value and term.since_signing and found.signed_on.value:
        found.starts_on = found.signed_on
        found.notes.append("Mulai berlaku: sejak ditandatangani, menurut jangka waktunya.")
    end = _counted_end(found)
    if end is None:
        return
    if found.ends_on.value is None:
        if found.ends_on.certainty is Certainty.UNKNOWN:
            found.ends_on = days.exact(end, "Dihitung dari mulai dan jangka waktunya.")
            found.notes.append(f"Berakhir: {date_long(end)}, dihitung dari mulai dan jangka waktunya.")
    elif abs(found.ends_on.value - end) > NEIGHBOUR:
        found.warnings.append(
            f"Tanggal berakhir tertulis {date_long(found.ends_on.value)}, menurut jangka waktunya {date_long(end)}."
        )


def _counted_end(found: RowDays) -> date | None:
    if found.term.kind in {TermKind.UNTIL, TermKind.RANGE}:
        return found.term.until
    if found.starts_on.value:
        return found.term.end(found.starts_on.value)
    if found.signed_on.value and found.term.kind is TermKind.SPAN and not found.ends_on.value:
        end = found.term.end(found.signed_on.value)
        if end:
            found.warnings.append(
                f"Mulai berlaku tidak tertulis; bila sejak ditandatangani, berakhir {date_long(end)}."
            )
    return None


def _check(found: RowDays, on: date) -> None:
    signed, start, end = found.signed_on.value, found.starts_on.value, found.ends_on.value
    if start and end and end < start:
        found.errors.append(f"Berakhir {date_long(end)}, sebelum mulai {date_long(start)}.")
    elif signed and end and end < signed:
        found.errors.append(f"Berakhir {date_long(end)}, sebelum ditandatangani {date_long(signed)}.")
    elif signed and start and start < signed:
        found.warnings.append(f"Mulai {date_long(start)}, sebelum ditandatangani {date_long(signed)}.")
    if signed and signed > on:
        found.warnings.append(f"Tanggal tanda tangan {date_long(signed)} belum tiba.")
