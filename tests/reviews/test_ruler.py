from datetime import date

import pytest

from kerjasama.core.calendar import SkippedDay, WorkCalendar
from kerjasama.core.holidays import load_year
from kerjasama.reviews.ruler import Cell, day_ruler
from kerjasama.reviews.selectors import current_clearances
from tests.factories.accounts import OrgUnitFactory
from tests.factories.core import HolidayFactory
from tests.factories.reviews import ClearanceFactory

pytestmark = pytest.mark.django_db


def test_the_ruler_of_a_running_request(django_assert_num_queries):
    clearance = ClearanceFactory(received=True)
    with django_assert_num_queries(1):
        ruler = day_ruler(clearance, date(2026, 11, 23))
    assert (ruler.day, ruler.total, ruler.left, ruler.late) == (25, 45, 20, 0)
    assert ruler.states == ("used",) * 24 + ("now",) + ("free",) * 20
    assert ruler.cells[0] == Cell(1, date(2026, 10, 20), "used")
    assert ruler.cells[-1] == Cell(45, date(2026, 12, 21), "free")
    assert ruler.label == "Hari kerja ke-25 dari 45. Batas akhir 21 Desember 2026."


def test_on_a_day_off_no_cell_is_today():
    ruler = day_ruler(ClearanceFactory(received=True), date(2026, 11, 22))
    assert (ruler.day, ruler.states.count("now")) == (24, 0)


def test_holidays_are_named_not_counted():
    HolidayFactory(date=date(2026, 11, 25), name="Pemilihan")
    clearance = ClearanceFactory(received=True, days_allowed=3, counted_from=date(2026, 11, 23),
                                 received_on=date(2026, 11, 23), due_on=date(2026, 11, 27))  # fmt: skip
    ruler = day_ruler(clearance, date(2026, 11, 23))
    assert [cell.date.day for cell in ruler.cells] == [24, 26, 27]
    assert ruler.skipped == (SkippedDay(date(2026, 11, 25), "Pemilihan"),)


def test_days_that_stood_still_are_left_out():
    clearance = ClearanceFactory(
        received=True,
        received_on=date(2026, 11, 16),
        pauses=[["2026-11-02", "2026-11-16"]],
        stopped_days=10,
        due_on=date(2027, 1, 4),
    )
    ruler = day_ruler(clearance, date(2026, 11, 23))
    assert [cell.date for cell in ruler.cells[9:11]] == [date(2026, 11, 2), date(2026, 11, 17)]
    assert (ruler.day, ruler.cells[-1].date) == (15, date(2027, 1, 4))


def test_an_answer_stops_the_ruler():
    answered = ClearanceFactory(received=True, status="RETURNED", decided_on=date(2026, 11, 2),
                                stopped_on=date(2026, 11, 2), reason="RAB")  # fmt: skip
    ruler = day_ruler(answered, date(2027, 3, 1))
    assert (ruler.day, ruler.states[9], ruler.late, ruler.stopped) == (10, "now", 0, True)


def test_past_the_deadline():
    ruler = day_ruler(ClearanceFactory(received=True), date(2026, 12, 23))
    assert (ruler.left, ruler.late, ruler.label) == (0, 2, "Lewat 2 hari kerja dari tenggat 21 Desember 2026.")


def test_lebaran_is_skipped_and_named():
    load_year(2026)
    work = WorkCalendar.load()
    received = date(2026, 2, 2)
    ruler = day_ruler(
        ClearanceFactory(
            received=True,
            received_on=received,
            counted_from=received,
            sent_on=received,
            due_on=work.add(received, 45),
        ),
        date(2026, 3, 30),
    )
    off = {day.date for day in ruler.skipped}
    assert len(ruler.cells) == 45
    assert off == {day for day in work.holidays if received < day <= ruler.due_on and day.weekday() < 5}
    assert {"Cuti bersama", "Idul"} <= {
        word for day in ruler.skipped for word in ("Cuti bersama", "Idul") if word.lower() in day.name.lower()
    }
    assert not off & {cell.date for cell in ruler.cells}


def test_no_ruler_before_receipt():
    assert day_ruler(ClearanceFactory(sent=True), date(2026, 11, 23)) is None


def test_the_newest_request_of_many_subjects(django_assert_num_queries):
    first, second, none = OrgUnitFactory(), OrgUnitFactory(), OrgUnitFactory()
    ClearanceFactory(about=first, status="REVOKED", reason="Keliru")
    newer, other = ClearanceFactory(about=first, number_in_row=2), ClearanceFactory(about=second)
    with django_assert_num_queries(1):
        found = current_clearances(type(first), [first.pk, second.pk, none.pk])
    assert found == {first.pk: newer, second.pk: other}
