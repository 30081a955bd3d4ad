from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache

from kerjasama.accounts.models import User
from tests.support.press import quick_press
from tests.support.world import _wanasari, people, walk

__all__ = ["_wanasari", "monday", "people", "quick_press", "walk"]
MONDAY = datetime(2026, 11, 23, 9, 48, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    """Quarantine is swept by what lies in its folder, so each test has its own."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(autouse=True)
def monday(people: dict[str, User]) -> Iterator[time_machine.Traveller]:
    """Senin, 23 November 2026, 09.48 WIB; nobody has asked anything yet."""
    cache.clear()
    with time_machine.travel(MONDAY, tick=False) as machine:
        yield machine
