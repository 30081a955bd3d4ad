"""Absence and hand-over: one act passes everything open to another person; a vacant office blocks nobody silently."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.services.acts import act
from kerjasama.accounts.models import Handover, Holding, User
from kerjasama.accounts.permissions import forget, seats
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.desk import handover, worklist
from kerjasama.desk.vacancies import vacancies
from kerjasama.notifications.models import Notification
from kerjasama.workflow.models import StageEvent
from tests.factories.accounts import DelegationFactory, UserFactory, period
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

BASIS = "Keputusan Bupati 821.2/17/2026"
to_sekda = walked(
    lambda people: (
        new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah().to_paraf()
        .paraf("ratna", "bambang")
    )
)  # fmt: skip


@pytest.fixture
def world(to_sekda: Walk, people: dict[str, User]) -> Walk:
    """A naskah that waits for the paraf of the Sekda."""
    return resumed(to_sekda, people)


@pytest.fixture
def taker(people: dict[str, User]) -> User:
    return UserFactory(full_name="Sri Wahyuni", email="sri@wanasari.example")


def at(walk: Walk, day: date | None = None) -> time_machine.travel:
    for person in walk.people.values():
        forget(person)
    return time_machine.travel(datetime.combine(day or walk.day, time(12), tzinfo=clock.zone()), tick=False)


def offices(user: User) -> list[str]:
    forget(user)
    return sorted(seat.office for seat in seats(user))


def give(walk: Walk, taker: User, **changed: object) -> Handover:
    facts = {"from_day": walk.day, "basis": BASIS, "by": walk.people["admin"], **changed}
    return handover.hand_over(walk.people["nurhayati"], taker, **facts)


def test_one_act_passes_offices_and_open_items_with_both_names(world: Walk, taker: User) -> None:
    giver = world.people["nurhayati"]
    with at(world):
        before = [task.code for task in worklist.tasks(giver) if "araf" in task.title]
        row = give(world, taker)
        assert (offices(giver), offices(taker)) == (["TKKSD"], ["SEKDA"])
        assert [t.code for t in worklist.tasks(taker)] == before == [world.proposal.code]
    assert (row.giver, row.taker, row.basis, row.recorded_by.username) == (giver, taker, BASIS, "admin")
    assert row.offices == ["Sekretaris Daerah"]
    assert [(item["code"], item["what"], item["stage"]) for item in row.items] == [
        (world.proposal.code, "Naskah", "Pemarafan"),
    ]  # fmt: skip
    ended = Holding.objects.get(user=giver, office="SEKDA")
    assert ended.ends_on == world.day - timedelta(days=1)
    why = f"Serah terima dari {giver} kepada {taker}: {BASIS}"
    assert {h.history.latest("history_id").history_change_reason for h in Holding.objects.filter(office="SEKDA", user__in=[giver, taker])} == {why}  # fmt: skip
    assert set(Notification.objects.filter(key=f"accounts.handover:{row.pk}").values_list("user", flat=True)) == {giver.pk, taker.pk}  # fmt: skip


def test_the_timeline_of_each_case_names_both(world: Walk, taker: User) -> None:
    with at(world):
        before = world.agreement.act_count
        row = give(world, taker, from_day=world.day + timedelta(days=1))
        event = StageEvent.objects.get(act="hand_over")
        world.agreement.refresh_from_db()
        client = Client()
        client.force_login(world.people["ratna"])
        page = client.get(f"/usulan/{world.proposal.code}/").content.decode()
    assert (event.subject, event.seq, event.source, event.target) == (world.agreement, before + 1, "PARAF", "PARAF")
    assert (event.actor.username, event.office, world.agreement.act_count) == ("admin", "ADMIN", before + 1)
    assert event.data == {
        "handover": row.pk, "giver": str(row.giver), "taker": "Sri Wahyuni", "from_day": f"{world.day + timedelta(days=1)}",
    }  # fmt: skip
    assert "mencatat serah terima" in page
    assert f"Dari {row.giver} kepada Sri Wahyuni" in page


def test_no_hand_over_of_one_case_by_itself(world: Walk, taker: User) -> None:
    with at(world):
        for name in ("admin", "ratna", "nurhayati"):
            with pytest.raises((NotYet, NotYours)):
                act(world.agreement, "hand_over", by=world.people[name])
    assert not StageEvent.objects.filter(act="hand_over").exists()


def test_the_taker_acts_at_once(world: Walk, taker: User) -> None:
    with at(world):
        give(world, taker)
    world.people["sri"] = taker
    world.sub_act("give_paraf", "sri", text_hash=world.agreement.text_hash)
    assert world.agreement.stage == "SIGNING_PREPARATION"


def test_a_hand_over_to_come_changes_nothing_yet(world: Walk, taker: User) -> None:
    with at(world):
        give(world, taker, from_day=world.day + timedelta(days=7))
        assert (offices(world.people["nurhayati"]), offices(taker)) == (["SEKDA", "TKKSD"], [])
    with at(world, world.day + timedelta(days=7)):
        assert offices(taker) == ["SEKDA"]


def test_what_is_held_as_acting_official_goes_along(world: Walk, taker: User) -> None:
    DelegationFactory(
        office="ASISTEN", delegate=world.people["nurhayati"], capacity="PLT", period=period(world.day, world.day + timedelta(days=20))
    )  # fmt: skip
    Holding.objects.filter(office="ASISTEN").update(period=period(date(2022, 1, 3), world.day))
    with at(world):
        give(world, taker)
        forget(taker)
        assert [(s.office, s.capacity) for s in seats(taker)] == [("SEKDA", "DEFINITIVE"), ("ASISTEN", "PLT")]


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"basis": " "}, "basis"), ({"from_day": date(2020, 1, 1)}, "from_day")],
)
def test_what_is_wrong_is_said_at_its_field(world: Walk, taker: User, changed: dict[str, object], field: str) -> None:
    before = footprint()
    with at(world), pytest.raises(BadInput) as refusal:
        give(world, taker, **changed)
    assert [*refusal.value.errors] == [field]
    assert footprint() == before


def test_to_whom_nothing_is_handed(world: Walk) -> None:
    for taker in (world.people["nurhayati"], UserFactory(is_active=False), UserFactory(is_partner=True)):
        with at(world), pytest.raises(BadInput) as refusal:
            give(world, taker)
        assert [*refusal.value.errors] == ["taker"]


def test_who_may_not_and_who_has_nothing(world: Walk, taker: User) -> None:
    with at(world), pytest.raises(NotYours):
        give(world, taker, by=world.people["ratna"])
    with at(world), pytest.raises(NotYet):
        handover.hand_over(taker, world.people["dewi"], from_day=world.day, basis=BASIS, by=world.people["admin"])


# --- the page


def test_the_page_shows_what_passes_and_the_person_page_keeps_it(world: Walk, taker: User) -> None:
    giver = world.people["nurhayati"]
    address = f"/serah-terima/{giver.pk}/"
    client = Client()
    client.force_login(world.people["admin"])
    with at(world):
        page = client.get(address).content.decode()
        wrong = client.post(address, {"taker": taker.pk, "from_day": "", "basis": BASIS})
        done = client.post(address, {"taker": taker.pk, "from_day": f"{world.day:%d-%m-%Y}", "basis": BASIS})
        kept = client.get(f"/akun/pengguna/{taker.pk}/").content.decode()
    assert world.proposal.code in page
    assert "Sekretaris Daerah" in page
    assert (wrong.status_code, BASIS in wrong.content.decode()) == (422, True)
    assert (done.status_code, done["Location"]) == (302, f"/akun/pengguna/{giver.pk}/")
    assert f"Dari {giver} kepada {taker}: Sekretaris Daerah; 1 berkas terbuka ({world.proposal.code})." in kept


@pytest.mark.parametrize(("username", "status"), [("inspektur", 403), ("ratna", 404), ("dlh", 404), ("setwan", 404)])
def test_who_opens_the_page(world: Walk, username: str, status: int) -> None:
    client = Client()
    client.force_login(world.people[username])
    with at(world):
        assert client.get(f"/serah-terima/{world.people['nurhayati'].pk}/").status_code == status


# --- offices without anybody


@pytest.fixture
def vacant(world: Walk) -> Walk:
    """The Sekda has retired; nobody is appointed yet."""
    Holding.objects.filter(office="SEKDA").update(period=period(date(2022, 1, 3), world.day))
    return world


def test_a_vacant_office_is_a_task_of_the_administrator(vacant: Walk) -> None:
    with at(vacant):
        assert [(v.label, v.codes) for v in vacancies()] == [("Sekretaris Daerah", [vacant.proposal.code])]
        tasks = [(t.title, t.code, t.subject) for t in worklist.tasks(vacant.people["admin"])]
        others = [t.title for t in worklist.tasks(vacant.people["ratna"])]
    assert tasks == [("Isi jabatan yang kosong: Sekretaris Daerah", "1 berkas menunggu", vacant.proposal.code)]
    assert not any("jabatan yang kosong" in title for title in others)


def test_the_case_says_that_it_waits_for_a_vacant_office(vacant: Walk) -> None:
    client = Client()
    client.force_login(vacant.people["dewi"])
    with at(vacant):
        page = client.get(vacant.proposal.get_absolute_url()).content.decode()
    assert "Menunggu jabatan yang kosong: Sekretaris Daerah." in page


def test_an_acting_official_fills_it(vacant: Walk) -> None:
    DelegationFactory(office="SEKDA", delegate=vacant.people["dlh"], period=period(vacant.day, vacant.day + timedelta(days=9)))  # fmt: skip
    with at(vacant):
        assert vacancies() == []
        assert worklist.tasks(vacant.people["admin"]) == []


def test_the_administrator_hears_it_when_a_case_comes_to_a_vacant_office(vacant: Walk) -> None:
    heard = Notification.objects.filter(title="Jabatan kosong: Sekretaris Daerah")
    assert heard.count() == 0
    vacant.sub_act("pull_back", "dewi", reason="Diperbaiki.").to_paraf().paraf("ratna", "bambang")
    assert [line.user.username for line in heard] == ["admin"]
    assert heard.get().body.startswith(f"{vacant.proposal.code} menunggu jabatan ini")
    assert heard.get().url == "/akun/pengguna/"


def test_cases_that_wait_elsewhere_cost_no_more_queries(vacant: Walk, people: dict[str, User]) -> None:
    def queries() -> int:
        with at(vacant), CaptureQueriesContext(connection) as seen:
            vacancies()
        return len(seen)

    one = queries()
    second = new_walk(people, title="Irigasi Lintas Batas").to_verification().to_answer()
    assert second.proposal.pk != vacant.proposal.pk
    assert queries() == one
