"""The register and the monev list as CSV: what is shown, its filters in the first row, and only what the person may see."""

import csv
from io import StringIO

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

PLACES = ["/naskah/unduh.csv", "/monev/unduh.csv"]


def in_force(people: dict[str, User]) -> Walk:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").open_report()


signed = walked(in_force)


def lines(people: dict[str, User], username: str, address: str) -> list[list[str]]:
    client = Client()
    client.force_login(people[username])
    answer = client.get(address)
    assert answer.status_code == 200
    told = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
    return list(csv.reader(StringIO(told), delimiter=";"))


def test_the_register_tells_both_numbers_and_the_term(signed: Walk, people) -> None:
    walk = resumed(signed, people)
    filters, head, row = lines(
        people,
        "dewi",
        "/naskah/unduh.csv?keadaan=berlaku&kolom=bentuk&kolom=nomor&kolom=ditandatangani&kolom=berakhir&kolom=keadaan",
    )
    assert filters[0].startswith("Saringan: berlaku; ")
    told = dict(zip(head, row, strict=True))
    naskah = walk.agreement
    numbers = "; ".join(party.number for party in naskah.parties.all())
    assert (told["Kode"], told["Bentuk"], told["Nomor"], told["Keadaan"]) == (
        walk.proposal.code,
        "Kesepakatan Bersama",
        numbers,
        "Berlaku",
    )
    assert (told["Ditandatangani"], told["Berakhir"]) == (naskah.signed_on.isoformat(), naskah.ends_on.isoformat())


def test_the_monev_list_tells_period_and_deadline(signed: Walk, people) -> None:
    walk = resumed(signed, people)
    filters, head, row = lines(people, "dewi", "/monev/unduh.csv")
    assert filters[0].startswith("Saringan: keadaan berjalan, pelaksana semua, tahun semua, nilai semua, kata -; ")
    told = dict(zip(head, row, strict=True))
    assert (told["Periode"], told["Tenggat"]) == (walk.report.period_label, walk.report.due_on.isoformat())


@pytest.mark.parametrize("address", PLACES)
def test_another_unit_downloads_nothing_of_it(signed: Walk, people, address: str) -> None:
    assert len(lines(people, "dishub", address)) == 2  # the filters and the head


@pytest.mark.parametrize("address", PLACES)
def test_a_filter_holds_for_the_download_too(signed: Walk, people, address: str) -> None:
    assert len(lines(people, "dewi", f"{address}?keadaan=semua&q=tidakada")) == 2
