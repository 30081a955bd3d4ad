"""The cases abroad of the seeded region stand where they are told to stand."""

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import abroad, scenario
from kerjasama.demo.scenario import Scenario
from proposals.models import CaseStanding
from tests.support.press import quick_press
from tests.support.wanasari import people

__all__ = ["people", "quick_press"]


def test_the_cases_abroad_stand_at_their_places(people: dict[str, User], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenario, "CASES", ())
    Scenario(clock.today(), people, [], WorkCalendar.load(), abroad.set_up()).run()
    standing = CaseStanding.objects.order_by("proposal__title").values_list("proposal__kind", "stage", "state")
    assert list(standing) == [
        ("KSDPL", "INTENT_CONSULTATION", "RUNNING"),
        ("KSDPL", "INTENT_LETTER", "RUNNING"),
        ("KSDPL", "INTENT_LETTER", "RUNNING"),
        ("KSDLL", "DPRD_PENDING", "RUNNING"),
        ("KSDLL", "IN_FORCE", "IN_FORCE"),
    ]
