"""The register: what it finds, in what order, with which columns, and the same on the page, in Excel, in CSV and on paper."""

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from agreements import entries, register_columns, searching
from agreements.models import RegisterEntry
from agreements.register_filter import FITTING, RegisterFilter, Wanted, found
from agreements.services.drafting import open_naskah
from agreements.word_forms import roots
from kerjasama.accounts.models import SavedView, User
from kerjasama.demo.walk import Walk
from kerjasama.desk.search import results
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

TODAY = date(2026, 11, 23)
TIRTA = "Pemerintah Kabupaten Tirtamarga"


def in_force(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB")


kb_walk = walked(in_force)


@pytest.fixture
def kb(kb_walk: Walk, people: dict[str, User]) -> Walk:
    return resumed(kb_walk, people)


Write = Callable[..., RegisterEntry]


@pytest.fixture
def write(kb: Walk) -> Iterator[Write]:
    """Another entry of the same case, as an act would leave it; its naskah is a draft, which no page of the register reads."""

    def one(
        title: str, number: str = "", partner: str = TIRTA, signed_on: date = date(2026, 1, 5), **more: Any
    ) -> RegisterEntry:
        naskah = kb.on_that_day(lambda: open_naskah(kb.proposal, "PKS", by=kb.who("staf")))
        parties = [
            {"name": "Pemerintah Kabupaten Wanasari", "number": f"100.3.7/{naskah.pk}/PKS/2026", "signatory": "Aditya", "office": "Bupati", "ours": True},
            {"name": partner, "number": number, "signatory": "Siti Maemunah", "office": "Bupati Tirtamarga", "ours": False},
        ]  # fmt: skip
        values = {
            "agreement": naskah, "proposal": kb.proposal, "unit": kb.proposal.lead_unit, "kind": "KSDD", "instrument": "PKS", "title": title,
            "parties": parties, "state": "IN_FORCE", "signed_on": signed_on, "starts_on": signed_on, "ends_on": signed_on + timedelta(days=1825),
            "numbers": "\n".join(entries.plain_number(n) for n in [kb.proposal.code, *(p["number"] for p in parties)] if n),
            "names": "\n".join(p["name"] for p in parties), "more": "Siti Maemunah Bupati Tirtamarga", **more,
        }  # fmt: skip
        entry = RegisterEntry.objects.create(**values)
        entries.remember(f"{title} {partner}")
        return entry

    yield one


def titles(kb: Walk, **wanted: Any) -> list[str]:
    asked = Wanted(state=wanted.pop("state", "semua"), **wanted)
    return [entry.title for entry in found(kb.who("staf"), asked, TODAY).found.order_by(*asked.order)]


# --- the row


def test_an_act_on_a_signed_naskah_writes_its_row(kb: Walk) -> None:
    entry, naskah = RegisterEntry.objects.get(), kb.agreement
    assert (entry.agreement, entry.state, entry.kind, entry.instrument, entry.title) == (
        naskah,
        "IN_FORCE",
        "KSDD",
        "KB",
        naskah.title,
    )
    assert (entry.signed_on, entry.starts_on, entry.ends_on, entry.ended_on) == (
        naskah.signed_on,
        naskah.starts_on,
        naskah.ends_on,
        None,
    )
    assert entry.parties == [
        {
            "name": p.name,
            "number": p.number,
            "signatory": p.signatory_name,
            "office": p.signatory_title,
            "ours": p.partner_id is None,
        }
        for p in naskah.parties.order_by("order")
    ]


def test_a_draft_has_no_row_and_an_end_is_told(kb: Walk) -> None:
    kb.on_that_day(lambda: open_naskah(kb.proposal, "PKS", by=kb.who("staf")))
    assert [entry.agreement_id for entry in RegisterEntry.objects.all()] == [kb.agreement.pk]
    with time_machine.travel(kb.agreement.ends_on + timedelta(days=2), tick=False):
        kb.day = kb.agreement.ends_on + timedelta(days=2)
        kb.sub_act("expire", "staf")
    entry = RegisterEntry.objects.get()
    assert (entry.state, entry.ended_on) == ("ENDED", kb.agreement.ends_on)


def test_what_the_migration_fills_in_is_what_an_act_writes(kb: Walk) -> None:
    from importlib import import_module  # noqa: PLC0415 - a migration's name is no identifier

    fill = import_module("agreements.migrations.0007_register_entries").FILL
    fields = [f.name for f in RegisterEntry._meta.fields if f.name not in ("id", "words")]
    by_act = RegisterEntry.objects.values(*fields).get()
    RegisterEntry.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM agreements_registerword")
        cursor.execute(fill)
    assert RegisterEntry.objects.values(*fields).get() == by_act


# --- finding


def test_a_number_is_found_by_any_part_of_it(kb: Walk, write: Write) -> None:
    write("Pengelolaan Sampah", "075/311/PKS/B.PEM/VI/2016")
    write("Air Minum Curah", "075/ 3110 /KS/2016")
    assert titles(kb, q="075/311", sort="judul") == ["Air Minum Curah", "Pengelolaan Sampah"]
    assert titles(kb, q="311/pks") == ["Pengelolaan Sampah"]
    assert titles(kb, q="075 / 311 / PKS") == ["Pengelolaan Sampah"]
    assert titles(kb, q="b.pem") == ["Pengelolaan Sampah"]
    assert len(titles(kb, q=kb.proposal.code.lower())) == 3
    assert titles(kb, q="075/999") == []


@pytest.mark.parametrize(
    ("q", "hits"),
    [
        ("kelola sampah", 1), ("pengelolaan sampah", 1), ("mengelola persampahan", 1), ("SAMPAH", 1), ("samp", 1), ("sampah air", 0),
        ("pelayanan", 1), ("layanan", 1), ("melayani", 1), ("tirtamarga", 3), ("siti maemunah", 3), ("bupati tirtamarga pengelola", 1),
        ("' & | ! :* <-> (", 0), ("!!!", 0), ("sampah '; DROP TABLE x", 0), ("%", 0), ("_", 0), ("\\", 0), ("a" * 120, 0),
    ],
)  # fmt: skip
def test_words_in_any_form(kb: Walk, write: Write, q: str, hits: int) -> None:
    write("Pengelolaan Persampahan Regional")
    write("Pelayanan Rujukan Kesehatan")
    RegisterEntry.objects.filter(agreement=kb.agreement).update(
        title="Lalu Lintas", names=TIRTA, more="Siti Maemunah, Bupati Tirtamarga"
    )
    assert len(titles(kb, q=q)) == hits


def test_a_misspelt_partner_is_found_and_it_is_said(kb: Walk, write: Write) -> None:
    write("Promosi Wisata", partner="Pemerintah Kota Purwaloka")
    for typed, meant in (
        ("purwalokka", "purwaloka"),
        ("purwolaka", "purwaloka"),
        ("porwaloka", "purwaloka"),
        ("wisatta", "wisata"),
    ):
        answer = found(kb.who("staf"), Wanted(q=typed, state="semua"), TODAY)
        assert ([e.title for e in answer.found], answer.instead) == (["Promosi Wisata"], ((typed, meant),))
    assert found(kb.who("staf"), Wanted(q="zzzzqqq", state="semua"), TODAY).instead == ()


def test_a_word_that_only_others_may_see_stands_in_for_nothing(kb: Walk, write: Write) -> None:
    write("Promosi Wisata")
    answer = found(kb.people["dispar"], Wanted(q="wisatta", state="semua"), TODAY)
    assert (list(answer.found), answer.instead) == ([], ())


def test_what_fits_best_comes_first(kb: Walk, write: Write) -> None:
    write("Kesehatan dan Pendidikan", signed_on=date(2026, 3, 1))
    write("Pendidikan", partner="Yayasan Kesehatan", signed_on=date(2026, 4, 1))
    assert Wanted(q="kesehatan").order == FITTING
    assert titles(kb, q="kesehatan") == ["Kesehatan dan Pendidikan", "Pendidikan"]
    assert titles(kb, q="kesehatan", sort="terbaru") == ["Pendidikan", "Kesehatan dan Pendidikan"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {"A", "B", "C", "KB"}), ({"state": "berlaku"}, {"A", "B", "KB"}), ({"state": "berakhir"}, {"C"}), ({"state": "segera"}, {"B"}),
        ({"kinds": ("KSDPK",)}, {"B"}), ({"kinds": ("KSDD", "KSDPK")}, {"A", "B", "C", "KB"}), ({"instruments": ("KB",)}, {"KB"}),
        ({"signed_from": date(2025, 1, 1), "signed_to": date(2025, 12, 31)}, {"A"}), ({"unit": -1}, set()), ({"parent": -1}, set()),
        ({"affair": -1}, set()), ({"ends_from": TODAY, "ends_to": TODAY + timedelta(days=200)}, {"B"}), ({"ends_to": date(2025, 6, 1)}, {"C"}),
    ],
)  # fmt: skip
def test_filters(kb: Walk, write: Write, wanted: dict[str, Any], expected: set[str]) -> None:
    RegisterEntry.objects.filter(agreement=kb.agreement).update(title="KB")
    write("A", signed_on=date(2025, 6, 1))
    write("B", kind="KSDPK", signed_on=date(2024, 6, 1), ends_on=TODAY + timedelta(days=180))
    write("C", state="ENDED", signed_on=date(2020, 6, 1), ended_on=date(2025, 6, 1))
    assert set(titles(kb, **wanted)) == expected


