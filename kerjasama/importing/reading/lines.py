"""One line of a sheet as plain values: the common ground of every kind of file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from kerjasama.core.text import date_digits

Plain = str | int | float | bool | date | None
#: Signs that are seen by nobody and break every comparison.
UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
#: Anything that there is to tidy; most cells have nothing of it.
UNTIDY = re.compile("^[\\s']|\\s$|  |[\\r\\n\\t\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff\u00ad]|_x000D_")
WORDS = re.compile(r"[^\W_]+")
SPACES = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
#: What offices write where there is nothing.
NOTHING = re.compile(
    r"(?:[-–—_.…?*/\s]*|#?n\s*/\s*a|na|x{2,}|nihil|null|none|nan|kosong|tidak ada|tdk ada|belum(?: ada)?|0+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """`number` is the row as the file shows it; `formulas` and `errors` are columns, counted from 0.

    `joined` are the rows below whose cells were taken into this one.
    """

    number: int
    values: tuple[Plain, ...]
    formulas: frozenset[int] = frozenset()
    errors: Mapping[int, str] = field(default_factory=dict)
    joined: tuple[int, ...] = ()

    def at(self, column: int) -> Plain:
        """The value of a column; None beyond the end of the line."""
        return self.values[column] if column < len(self.values) else None

    def filled(self) -> list[int]:
        """The columns that hold something."""
        return [n for n, value in enumerate(self.values) if value is not None]


def plain(value: object) -> Plain:
    """A value as a reader of files gives it, without what nobody sees: midnight, ".0", odd spaces, Excel's text quote."""
    if isinstance(value, str):
        return tidy(value) or None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    return value if isinstance(value, bool | int | float | date) else None


def tidy(text: str) -> str:
    """Line breaks as one sign, one space between words, no unseen signs, no leading quote of Excel."""
    if not UNTIDY.search(text):
        return text
    text = UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    joined = "\n".join(line for line in lines if line)
    return joined[1:].strip() if joined.startswith("'") else joined


def as_text(value: Plain) -> str:
    """A value as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return date_digits(value) if isinstance(value, date) else str(value)


def says_nothing(value: Plain) -> bool:
    """True for an empty cell and for "-", "n/a", "xx", "nihil", 0 and their like."""
    return value is None or (not isinstance(value, date) and NOTHING.match(as_text(value).strip()) is not None)


def words_of(text: str) -> str:
    """Small letters and figures only, one space between: for comparing names and titles."""
    return " ".join(WORDS.findall(text.lower()))
