from datetime import date

import pytest

from kerjasama.accounts.models import Holding
from kerjasama.accounts.permissions import holds
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Member, Team
from kerjasama.reviews.services import NewMember, add_member, appoint_team, end_member, end_team
from tests.factories.accounts import UserFactory
from tests.factories.reviews import MemberFactory, TeamFactory

pytestmark = pytest.mark.django_db


def appoint(by, *seats, **changes):
    members = [NewMember(UserFactory(), seat) for seat in seats or ("CHAIR", "SECRETARY", "FIXED")]
    facts = {
        "decree_number": "100.3.7/12/KEP/2026",
        "decree_date": date(2026, 1, 2),
        "starts_on": date(2026, 1, 5),
        "ends_on": date(2026, 12, 31),
        "members": members,
    }
    return appoint_team(**{**facts, **changes}, by=by)


def test_a_decree_seats_its_members_for_its_term(kabag):
    team = appoint(kabag)
    assert (team.starts_on, team.ends_on) == (date(2026, 1, 5), date(2026, 12, 31))
    assert [m.seat for m in selectors.sitting(team, date(2026, 11, 23))] == ["CHAIR", "SECRETARY", "FIXED"]
    assert team.history.get().history_user == kabag


def test_the_office_comes_with_the_seat_and_ends_with_the_term(kabag):
    team = appoint(kabag, "CHAIR")
    held = Holding.objects.get(office="TKKSD")
    assert (held.title, held.basis) == ("Ketua TKKSD", "Keputusan Kepala Daerah Nomor 100.3.7/12/KEP/2026")
    assert held.period == team.period
    assert holds(held.user, "TKKSD")


def test_an_office_already_held_is_left_alone(kabag):
    member = UserFactory(office="TKKSD")
    appoint(kabag, members=[NewMember(member, "CHAIR")])
    assert Holding.objects.filter(user=member, office="TKKSD").count() == 1


def test_only_administrator_and_kabag_keep_the_team():
    appoint(UserFactory(office="ADMIN"))
    with pytest.raises(NotYours):
        appoint(UserFactory(office="BAGIAN"), starts_on=date(2030, 1, 1), ends_on=None)
    assert Team.objects.count() == 1


@pytest.mark.parametrize(
    "seats", [("FIXED",), ("CHAIR", "CHAIR"), ("CHAIR", "SECRETARY", "SECRETARY"), ("CHAIR", "KETUA")]
)
def test_a_team_has_one_chair_and_at_most_one_secretary(kabag, seats):
    with pytest.raises(BadInput) as refused:
        appoint(kabag, *seats)
    assert list(refused.value.errors) == ["members"]
    assert not Team.objects.exists()


def test_nobody_sits_twice(kabag):
    person = UserFactory()
    with pytest.raises(BadInput):
        appoint(kabag, members=[NewMember(person, "CHAIR"), NewMember(person, "FIXED")])


def test_a_second_team_waits_until_the_first_has_ended(kabag):
    first = appoint(kabag)
    with pytest.raises(BadInput) as refused:
        appoint(kabag, starts_on=date(2026, 12, 1), ends_on=None)
    assert refused.value.errors == {
        "starts_on": [
            "Tim menurut Keputusan Nomor 100.3.7/12/KEP/2026 masih berlaku sampai 31 Desember 2026. "
            "Akhiri dahulu masa berlakunya."
        ]
    }
    end_team(first, last_day=date(2026, 11, 30), reason="Diganti keputusan baru", by=kabag)
    second = appoint(kabag, starts_on=date(2026, 12, 1), ends_on=None)
    assert selectors.team_on(date(2026, 11, 30)) == first
    assert selectors.team_on(date(2026, 12, 1)) == second


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"decree_number": " "}, "decree_number"),
        ({"decree_date": date(2026, 1, 6)}, "decree_date"),
        ({"ends_on": date(2026, 1, 4)}, "ends_on"),
    ],
)
def test_a_decree_must_stand(kabag, changes, field):
    with pytest.raises(BadInput) as refused:
        appoint(kabag, **changes)
    assert list(refused.value.errors) == [field]


def test_a_replacement_leaves_the_old_member_his_opinions(kabag):
    team = appoint(kabag, "CHAIR", "SECRETARY")
    old = team.members.get(seat="SECRETARY")
    new = UserFactory()
    with pytest.raises(BadInput) as refused:
        add_member(team, NewMember(new, "SECRETARY"), since=date(2026, 11, 23), by=kabag)
    assert list(refused.value.errors) == ["seat"]
    end_member(old, last_day=date(2026, 11, 22), reason="Mutasi", by=kabag)
    add_member(team, NewMember(new, "SECRETARY"), since=date(2026, 11, 23), by=kabag)
    assert [m.user for m in selectors.sitting(team, date(2026, 11, 22))][1] == old.user
    assert [m.user for m in selectors.sitting(team, date(2026, 11, 23))][1] == new
    assert holds(old.user, "TKKSD") is False
    assert Member.objects.count() == 3


def test_an_office_given_otherwise_is_not_taken_with_the_seat(kabag):
    member = MemberFactory(seat="FIXED")
    end_member(member, last_day=date(2026, 11, 22), reason="Mutasi", by=kabag)
    assert holds(member.user, "TKKSD") is True


def test_an_ending_needs_a_reason_and_a_day_within_the_term(kabag):
    team = TeamFactory()
    with pytest.raises(BadInput) as refused:
        end_team(team, last_day=date(2025, 12, 31), reason=" ", by=kabag)
    assert list(refused.value.errors) == ["last_day", "reason"]
    with pytest.raises(BadInput) as refused:
        end_team(team, last_day=date(2031, 1, 1), reason="Perpanjangan", by=kabag)
    assert refused.value.errors == {"last_day": ["Masa berlaku hanya dapat diperpendek."]}
