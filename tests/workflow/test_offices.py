"""A person acts because he holds an office: one that has ended, begins tomorrow or is lent to another does not count."""

from datetime import date, timedelta

import pytest

from kerjasama.accounts.models import User
from kerjasama.accounts.services import assign, delegate, end
from kerjasama.core.errors import NotYours
from kerjasama.demo.walk import Walk
from tests.support.sql import footprint
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

DAY = timedelta(days=1)
verification = walked(lambda people: new_walk(people).to_verification())
offered = walked(lambda people: new_walk(people).to_verification().to_answer())


@pytest.fixture
def case(verification: Walk, people: dict[str, User]) -> Walk:
    return resumed(verification, people)


@pytest.fixture
def letter(offered: Walk, people: dict[str, User]) -> Walk:
    """A letter of request that waits for the signature of the Bupati."""
    return resumed(offered, people)


def held(people: dict[str, User], username: str):
    return people[username].holdings.exclude(office="TKKSD").get()


def not_theirs(walk: Walk, act: str, by: str, **given: object) -> None:
    before = footprint()
    with pytest.raises(NotYours):
        walk.act(act, by, **given)
    assert footprint() == before


def test_an_office_that_has_ended_does_nothing_more(case: Walk, people: dict[str, User]) -> None:
    end(held(people, "dewi"), last_day=case.day - DAY, reason="Mutasi")
    not_theirs(case, "verify", "dewi")
    case.act("verify", "galih")
    assert case.proposal.stage == "OFFER_DRAFTING"


def test_the_last_day_of_an_office_still_counts(case: Walk, people: dict[str, User]) -> None:
    end(held(people, "dewi"), last_day=case.day, reason="Mutasi")
    case.act("verify", "dewi")
    assert case.proposal.events.last().actor == people["dewi"]


def test_an_office_that_has_not_begun_does_nothing_yet(case: Walk, people: dict[str, User]) -> None:
    assign(people["inspektur"], "BAGIAN", starts_on=case.day + DAY, basis="SK uji")
    not_theirs(case, "verify", "inspektur")
    case.day += DAY
    case.act("verify", "inspektur")
    assert case.proposal.events.last().office == "BAGIAN"


def test_an_account_that_is_switched_off_does_nothing(case: Walk, people: dict[str, User]) -> None:
    people["dewi"].is_active = False
    people["dewi"].save()
    not_theirs(case, "verify", "dewi")


def test_a_head_of_another_unit_does_nothing_here(case: Walk, people: dict[str, User]) -> None:
    not_theirs(case, "withdraw", "dinkes", reason="Bukan kasusnya.")
    case.act("withdraw", "dlh", reason="Anggaran dialihkan.")
    assert case.proposal.stage == "WITHDRAWN"


def acting(people: dict[str, User], starts: date, ends: date, capacity: str = "PLT") -> None:
    """The Sekda acts for the Bupati."""
    delegate(
        "KDH",
        people["nurhayati"],
        capacity,
        starts_on=starts,
        ends_on=ends,
        basis="SPT 1/2026",
        principal=people["aditya"],
    )


@pytest.mark.parametrize(
    ("capacity", "title"), [("PLT", "Bupati Wanasari"), ("PLH", "Bupati Wanasari"), ("PJ", "Bupati Wanasari")]
)
def test_who_acts_for_another_is_recorded_with_both_names(
    letter: Walk, people: dict[str, User], capacity: str, title: str
) -> None:
    acting(people, letter.day, letter.day + 7 * DAY, capacity)
    letter.act("sign_offer", "nurhayati")
    event = letter.proposal.events.last()
    told = (event.actor.full_name, event.office, event.capacity, event.seat_title, event.principal_name)
    assert told == ("Nurhayati Lestari", "KDH", capacity, title, "R. Aditya Wirakusuma")


def test_while_another_acts_the_holder_does_not(letter: Walk, people: dict[str, User]) -> None:
    acting(people, letter.day, letter.day + 7 * DAY)
    not_theirs(letter, "sign_offer", "aditya")


@pytest.mark.parametrize("days", [0, 9])
def test_outside_the_dates_nobody_acts_for_another(letter: Walk, people: dict[str, User], days: int) -> None:
    acting(people, letter.day + DAY, letter.day + 8 * DAY)
    letter.day += days * DAY
    not_theirs(letter, "sign_offer", "nurhayati")
    letter.act("sign_offer", "aditya")
    event = letter.proposal.events.last()
    assert (event.capacity, event.principal_name) == ("DEFINITIVE", "")


def test_the_first_and_the_last_day_count(letter: Walk, people: dict[str, User]) -> None:
    acting(people, letter.day, letter.day)
    letter.act("return_offer", "nurhayati", reason="Perbaiki tanggalnya.")
    assert letter.proposal.events.last().principal_name == "R. Aditya Wirakusuma"


def test_an_administrator_does_no_act_of_another_office(case: Walk) -> None:
    for act in ("verify", "submit", "withdraw", "return_for_repair"):
        not_theirs(case, act, "admin", reason="Membantu.")
