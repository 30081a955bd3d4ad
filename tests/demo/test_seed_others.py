"""The cases with third parties and with the centre stand where their stories leave them."""

from datetime import date, datetime, time

import pytest
import time_machine

from kerjasama.core import clock
from kerjasama.demo import cases, scenario, seeding
from proposals.models import Proposal
from tests.support.press import quick_press

__all__ = ["quick_press"]

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
WHERE = {
    "PT Griya Parkir Wanasari": ("KSDPK.OUT.FIRST", "LEGALITY", "RUNNING"),
    "PT Surya Banyu Energi": ("KSDPK.SEKTOR.IN.FIRST", "TKKSD_REVIEW", "RUNNING"),
    "Koperasi Tani Subur Wanasari": ("KSDPK.OUT.FIRST", "INSTRUMENTS", "IN_FORCE"),
    "Yayasan Cahaya Ilmu Wanasari": ("KSDPK.IN.FIRST", "DECLINED", "CLOSED"),
    "Kantor Pertanahan Kabupaten Wanasari": ("SINERGI.OUT.FIRST", "INSTRUMENTS", "RUNNING"),
}


@pytest.mark.usefixtures("quick_press")
def test_the_five_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenario, "CASES", tuple(case for case in cases.CASES if isinstance(case.partner, str)))
    with time_machine.travel(datetime.combine(date(2026, 11, 25), time(9), tzinfo=clock.zone()), tick=False):
        seeding.seed(lambda line: None)
    stands = {
        case.partner_names: (case.route_key, case.stage, case.standing.state)
        for case in Proposal.objects.filter(kind__in=("KSDPK", "SINERGI"))
    }
    assert stands == WHERE
