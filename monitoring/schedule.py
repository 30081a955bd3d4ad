"""When reports fall due: periods by parameter, as plain arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from agreements.models import Agreement
from agreements.stages import Trait
from kerjasama.core import parameters


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period; `half` is 0 for a whole year."""

    year: int
    half: int
    starts_on: date
    ends_on: date


def period_of(day: date, frequency: str) -> Period:
    """The period a day lies in: a semester, or the year."""
    if frequency == "YEAR":
        return Period(day.year, 0, date(day.year, 1, 1), date(day.year, 12, 31))
    if day.month <= 6:
        return Period(day.year, 1, date(day.year, 1, 1), date(day.year, 6, 30))
    return Period(day.year, 2, date(day.year, 7, 1), date(day.year, 12, 31))


def periods_between(first: date, last: date, frequency: str) -> list[Period]:
    """All periods that two days and the days between them touch, oldest first."""
    found, day = [], first
    while day <= last:
        period = period_of(day, frequency)
        found.append(period)
        day = period.ends_on + timedelta(days=1)
    return found


@dataclass(frozen=True, slots=True)
class Rule:
    """How often a naskah is reported on, on which route, and until when."""

    route: str
    #: Since when it is how often, oldest first.
    frequencies: tuple[tuple[date, str], ...]
    month: int = 0
    day: int = 0

    def frequency(self, year: int) -> str:
        """How often a year is reported on: as it was on the last day of its first half, where a year and its semesters part."""
        return [often for since, often in self.frequencies if since <= date(year, 6, 30)][-1]

    def period_of(self, day: date) -> Period:
        """The period a day lies in."""
        return period_of(day, self.frequency(day.year))

    def periods_between(self, first: date, last: date) -> list[Period]:
        """All periods that two days and the days between them touch, oldest first, each year as often as it is reported on."""
        return [
            period
            for year in range(first.year, last.year + 1)
            for period in periods_between(
                max(first, date(year, 1, 1)), min(last, date(year, 12, 31)), self.frequency(year)
            )
        ]

    def due(self, period: Period) -> date:
        """The last day for the report of a period."""
        return date(period.year + 1, self.month, self.day) if self.month else due_date(period)


def rule_of(agreement: Agreement) -> Rule:
    """Abroad by the law: a year, in the first week of January by bupati and wali kota, in the second by a Gubernur.

    At home by parameter, each kind on its own route (Permendagri 25/2020 art. 35-36; Perda).
    """
    traits = agreement.route.traits
    if Trait.FOREIGN in traits:
        return Rule("FOREIGN.MONEV", ((date.min, "YEAR"),), 1, 7 if Trait.VIA_GOVERNOR in traits else 14)
    kind = agreement.route_key.partition(".")[0]
    return Rule(f"{kind}.MONEV", parameters.held_since("monev_frequency"))


def due_date(period: Period) -> date:
    """The last day for the report of a period: so many days after its end, by parameter (hari kalender)."""
    return period.ends_on + timedelta(days=int(parameters.value("monev_due_days")))


def unreported(period: Period, reports: Iterable[Any]) -> list[Period]:
    """What of a period no report covers: itself, nothing, or of a year the half that was not reported on before it was asked for whole."""
    held = list(reports)
    parts = (
        [period]
        if period.half or not _covered(period, held)
        else periods_between(period.starts_on, period.ends_on, "SEMESTER")
    )
    return [part for part in parts if not _covered(part, held)]


def _covered(period: Period, reports: Iterable[Any]) -> bool:
    return any(report.starts_on <= period.ends_on and report.ends_on >= period.starts_on for report in reports)