def test_the_end_of_the_register_is_the_real_one_and_orders_it(kb: Walk, write: Write) -> None:
    day = TODAY - timedelta(days=10)
    write("Dini", state="ENDED", ends_on=TODAY + timedelta(days=400), ended_on=day)
    write("Wajar", state="ENDED", ends_on=TODAY - timedelta(days=5), ended_on=TODAY - timedelta(days=5))
    assert titles(kb, state="berakhir", sort="berakhir") == ["Dini", "Wajar"]
    assert register_columns.BY_CODE["berakhir"].value(RegisterEntry.objects.get(title="Dini")) == day


def test_the_filters_are_read_from_the_address_and_what_cannot_be_read_is_left_out(kb: Walk) -> None:
    from django.http import QueryDict  # noqa: PLC0415

    unit = kb.proposal.lead_unit_id
    given = f"q=air&keadaan=semua&jenis=KSDD&jenis=XX&bentuk=PKS&unit={unit}&dari=2026-01-02&sampai=salah&urut=ngawur&kolom=nomor&kolom=mitra"
    wanted = RegisterFilter(QueryDict(given)).wanted()
    assert (wanted.q, wanted.state, wanted.instruments, wanted.unit, wanted.signed_from) == (
        "air",
        "semua",
        ("PKS",),
        unit,
        date(2026, 1, 2),
    )
    assert (wanted.kinds, wanted.signed_to, wanted.sort, wanted.columns) == ((), None, "", ("mitra", "nomor"))
    assert RegisterFilter(QueryDict("")).wanted() == Wanted()


