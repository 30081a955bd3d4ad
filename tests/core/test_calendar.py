from datetime import date

import pytest

from kerjasama.core import calendar
from kerjasama.core.calendar import SkippedDay, WorkCalendar
from kerjasama.core.holidays import load_year
from kerjasama.core.models import Holiday
from tests.factories.core import HolidayFactory

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)


@pytest.fixture
def year_2026():
    load_year(2026)


def test_45_working_days_from_2_march_2026_end_on_13_may(year_2026):
    assert calendar.add_working_days(date(2026, 3, 2), 45) == date(2026, 5, 13)


def test_without_cuti_bersama_they_would_end_on_7_may(year_2026):
    Holiday.objects.filter(kind=Holiday.Kind.COLLECTIVE_LEAVE).update(active=False)
    assert calendar.add_working_days(date(2026, 3, 2), 45) == date(2026, 5, 7)


def test_45_working_days_from_19_october_2026_end_on_21_december(year_2026):
    assert calendar.add_working_days(date(2026, 10, 19), 45) == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (FRIDAY, 0, FRIDAY),
        (FRIDAY, 1, MONDAY),
        (SATURDAY, 1, MONDAY),
        (FRIDAY, 5, date(2026, 11, 27)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
    ],
)
def test_the_day_after_the_start_is_day_one(start, days, end):
    assert WorkCalendar({}).add(start, days) == end


@pytest.mark.parametrize(
    ("end", "days", "start"),
    [(MONDAY, 0, MONDAY), (MONDAY, 1, FRIDAY), (SATURDAY, 1, FRIDAY), (date(2026, 11, 27), 5, FRIDAY)],
)
def test_marks_are_counted_back_over_working_days(end, days, start):
    assert WorkCalendar({}).back(end, days) == start


def test_a_day_off_belongs_to_the_working_day_before_it():
    calendar_with_friday_off = WorkCalendar({FRIDAY: "cuti"})
    found = [calendar_with_friday_off.at_or_before(day) for day in (MONDAY, SATURDAY)]
    assert found == [MONDAY, date(2026, 11, 19)]


def test_a_holiday_in_between_is_not_counted():
    HolidayFactory(date=MONDAY)
    assert calendar.add_working_days(FRIDAY, 1) == date(2026, 11, 24)


def test_a_holiday_that_was_called_off_is_a_working_day():
    HolidayFactory(date=MONDAY, active=False)
    assert calendar.add_working_days(FRIDAY, 1) == MONDAY


def test_a_local_holiday_counts_like_a_national_one():
    HolidayFactory(date=MONDAY, kind=Holiday.Kind.LOCAL)
    assert WorkCalendar.load().is_working_day(MONDAY) is False


def test_counting_back_is_refused():
    with pytest.raises(ValueError, match="forward"):
        WorkCalendar({}).add(FRIDAY, -1)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [(FRIDAY, FRIDAY, 0), (FRIDAY, SATURDAY, 0), (FRIDAY, MONDAY, 1), (MONDAY, FRIDAY, -1)],
)
def test_between_counts_the_end_but_not_the_start(start, end, days):
    assert WorkCalendar({}).between(start, end) == days


def test_between_undoes_add(year_2026):
    work = WorkCalendar.load()
    start = date(2026, 1, 5)
    assert [work.between(start, work.add(start, days)) for days in range(200)] == list(range(200))


def test_working_days_between_reads_the_table(year_2026):
    assert calendar.working_days_between(date(2026, 3, 2), date(2026, 5, 13)) == 45


def test_skipped_names_the_holidays_on_weekdays():
    HolidayFactory(date=MONDAY, name="Hari Uji")
    HolidayFactory(date=SATURDAY, name="Hari pada Sabtu")
    HolidayFactory(date=date(2026, 12, 25), name="Sesudahnya")
    skipped = WorkCalendar.load().skipped(FRIDAY, date(2026, 11, 30))
    assert skipped == (SkippedDay(MONDAY, "Hari Uji"),)


def test_loading_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        WorkCalendar.load().add(FRIDAY, 45)
