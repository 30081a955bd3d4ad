from datetime import date

import pytest

from kerjasama.core.errors import BadInput, NotYours
from kerjasama.reviews import selectors
from kerjasama.reviews.services import record_opinion
from kerjasama.reviews.services.substitutes import substitute
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
TERM = {"starts_on": date(2026, 11, 23), "ends_on": date(2026, 11, 27), "basis": "Surat Tugas 800/7/2026"}


def test_a_substitute_speaks_for_the_seat_and_stands_on_record_by_name(subject, team, kabag):
    member, filling = team.members.get(seat="DEPUTY"), UserFactory()
    substitute(member, filling, **TERM, by=kabag)
    assert (selectors.membership(filling), selectors.membership(member.user)) == (member, None)
    opinion = record_opinion(subject, filling, "AGREE")
    assert (opinion.member, opinion.spoken_by) == (member, filling)
    with pytest.raises(NotYours):
        record_opinion(subject, member.user, "AGREE")
    assert selectors.membership(member.user, date(2026, 11, 28)) == member
    assert selectors.membership(filling, date(2026, 11, 28)) is None


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"basis": " "}, ["basis"]),
        ({"ends_on": date(2026, 11, 20)}, ["ends_on"]),
        ({"starts_on": date(2020, 1, 1)}, ["starts_on"]),
    ],
)
def test_a_substitution_is_complete(team, kabag, changes, fields):
    with pytest.raises(BadInput) as refused:
        substitute(team.members.first(), UserFactory(), **{**TERM, **changes}, by=kabag)
    assert list(refused.value.errors) == fields


def test_nobody_fills_two_seats_and_no_seat_is_filled_twice(team, kabag):
    chair, deputy = team.members.get(seat="CHAIR"), team.members.get(seat="DEPUTY")
    filling = UserFactory()
    substitute(chair, filling, **TERM, by=kabag)
    for member, user in ((deputy, filling), (chair, UserFactory()), (chair, deputy.user)):
        with pytest.raises(BadInput) as refused:
            substitute(member, user, **TERM, by=kabag)
        assert list(refused.value.errors) == ["user"]
    with pytest.raises(NotYours):
        substitute(deputy, UserFactory(), **TERM, by=UserFactory(office="BAGIAN"))
