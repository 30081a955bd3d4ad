"""Kabupaten Wanasari for tests: the people of the story, ready to walk a case."""

from datetime import date

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import cast
from kerjasama.demo.walk import Story, Walk
from kerjasama.parties.models import Partner
from tests.support import trail

MONDAY = date(2026, 3, 2)


@pytest.fixture
def people(db: None) -> dict[str, User]:
    """Everyone of the cast in office, with the team in force."""
    return set_up()


def set_up() -> dict[str, User]:
    """Government, people, team and partners."""
    trail.begun("set_up", _settle)
    return {user.username: user for user in User.objects.filter(is_demo=True)}


def _settle() -> None:
    cast.set_up_government()
    people = cast.set_up_people()
    cast.set_up_team(people)
    cast.set_up_partners()


@pytest.fixture
def walk(people: dict[str, User]) -> Walk:
    """A case of the DLH that has not begun, budgeted and without burden on the community."""
    return new_walk(people)


def new_walk(people: dict[str, User], **facts: object) -> Walk:
    """A case that has not begun; `facts` change its story."""
    return Walk(story(**facts), people, MONDAY, print_now=True)


def story(**facts: object) -> Story:
    """An ordinary case, every field filled."""
    plain = {
        "title": "Pengelolaan Sampah Regional TPA Wanakerta",
        "affair": "Lingkungan hidup",
        "unit": "DLH",
        "partner": Partner.objects.order_by("pk").first(),
        "background": "Sampah perbatasan belum terkelola.",
        "aims": "Mengelola sampah bersama.",
        "scope": "Pengangkutan\nPemrosesan akhir",
        "benefits": "Lingkungan bersih.",
        "impact": "Dampak bau dikelola dengan sabuk hijau.",
        "financing": "APBD kedua daerah.",
    }
    return Story(**{**plain, **facts})


__all__ = ["MONDAY", "clock", "new_walk", "people", "set_up", "story", "walk"]
