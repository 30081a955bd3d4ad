"""Who may see which case: biasa, terbatas, rahasia, for each office (rulings 25)."""

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from proposals.models import Proposal
from tests.factories.accounts import UserFactory
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

STAFF = {"dewi", "galih", "ratna"}
ABOVE = {"bambang", "nurhayati", "aditya"}
ADVISERS = {"hukum", "bpkad", "bappeda"}
OWN, WATCHES = {"dlh"}, {"inspektur"}
TEAM = {"ratna", "bambang", "nurhayati", "hukum", "bpkad", "bappeda", "dlh", "dinkes"}
OTHERS = {
    "dinkes", "dishub", "dispar", "dpupr", "disdik", "distan", "disdag", "kominfo", "bpbd", "setwan", "dprd", "admin",
}  # fmt: skip

begun = walked(lambda people: new_walk(people).open())
with_team = walked(lambda people: new_walk(people).to_verification().to_answer().to_tkksd())
with_dprd = walked(
    lambda people: new_walk(people, unbudgeted=True).to_verification().to_answer().to_tkksd().to_assessment().to_dprd()
)


def seen_by(walk: Walk, people: dict[str, User], classification: str) -> set[str]:
    """Everyone of the cast who sees the case when it is of a classification."""
    case = resumed(walk, people).proposal
    case.classification = classification
    case.save()
    with clock.at(walk.timepiece.moment(walk.day)):
        return {name for name, user in people.items() if Proposal.visible_to(user).filter(pk=case.pk).exists()}


def test_the_cast_is_whole(people: dict[str, User]) -> None:
    assert set(people) == STAFF | ABOVE | ADVISERS | OWN | WATCHES | OTHERS


@pytest.mark.parametrize(
    ("classification", "who"),
    [
        ("ORDINARY", STAFF | ABOVE | ADVISERS | OWN | WATCHES),
        ("RESTRICTED", STAFF | ABOVE | OWN | WATCHES),
        ("SECRET", {"dlh"}),
    ],
)
def test_before_the_team(begun: Walk, people: dict[str, User], classification: str, who: set[str]) -> None:
    assert seen_by(begun, people, classification) == who


@pytest.mark.parametrize(
    ("classification", "who"),
    [
        ("ORDINARY", STAFF | ABOVE | ADVISERS | OWN | WATCHES | TEAM),
        ("RESTRICTED", STAFF | ABOVE | OWN | WATCHES | TEAM),
        ("SECRET", {"dlh"}),
    ],
)
def test_once_the_team_discusses_it(with_team: Walk, people: dict[str, User], classification: str, who: set[str]) -> None:  # fmt: skip
    assert seen_by(with_team, people, classification) == who


@pytest.mark.parametrize(("classification", "sees"), [("ORDINARY", True), ("RESTRICTED", True), ("SECRET", False)])
def test_the_dprd_sees_what_came_before_it(with_team: Walk, with_dprd: Walk, people: dict[str, User], classification: str, sees: bool) -> None:  # fmt: skip
    assert "setwan" not in seen_by(with_team, people, classification)
    seen = seen_by(with_dprd, people, classification)
    assert ("setwan" in seen, "dprd" in seen) == (sees, sees)


@pytest.mark.parametrize("classification", ["ORDINARY", "RESTRICTED", "SECRET"])
def test_a_named_reader_sees_it_whatever_his_office(begun: Walk, people: dict[str, User], classification: str) -> None:
    resumed(begun, people).proposal.named_readers.add(people["dispar"])
    assert "dispar" in seen_by(begun, people, classification)


def test_somebody_without_an_office_sees_nothing(begun: Walk, people: dict[str, User]) -> None:
    stranger = UserFactory()
    assert Proposal.visible_to(stranger).count() == 0


def test_an_office_that_has_ended_sees_nothing_more(begun: Walk, people: dict[str, User]) -> None:
    holding = people["ratna"].holdings.get(office="KABAG")
    type(holding).objects.filter(pk=holding.pk).update(period=("2022-01-03", "2022-02-01"))
    assert "ratna" not in seen_by(begun, people, "ORDINARY")
