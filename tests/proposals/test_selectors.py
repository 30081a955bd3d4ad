"""What lists of cases find, and in which order."""

from datetime import timedelta

import pytest

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from proposals.selectors import Wanted, by_short_stage, listed, years
from tests.support.wanasari import new_walk
from tests.support.world import walked


def town(people: dict[str, User]) -> Walk:
    """Three cases: waiting for an answer, just opened by another unit, and withdrawn."""
    new_walk(people, title="Angkutan Perbatasan").to_verification().to_answer().act("sign_offer", "aditya")
    new_walk(people, title="Bank Darah Bersama", unit="DINKES", affair="Kesehatan").open()
    return new_walk(people, title="Sampah Regional").to_verification().act("withdraw", "dlh", reason="Dialihkan.")


three = walked(town)


def found(walk: Walk, user: str = "dewi", **wanted: object) -> list[str]:
    """The first words of what a person finds, on the day after."""
    with clock.at(walk.timepiece.moment(walk.day + timedelta(days=60))):
        return [p.title.split()[0] for p in listed(walk.people[user], Wanted(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ({}, ["Bank", "Angkutan"]),
        ({"state": "ditutup"}, ["Sampah"]),
        ({"state": "berlaku"}, []),
        ({"state": "lewat"}, ["Angkutan"]),
        ({"state": "semua"}, ["Sampah", "Bank", "Angkutan"]),
        ({"state": "semua", "sort": "terlama"}, ["Angkutan", "Bank", "Sampah"]),
        ({"state": "semua", "sort": "judul"}, ["Angkutan", "Bank", "Sampah"]),
        ({"state": "semua", "sort": "tenggat"}, ["Angkutan", "Bank", "Sampah"]),
        ({"state": "semua", "sort": "bukan apa-apa"}, ["Sampah", "Bank", "Angkutan"]),
        ({"state": "semua", "year": 2026}, ["Sampah", "Bank", "Angkutan"]),
        ({"state": "semua", "year": 2020}, []),
    ],
)
def test_states_years_and_order(three: Walk, people: dict[str, User], wanted: dict, titles: list[str]) -> None:
    assert found(three, **wanted) == titles


@pytest.mark.parametrize(
    ("q", "titles"),
    [
        ("bank", ["Bank"]),
        ("BANK darah", ["Bank"]),
        ("darah sampah", []),
        ("KSDD-2026-001", ["Angkutan"]),
        ("tirtamarga", ["Sampah", "Bank", "Angkutan"]),
        ("/SURAT/KS/", ["Angkutan"]),
        ("%", []),
        ("_", []),
        ("'; --", []),
        ("a " * 200, ["Sampah", "Bank", "Angkutan"]),
    ],
)
def test_search_asks_for_every_word(three: Walk, people: dict[str, User], q: str, titles: list[str]) -> None:
    assert found(three, q=q, state="semua") == titles


def test_a_unit_finds_its_own(three: Walk, people: dict[str, User]) -> None:
    unit = OrgUnit.objects.get(code="DINKES")
    assert found(three, state="semua", unit=unit.pk) == ["Bank"]
    assert found(three, "dinkes", state="semua") == ["Bank"]
    assert found(three, "dispar", state="semua") == []


def test_years_and_counts_are_of_what_one_sees(three: Walk, people: dict[str, User]) -> None:
    assert (years(people["dewi"]), years(people["dispar"])) == ([2026], [])
    assert by_short_stage(people["dewi"]) == {1: 1, 2: 1}
    assert by_short_stage(people["dinkes"]) == {1: 1}
