"""What a trap is, and short ways to ask the importer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kerjasama.core.errors import Refusal
from kerjasama.importing.reading import day_order, days, durations, numbers, parties, states
from kerjasama.importing.reading.book import Choices, Report, survey
from kerjasama.importing.reading.days import Certainty, Day, Order, Shape
from kerjasama.importing.reading.durations import TermKind
from kerjasama.importing.reading.heads import place
from kerjasama.importing.reading.ourselves import Us
from kerjasama.importing.reading.sheets import open_source
from tests.importing.files import csv

US = Us.named("Pemerintah Kabupaten Wanasari")
ON = date(2024, 6, 1)
D, M = Order.DAY_FIRST, Order.MONTH_FIRST


@dataclass(frozen=True)
class Trap:
    """`holds` and `makes` are the words of docs/import.md; `run` makes the input and asks; `expected` is the whole answer."""

    name: str
    holds: str
    makes: str
    run: Callable[[], Any]
    expected: Any


def _one(day: Day) -> str:
    if day.value:
        return day.value.isoformat()
    hint = "-".join(str(part) for part in (day.year, day.month) if part)
    return f"{day.certainty} {hint}".strip()


def day(cell: Any, order: Order | None = None, **options: Any) -> str:
    """A cell of dates, in short."""
    read = days.read(cell, order, **options)
    if read.shape is Shape.NONE:
        return str(Certainty.UNKNOWN)
    prefix = {Shape.UNTIL: "UNTIL ", Shape.SEVERAL: "SEVERAL "}.get(read.shape, "")
    return prefix + "..".join(_one(one) for one in read.days)


def column(cells: Iterable[tuple[Any, int | None]]) -> tuple[str | None, bool]:
    """What a column of (cell, roman month) proves: order and whether Excel turned real dates."""
    evidence = day_order.Evidence()
    for cell, month in cells:
        evidence.add(cell, month)
    found = evidence.decide()
    return found.order, found.turned


def term(cell: Any, unit: str | None = None) -> str:
    """A cell of a duration, in short."""
    read = durations.read(cell, unit)
    if read.kind is TermKind.SPAN:
        return f"{read.months} bulan {read.days} hari" + (" sejak ttd" if read.since_signing else "")
    return " ".join(str(part) for part in (read.kind, read.start, read.until) if part)


def nums(cell: Any) -> list[tuple[str, str, int | None, int | None]]:
    """Numbers of a cell: normal form, owner, month, year."""
    return [(one.normal, str(one.owner), one.month, one.year) for one in numbers.read(cell).found]


def names(cell: Any) -> list[str]:
    """Parties of a cell; ours with a star."""
    return [one.name + ("*" if one.ours else "") for one in parties.read(cell, US).found]


def guess(cell: str) -> str:
    """The guessed sort of the one party of a cell."""
    return str(parties.read(cell, US).found[0].guess)


def state(cell: Any, start: date | None, end: date | None, **options: Any) -> tuple[str, bool]:
    """State on 1 June 2024 and whether what was typed contradicts it."""
    found = states.compare(cell, start, end, ON, **options)
    return str(found.state), found.contradicts


def mapped(*heads: str) -> list[str | None]:
    """Fields of the heads, in order."""
    return [one.field and str(one.field) for one in place(heads).columns]


def report(content: bytes, name: str = "daftar", **choices: Any) -> Report:
    """The survey of a file."""
    return survey(open_source(content, name), ON, US, Choices(**choices))


def refused(content: bytes, name: str = "daftar") -> str:
    """The sentence a file is refused with."""
    try:
        report(content, name)
    except Refusal as said:
        return said.message
    return "diterima"


def lines(content: bytes) -> dict[str, int]:
    """How many lines of each kind a file has."""
    return {str(kind): times for kind, times in sorted(report(content).kinds.items())}


def verdicts(content: bytes, **choices: Any) -> list[str]:
    """The verdict of each row."""
    return [str(row.verdict) for row in report(content, **choices).rows()]


def row(heads: Sequence[str], cells: Sequence[Any]) -> Any:
    """One row under heads, over a CSV file."""
    return next(iter(report(csv([heads, cells])).rows()))


def ends(one: Any) -> str | None:
    """The last day of a row, ISO."""
    return one.days.ends_on.value.isoformat() if one.days.ends_on.value else None
