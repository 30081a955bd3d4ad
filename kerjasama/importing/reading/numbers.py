"""The numbers of a naskah: several in a cell, whose they are, and the month and year they carry."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kerjasama.core.numbers import plain_number
from kerjasama.core.text import ROMAN_MONTHS
from kerjasama.importing.reading.day_words import cleaned
from kerjasama.importing.reading.days import DATES
from kerjasama.importing.reading.lines import Plain, as_text, says_nothing


class Owner(StrEnum):
    """Whose number, signature or office: the first party of the register, another one, or not said."""

    US = "US"
    PARTNER = "PARTNER"
    UNSAID = "UNSAID"


@dataclass(frozen=True)
class Number:
    """`normal` is what numbers are compared by; `month` and `year` only when the number carries them."""

    raw: str
    normal: str
    owner: Owner = Owner.UNSAID
    place: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True)
class Numbers:
    """All numbers of a cell, and the days that stand among them, as written."""

    found: tuple[Number, ...] = ()
    notes: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


PLACES = {
    "kesatu": 1, "pertama": 1, "i": 1, "1": 1, "kedua": 2, "ii": 2, "2": 2,
    "ketiga": 3, "iii": 3, "3": 3, "keempat": 4, "iv": 4, "4": 4,
}  # fmt: skip
LABEL = re.compile(
    r"(?:nomor|nomer|no)?\.?\s*pihak\s+(?:ke-?\s*)?(?P<place>"
    + "|".join(sorted(PLACES, key=len, reverse=True))
    + r")\b\s*[:=.)-]*\s*",
    re.IGNORECASE,
)
PREFIX = re.compile(r"^(?:\d{1,2}[.)]\s+|[-•]\s+)?(?:(?:nomor|nomer|no|nmr)\b\s*[.:]*\s*|[:]\s*)?", re.IGNORECASE)
SPLIT = re.compile(r"\n|;|\s+dan\s+|\s+&\s+|,?\s+(?=(?:tanggal|tgl)\b)|,\s+(?=\S*\d)", re.IGNORECASE)
WITHOUT = re.compile(r"(?:tanpa|tidak ada|tdk ada|belum (?:ada|diberi))\s*(?:nomor|no\.?)?$", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(19[4-9]\d|20\d\d)(?!\d)")


def read(value: Plain, owner: Owner = Owner.UNSAID) -> Numbers:
    """The numbers of a cell; `owner` is what the column says, a label inside the cell says more."""
    if isinstance(value, date):
        return Numbers(
            notes=(f"Excel mengubah nomor menjadi tanggal {as_text(value)}; nomor aslinya tidak diketahui.",)
        )
    if says_nothing(value) or WITHOUT.match(as_text(value).strip()):
        said = as_text(value).strip()
        return Numbers(notes=(f"“{said}”: tanpa nomor.",) if said else ())
    text = as_text(value)
    if re.fullmatch(r"\d(?:[.,]\d+)?e\+?\d+", text, re.IGNORECASE):
        return Numbers(notes=(f"Excel menyingkat nomor menjadi {text}; nomor aslinya tidak diketahui.",))
    days: list[str] = []
    found = tuple(_numbers(text, owner, days))
    repeated = len({one.normal for one in found}) < len(found)
    notes = ("Sebuah nomor tertulis dua kali dalam sel ini.",) if repeated else ()
    if isinstance(value, float):
        notes += (f"Excel menyimpan nomor sebagai angka {text}; nol di belakangnya mungkin hilang.",)
    return Numbers(found, notes, tuple(days))


def _numbers(text: str, owner: Owner, days: list[str]) -> list[Number]:
    """The numbers of a text; dates that stand among them go to `days`."""
    # A label begins a number of its own, on whatever line it stands.
    marked = LABEL.sub(lambda label: f"\n\0{PLACES[label['place'].lower()]}\0", text)
    found = []
    place = None
    for piece in SPLIT.split(marked):
        label = re.match(r"\0(\d)\0", piece.strip())
        if label:
            place, piece = int(label[1]), piece.strip()[label.end() :]
        raw = PREFIX.sub("", piece.strip()).strip(" .,;:")
        if _is_day(raw):
            days.append(raw)
        elif raw and not says_nothing(raw) and not WITHOUT.match(raw):
            found.append(_number(raw, owner, place))
            place = None
    return found


def _is_day(raw: str) -> bool:
    if re.match(r"(?:tanggal|tgl)\b", raw, re.IGNORECASE):
        return True
    found = DATES.fullmatch(cleaned(raw))
    return bool(found and found["nd"])


def _number(raw: str, owner: Owner, place: int | None) -> Number:
    if place is not None:
        owner = Owner.US if place == 1 else Owner.PARTNER
    month, year = period_of(raw)
    return Number(raw, plain_number(raw), owner, place, month, year)


def period_of(raw: str) -> tuple[int | None, int | None]:
    """The roman month and the year a number carries; the month only where it stands beside the year or alone."""
    parts = [part.strip() for part in re.split(r"[/\s]+", raw.upper()) if part.strip()]
    years = [n for n, part in enumerate(parts) if YEAR.fullmatch(part)]
    year = int(parts[years[-1]]) if years else None
    if year is None:
        inside = YEAR.findall(raw)
        year = int(inside[-1]) if inside and not raw.strip().isdigit() else None
    romans = [n for n, part in enumerate(parts) if part in ROMAN_MONTHS]
    if years:
        beside = [n for n in romans if abs(n - years[-1]) == 1]
        romans = [n for n in beside if n < years[-1]] or beside or romans
    return (ROMAN_MONTHS.index(parts[romans[0]]) + 1 if len(romans) == 1 else None), year


@dataclass
class Seen:
    """Numbers met over a file, with the row of the first; asked again for every row."""

    first: dict[str, int] = field(default_factory=dict)
    again: dict[str, list[int]] = field(default_factory=dict)

    def add(self, row: int, found: tuple[Number, ...]) -> None:
        """Note the numbers of a row; a number twice in one row counts once."""
        for one in {number.normal for number in found}:
            if one in self.first:
                self.again.setdefault(one, [self.first[one]]).append(row)
            else:
                self.first[one] = row

    def notes(self, row: int, found: tuple[Number, ...]) -> list[str]:
        """A sentence for every number of this row that another row has too."""
        said = []
        for one in dict.fromkeys(number.normal for number in found):
            others = [other for other in self.again.get(one, []) if other != row]
            if others:
                shown = ", ".join(map(str, others[:5])) + (" …" if len(others) > 5 else "")
                said.append(f"Nomor {one} juga ada pada baris {shown}.")
        return said
