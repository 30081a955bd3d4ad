from collections.abc import Iterator

import pytest

from kerjasama.accounts.models import User
from tests.support.plan import Planner, at
from tests.support.press import quick_press
from tests.support.world import _wanasari, people, walk

__all__ = ["_wanasari", "people", "planner", "quick_press", "walk"]


@pytest.fixture
def planner(people: dict[str, User]) -> Iterator[Planner]:
    """The list of 2026 is open on a Monday in March, and nobody has written anything."""
    with at():
        yield Planner(people)
