"""Old naskah under others, those that were entered by mistake or twice, and what cannot be true of their end."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import OldNaskah, RegisterEntry
from agreements.old_facts import unknown_of
from agreements.old_finding import likely_doubles, named
from agreements.register_filter import Wanted, found
from agreements.register_standing import annotated
from agreements.services import old as room
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from monitoring import family
from tests.agreements.test_old import PARTNER, TODAY, entered, typed


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def kb(people: dict[str, User]) -> OldNaskah:
    return entered(
        people["dewi"], title="Kesepakatan Sampah", instrument="KB", parties=[{**PARTNER, "number": "119/7/KB/2016"}]
    )


@pytest.fixture
def client(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["dewi"])
    return client


def add(client: Client, **facts: str) -> Any:
    return client.post("/naskah/lama/baru/", typed(OldNaskah(title="Pengangkutan"), expect="0", **facts))


# --- above and below


def test_a_parent_is_found_by_its_whole_number_or_its_code(client: Client, kb: OldNaskah) -> None:
    for written in ("119/7/KB/2016", "119 / 7 /kb/2016", kb.code):
        assert add(client, parent=written, is_other="on").status_code == 302
    assert OldNaskah.objects.filter(parent_old=kb).count() == 3
    wrong = add(client, parent="119/7", is_other="on")
    assert wrong.status_code == 422 and "Tidak ada naskah dengan nomor" in wrong.content.decode()
    assert [entry.old for entry in named("119/7/KB/2016")] == [kb] and named("119/7") == []


def test_an_untouched_parent_stays_and_a_cleared_one_goes(
    client: Client, people: dict[str, User], kb: OldNaskah
) -> None:
    child = entered(people["dewi"], title="Pengangkutan", instrument="PKS", parent_old_id=kb.pk)
    page = f"/naskah/lama/{child.pk}/sunting/"
    assert f'value="{kb.code}"' in client.get(page).content.decode()
    client.post(page, typed(child, instrument="PKS", parent=kb.code))
    assert OldNaskah.objects.get(pk=child.pk).parent_old == kb
    client.post(page, typed(OldNaskah.objects.get(pk=child.pk), instrument="PKS", parent=""))
    assert OldNaskah.objects.get(pk=child.pk).parent_old is None
    told = client.get(f"/naskah/lama/{child.pk}/").content.decode()
    assert f"Naskah induk lama: {kb.code} menjadi tidak diketahui" in told


def test_what_names_a_parent_waits_until_it_is_found_or_looked_for_in_vain() -> None:
    told = OldNaskah(told={"PARENT": "KB 119/7"})
    assert "PARENT" in unknown_of(told) and "PARENT" in unknown_of(OldNaskah(instrument="ADD"))
    assert "PARENT" not in unknown_of(OldNaskah(instrument="PKS"))
    told.stands_alone = True
    assert "PARENT" not in unknown_of(told)


def test_none_stands_under_itself(people: dict[str, User], kb: OldNaskah) -> None:
    child = entered(people["dewi"], title="Pengangkutan", parent_old_id=kb.pk)
    with pytest.raises(BadInput) as refusal:
        room.write(kb, {"parent_old_id": child.pk}, reason="x", expect=1, by=people["dewi"])
    assert list(refusal.value.errors) == ["parent"]
    with pytest.raises(IntegrityError, match="oldnaskah_not_under_itself"), transaction.atomic():
        OldNaskah.objects.filter(pk=kb.pk).update(parent_old=kb.pk)


def test_the_register_shows_what_is_above_and_lists_what_is_below(
    client: Client, people: dict[str, User], kb: OldNaskah
) -> None:
    child = entered(people["dewi"], title="Pengangkutan", instrument="PKS", parent_old_id=kb.pk)
    entered(people["dewi"], title="Tanpa induk", told={"PARENT": "KB tahun 2015"})
    listed = found(people["dewi"], Wanted(state="semua", parent_old=kb.pk), TODAY).found
    assert [entry.old for entry in listed] == [child]
    page = client.get(f"/naskah/?keadaan=semua&kolom=induk&induk={kb.code}").content.decode()
    assert f">Kesepakatan Bersama {kb.code}</a>" in page and "Naskah di bawah" in page and "Tanpa induk" not in page
    lines = (
        b"".join(client.get("/naskah/unduh.csv?keadaan=semua&kolom=induk&urut=judul").streaming_content)
        .decode()
        .splitlines()
    )
    assert [line.rsplit(";", 1)[1] for line in lines[2:]] == ["–", f"Kesepakatan Bersama {kb.code}", "tidak diketahui"]
    narrowed = (
        b"".join(client.get(f"/naskah/unduh.csv?keadaan=semua&induk={kb.code}").streaming_content).decode().splitlines()
    )
    assert f"di bawah Kesepakatan Bersama {kb.code}" in narrowed[0] and len(narrowed) == 3


def test_the_page_shows_the_family_with_links_and_where_each_stands(
    client: Client, people: dict[str, User], kb: OldNaskah
) -> None:
    child = entered(
        people["dewi"], title="Pengangkutan", instrument="PKS", parent_old_id=kb.pk, ends_on=date(2020, 1, 1)
    )
    change = entered(people["dewi"], title="Perubahan tarif", instrument="ADD", parent_old_id=child.pk, open_ended=True)
    for one in (kb, child, change):
        page = client.get(one.get_absolute_url()).content.decode()
        card = page.split('id="susunan"')[1].split("</section>")[0]
        assert [old.shown_title in card for old in (kb, child, change)] == [True] * 3
        assert "Berakhir" in card and f"induk=NL-{kb.pk}" in card and 'aria-current="true"' in card
        assert [f'href="{old.get_absolute_url()}"' in card for old in (kb, child, change) if old != one] == [True] * 2
    alone = entered(people["dewi"], title="Sendiri", parties=[])
    assert 'id="susunan"' not in client.get(alone.get_absolute_url()).content.decode()


def test_a_family_shows_only_what_one_may_see_and_costs_the_same(people: dict[str, User], kb: OldNaskah) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            family.trees(people["dewi"], olds=[kb.pk])
        return len(asked)

    entered(people["dewi"], title="Anak", parent_old_id=kb.pk)
    one = cost()
    for n in range(6):
        entered(people["dewi"], title=f"Anak {n}", parent_old_id=kb.pk)
    assert cost() == one
    assert family.trees(people["dinkes"], olds=[kb.pk]) == []


# --- entered by mistake, or twice


def test_one_that_came_in_by_mistake_is_withdrawn_with_its_reason(
    people: dict[str, User], client: Client, kb: OldNaskah
) -> None:
    child = entered(people["dewi"], title="Pengangkutan", parent_old_id=kb.pk)
    with pytest.raises(NotYet, match=f"{child.code} berdiri di bawahnya"):
        room.withdraw_one(kb, reason="salah", expect=1, by=people["dewi"])
    with pytest.raises(BadInput):
        room.withdraw_one(child, reason=" ", expect=1, by=people["dewi"])
    with pytest.raises(NotYours):
        room.withdraw_one(child, reason="salah", expect=1, by=people["hukum"])
    room.withdraw_one(child, reason="Sudah ada", expect=1, by=people["dewi"])
    assert not RegisterEntry.objects.filter(old=child).exists()
    newest = child.history.first()
    assert (newest.history_change_reason, newest.history_user, newest.edition) == (
        "Ditarik: Sudah ada",
        people["dewi"],
        2,
    )
    page = client.get(child.get_absolute_url()).content.decode()
    assert "Ditarik: Sudah ada" in page and "menarik naskah ini dari register" in page
    room.withdraw_one(kb, reason="salah", expect=1, by=people["dewi"])


@pytest.mark.parametrize(
    ("facts", "double"),
    [
        ({"title": "Lain", "parties": [{**PARTNER, "name": "Y", "number": "119/7/kb/2016"}]}, True),
        ({"title": "kesepakatan SAMPAH", "parties": [{**PARTNER, "number": "2/X"}]}, True), ({"title": "Kesepakatan Sampah", "parties": []}, True),
        ({"title": "Kesepakatan Sampah", "parties": [{**PARTNER, "name": "PT Lain", "number": ""}]}, False),
        ({"title": "Lain", "parties": [{**PARTNER, "number": "119/7"}]}, False),
    ],
)  # fmt: skip
def test_a_likely_double_is_known(kb: OldNaskah, facts: dict[str, Any], double: bool) -> None:
    assert [entry.old for entry in likely_doubles(OldNaskah(**facts))] == ([kb] if double else [])


def test_a_likely_double_is_asked_about_before_it_is_kept(client: Client, kb: OldNaskah) -> None:
    facts = {"title": "Kesepakatan Sampah", "remarks": "Catatan panjang"}
    asked = add(client, **facts)
    page = asked.content.decode()
    assert asked.status_code == 422 and OldNaskah.objects.count() == 1
    assert "Mungkin naskah ini sudah terdaftar" in page and f'href="{kb.get_absolute_url()}"' in page
    assert "Catatan panjang" in page and 'name="is_other"' in page
    assert add(client, **facts, is_other="on").status_code == 302 and OldNaskah.objects.count() == 2


# --- an end that cannot be


@pytest.mark.parametrize(
    "day", [date(2016, 1, 14), TODAY + timedelta(days=1), date(2099, 1, 1), date(2026, 1, 2)]
)  # fmt: skip
def test_a_stop_before_signing_after_the_end_or_in_days_to_come_is_refused(people: dict[str, User], day: date) -> None:
    with pytest.raises(BadInput) as refusal:
        entered(people["dewi"], stopped=True, ended_on=day, ends_on=date(2026, 1, 1))
    assert list(refusal.value.errors) == ["ended_on"]
    for held in (date(2016, 1, 15), date(2026, 1, 1)):
        entered(people["dewi"], title=str(held), stopped=True, ended_on=held, ends_on=date(2026, 1, 1))


def test_one_that_was_written_to_stop_later_has_not_stopped_yet(people: dict[str, User]) -> None:
    old = entered(people["dewi"], stopped=True, ends_on=date(2030, 1, 1))
    RegisterEntry.objects.filter(old=old).update(ended_on=date(2027, 1, 1))
    for day, standing in ((TODAY, "IN_FORCE"), (date(2027, 1, 1), "ENDED")):
        assert annotated(RegisterEntry.objects.filter(old=old), day).get().standing == standing