@pytest.mark.parametrize(
    ("word", "found_by"),
    [
        ("pengelolaan", {"kelola"}), ("mengelola", {"kelola"}), ("kelola", {"elola"}), ("penataan", {"tata"}), ("menyalurkan", {"salur"}),
        ("pemakaian", {"pakai"}), ("tata", set()), ("air", set()), ("pelayanan", {"elayan"}), ("", set()),
    ],
)  # fmt: skip
def test_first_letters_that_melt(word: str, found_by: set[str]) -> None:
    assert roots(word) == found_by


def test_tokens() -> None:
    assert searching.tokens(" 075 / 311   air. minum, (PKS) ") == ["075/311", "AIR.MINUM", "PKS"]


# --- pages


def shown(client: Client, address: str) -> str:
    with time_machine.travel(TODAY, tick=False):
        answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:
    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(people[name])
        return client

    return sign_in


def test_pages_by_mark_with_the_filters_kept(kb: Walk, write: Write, client_of: Callable[[str], Client]) -> None:
    for n in range(30):
        write(f"Kegiatan {n:02}", signed_on=date(2026, 1, 1) + timedelta(days=n))
    client, seen = client_of("dewi"), []
    page = shown(client, "/naskah/?keadaan=semua&urut=judul&q=kegiatan")
    while True:
        seen += [n for n in range(30) if f"Kegiatan {n:02}<" in page]
        if 'rel="next"' not in page:
            break
        onward = page.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
        assert "keadaan=semua" in onward and "urut=judul" in onward and "q=kegiatan" in onward
        page = shown(client, f"/naskah/{onward}")
    assert seen == list(range(30))
    assert "30 naskah" in page


def test_the_same_number_of_queries_for_one_row_and_many(
    kb: Walk, write: Write, client_of: Callable[[str], Client]
) -> None:
    client, counts = client_of("dewi"), []
    for more in (1, 6):
        for n in range(more):
            write(f"Kegiatan {n}")
        shown(client, "/naskah/?keadaan=semua")
        with CaptureQueriesContext(connection) as asked:
            shown(client, "/naskah/?keadaan=semua")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_others_see_nothing_of_it_anywhere(kb: Walk, client_of: Callable[[str], Client]) -> None:
    for address in ("/naskah/?keadaan=semua", "/naskah/cetak/?keadaan=semua"):
        assert kb.agreement.title not in shown(client_of("dispar"), address)
    with time_machine.travel(TODAY, tick=False):
        lines = b"".join(client_of("dispar").get("/naskah/unduh.csv?keadaan=semua").streaming_content).decode()
    assert len(lines.strip().splitlines()) == 2


COLUMNS = "kolom=mitra&kolom=nomor&kolom=penanda-tangan&kolom=ditandatangani&kolom=keadaan"


