"""Which periods are reported on, and until when (statute 9)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.core import parameters
from monitoring.schedule import Period, due_date, period_of, periods_between

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
