from pathlib import Path
from typing import Any

import pytest

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from tests.support.electronic import planned
from tests.support.press import quick_press
from tests.support.signing import give_certificates, key_folder
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walk, walked

__all__ = ["_wanasari", "certificates", "key_folder", "people", "quick_press", "ready", "walk"]


@pytest.fixture
def certificates(settings: Any, key_folder: Path, people: dict[str, User]) -> Path:
    """The keys of the run, with a certificate for the head of region and for the other party."""
    settings.ESIGN_KEYS = key_folder
    give_certificates()
    return key_folder


def on_the_day(people: dict[str, User]) -> Walk:
    """A case whose KB is to be signed electronically today."""
    return planned(new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments())


begun = walked(on_the_day)


@pytest.fixture
def ready(begun: Walk, people: dict[str, User], certificates: Path) -> Walk:
    """That case, for one test."""
    return resumed(begun, people)
