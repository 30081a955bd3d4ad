"""When reports fall due: periods by parameter, as plain arithmetic."""

from dataclasses import dataclass
from datetime import date, timedelta

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

    frequency: str
    route: str
    month: int = 0
    day: int = 0

    def due(self, period: Period) -> date:
        """The last day for the report of a period."""
        return date(period.year + 1, self.month, self.day) if self.month else due_date(period)


def rule_of(agreement: Agreement) -> Rule:
    """Abroad by the law: a year, in the first week of January by bupati and wali kota, in the second by a Gubernur.

    At home by parameter, each kind on its own route (Permendagri 25/2020 art. 35-36; Perda).
    """
    traits = agreement.route.traits
    if Trait.FOREIGN in traits:
        return Rule("YEAR", "FOREIGN.MONEV", 1, 7 if Trait.VIA_GOVERNOR in traits else 14)
    kind = agreement.route_key.partition(".")[0]
    return Rule(str(parameters.value("monev_frequency")), f"{kind}.MONEV")


def due_date(period: Period) -> date:
    """The last day for the report of a period: so many days after its end, by parameter (hari kalender)."""
    return period.ends_on + timedelta(days=int(parameters.value("monev_due_days")))
