"""A date out of a cell: its value, how certain it is, and what a person should know of it. Nothing is guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kerjasama.core.text import date_long
from kerjasama.importing.reading.day_words import MONTH, MONTH_OF, ROMAN, ROMAN_OF, cleaned, month_name
from kerjasama.importing.reading.lines import Plain, as_text, says_nothing

FIRST_YEAR, LAST_YEAR = 1945, 2100
#: Two figures of a year: 00-79 are of this century; later ones are of the last.
CENTURY_TURNS = 80
SERIALS = range(16_438, 73_415)  # 1945-01-01 to 2100-12-31, counted from 1900


class Certainty(StrEnum):
    """How much of a date is known."""

    EXACT = "EXACT"
    MONTH = "MONTH"
    YEAR = "YEAR"
    UNKNOWN = "UNKNOWN"


class Order(StrEnum):
    """Which of two small figures comes first in a column."""

    DAY_FIRST = "DAY_FIRST"
    MONTH_FIRST = "MONTH_FIRST"


class Shape(StrEnum):
    """What a cell holds: nothing, one date, from-to, only an end, or several dates nobody can tell apart."""

    NONE = "NONE"
    SINGLE = "SINGLE"
    RANGE = "RANGE"
    UNTIL = "UNTIL"
    SEVERAL = "SEVERAL"


@dataclass(frozen=True)
class Day:
    """`value` only when exact; otherwise `month` and `year` are hints as far as they are known."""

    value: date | None = None
    certainty: Certainty = Certainty.UNKNOWN
    month: int | None = None
    year: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """All days of one cell, in the order written."""

    shape: Shape
    days: tuple[Day, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def day(self) -> Day:
        """The day of a cell that should hold one; unknown for none and for several."""
        if self.shape in {Shape.NONE, Shape.SEVERAL}:
            return Day(notes=self.notes)
        first = self.days[0]
        return Day(first.value, first.certainty, first.month, first.year, first.notes + self.notes)


def exact(day: date, *notes: str) -> Day:
    """A day that is known, unless its year cannot be that of a naskah."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return Day(notes=(f"Tahun {day.year} tidak mungkin; tanggal tidak dipakai.",))
    return Day(day, Certainty.EXACT, day.month, day.year, notes)


NAMED = rf"(?P<nd>\d{{1,2}})[ .,/-]*(?<![a-z])(?P<nm>{MONTH})(?![a-z])[ .,/'-]*(?P<ny>\d{{4}}|\d{{2}})(?!\d)"
ENGLISH = rf"\b(?P<em>{MONTH})\b\.? (?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<ey>\d{{4}})(?!\d)"
YEAR_FIRST = r"(?<!\d)(?P<iy>\d{4})[-/. ](?P<im>\d{1,2})[-/. ](?P<id>\d{1,2})(?!\d)"
FIGURES = r"(?<!\d)(?P<fa>\d{1,2}) ?[-/. ] ?(?P<fb>\d{1,2}) ?[-/. ] ?(?P<fy>\d{4}|\d{2})(?!\d)"
WITH_ROMAN = rf"(?<!\d)(?P<rd>\d{{1,2}}) ?[-/. ] ?(?P<rm>{ROMAN}) ?[-/. ] ?(?P<ry>\d{{4}}|\d{{2}})(?!\d)"
MONTH_ONLY = rf"(?<![a-z])(?P<mm>{MONTH})(?![a-z])[ .,/'-]*(?P<my>\d{{4}})(?!\d)"
MONTH_FIGURES = r"(?<![\d/.-])(?P<tm>\d{1,2})[-/](?P<ty>\d{4})(?!\d)"
YEAR_ONLY = r"(?<![\d/.-])(?P<yy>\d{4})(?![\d/.-])"
DATES = re.compile("|".join((NAMED, ENGLISH, YEAR_FIRST, WITH_ROMAN, FIGURES, MONTH_ONLY, MONTH_FIGURES, YEAR_ONLY)))
LINK = re.compile(r"\s*(?:-|–|—|s\s*[./]?\s*d\.?|sd|sampai(?: dengan)?|hingga|to|until|till)\s*")
UNTIL = re.compile(r"^\s*(?:berlaku )?(?:s\s*[./]?\s*d\.?|sd|sampai(?: dengan)?|hingga|until)\s*$")
FIGURE_OR_MONTH = re.compile(rf"\d|\b(?:{MONTH})\b")


def read(value: Plain, order: Order | None = None, *, from_1904: bool = False) -> Reading:
    """The dates of a cell. `order` is what the column has proved; without it two small figures stay unknown."""
    if isinstance(value, bool):
        return _unread(value)
    if isinstance(value, date):
        return Reading(Shape.SINGLE, (exact(value),))
    if isinstance(value, int | float):
        return _figure(float(value), from_1904)
    if says_nothing(value) or re.fullmatch(r"0+[-/.]0+[-/.]0+(?: [0:]+)?", as_text(value).strip()):
        said = as_text(value).strip()
        return Reading(Shape.NONE, notes=(f"Sel berisi “{said}”: tanggal tidak diketahui.",) if said else ())
    return _text(str(value), order, from_1904)


def _unread(value: Plain) -> Reading:
    return Reading(Shape.NONE, notes=(f"“{as_text(value)}” tidak terbaca sebagai tanggal.",))


