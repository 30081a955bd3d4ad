"""Words with figures, dots and hyphens in a search; words that only join others; what an address of the register may hold."""

import base64
import json
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements import searching
from agreements.models import RegisterEntry
from agreements.register_filter import RegisterFilter, Wanted, found
from kerjasama.accounts.models import User
from tests.agreements.test_old import PARTNER, TODAY, entered


@pytest.fixture(autouse=True)
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


TITLES = (
    "Beasiswa SMPN 1 Wanasari", "Penanganan Covid-19", "Angkutan Antar-Daerah", "Rencana Kerja Tahun 2025", "Pengelolaan Sampah di Perbatasan",
)  # fmt: skip


@pytest.fixture
def many(people: dict[str, User]) -> dict[str, User]:
    for title in TITLES:
        entered(people["dewi"], title=title, parties=[])
    entered(
        people["dewi"],
        title="Air Curah",
        parties=[{**PARTNER, "name": "P.T. Sumber Air", "number": "075/311/PKS/B.PEM/VI/2016"}],
    )
    return people


def titles(people: dict[str, User], q: str) -> list[str]:
    return sorted(entry.title for entry in found(people["dewi"], Wanted(q=q, state="semua"), TODAY).found)


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("SMPN 1", [TITLES[0]]), ("smpn 1 wanasari", [TITLES[0]]), ("SMPN 2", []), ("Covid-19", [TITLES[1]]),
        ("covid 19", [TITLES[1]]), ("covid19", [TITLES[1]]),
        ("antar-daerah", [TITLES[2]]), ("antardaerah", [TITLES[2]]), ("angkutan antar daerah", [TITLES[2]]), ("antar-daer", [TITLES[2]]),
        ("tahun 2025", [TITLES[3]]), ("P.T.", ["Air Curah"]), ("PT Sumber", ["Air Curah"]), ("P.T. Sumber Air", ["Air Curah"]),
        ("075/311", ["Air Curah"]), ("75/31", ["Air Curah"]), ("b.pem", ["Air Curah"]), ("311", ["Air Curah"]), ("075/312", []),
        ("pengelolaan sampah dengan perbatasan", [TITLES[4]]), ("sampah di wanasari", []), ("kerja untuk tahun", [TITLES[3]]), ("di", ["Air Curah", TITLES[4]]),
    ],
)  # fmt: skip
def test_figures_dots_hyphens_and_joining_words(many: dict[str, User], q: str, expected: list[str]) -> None:
    assert titles(many, q) == expected


def test_joining_words_do_not_take_the_place_of_others() -> None:
    q = "kerja sama antara daerah di bidang air untuk warga dan desa serta kota dengan provinsi"
    assert searching.tokens(q) == ["KERJA", "SAMA", "DAERAH", "BIDANG", "AIR", "WARGA", "DESA", "KOTA"]
    assert searching.tokens("di dan ke") == ["DI", "DAN", "KE"]


def test_every_sort_of_word_costs_the_same_and_the_indexes_serve(many: dict[str, User]) -> None:
    counts = []
    for q in ("sampah", "Covid-19", "075/311", "P.T. Sumber"):
        with CaptureQueriesContext(connection) as asked:
            list(found(many["dewi"], Wanted(q=q, state="semua"), TODAY).found)
        counts.append(len(asked))
    assert len(set(counts)) == 1
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = searching.search(RegisterEntry.objects.all(), "075/311").found.order_by().explain()
    assert "registerentry_words" in plan and "registerentry_numbers" in plan


# --- addresses


def mark(*values: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("sort", "values"),
    [
        ("", ("kemarin", 1)), ("", (1, 1)), ("", ({"d": "2026-01-01"}, "x")), ("", ({"d": "2026-01-01"}, 10**20)), ("", ({"d": "2026-01-01"}, True)),
        ("judul", (1, 1)), ("judul", ("\x00", 1)), ("judul", ("\ud800", 1)), ("berakhir", ({"d": "2026-01-01"}, {"d": "2026-01-01"})),
    ],
)  # fmt: skip
def test_a_mark_of_the_wrong_sort_opens_the_first_page_and_says_so(
    many: dict[str, User], sort: str, values: tuple[Any, ...]
) -> None:
    client = Client()
    client.force_login(many["dewi"])
    for side in ("sesudah", "sebelum"):
        answer = client.get("/naskah/", {"keadaan": "semua", "urut": sort, side: mark(*values)})
        page = answer.content.decode()
        assert answer.status_code == 200 and TITLES[0] in page and "Tanda halaman pada alamat ini tidak terbaca" in page


@pytest.mark.parametrize("q", ["sampah", ""])
def test_a_mark_of_a_search_out_of_range_is_the_first_page(many: dict[str, User], q: str) -> None:
    client = Client()
    client.force_login(many["dewi"])
    assert client.get("/naskah/", {"keadaan": "semua", "q": q, "sesudah": mark(2**40, 1)}).status_code == 200


@pytest.mark.parametrize("above", [str(10**20), "NL-" + str(10**20), "²²", "-1", "NL-", "KB"])
def test_a_parent_that_cannot_be_is_said_and_never_an_error(many: dict[str, User], above: str) -> None:
    client = Client()
    client.force_login(many["dewi"])
    answer = client.get("/naskah/", {"keadaan": "semua", "induk": above})
    assert answer.status_code == 200 and "tidak dikenal" in answer.content.decode()
    assert client.get("/naskah/", {"induk": "999999999999999999"}).status_code == 200


def test_what_cannot_be_read_is_said_on_the_page_and_in_every_file(many: dict[str, User]) -> None:
    client = Client()
    client.force_login(many["dewi"])
    asked = "?keadaan=semua&dari=31-02-2016&unit=999999&jenis=KSDX&urut=entah"
    wanted = RegisterFilter(QueryDict(asked[1:])).wanted()
    assert [told.split(":")[0] for told in wanted.unread] == ["Pelaksana", "Ditandatangani sejak", "Urutkan", "Jenis"]
    page = client.get(f"/naskah/{asked}").content.decode()
    assert (
        "Sebagian saringan tidak terbaca dan tidak dipakai" in page
        and "Ditandatangani sejak:" in page
        and "Hapus saringan" in page
    )
    for address in ("unduh.csv", "unduh.xlsx", "cetak/"):
        answer = client.get(f"/naskah/{address}{asked}")
        assert answer.status_code == 200
    first = b"".join(client.get(f"/naskah/unduh.csv{asked}").streaming_content).decode().splitlines()[0]
    assert "TIDAK TERBACA DAN TIDAK DIPAKAI: " in first and "Ditandatangani sejak" in first
    assert Wanted().unread == () == RegisterFilter(QueryDict("dari=2026-01-02")).wanted().unread
    assert RegisterFilter(QueryDict("dari=2026-01-02")).wanted().signed_from == date(2026, 1, 2)
