"""Reminders of a turn by schedule: at their marks, once, and never twice a working day with those by hand."""

from datetime import datetime, time
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.desk import reminders
from kerjasama.notifications.models import Notification
from tests.factories.core import ParameterFactory
from tests.support.wanasari import new_walk


@pytest.fixture
def case(people: dict[str, User], quick_press: None) -> Any:
    """In verification: the Bagian has three working days."""
    return new_walk(people).to_verification().proposal


def on(case: Any, days: int, hour: int = 9) -> tuple[int, list[str]]:
    """What the clock sends so many working days after the deadline, and whom it reaches."""
    calendar = WorkCalendar.load()
    day = calendar.add(case.due_on, days) if days >= 0 else calendar.back(case.due_on, -days)
    with time_machine.travel(datetime.combine(day, time(hour), tzinfo=clock.zone()), tick=False):
        known = set(Notification.objects.values_list("pk", flat=True))
        count = reminders.remind_of_turns(day)
        new = Notification.objects.exclude(pk__in=known).order_by("user__username")
        return count, list(new.values_list("user__username", flat=True))


def test_two_days_before_the_deadline_and_not_the_day_after(case: Any) -> None:
    assert [on(case, days) for days in (-3, -2, -1, 0)] == [(0, []), (1, ["dewi", "galih"]), (0, []), (0, [])]


def test_after_the_deadline_every_five_working_days(case: Any) -> None:
    assert [on(case, days)[0] for days in range(13)] == [1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]


def test_a_mark_that_passed_while_the_clock_stood_still_is_made_up_for_once(case: Any) -> None:
    assert [on(case, 9)[0], on(case, 9)[0], on(case, 10)[0], on(case, 11)[0]] == [1, 0, 0, 1]


def test_one_by_hand_since_the_mark_counts_and_none_by_hand_follows_on_the_day(
    case: Any, people: dict[str, User]
) -> None:
    assert on(case, 1)[0] == 1
    day = WorkCalendar.load().add(case.due_on, 1)
    with time_machine.travel(datetime.combine(day, time(10), tzinfo=clock.zone()), tick=False), pytest.raises(NotYet):
        reminders.remind(case, people["ratna"])
    by_hand = WorkCalendar.load().add(case.due_on, 7)
    with time_machine.travel(datetime.combine(by_hand, time(10), tzinfo=clock.zone()), tick=False):
        assert {person.username for person in reminders.remind(case, people["ratna"])} == {"dewi", "galih"}
    assert [on(case, 8)[0], on(case, 11)[0]] == [0, 1]


def test_not_before_seven(case: Any) -> None:
    assert [on(case, 1, hour=6)[0], on(case, 1, hour=7)[0]] == [0, 1]


def test_what_it_says(case: Any) -> None:
    on(case, 1)
    line = Notification.objects.filter(title__startswith="Pengingat").first()
    assert line.title == f"Pengingat: {case.stage_label()}, {case.code}"
    assert line.body.endswith("lewat 1 hari kerja.")
    assert line.url == case.get_absolute_url()


def test_the_parameters_turn_it_off(case: Any) -> None:
    ParameterFactory(key="turn_reminder_ahead", value=0)
    ParameterFactory(key="turn_reminder_every", value=0)
    assert [on(case, days)[0] for days in (-2, 0, 1, 6)] == [0, 0, 0, 0]


def test_cases_already_told_cost_no_more_queries(people: dict[str, User], quick_press: None) -> None:
    def cost() -> int:
        on(first, 1)
        with CaptureQueriesContext(connection) as asked:
            on(first, 3)
        return len(asked)

    first = new_walk(people).to_verification().proposal
    one = cost()
    for n in range(3):
        new_walk(people, title=f"Kasus {n}").to_verification()
    assert cost() == one
