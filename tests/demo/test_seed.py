"""The demo region is seeded through the same doors as everything: a handful of its cases, each where its story leaves it."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
import time_machine

from agreements.models import RegisterEntry
from agreements.register_standing import annotated
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import cases, scenario, seeding
from kerjasama.statutory.models import ReportEdition
from kerjasama.workflow.audit import verify
from proposals.models import CaseStanding, Proposal
from tests.support import facts, truths
from tests.support.press import quick_press
from tests.support.sql import settle

__all__ = ["quick_press"]

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
TODAY = date(2026, 11, 25)
# Ending -> where the case stands when the demo begins; one of each part of the way, both directions.
WHERE = {
    "draft": "PREPARATION", "intake": "INTAKE", "expired": "EXPIRED", "not recommended": "NOT_RECOMMENDED",
    "dprd overdue": "DPRD_PENDING", "paraf Sekda": "INSTRUMENTS", "KB": "INSTRUMENTS",
}  # fmt: skip


@pytest.fixture
def handful(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[cases.Case]]:
    """The first case of each of these endings."""
    chosen = [next(case for case in cases.CASES if case.ending == ending) for ending in WHERE]
    monkeypatch.setattr(scenario, "CASES", tuple(chosen))
    # Those abroad have a test of their own.
    monkeypatch.setattr(scenario.abroad_cases, "told", lambda partners: [])
    with time_machine.travel(datetime.combine(TODAY, time(9), tzinfo=clock.zone()), tick=False):
        yield chosen


def test_a_handful_of_the_demo(handful: list[cases.Case]) -> None:
    said: list[str] = []
    seeding.seed(said.append)
    settle()
    found = Proposal.objects.order_by("pk")
    assert sorted(p.stage for p in found) == sorted(WHERE.values())
    assert {p.direction for p in found} == {"OUTGOING", "INCOMING"}
    assert all(p.is_demo for p in found)
    assert CaseStanding.objects.filter(state="IN_FORCE").count() == 1
    reports = set(ReportEdition.objects.values_list("report__kind", "report__year", "report__half", "number", "stage"))
    assert {("DOMESTIC", 2026, 1, 1, "SENT"), ("DOMESTIC", 2026, 1, 2, "SENT")} <= reports
    assert User.objects.filter(is_demo=True).count() == 24
    standing = (
        annotated(RegisterEntry.objects.filter(old__isnull=False), TODAY)
        .order_by("title")
        .values_list("title", "standing")
    )
    assert list(standing) == [
        ("Pelatihan Tenaga Pendidik", "UNKNOWN"), ("Pemungutan Retribusi Parkir Pasar Wanasari", "UNKNOWN"),
        ("Pengelolaan Terminal Tipe C Perbatasan", "ENDED"), ("Penyediaan Air Curah Daerah Perbatasan", "IN_FORCE"),
    ]  # fmt: skip
    assert said[0].startswith("23 pengguna, 19 mitra")
    # what is true of any case is true of these
    assert verify().problem == ""
    assert truths.one_event_and_one_row(Proposal) == []
    assert truths.outside_the_chain(Proposal) == []
    assert truths.signed_without_paraf([*facts.stages_signed()]) == []
    assert truths.gaps() == []


def test_it_goes_into_an_empty_database_only(handful: list[cases.Case], monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.create(username="ani", full_name="Ani")
    with pytest.raises(seeding.CannotSeed) as refusal:
        seeding.seed()
    assert "sudah berisi 1 pengguna dan 0 usulan" in str(refusal.value)
    monkeypatch.setattr("django.conf.settings.PRODUCTION", True)
    with pytest.raises(seeding.CannotSeed) as refusal:
        seeding.seed()
    assert str(refusal.value) == (
        "Data peragaan tidak pernah diisikan pada lingkungan produksi (KERJASAMA_ENV=production)."
    )


def test_the_sixty_cases_stand_everywhere() -> None:
    assert len(cases.CASES) >= 60
    assert {case.ending for case in cases.CASES} <= set(scenario.ENDINGS)
    assert {case.incoming for case in cases.CASES} == {True, False}
