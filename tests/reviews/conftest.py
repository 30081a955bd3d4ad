from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.reviews import TeamFactory

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture(autouse=True)
def monday():
    """Senin, 23 November 2026, 09.00 WIB."""
    with time_machine.travel(MONDAY, tick=False) as machine:
        yield machine


@pytest.fixture
def subject(db):
    """Any stored row will do: this room knows no subject by name."""
    return OrgUnitFactory(name="Trayek Angkutan Perbatasan")


@pytest.fixture
def kabag(db):
    return UserFactory(office="KABAG")


@pytest.fixture
def team(db):
    """Five fixed members and one changing: three make a quorum."""
    return TeamFactory(seats="CHAIR DEPUTY SECRETARY FIXED FIXED CHANGING")
