"""What an indicator and an activity should have come to on a day, and how much of that is there."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.pace import Pace, months_share, pace, percent

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
figures = st.decimals(min_value=0, max_value=10**9, places=2)
days = st.dates(FIRST, LAST)


def on(day: date, **changed: Any) -> Pace:
    plain = {"counts": "LEVEL", "better": "MORE", "baseline": Decimal(40), "target": Decimal(100), "yearly": {}}
    return pace(**{**plain, "first": FIRST, "last": LAST, **changed}, day=day)


def test_halfway_through_its_term_a_naskah_is_to_be_halfway() -> None:
    """A five-year naskah on its way is not held against the target of its last day."""
    middle = FIRST + (LAST - FIRST) / 2
    assert round(on(middle).expected) == 70
    assert percent(Decimal(70), on(middle), "MORE") == 100
    assert (on(FIRST).expected, on(LAST).expected) == (Decimal(40), Decimal(100))


def test_the_line_goes_through_the_targets_of_the_years() -> None:
    yearly = {2026: Decimal(60), 2027: Decimal(80)}
    assert on(date(2026, 12, 31), yearly=yearly).expected == 60
    assert on(date(2027, 12, 31), yearly=yearly).expected == 80
    half = on(date(2026, 6, 30), yearly=yearly).expected
    assert Decimal(49) < half < Decimal(50)
    assert percent(half, on(date(2026, 6, 30), yearly=yearly), "MORE") == 100


def test_what_stays_where_it_began_has_reached_nothing() -> None:
    """Coverage of 90 that is to become 100 and stays at 90 is no 90 percent."""
    there = on(LAST, baseline=Decimal(90))
    assert [percent(Decimal(realised), there, "MORE") for realised in (85, 90, 95, 100, 120)] == [0, 0, 50, 100, 100]


def test_what_is_to_fall_goes_down_its_line() -> None:
    falling = {"better": "LESS", "baseline": Decimal(60), "target": Decimal(30)}
    middle = FIRST + (LAST - FIRST) / 2
    assert round(on(middle, **falling).expected) == 45
    shares = [percent(Decimal(realised), on(middle, **falling), "LESS") for realised in (30, 45, 50, 60, 80)]
    assert shares == [100, 100, 67, 0, 0]


@pytest.mark.parametrize(
    ("realised", "better", "share"), [("60", "LESS", 50), ("30", "LESS", 100), ("0", "LESS", 100), ("55", "MORE", 100)]
)
def test_a_fall_from_nowhere_is_a_bound_to_keep(realised: str, better: str, share: int) -> None:
    """Without a figure from before there is no line down: the target is a ceiling from the first day on."""
    early = on(date(2026, 6, 30), baseline=None, target=Decimal(30), better=better)
    assert percent(Decimal(realised), early, better) == share


def test_a_target_that_was_met_from_the_beginning_is_a_floor() -> None:
    kept = on(LAST, baseline=Decimal(90), target=Decimal(90))
    assert [percent(Decimal(realised), kept, "MORE") for realised in (90, 81, 0)] == [100, 90, 0]


def test_a_yearly_amount_begins_anew_every_january() -> None:
    yearly = {"counts": "YEARLY", "baseline": Decimal(7), "target": Decimal(365)}
    assert [on(date(2027, *day), **yearly).expected for day in ((1, 1), (6, 30), (12, 31))] == [1, 181, 365]
    late = yearly | {"first": date(2027, 7, 1)}
    assert on(date(2027, 12, 31), **late).expected == 184, "the year is not whole"
    told = late | {"yearly": {2027: Decimal(365)}}
    assert on(date(2027, 12, 31), **told).expected == 365, "the plan spoke of these days"


def test_a_day_outside_the_term_counts_as_its_nearest() -> None:
    assert on(FIRST - timedelta(days=9)) == on(FIRST)
    assert on(LAST + timedelta(days=9)) == on(LAST)


@given(
    figures, figures, st.none() | figures, days, st.sampled_from(["MORE", "LESS"]), st.sampled_from(["LEVEL", "YEARLY"])
)
def test_a_percentage_is_never_outside_its_bounds(
    realised: Decimal, target: Decimal, baseline: Decimal | None, day: date, better: str, counts: str
) -> None:
    assert (
        0 <= percent(realised, on(day, target=target, baseline=baseline, better=better, counts=counts), better) <= 100
    )


@given(figures, figures, st.none() | figures, days, st.sampled_from(["MORE", "LESS"]))
def test_nothing_gets_better_by_going_the_wrong_way(
    realised: Decimal, target: Decimal, baseline: Decimal | None, day: date, better: str
) -> None:
    there = on(day, target=target, baseline=baseline, better=better)
    worse = realised + 1 if better == "LESS" else max(Decimal(0), realised - 1)
    assert percent(worse, there, better) <= percent(realised, there, better)


@pytest.mark.parametrize(
    ("months", "day", "share"),
    [
        ((1, 12), date(2027, 6, 30), 50), ((1, 3), date(2027, 6, 30), 100), ((7, 12), date(2027, 6, 30), 0), ((4, 9), date(2027, 6, 30), 50),
        ((1, 12), date(2027, 12, 31), 100), ((6, 6), date(2027, 6, 30), 100), ((5, 7), date(2027, 6, 30), 67),
    ],
)  # fmt: skip
def test_how_much_of_an_activity_should_be_done(months: tuple[int, int], day: date, share: int) -> None:
    assert months_share(*months, day, FIRST, LAST) == share


def test_only_the_months_in_which_the_naskah_runs_count() -> None:
    began, ends = date(2027, 5, 10), date(2028, 3, 31)
    assert months_share(1, 12, date(2027, 6, 30), began, ends) == 25
    assert months_share(1, 12, date(2028, 3, 31), began, ends) == 100
    assert months_share(1, 3, date(2027, 6, 30), began, ends) == 100, "planned wholly before: it is over"
