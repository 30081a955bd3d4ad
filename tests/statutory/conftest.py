"""A region with a KB in force whose monev report is open, and its first half year over."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
import time_machine
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.demo.statutory import Carrier
from kerjasama.demo.walk import Walk
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services import opening
from tests.support.press import quick_press
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]

#: The day after the first half of 2026, on which the clock opens its report.
OPENED = date(2026, 7, 1)


def in_force(people: dict[str, User]) -> Walk:
    """A KB of the DLH in force since spring, with the report of its first half year open."""
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").open_report()


begun = walked(in_force)


@pytest.fixture
def walk(begun: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(begun, people)


@pytest.fixture
def carrier(people: dict[str, User]) -> Carrier:  # noqa: F811
    return Carrier(people)


@pytest.fixture
def edition(walk: Walk, carrier: Carrier) -> ReportEdition:
    """The draft of the report at home on the first half of 2026, opened by the clock."""
    opened = carrier.do(OPENED, lambda: opening.open_owed(clock.today()))
    return next(one for one in opened if one.report.kind == "DOMESTIC")


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:  # noqa: F811
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


def at(people: dict[str, User], day: date) -> time_machine.travel:  # noqa: F811
    """Noon of a day."""
    for person in people.values():
        forget(person)
    return time_machine.travel(datetime.combine(day, time(12), tzinfo=clock.zone()), tick=False)
