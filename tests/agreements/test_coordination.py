"""Paraf beside the hierarchy: in any order, each by its own office, done before the last of the hierarchy."""

from datetime import datetime, time
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.desk import worklist
from kerjasama.notifications.models import Notification
from tests.factories.core import ParameterFactory
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked


def asked(people: dict[str, User]) -> Walk:
    ParameterFactory(key="paraf_coordination", value=["HUKUM", "OPD"])
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.open_naskah().to_paraf()


marking = walked(asked)


@pytest.fixture
def locked(marking: Walk, people: dict[str, User]) -> Walk:
    return resumed(marking, people)


def beside(walk: Walk, who: str) -> Walk:
    return walk.sub_act("give_coordination", who, text_hash=walk.agreement.text_hash)


def at(walk: Walk) -> time_machine.travel:
    return time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False)


def states(walk: Walk) -> list[tuple[str, str, str]]:
    return list(walk.agreement.parafs.order_by("order").values_list("office", "kind", "state"))


def test_both_are_frozen_with_the_text_and_each_office_is_told(locked: Walk) -> None:
    assert states(locked) == [
        ("KABAG", "HIERARCHY", "PENDING"), ("ASISTEN", "HIERARCHY", "PENDING"), ("SEKDA", "HIERARCHY", "PENDING"),
        ("HUKUM", "COORDINATION", "PENDING"), ("OPD", "COORDINATION", "PENDING"),
    ]  # fmt: skip
    told = Notification.objects.filter(title__startswith="Paraf koordinasi diminta").order_by("user__username")
    # The head of the Bagian Hukum has just locked the text himself.
    assert [line.user.username for line in told] == ["dlh"]


def test_the_last_of_the_hierarchy_waits_for_those_beside_it(locked: Walk) -> None:
    beside(locked, "dlh").paraf("ratna", "bambang")
    with pytest.raises(NotYet) as refused:
        locked.paraf("nurhayati")
    assert "Menunggu paraf koordinasi Bagian Hukum." in f"{refused.value.message} {refused.value.detail}"
    beside(locked, "hukum").paraf("nurhayati")
    assert locked.agreement.stage == "SIGNING_PREPARATION"
    assert {state for _, _, state in states(locked)} == {"GIVEN"}


def test_a_coordinating_paraf_moves_no_turn(locked: Walk) -> None:
    beside(locked, "hukum")
    locked.agreement.refresh_from_db()
    assert (locked.agreement.stage, locked.agreement.turn_office) == ("PARAF", "KABAG")


@pytest.mark.parametrize(("who", "problem"), [("dinkes", NotYours), ("bpkad", NotYet), ("ratna", NotYours)])
def test_only_the_offices_that_are_asked(locked: Walk, who: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        beside(locked, who)


def test_once_for_each_office(locked: Walk) -> None:
    beside(locked, "hukum")
    with pytest.raises(NotYet):
        beside(locked, "hukum")


def test_who_coordinates_may_send_the_text_back(locked: Walk) -> None:
    locked.paraf("ratna").sub_act("return_from_paraf", "dlh", reason="Lokasinya keliru.")
    assert (locked.agreement.stage, locked.agreement.paraf_coordination) == ("DRAFTING", [])
    assert {state for _, _, state in states(locked)} == {"VOID"}


def test_it_stands_among_their_tasks_until_it_is_given(locked: Walk, people: dict[str, User]) -> None:
    def waits(who: str) -> list[str]:
        with at(locked):
            return [task.title for task in worklist.tasks(people[who]) if "koordinasi" in task.title]

    assert {who: waits(who) for who in ("hukum", "dlh", "dinkes", "bpkad")} == {
        "hukum": ["Bubuhkan paraf koordinasi"], "dlh": ["Bubuhkan paraf koordinasi"], "dinkes": [], "bpkad": [],
    }  # fmt: skip
    beside(locked, "hukum")
    assert waits("hukum") == []


def test_on_the_page_with_the_pin(locked: Walk, people: dict[str, User]) -> None:
    client = Client()
    client.force_login(people["dlh"])
    address = f"/naskah/{locked.agreement.pk}/tindakan/paraf-koordinasi/"
    typed: dict[str, Any] = {
        "text_hash": locked.agreement.text_hash,
        "expect": locked.agreement.act_count,
        "read": "on",
    }
    with at(locked):
        assert client.get(address).status_code == 200
        assert client.post(address, {**typed, "pin": "000000"}).status_code == 422
        assert client.post(address, {**typed, "pin": settings.DEMO_PIN}).status_code == 302
    row = locked.agreement.parafs.get(state="GIVEN")
    assert (row.office, row.given_by.username, row.shown_seat.endswith("(koordinasi)")) == ("OPD", "dlh", True)


def test_the_database_signs_nothing_without_it(locked: Walk) -> None:
    beside(locked, "hukum")
    beside(locked, "dlh")
    locked.paraf("ratna", "bambang", "nurhayati").to_signing()
    locked.agreement.parafs.filter(office="OPD").update(state="PENDING", given_by=None, given_at=None)
    with pytest.raises(DatabaseError, match="paraf belum lengkap"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE agreements_agreement SET stage = 'SCANNING' WHERE id = %s", [locked.agreement.pk])
    assert Agreement.objects.get(pk=locked.agreement.pk).stage == "SIGNING"
