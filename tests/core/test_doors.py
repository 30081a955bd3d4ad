"""Counters of what strangers do, and what tells a machine from a person."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache

from kerjasama.core.errors import TooMany
from kerjasama.core.human import HumanForm
from kerjasama.core.throttle import Limit, require, spend
from tests.support.outside import human

pytestmark = pytest.mark.django_db
THREE = Limit("uji", 3, 600)


@pytest.fixture(autouse=True)
def monday():
    cache.clear()
    with time_machine.travel(datetime(2026, 11, 23, 9, 42, tzinfo=ZoneInfo("Asia/Jakarta")), tick=False) as machine:
        yield machine


def test_a_window_counts_to_its_limit_and_begins_anew(monday):
    assert [spend(THREE, "a@b.example") for _ in range(4)] == [0, 0, 0, 480]
    monday.shift(479)
    assert spend(THREE, "a@b.example") == 1
    monday.shift(1)
    assert spend(THREE, "a@b.example") == 0


def test_a_pause_inside_a_window_forgets_nothing(monday):
    """The default life of a cache entry is five minutes: a counter must live as long as its window."""
    day = Limit("uji-hari", 2, 86_400)
    assert [spend(day, "x"), monday.shift(3000), spend(day, "x"), monday.shift(3000), spend(day, "x") > 0] == [
        0,
        None,
        0,
        None,
        True,
    ]


def test_each_name_and_action_has_its_own_count_in_any_case_of_letters():
    assert [spend(THREE, who) for who in ("A@b.example", "a@B.example", " a@b.example", "a@b.example")] == [
        0,
        0,
        0,
        480,
    ]
    assert (spend(THREE, "lain@b.example"), spend(Limit("lain", 3, 600), "a@b.example")) == (0, 0)


def test_no_name_is_readable_in_the_cache():
    spend(THREE, "orang@contoh.example")
    assert cache.get("batas:uji:orang@contoh.example") is None


def test_address_and_email_are_both_counted_and_the_time_is_told(rf):
    wide = Limit("lebar", 100, 600)
    for n in range(4):
        request = rf.get("/", REMOTE_ADDR=f"198.51.100.{n}")
        if n < 3:
            require(request, wide, email="a@b.example", per_email=THREE)
            continue
        with pytest.raises(TooMany) as refusal:
            require(request, wide, email="a@b.example", per_email=THREE)
        assert (refusal.value.status, refusal.value.wait) == (429, 480)
        assert refusal.value.until.astimezone(ZoneInfo("Asia/Jakarta")).strftime("%H.%M") == "09.50"


def test_a_person_passes_and_a_machine_does_not():
    assert HumanForm(human()).is_valid()
    for typed in ({}, human(1), human(13 * 3600), human() | {"situs_web": "http://"}, human() | {"dibuka": "palsu"}):
        assert not HumanForm(typed).is_valid()
    assert HumanForm({}, human=False).is_valid()
