"""Which periods are reported on, and until when (statute 9)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.core import parameters
from monitoring.schedule import Period, Rule, due_date, period_of, periods_between, unreported

FIRST = Period(2026, 1, date(2026, 1, 1), date(2026, 6, 30))
SECOND = Period(2026, 2, date(2026, 7, 1), date(2026, 12, 31))
YEAR = Period(2026, 0, date(2026, 1, 1), date(2026, 12, 31))
days = st.dates(date(2018, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "frequency", "period"),
    [
        (date(2026, 1, 1), "SEMESTER", FIRST),
        (date(2026, 6, 30), "SEMESTER", FIRST),
        (date(2026, 7, 1), "SEMESTER", SECOND),
        (date(2026, 12, 31), "SEMESTER", SECOND),
        (date(2026, 7, 1), "YEAR", YEAR),
    ],
)
def test_the_period_of_a_day(day: date, frequency: str, period: Period) -> None:
    assert period_of(day, frequency) == period


@given(days, st.sampled_from(["SEMESTER", "YEAR"]))
def test_every_day_lies_in_its_period(day: date, frequency: str) -> None:
    period = period_of(day, frequency)
    assert period.starts_on <= day <= period.ends_on
    assert period_of(period.ends_on + timedelta(days=1), frequency) != period


@given(days, st.integers(0, 2000), st.sampled_from(["SEMESTER", "YEAR"]))
def test_periods_follow_on_without_a_hole(first: date, length: int, frequency: str) -> None:
    last = first + timedelta(days=length)
    found = periods_between(first, last, frequency)
    assert found[0].starts_on <= first and found[-1].ends_on >= last
    assert [b.starts_on - a.ends_on for a, b in zip(found, found[1:], strict=False)] == [timedelta(days=1)] * (
        len(found) - 1
    )


def test_no_periods_before_the_beginning() -> None:
    assert periods_between(date(2026, 7, 1), date(2026, 6, 30), "SEMESTER") == []


@pytest.mark.parametrize(("period", "due"), [(FIRST, date(2026, 7, 15)), (SECOND, date(2027, 1, 15)), (YEAR, date(2027, 1, 15))])  # fmt: skip
def test_due_on_15_july_and_15_january(db: None, period: Period, due: date) -> None:
    assert due_date(period) == due


def test_a_region_may_give_more_days(db: None) -> None:
    parameters.change("monev_due_days", 30, reason="Uji")
    assert due_date(FIRST) == date(2026, 7, 30)


# --- when the region asks for another rhythm


def rule(*changes: tuple[date, str]) -> Rule:
    return Rule("KSDD.MONEV", ((date.min, "SEMESTER"), *changes))


def spans(periods: list[Period]) -> list[tuple[int, int]]:
    return [(period.year, period.half) for period in periods]


@pytest.mark.parametrize(
    ("changed_on", "asked"),
    [
        # Its first half is not over: the year is reported on whole, as is asked from then on.
        (date(2027, 6, 30), [(2026, 1), (2026, 2), (2027, 0), (2028, 0)]),
        # Its first half was over, and due by itself: the year goes on as it began.
        (date(2027, 7, 1), [(2026, 1), (2026, 2), (2027, 1), (2027, 2), (2028, 0)]),
        (date(2028, 1, 5), [(2026, 1), (2026, 2), (2027, 1), (2027, 2), (2028, 0)]),
    ],
)
def test_a_new_rhythm_holds_from_the_year_whose_first_half_is_not_over(changed_on: date, asked: list) -> None:
    found = rule((changed_on, "YEAR")).periods_between(date(2026, 2, 1), date(2028, 12, 31))
    assert spans(found) == asked


def test_the_way_back_asks_for_no_semester_that_was_over() -> None:
    there = ((date(2025, 1, 1), "YEAR"), (date(2026, 10, 1), "SEMESTER"))
    assert spans(rule(*there).periods_between(date(2026, 1, 1), date(2027, 12, 31))) == [
        (2026, 0),
        (2027, 1),
        (2027, 2),
    ]


@pytest.mark.parametrize(
    ("asked", "have", "left"),
    [
        (YEAR, [], [(2026, 0)]), (YEAR, [FIRST], [(2026, 2)]), (YEAR, [FIRST, SECOND], []), (YEAR, [YEAR], []), (FIRST, [YEAR], []),
        (SECOND, [FIRST], [(2026, 2)]), (SECOND, [YEAR], []),
    ],
)  # fmt: skip
def test_no_day_is_reported_on_twice_and_none_is_lost(asked: Period, have: list[Period], left: list) -> None:
    assert spans(unreported(asked, have)) == left
