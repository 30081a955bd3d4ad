"""Working days (hari kerja): Monday to Friday without the days in the holiday table.

The day after the start is day 1; the table holds national holidays, cuti bersama and local ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kerjasama.core.models import Holiday

# Asked of this module as ever; they live apart so that a reader of files needs no database for them.
from kerjasama.core.spans import anniversary as anniversary
from kerjasama.core.spans import months_later as months_later

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SkippedDay:
    """A day from Monday to Friday that does not count, and why."""

    date: date
    name: str


@dataclass(frozen=True)
class WorkCalendar:
    """Day arithmetic over one reading of the holiday table; load once, ask often."""

    holidays: Mapping[date, str]

    @classmethod
    def load(cls) -> "WorkCalendar":
        """Read the holiday table in one query."""
        return cls(dict(Holiday.objects.filter(active=True).values_list("date", "name")))

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def add(self, start: date, days: int) -> date:
        """The date `days` working days after `start`; 0 gives `start` itself.

        Raises ValueError for a negative number: no deadline of the statute counts back.
        """
        if days < 0:
            raise ValueError("working days are counted forward only")
        day = start
        while days:
            day += ONE_DAY
            days -= self.is_working_day(day)
        return day

    def back(self, end: date, days: int) -> date:
        """The date `days` working days before `end`; 0 gives `end` itself. For marks and plans: no deadline of the statute counts back."""
        day = end
        while days > 0:
            day -= ONE_DAY
            days -= self.is_working_day(day)
        return day

    def at_or_before(self, day: date) -> date:
        """The day itself when it is a working day, else the last one before it."""
        return day if self.is_working_day(day) else self.back(day, 1)

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        span = (end - start).days
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range(1, span + 1))

    def skipped(self, start: date, end: date) -> tuple[SkippedDay, ...]:
        """The holidays on weekdays after `start` up to `end`, to explain a deadline."""
        return tuple(
            SkippedDay(day, self.holidays[day])
            for day in sorted(self.holidays)
            if start < day <= end and day.weekday() < SATURDAY
        )


def add_working_days(start: date, days: int) -> date:
    """As `WorkCalendar.add`, with one query of its own."""
    return WorkCalendar.load().add(start, days)


def working_days_between(start: date, end: date) -> int:
    """As `WorkCalendar.between`, with one query of its own."""
    return WorkCalendar.load().between(start, end)
