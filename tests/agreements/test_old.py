"""Naskah of before this system: what is known, what stays unknown, where they stand on a day, who sees and who completes them."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements import entries, old_flags
from agreements.models import OldNaskah, RegisterEntry
from agreements.old_facts import unknown_of
from agreements.register_filter import Wanted, found
from agreements.register_standing import annotated
from agreements.services import old as room
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.errors import BadInput, NotYours, Stale
from kerjasama.demo.paper import small_pdf
from kerjasama.desk.search import results
from kerjasama.documents.access import may_see
from kerjasama.documents.models import Document

TODAY = date(2026, 11, 23)
PARTNER = {
    "name": "PT Maju Sentosa",
    "number": "01/MS/I/2016",
    "signatory": "Sari",
    "office": "Direktur",
    "ours": False,
}


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


def entered(by: User, **facts: Any) -> OldNaskah:
    known = {"title": "Pengelolaan Sampah", "parties": [PARTNER], "signed_on": date(2016, 1, 15), **facts}
    return room.write(OldNaskah(), known, reason="arsip", by=by)


@pytest.fixture
def old(people: dict[str, User]) -> OldNaskah:
    return entered(people["dewi"])


@pytest.fixture
def client(people: dict[str, User]) -> Client:
    client = Client()
    client.force_login(people["dewi"])
    return client


def typed(old: OldNaskah, **facts: str) -> dict[str, str]:
    values = {"title": old.title, "signed_on": "15-01-2016", "reason": "naskah asli", "expect": str(old.edition)}
    for name in ("name", "number", "signatory", "office"):
        values[f"party_0_{name}"] = str(PARTNER[name])
    return values | facts


# --- facts


def test_what_is_unknown_is_named_and_nothing_else(old: OldNaskah) -> None:
    assert old.unknown == ["KIND", "INSTRUMENT", "UNIT", "STARTS_ON", "ENDS_ON"]
    assert unknown_of(OldNaskah(stopped=True, open_ended=True))[-1] == "ENDED_ON"


@pytest.mark.parametrize(
    "facts, field",
    [
        ({"title": "", "parties": []}, "title"),
        ({"starts_on": date(2016, 2, 1), "ends_on": date(2016, 1, 31)}, "ends_on"),
        ({"ends_on": date(2016, 1, 14)}, "ends_on"),
        ({"open_ended": True, "ends_on": date(2030, 1, 1)}, "ends_on"),
        ({"ended_on": date(2020, 1, 1)}, "ended_on"),
        ({"signed_on": TODAY + timedelta(days=1)}, "signed_on"),
    ],
)
def test_facts_that_contradict_each_other_are_refused(
    people: dict[str, User], facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        entered(people["dewi"], **facts)
    assert list(refusal.value.errors) == [field]


@pytest.mark.parametrize(
    "facts",
    [
        {"title": ""},
        {"title": "x", "starts_on": date(2020, 1, 2), "ends_on": date(2020, 1, 1)},
        {"title": "x", "signed_on": date(2020, 1, 2), "ends_on": date(2020, 1, 1)},
        {"title": "x", "open_ended": True, "ends_on": date(2020, 1, 1)},
        {"title": "x", "ended_on": date(2020, 1, 1)},
        {"title": "x", "kind": "LAIN"},
        {"title": "x", "instrument": "LAIN"},
    ],
)
def test_the_database_refuses_them_too(people: dict[str, User], facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        OldNaskah.objects.create(**facts)


def test_an_entry_is_of_one_naskah_only(old: OldNaskah) -> None:
    with pytest.raises(IntegrityError, match="registerentry_of_one_naskah"), transaction.atomic():
        RegisterEntry.objects.create(title="x", state="UNKNOWN")
    with pytest.raises(IntegrityError, match="registerentry_of_one_naskah"), transaction.atomic():
        RegisterEntry.objects.filter(old=old).update(old=None)


# --- standing


@pytest.mark.parametrize(
    "facts, on, standing",
    [
        ({}, TODAY, "UNKNOWN"),
        ({"ends_on": TODAY}, TODAY, "IN_FORCE"),
        ({"ends_on": TODAY}, TODAY + timedelta(days=1), "ENDED"),
        ({"signed_on": None, "ends_on": TODAY}, TODAY, "UNKNOWN"),
        ({"signed_on": None, "ends_on": TODAY}, TODAY + timedelta(days=1), "ENDED"),
        ({"starts_on": TODAY + timedelta(days=1), "ends_on": date(2030, 1, 1)}, TODAY, "SIGNED"),
        ({"open_ended": True}, TODAY, "IN_FORCE"),
        ({"open_ended": True, "signed_on": None}, TODAY, "UNKNOWN"),
        ({"stopped": True, "ends_on": date(2030, 1, 1)}, TODAY, "ENDED"),
        ({"stopped": True, "ended_on": TODAY, "ends_on": date(2030, 1, 1)}, TODAY, "ENDED"),
        ({"stopped": True, "ended_on": TODAY, "ends_on": date(2030, 1, 1)}, TODAY - timedelta(days=1), "IN_FORCE"),
    ],
)
def test_it_stands_where_its_days_put_it_today(
    people: dict[str, User], facts: dict[str, Any], on: date, standing: str
) -> None:
    old = entered(people["dewi"], **facts)
    assert annotated(RegisterEntry.objects.filter(old=old), on).get().standing == standing
    by_state = {"ENDED": "berakhir", "UNKNOWN": "tidak-diketahui"}.get(standing, "berlaku")
    for state in ("berlaku", "berakhir", "tidak-diketahui"):
        there = found(people["dewi"], Wanted(state=state), on).found.filter(old=old).exists()
        assert there is (state == by_state), state


@pytest.mark.parametrize(
    "kind, signed_on, label",
    [
        ("", date(2018, 7, 1), "Naskah lama"), ("KSDPK", date(2018, 7, 2), "Tanpa jejak proses"), ("KSDPL", date(2020, 5, 21), "Naskah lama"),
        ("KSDLL", date(2020, 5, 22), "Tanpa jejak proses"), ("KSDPK", None, "Tanpa jejak proses"),
    ],
)  # fmt: skip
def test_the_flag_follows_the_day_the_rules_came_into_force(kind: str, signed_on: date | None, label: str) -> None:
    flag = old_flags.flags(OldNaskah(kind=kind, signed_on=signed_on))[0]
    assert (flag.label, bool(flag.law)) == (label, label == "Naskah lama")
    assert old_flags.label(kind, signed_on) == label


def test_a_year_is_enough_to_be_of_before() -> None:
    old = OldNaskah(hints={"SIGNED_ON": {"month": None, "year": 2016, "said": "2016"}})
    assert old_flags.flags(old)[0].label == "Naskah lama"
    old.hints["SIGNED_ON"]["year"] = 2018
    assert old_flags.flags(old)[0].label == "Tanpa jejak proses"


# --- seeing and finding


def test_who_sees_it(people: dict[str, User]) -> None:
    unit = OrgUnit.objects.get(name="Dinas Lingkungan Hidup")
    old = entered(people["dewi"], unit=unit)
    seeing = {
        name for name in ("dewi", "ratna", "hukum", "dlh", "dinkes", "setwan", "admin") if OldNaskah.visible_to(people[name]).exists()
    }  # fmt: skip
    assert seeing == {"dewi", "ratna", "hukum", "dlh"}
    assert {n for n in seeing if RegisterEntry.visible_to(people[n]).filter(old=old).exists()} == seeing


@pytest.mark.parametrize("q", ["01/MS", "sampah", "sampa", "maju sentosa", "direktur"])
def test_it_is_found_like_any_other(people: dict[str, User], old: OldNaskah, q: str) -> None:
    assert [e.old for e in found(people["dewi"], Wanted(q=q, state="semua"), TODAY).found] == [old]
    group = next(group for group in results(people["dewi"], q) if group["label"] == "Kerja sama")
    assert group["items"][0]["url"] == f"/naskah/lama/{old.pk}/"


def test_its_code_finds_it(people: dict[str, User], old: OldNaskah) -> None:
    assert found(people["dewi"], Wanted(q=old.code, state="semua"), TODAY).found.get().old == old


def test_the_register_its_files_and_its_print_show_it(client: Client, old: OldNaskah) -> None:
    page = client.get("/naskah/?keadaan=semua&asal=lama").content.decode()
    assert f'href="/naskah/lama/{old.pk}/"' in page and "naskah lama" in page
    lines = b"".join(client.get("/naskah/unduh.csv?keadaan=semua&asal=lama").streaming_content).decode().splitlines()
    assert lines[2].startswith(f"Pengelolaan Sampah;NL-{old.pk};PT Maju Sentosa;tidak diketahui;01/MS/I/2016;")
    assert client.get("/naskah/cetak/?keadaan=semua&asal=lama").status_code == 200
    assert b"".join(client.get("/naskah/unduh.xlsx?keadaan=semua&asal=lama").streaming_content)[:2] == b"PK"


def test_unknown_days_stand_behind_known_ones_on_every_page(people: dict[str, User], client: Client) -> None:
    for n in range(30):
        entered(people["dewi"], title=f"Naskah {n}", signed_on=date(2016, 1, 1) + timedelta(days=n) if n % 2 else None)
    shown: list[str] = []
    address = "/naskah/?keadaan=semua&asal=lama"
    while address:
        answer = client.get(address)
        shown += [row["title"] for row in answer.context["rows"]]
        address = f"/naskah/{answer.context['after_url']}" if answer.context["after_url"] else ""
    assert len(shown) == len(set(shown)) == 30
    assert shown[:15] == [f"Naskah {n}" for n in range(29, 0, -2)]


# --- completing


def test_completing_keeps_the_version_and_shortens_the_list(
    people: dict[str, User], client: Client, old: OldNaskah
) -> None:
    answer = client.post(
        f"/naskah/lama/{old.pk}/sunting/",
        typed(old, kind="KSDPK", ends_on="15-01-2030", party_1_name="Pemkab", party_1_side="ours"),
    )
    assert answer.status_code == 302
    old.refresh_from_db()
    assert (old.kind, old.ends_on, old.edition, old.unknown) == (
        "KSDPK",
        date(2030, 1, 15),
        2,
        ["INSTRUMENT", "UNIT", "STARTS_ON"],
    )
    assert [(party["name"], party["ours"]) for party in old.parties] == [("PT Maju Sentosa", False), ("Pemkab", True)]
    assert (
        old.history.first().history_change_reason == "naskah asli"
        and old.history.first().history_user == people["dewi"]
    )
    page = client.get(f"/naskah/lama/{old.pk}/").content.decode()
    assert "Berakhir: tidak diketahui menjadi 15 Januari 2030" in page and "tidak diketahui" in page
    assert RegisterEntry.objects.get(old=old).kind == "KSDPK"


def test_an_older_page_is_stale_and_loses_nothing(people: dict[str, User], client: Client, old: OldNaskah) -> None:
    room.write(old, {"remarks": "baru"}, reason="x", expect=1, by=people["ratna"])
    answer = client.post(f"/naskah/lama/{old.pk}/sunting/", typed(old, title="Judul saya", expect="1"))
    assert answer.status_code == 409 and "Judul saya" in answer.content.decode()
    with pytest.raises(Stale):
        room.write(old, {}, reason="x", expect=1, by=people["dewi"])


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"ends_on": "14-01-2016"}, "Berakhir sebelum ditandatangani"), ({"reason": ""}, "Dari mana diketahui"),
        ({"party_1_number": "9/X"}, "Isi nama pihak ini"), ({"signed_on": "31-02-2016"}, "Tulis tanggal sebagai"),
    ],
)  # fmt: skip
def test_a_wrong_form_says_what_and_keeps_what_was_typed(
    client: Client, old: OldNaskah, wrong: dict[str, str], said: str
) -> None:
    answer = client.post(
        f"/naskah/lama/{old.pk}/sunting/", typed(old, remarks="Catatan panjang", party_1_name="", **wrong)
    )
    page = answer.content.decode()
    assert answer.status_code == 422 and said in page and "Catatan panjang" in page
    assert OldNaskah.objects.get(pk=old.pk).edition == 1


def test_one_may_be_entered_by_hand(client: Client) -> None:
    assert client.post("/naskah/lama/baru/", typed(OldNaskah(title="Baru"), expect="0")).status_code == 302
    assert OldNaskah.objects.get().title == "Baru"


@pytest.mark.parametrize("who, status", [("hukum", 403), ("dinkes", 404), ("setwan", 404)])
def test_who_may_not_complete(people: dict[str, User], old: OldNaskah, who: str, status: int) -> None:
    client = Client()
    client.force_login(people[who])
    assert client.get(f"/naskah/lama/{old.pk}/sunting/").status_code == status
    assert client.post(f"/naskah/lama/{old.pk}/sunting/", typed(old)).status_code == status
    with pytest.raises(NotYours):
        room.write(old, {}, reason="x", expect=1, by=people[who])


def test_one_that_was_withdrawn_has_no_entry_and_stays_readable(
    people: dict[str, User], client: Client, old: OldNaskah
) -> None:
    room.withdraw([old], reason="salah", by=people["dewi"])
    assert not RegisterEntry.objects.filter(old=old).exists()
    page = client.get(f"/naskah/lama/{old.pk}/").content.decode()
    assert "Ditarik dari register" in page and "menarik naskah ini dari register" in page
    with pytest.raises(Stale):
        room.write(old, {}, reason="x", expect=2, by=people["dewi"])
    entries.note_old([OldNaskah.objects.get(pk=old.pk)])
    assert not RegisterEntry.objects.filter(old=old).exists()


def test_a_scan_is_kept_with_it_for_those_who_see_it(people: dict[str, User], client: Client, old: OldNaskah) -> None:
    scan = SimpleUploadedFile("a.pdf", small_pdf("Naskah"), "application/pdf")
    assert client.post(f"/naskah/lama/{old.pk}/pindaian/", {"title": "Naskah asli", "scan": scan}).status_code == 302
    document = Document.objects.get(kind=room.SCAN)
    assert (document.subject, document.title) == (old, "Naskah asli")
    assert old.history.first().history_change_reason == "Pindaian dilampirkan: Naskah asli"
    assert "Naskah asli" in client.get(f"/naskah/lama/{old.pk}/").content.decode()
    assert [may_see(people[who], document) for who in ("dewi", "hukum", "dinkes", "setwan")] == [
        True,
        True,
        False,
        False,
    ]
    wrong = client.post(f"/naskah/lama/{old.pk}/pindaian/", {"title": "x", "scan": SimpleUploadedFile("a.pdf", b"MZ")})
    assert wrong.status_code == 422 and Document.objects.filter(kind=room.SCAN).count() == 1


# --- the work list


def test_the_work_list_is_narrowed_ordered_and_told(people: dict[str, User], client: Client, old: OldNaskah) -> None:
    entered(people["dewi"], title="Wisata", signed_on=None, doubts=["Nomor menyebut bulan 3."])
    unit = OrgUnit.objects.get(name="Dinas Lingkungan Hidup")
    whole = {"kind": "KSDPK", "instrument": "PKS", "unit": unit, "starts_on": date(2016, 1, 15), "open_ended": True}
    entered(people["dewi"], title="Lengkap", **whole)

    def listed(query: str) -> list[str]:
        return [row["title"] for row in client.get(f"/naskah/lama/belum-diketahui/?{query}").context["rows"]]

    assert listed("") == ["Wisata", "Pengelolaan Sampah"]
    assert listed("fakta=SIGNED_ON") == listed("ragu=ya") == listed("q=wisata") == ["Wisata"]
    assert listed("urut=lama") == ["Pengelolaan Sampah", "Wisata"]
    assert listed(f"unit={unit.pk}") == []
    lines = (
        b"".join(client.get("/naskah/lama/belum-diketahui/unduh.csv?ragu=ya").streaming_content).decode().splitlines()
    )
    assert len(lines) == 2 and "Nomor menyebut bulan 3." in lines[1]


def test_the_work_list_costs_the_same_for_one_and_for_many(
    people: dict[str, User], client: Client, old: OldNaskah
) -> None:
    def cost() -> int:
        client.get("/naskah/lama/belum-diketahui/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/naskah/lama/belum-diketahui/")
        return len(queries)

    one = cost()
    for n in range(12):
        entered(people["dewi"], title=f"Naskah {n}")
    assert cost() == one
