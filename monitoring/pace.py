"""How far a cooperation should be on a day: what its indicators and its activities should have come to by then. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from monitoring.stages import Better, Counts

#: An indicator is held against its line once the naskah has run for a quarter: before, a day's delay would weigh as much as a year's.
YOUNG_DAYS = 90


@dataclass(frozen=True, slots=True)
class Pace:
    """What an indicator should have come to, and from what figure it set out; None where its target is a bound to be kept all the time."""

    expected: Decimal
    start: Decimal | None


def pace(
    *, counts: str, better: str, baseline: Decimal | None, target: Decimal, yearly: Mapping[int, Decimal], first: date, last: date, day: date
) -> Pace:  # fmt: skip
    """Where an indicator should be on a day of the term from `first` to `last`; `yearly` are the targets of its years."""
    day = min(max(day, first), last)
    if counts == Counts.YEARLY:
        start = None if better == Better.LESS else Decimal(0)
        return Pace(_share_of_year(target, yearly.get(day.year), first, last, day), start)
    ends = {min(date(year, 12, 31), last): value for year, value in yearly.items() if first.year <= year <= last.year}
    goals = sorted(({last: target} | ends).items())
    start = baseline if baseline is not None else None if better == Better.LESS else Decimal(0)
    if start is None:
        return Pace(next(value for on, value in goals if on >= day), None)
    return Pace(_on_line([(first, start), *goals], day), start)


def percent(realised: Decimal, pace: Pace, better: str) -> int:
    """How much of what should be there is there, in whole percent from 0 to 100.

    The way from where it set out counts: an indicator that stays where it began has reached nothing. Without a way, because the target
    is a bound or was met from the beginning, the bound itself is the measure.
    """
    less = better == Better.LESS
    expected, start = pace.expected, pace.start
    if realised <= expected if less else realised >= expected:
        return 100
    if start is not None and (start > expected if less else start < expected):
        reached = (realised - start) / (expected - start)
    else:
        reached = expected / realised if less else realised / expected
    return whole(Decimal(100) * max(Decimal(0), min(reached, Decimal(1))))


def months_share(first_month: int, last_month: int, day: date, first: date, last: date) -> int:
    """How much of an activity of a year should be done by the end of the month of a day, in whole percent.

    Of its months only those count in which the naskah runs, where it has any.
    """
    begin = max(first_month, first.month) if first.year == day.year else first_month
    end = min(last_month, last.month) if last.year == day.year else last_month
    if end < begin:
        begin, end = first_month, last_month
    gone = min(max(day.month - begin + 1, 0), end - begin + 1)
    return whole(Decimal(100 * gone) / (end - begin + 1))


def whole(figure: Decimal) -> int:
    """Rounded half up."""
    return int(figure.quantize(Decimal(1), ROUND_HALF_UP))


def _on_line(points: list[tuple[date, Decimal]], day: date) -> Decimal:
    """The value on a day of the straight lines from point to point."""
    before = [point for point in points if point[0] <= day]
    after = [point for point in points if point[0] > day]
    (since, there) = before[-1]
    if not after:
        return there
    (until, goal) = after[0]
    return there + (goal - there) * (day - since).days / (until - since).days


def _share_of_year(target: Decimal, told: Decimal | None, first: date, last: date, day: date) -> Decimal:
    """What of a yearly amount should be there by a day: over the days of the year in which the naskah runs.

    The target of the year is for those days; a target of the naskah that speaks of any year is for a whole one.
    """
    new_year, end = date(day.year, 1, 1), date(day.year, 12, 31)
    begin, finish = max(first, new_year), min(last, end)
    gone, runs, year = (day - begin).days + 1, (finish - begin).days + 1, (end - new_year).days + 1
    return told * gone / runs if told is not None else target * gone / year
