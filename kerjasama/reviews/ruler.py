"""The day ruler of a request: every working day of the deadline, and which days do not count."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kerjasama.core.calendar import ONE_DAY, SkippedDay, WorkCalendar
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Clearance

State = Literal["used", "now", "free"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One working day of the deadline: its number from 1, its date, and where it stands today."""

    number: int
    date: date
    state: State


@dataclass(frozen=True, slots=True)
class Ruler:
    """The ruler as a page draws it; `late` counts the working days after the deadline."""

    cells: tuple[Cell, ...]
    skipped: tuple[SkippedDay, ...]
    due_on: date
    stopped: bool
    late: int

    @property
    def total(self) -> int:
        return len(self.cells)

    @property
    def day(self) -> int:
        """Days counted up to and including today."""
        return sum(cell.state != "free" for cell in self.cells)

    @property
    def left(self) -> int:
        return self.total - self.day

    @property
    def states(self) -> tuple[State, ...]:
        """The cells as the tag `day_ruler` draws them."""
        return tuple(cell.state for cell in self.cells)

    @property
    def label(self) -> str:
        """The ruler in words, for who cannot see it."""
        if self.late:
            return f"Lewat {self.late} hari kerja dari tenggat {date_long(self.due_on)}."
        return f"Hari kerja ke-{self.day} dari {self.total}. Batas akhir {date_long(self.due_on)}."


def day_ruler(clearance: Clearance, today: date) -> Ruler | None:
    """The ruler of a received request as it stands on a date; None before receipt. One query.

    After an answer it stands on the day of the answer; a return may have stopped it there.
    """
    if clearance.counted_from is None or clearance.due_on is None:
        return None
    work = WorkCalendar.load()
    standing = min(today, clearance.decided_on) if clearance.decided_on else today
    cells = tuple(
        Cell(number, day, _state(day, standing)) for number, day in enumerate(_counted_days(clearance, work), start=1)
    )
    return Ruler(
        cells=cells,
        skipped=work.skipped(clearance.counted_from, clearance.due_on),
        due_on=clearance.due_on,
        stopped=clearance.stopped_on is not None,
        late=max(0, work.between(clearance.due_on, standing)),
    )


def _counted_days(clearance: Clearance, work: WorkCalendar) -> list[date]:
    pauses = [(date.fromisoformat(last), date.fromisoformat(back)) for last, back in clearance.pauses]
    found: list[date] = []
    day = clearance.counted_from
    while len(found) < clearance.days_allowed:
        day += ONE_DAY
        if work.is_working_day(day) and not any(last < day <= back for last, back in pauses):
            found.append(day)
    return found


def _state(day: date, today: date) -> State:
    if day == today:
        return "now"
    return "used" if day < today else "free"
