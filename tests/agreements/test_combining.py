"""One person in two offices of the chain: the Asisten who is Plh. of the Sekda (docs/decisions/0009)."""

from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client

from agreements.models import Paraf
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from tests.factories.accounts import DelegationFactory, period
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

ASISTEN = "Asisten Pemerintahan dan Kesejahteraan Rakyat"


def _half_marked(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments().open_naskah()
    return walk.to_paraf().paraf("ratna", "bambang")


half_marked = walked(_half_marked)


@pytest.fixture
def locked(half_marked: Walk, people: dict[str, User]) -> Walk:
    """Two of three paraf are given; the Sekda is away from tomorrow on."""
    return resumed(half_marked, people).later(1)


def stand_in(walk: Walk, username: str, office: str, capacity: str = "PLH", principal: str | None = None) -> None:
    DelegationFactory(
        office=office, delegate=walk.people[username], capacity=capacity, title="Sekretaris Daerah" if office == "SEKDA" else "",
        principal=walk.people[principal] if principal else None, period=period(walk.day, walk.day + timedelta(days=14)),
    )  # fmt: skip


def give(walk: Walk, username: str, **told: object) -> Walk:
    return walk.sub_act("give_paraf", username, text_hash=walk.agreement.text_hash, **told)


def test_the_asisten_who_is_plh_sekda_gives_the_second_paraf_and_says_so(locked: Walk) -> None:
    stand_in(locked, "bambang", "SEKDA", principal="nurhayati")
    give(locked, "bambang", combined=True)
    naskah = locked.agreement
    naskah.refresh_from_db()
    row, event = naskah.paraf_round().last(), naskah.events.last()
    assert naskah.stage == "SIGNING_PREPARATION"
    assert (row.office, row.given_by.username, row.capacity, row.seat_title, row.also_as, row.principal_name) == (
        "SEKDA", "bambang", "PLH", "Plh. Sekretaris Daerah", ASISTEN, locked.people["nurhayati"].full_name,
    )  # fmt: skip
    assert (event.office, event.capacity, event.seat_title, event.data["also_as"]) == (
        "SEKDA", "PLH", "Sekretaris Daerah", ASISTEN,
    )  # fmt: skip


def test_the_sheet_and_the_signature_follow(locked: Walk) -> None:
    stand_in(locked, "bambang", "SEKDA", principal="nurhayati")
    give(locked, "bambang", combined=True)
    sheet = Document.objects.get(object_id=locked.agreement.pk, kind="PARAF_SHEET")
    assert [row["office"] for row in sheet.context["rows"]][2] == f"Plh. Sekretaris Daerah, dirangkap oleh {ASISTEN}"
    locked.to_signing().sign()
    assert locked.agreement.stage == "SCANNING"


def test_a_second_paraf_is_never_silent(locked: Walk) -> None:
    stand_in(locked, "bambang", "SEKDA", principal="nurhayati")
    before = footprint()
    with pytest.raises(BadInput) as refusal:
        give(locked, "bambang")
    assert refusal.value.message == f"Anda sudah memaraf teks ini sebagai {ASISTEN}."
    assert [*refusal.value.errors] == ["combined"]
    assert footprint() == before


def test_after_the_delegation_the_second_office_is_not_his(locked: Walk) -> None:
    stand_in(locked, "bambang", "SEKDA", principal="nurhayati")
    locked.later(15)
    with pytest.raises(NotYet) as refusal:
        give(locked, "bambang", combined=True)
    assert "Menunggu paraf Sekretaris Daerah lebih dahulu." in refusal.value.detail


def test_three_paraf_are_never_of_one_person(people: dict[str, User], half_marked: Walk) -> None:
    """The Kabag is Plt. of the Asisten and Plh. of the Sekda: twice at most."""
    walk = resumed(half_marked, people)
    walk.sub_act("pull_back", "dewi", reason="Diperbaiki.")
    walk.to_paraf().later(1)
    stand_in(walk, "ratna", "ASISTEN", "PLT", "bambang")
    stand_in(walk, "ratna", "SEKDA", "PLH", "nurhayati")
    give(walk, "ratna")
    give(walk, "ratna", combined=True)
    with pytest.raises(NotYours) as refusal:
        give(walk, "ratna", combined=True)
    assert refusal.value.detail == "Mintalah penugasan pejabat lain untuk jabatan ini, supaya naskah dapat diteruskan."


@pytest.mark.parametrize("told", [{"also_as": ""}, {"also_as": ASISTEN, "capacity": "DEFINITIVE"}])
def test_the_database_refuses_a_second_paraf_without_delegation(locked: Walk, told: dict[str, str]) -> None:
    row = locked.agreement.parafs.get(office="SEKDA", state="PENDING")
    facts = {"state": "GIVEN", "given_by": locked.people["bambang"], "given_at": row.history.first().history_date}
    with pytest.raises(IntegrityError), transaction.atomic():
        Paraf.objects.filter(pk=row.pk).update(**facts, **told)
    Paraf.objects.filter(pk=row.pk).update(**facts, also_as=ASISTEN, capacity="PLH")


def test_the_page_asks_for_the_declaration(locked: Walk, people: dict[str, User]) -> None:
    stand_in(locked, "bambang", "SEKDA", principal="nurhayati")
    address = f"/naskah/{locked.agreement.pk}/tindakan/paraf/"
    label = f"Paraf ini saya bubuhkan sebagai Plh. Sekretaris Daerah, dirangkap oleh {ASISTEN}"

    locked.agreement.refresh_from_db()
    told = {
        "text_hash": locked.agreement.text_hash,
        "read": "on",
        "expect": locked.agreement.act_count,
        "pin": settings.DEMO_PIN,
    }
    client = Client()
    client.force_login(people["bambang"])
    with time_machine.travel(datetime.combine(locked.day, time(12), tzinfo=clock.zone()), tick=False):
        page = client.get(address)
        silent = client.post(address, told)
        done = client.post(address, {**told, "combined": "on"})
    assert (page.status_code, silent.status_code, done.status_code) == (200, 422, 302)
    assert label in page.content.decode()
    assert "Nyatakan bahwa paraf kedua ini" in silent.content.decode()
    locked.agreement.refresh_from_db()
    assert locked.agreement.stage == "SIGNING_PREPARATION"