def _figure(value: float, from_1904: bool) -> Reading:
    whole = int(value)
    if value == whole and FIRST_YEAR <= whole <= LAST_YEAR:
        return Reading(Shape.SINGLE, (_year(whole),))
    serial = whole + 1462 if from_1904 else whole
    if serial in SERIALS:
        day = date(1899, 12, 30) + timedelta(days=serial)
        return Reading(Shape.SINGLE, (exact(day, f"Angka seri Excel {whole} dibaca {date_long(day)}."),))
    compact = str(whole)
    if len(compact) == 8 and FIRST_YEAR <= int(compact[:4]) <= LAST_YEAR:
        return Reading(Shape.SINGLE, (_made(int(compact[6:]), int(compact[4:6]), int(compact[:4])),))
    if not whole:
        return Reading(Shape.NONE, notes=("Sel berisi “0”: tanggal tidak diketahui.",))
    return _unread(whole)


def _text(text: str, order: Order | None, from_1904: bool) -> Reading:
    plain = cleaned(text)
    if re.fullmatch(r"\d{5}(?:\.0)?|\d{8}", plain):
        return _figure(float(plain), from_1904)
    found = list(DATES.finditer(plain))
    if not found:
        return _unread(text)
    days = tuple(_day(one, order) for one in found)
    between = list(_between(plain, found))
    return _shaped(text, days, between)


def _between(plain: str, found: list[re.Match[str]]) -> Iterator[str]:
    """What stands before, between and after the dates."""
    at = 0
    for one in found:
        yield plain[at : one.start()]
        at = one.end()
    yield plain[at:]


def _shaped(text: str, days: tuple[Day, ...], between: list[str]) -> Reading:
    if any(FIGURE_OR_MONTH.search(piece) for piece in between):
        hint = days[-1]
        doubt = Day(None, Certainty.UNKNOWN, hint.month, hint.year)
        return Reading(
            Shape.SINGLE, (doubt,), (f"“{text}” memuat lebih dari satu tanggal yang terbaca; tidak dipakai.",)
        )
    if len(days) == 1:
        shape = Shape.UNTIL if UNTIL.match(between[0]) else Shape.SINGLE
        rest = "" if shape is Shape.UNTIL else between[0]
        return Reading(shape, days, _other_words(rest, between[1]))
    if len(days) == 2 and LINK.fullmatch(between[1]):
        return Reading(Shape.RANGE, days, _backwards(days))
    if len({day.value for day in days}) == 1 and days[0].value:
        return Reading(Shape.SINGLE, days[:1], ("Tanggal yang sama tertulis lebih dari sekali.",))
    return Reading(Shape.SEVERAL, days, (f"Sel memuat {len(days)} tanggal; pilih yang benar.",))


def _other_words(*pieces: str) -> tuple[str, ...]:
    words = " ".join(piece.strip(" ,.()-–\n") for piece in pieces).strip()
    return (f"Teks lain dalam sel tanggal: “{words}”.",) if words else ()


def _backwards(days: tuple[Day, ...]) -> tuple[str, ...]:
    start, end = days[0].value, days[1].value
    return ("Rentang berakhir sebelum mulai.",) if start and end and end < start else ()


def _day(found: re.Match[str], order: Order | None) -> Day:
    part = found.groupdict()
    if part["nd"]:
        return _made(int(part["nd"]), MONTH_OF[part["nm"]], *_whole_year(part["ny"]))
    if part["ed"]:
        return _made(int(part["ed"]), MONTH_OF[part["em"]], int(part["ey"]))
    if part["iy"]:
        return _made(int(part["id"]), int(part["im"]), int(part["iy"]))
    if part["rd"]:
        return _made(int(part["rd"]), ROMAN_OF[part["rm"]], *_whole_year(part["ry"]))
    if part["fa"]:
        return _ordered(int(part["fa"]), int(part["fb"]), part["fy"], order)
    if part["yy"]:
        return _year(int(part["yy"]))
    month, year = (MONTH_OF[part["mm"]], part["my"]) if part["mm"] else (int(part["tm"]), part["ty"])
    return _month(month, int(year))


def _whole_year(figures: str) -> tuple[int, str]:
    """A year of four figures, and what to say when it had two."""
    if len(figures) == 4:
        return int(figures), ""
    year = int(figures) + (2000 if int(figures) < CENTURY_TURNS else 1900)
    return year, f"Tahun dua angka “{figures}” dibaca {year}."


def _ordered(first: int, second: int, figures: str, order: Order | None) -> Day:
    year, said = _whole_year(figures)
    if first > 12 or second > 12:
        day, month = (first, second) if first > 12 else (second, first)
        against = order is (Order.MONTH_FIRST if first > 12 else Order.DAY_FIRST) and min(first, second) <= 12
        return _made(
            day, month, year, said, "Urutan hari dan bulan sel ini berlawanan dengan kolomnya." if against else ""
        )
    if first == second:
        return _made(first, second, year, said)
    if order is None:
        note = f"urutan hari dan bulan kolom ini tidak terbukti; {first} dan {second} tidak dapat dibedakan."
        return Day(None, Certainty.YEAR, None, year, (note,))
    return _made(first, second, year, said) if order is Order.DAY_FIRST else _made(second, first, year, said)


def _made(day: int, month: int, year: int, *said: str) -> Day:
    notes = tuple(note for note in said if note)
    try:
        return exact(date(year, month, day), *notes)
    except ValueError:
        known = month if 1 <= month <= 12 else None
        name = month_name(known) if known else f"bulan {month}"
        note = f"{day} {name} {year} tidak ada dalam kalender."
        return Day(None, Certainty.UNKNOWN, known, year, (*notes, note))


def _month(month: int, year: int) -> Day:
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        return Day(notes=(f"Bulan {month} tahun {year} tidak mungkin.",))
    return Day(
        None, Certainty.MONTH, month, year, (f"Hanya bulan dan tahun yang diketahui: {month_name(month)} {year}.",)
    )


def _year(year: int) -> Day:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Day(notes=(f"Tahun {year} tidak mungkin; tanggal tidak dipakai.",))
    return Day(None, Certainty.YEAR, None, year, (f"Hanya tahun yang diketahui: {year}.",))