def test_excel_csv_and_print_hold_what_is_shown(kb: Walk, write: Write, client_of: Callable[[str], Client]) -> None:
    write("Air Minum", "=1+1", signed_on=date(2026, 2, 3))
    write("Sampah", "075/9/2026", signed_on=date(2026, 2, 4))
    client, asked = client_of("dewi"), f"keadaan=semua&bentuk=PKS&urut=judul&{COLUMNS}"
    head = ["Naskah", "Kode", "Mitra", "Nomor", "Penandatangan", "Ditandatangani", "Keadaan"]
    with time_machine.travel(TODAY, tick=False):
        file = client.get(f"/naskah/unduh.xlsx?{asked}")
        text = b"".join(client.get(f"/naskah/unduh.csv?{asked}").streaming_content).decode()
    assert file["Content-Disposition"] == 'attachment; filename="register-semua-20261123.xlsx"'
    sheet = (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(file.streaming_content))).get_sheet_by_index(0).to_python()
    )
    told = "Saringan: semua; Perjanjian Kerja Sama; 23 November 2026"
    assert (sheet[0][0], sheet[1]) == (told, head)
    ours = [entry.parties[0]["number"] for entry in RegisterEntry.objects.filter(instrument="PKS").order_by("title")]
    signatories = "Aditya, Bupati; Siti Maemunah, Bupati Tirtamarga"
    code = kb.proposal.code
    assert sheet[2:] == [
        ["Air Minum", code, TIRTA, f"{ours[0]}; =1+1", signatories, date(2026, 2, 3), "Berlaku"],
        ["Sampah", code, TIRTA, f"{ours[1]}; 075/9/2026", signatories, date(2026, 2, 4), "Berlaku"],
    ]
    lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
    assert (lines[:2], len(lines)) == ([[told], head], 4)
    page = shown(client, f"/naskah/cetak/?{asked}")
    assert [label in page for label in (told, "Air Minum", "Sampah", "Penandatangan")] == [True] * 4
    assert "Lalu Lintas" not in page and kb.agreement.title not in page


def test_a_search_leads_to_the_naskah_from_anywhere(kb: Walk, write: Write) -> None:
    write("Promosi Wisata", "075/311/2026")
    with time_machine.travel(TODAY, tick=False):
        hits = {group["label"]: group["items"] for group in results(kb.who("staf"), "075/311")}
    assert [(hit["label"], hit["detail"].endswith("075/311/2026")) for hit in hits["Kerja sama"]] == [
        ("Promosi Wisata", True)
    ]


# --- kept views


def test_a_view_is_kept_under_a_name_and_dropped(kb: Walk, client_of: Callable[[str], Client]) -> None:
    client = client_of("dewi")
    asked = "q=air&keadaan=semua&kolom=mitra&sesudah=xyz"
    answer = client.post("/naskah/tampilan/", {"nama": "  Air   minum ", "saringan": asked})
    assert answer["Location"] == "/naskah/?q=air&keadaan=semua&kolom=mitra"
    view = SavedView.objects.get()
    assert (view.user.username, view.page, view.name, view.query) == (
        "dewi",
        "register",
        "Air minum",
        "q=air&keadaan=semua&kolom=mitra",
    )
    assert "Air minum" in client.get(f"/naskah/?{view.query}").content.decode()
    assert client_of("ratna").post(f"/naskah/tampilan/{view.pk}/hapus/").status_code == 404
    assert SavedView.objects.exists()
    client.post(f"/naskah/tampilan/{view.pk}/hapus/")
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    ("name", "told"), [("", "Beri nama"), (" ", "Beri nama"), ("x" * 61, "paling panjang 60 huruf")]
)
def test_a_view_without_a_name_is_not_kept(kb: Walk, client_of: Callable[[str], Client], name: str, told: str) -> None:
    client = client_of("dewi")
    answer = client.post("/naskah/tampilan/", {"nama": name, "saringan": "q=air"})
    assert (answer.status_code, told in answer.content.decode(), SavedView.objects.count()) == (422, True, 0)


def test_the_same_name_replaces_and_there_is_an_end(kb: Walk, client_of: Callable[[str], Client]) -> None:
    client = client_of("dewi")
    for n in range(SavedView.MOST + 1):
        client.post("/naskah/tampilan/", {"nama": f"Tampilan {n}", "saringan": f"q={n}"})
    client.post("/naskah/tampilan/", {"nama": "Tampilan 0", "saringan": "q=baru"})
    assert SavedView.objects.count() == SavedView.MOST
    assert SavedView.objects.get(name="Tampilan 0").query == "q=baru"


def test_hostile_addresses_open_the_first_page(kb: Walk, client_of: Callable[[str], Client]) -> None:
    client = client_of("dewi")
    for address in (
        "?sesudah=xx",
        "?sebelum=%00",
        "?induk=abc",
        "?unit=99999999",
        "?dari=kemarin",
        "?jenis=%27",
        "?q=%00",
    ):
        assert kb.agreement.title in shown(client, f"/naskah/{address}"), address
