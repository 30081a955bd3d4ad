from datetime import UTC, datetime

import pytest
import time_machine

from kerjasama.core import clock
from tests.factories.core import HolidayFactory

pytestmark = pytest.mark.django_db
THEN = datetime(2024, 2, 29, 3, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_stamps_and_history_follow_our_clock():
    with clock.at(THEN):
        holiday = HolidayFactory(date=clock.today())
    assert (holiday.created_at, holiday.updated_at) == (THEN, THEN)
    assert holiday.history.get().history_date == THEN


@time_machine.travel(NOW, tick=False)
def test_the_next_save_of_the_same_instance_has_its_own_date():
    with clock.at(THEN):
        holiday = HolidayFactory(date=clock.today())
    holiday.name = "Diperbaiki"
    holiday.save()
    dates = list(holiday.history.order_by("history_id").values_list("history_date", flat=True))
    assert dates == [THEN, NOW]
    assert (holiday.created_at, holiday.updated_at) == (THEN, NOW)


@time_machine.travel(NOW, tick=False)
def test_a_save_of_some_fields_also_stamps():
    with clock.at(THEN):
        holiday = HolidayFactory(date=clock.today())
    holiday.name = "Diperbaiki"
    holiday.save(update_fields=["name"])
    holiday.refresh_from_db()
    assert (holiday.name, holiday.updated_at) == ("Diperbaiki", NOW)


def test_a_date_given_by_the_caller_is_kept():
    holiday = HolidayFactory.build(date=NOW.date())
    holiday._history_date = THEN
    holiday.save()
    assert holiday.history.get().history_date == THEN
