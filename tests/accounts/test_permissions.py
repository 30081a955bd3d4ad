from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts import permissions, services
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.accounts.permissions import Seat
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYours
from tests.factories.accounts import (
    DelegationFactory,
    HoldingFactory,
    OrgUnitFactory,
    UserFactory,
    period,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def sekda():
    return UserFactory(full_name="Sri Wahyuni", office=Office.SEKDA, office__title="Sekretaris Daerah")


def at(year, month, day, hour=12, minute=0):
    """Noon UTC, unless an hour is given."""
    return clock.at(datetime(year, month, day, hour, minute, tzinfo=UTC))


def test_a_holder_has_the_seat(sekda):
    assert permissions.seats(sekda, DAY) == (Seat("SEKDA", None, "Sekretaris Daerah"),)


def test_a_seat_without_a_title_takes_the_name_of_the_office():
    kabag = UserFactory(office=Office.KABAG)
    assert permissions.seats(kabag, DAY)[0].label == "Kepala Bagian Kerja Sama"


def test_a_period_counts_from_its_first_to_its_last_day():
    user = UserFactory(office="HUKUM", office__period=period(date(2026, 11, 23), date(2026, 11, 25)))
    held = [bool(permissions.seats(user, date(2026, 11, day))) for day in (22, 23, 24, 25)]
    assert held == [False, True, True, False]


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        ((2026, 11, 22, 16, 59), False),  # 23.59 WIB on the 22nd
        ((2026, 11, 22, 17, 0), True),  # 00.00 WIB on the 23rd
        ((2026, 11, 24, 16, 59), True),  # 23.59 WIB on the 24th, the last day
        ((2026, 11, 24, 17, 0), False),
    ],
)
def test_the_bounds_fall_at_midnight_of_the_region(moment, held):
    user = UserFactory(office="HUKUM", office__period=period(date(2026, 11, 23), date(2026, 11, 25)))
    with at(*moment):
        assert permissions.holds(user, "HUKUM") is held


def test_an_annulled_holding_gives_nothing():
    user = UserFactory(office="HUKUM", office__period=DateRange(empty=True))
    assert permissions.seats(user, DAY) == ()


def test_an_inactive_person_an_anonymous_one_and_an_unsaved_one_have_no_seat(sekda):
    sekda.is_active = False
    assert [permissions.seats(u, DAY) for u in (sekda, AnonymousUser(), User(username="baru"))] == [
        (),
        (),
        (),
    ]


def test_the_account_of_the_clock_sits_for_the_system_and_for_partners_without_an_account():
    assert permissions.seats(permissions.system_user(), DAY) == (
        Seat("SYSTEM", None, "Sistem"),
        Seat("PARTNER", None, "Mitra"),
    )


def test_the_account_of_a_partner_sits_for_the_partner_whatever_was_written_down_for_it():
    person = UserFactory(office="KABAG")
    person.is_partner = True
    assert permissions.seats(person, DAY) == (Seat("PARTNER", None, "Mitra"),)


def test_the_account_of_a_partner_gets_no_office():
    with pytest.raises(BadInput) as refusal:
        services.assign(UserFactory(is_partner=True), "BAGIAN", starts_on=DAY)
    assert refusal.value.errors == {"user": ["Akun mitra tidak dapat memangku jabatan pada pemerintah daerah."]}


@pytest.mark.parametrize(
    ("capacity", "label"),
    [
        (Capacity.PLT, "Plt. Sekretaris Daerah"),
        (Capacity.PLH, "Plh. Sekretaris Daerah"),
        (Capacity.PJ, "Pj. Sekretaris Daerah"),
    ],
)
def test_during_a_delegation_the_delegate_sits_and_the_holder_does_not(sekda, capacity, label):
    acting = DelegationFactory(principal=sekda, capacity=capacity, title="Sekretaris Daerah").delegate
    seat = permissions.seats(acting, DAY)[0]
    assert seat == Seat("SEKDA", None, "Sekretaris Daerah", capacity, "Sri Wahyuni")
    assert (seat.label, seat.is_acting) == (label, True)
    assert permissions.seats(sekda, DAY) == ()


def test_before_and_after_the_delegation_the_holder_sits(sekda):
    DelegationFactory(principal=sekda, period=period(DAY, date(2026, 11, 24)))
    held = [bool(permissions.seats(sekda, date(2026, 11, day))) for day in (22, 23, 24)]
    assert held == [True, False, True]


def test_a_vacant_seat_is_taken_without_a_principal():
    acting = DelegationFactory(principal=None, title="Sekretaris Daerah").delegate
    assert permissions.seats(acting, DAY)[0].principal_name == ""


def test_a_delegate_keeps_his_own_office(sekda):
    asisten = UserFactory(office=Office.ASISTEN)
    DelegationFactory(principal=sekda, delegate=asisten)
    assert [seat.office for seat in permissions.seats(asisten, DAY)] == ["ASISTEN", "SEKDA"]


def test_in_an_office_of_many_only_the_principal_steps_aside():
    first, second = UserFactory(office="HUKUM"), UserFactory(office="HUKUM")
    DelegationFactory(office="HUKUM", principal=first)
    assert (permissions.holds(first, "HUKUM"), permissions.holds(second, "HUKUM")) == (False, True)


def test_a_delegation_in_one_unit_leaves_the_other_alone():
    here, there = OrgUnitFactory(), OrgUnitFactory()
    head = UserFactory(office=Office.OPD, office__unit=here)
    other = UserFactory(office=Office.OPD, office__unit=there)
    DelegationFactory(office="OPD", unit=here, principal=head)
    assert (permissions.holds(head, "OPD"), permissions.holds(other, "OPD")) == (False, True)


def test_a_revocation_counts_at_once_for_the_next_request(sekda):
    delegation = DelegationFactory(principal=sekda)
    with at(2026, 11, 23):
        assert permissions.holds(delegation.delegate, "SEKDA") is True
        delegation.period = period(date(2026, 1, 1), DAY)
        delegation.save()
        assert permissions.holds(User.objects.get(pk=delegation.delegate.pk), "SEKDA") is False
        assert permissions.holds(User.objects.get(pk=sekda.pk), "SEKDA") is True


def test_seats_takes_two_queries_and_then_none(sekda, django_assert_num_queries):
    with django_assert_num_queries(2):
        permissions.seats(sekda, DAY)
        permissions.seats(sekda, DAY)
    permissions.forget(sekda)
    with django_assert_num_queries(2):
        permissions.seats(sekda, DAY)


def test_seat_for_tries_the_offices_in_the_given_order():
    user = UserFactory(office=Office.BAGIAN)
    HoldingFactory(user=user, office=Office.HUKUM)
    assert permissions.seat_for(user, ["HUKUM", "BAGIAN"]).office == "HUKUM"
    assert permissions.seat_for(user, ["BAGIAN", "HUKUM"]).office == "BAGIAN"
    assert permissions.seat_for(user, ["SEKDA"]) is None


def test_an_opd_counts_for_its_own_unit_only():
    unit, other = OrgUnitFactory(), OrgUnitFactory()
    user = UserFactory(office=Office.OPD, office__unit=unit)
    found = [permissions.seat_for(user, ["OPD"], asked) for asked in (unit.pk, other.pk, None)]
    assert [seat and seat.unit_id for seat in found] == [unit.pk, None, unit.pk]


def test_the_unit_does_not_matter_for_other_offices(sekda):
    assert permissions.holds(sekda, "SEKDA", unit_id=OrgUnitFactory().pk) is True


def test_require_gives_the_seat_or_says_whose_act_it_is(sekda):
    assert permissions.require(sekda, "SEKDA").office == "SEKDA"
    with pytest.raises(NotYours) as refusal:
        permissions.require(sekda, "BAGIAN", "KABAG")
    assert refusal.value.message == (
        "Tindakan ini hanya dapat dilakukan oleh Bagian Kerja Sama atau Kepala Bagian Kerja Sama."
    )


def test_people_in_lists_who_may_act_by_name(sekda):
    second = UserFactory(full_name="Budi", office="HUKUM")
    first = UserFactory(full_name="Ani", office="HUKUM")
    UserFactory(full_name="Citra", office="HUKUM", is_active=False)
    UserFactory(full_name="Dewi", office="HUKUM", office__period=period(date(2020, 1, 1), DAY))
    assert permissions.people_in("HUKUM", on=DAY) == [first, second]


def test_people_in_gives_the_delegate_in_place_of_the_holder(sekda):
    acting = DelegationFactory(principal=sekda).delegate
    assert permissions.people_in("SEKDA", on=DAY) == [acting]
    assert permissions.people_in("SEKDA", on=date(2025, 1, 1)) == [sekda]


def test_people_in_an_opd_are_those_of_the_unit():
    unit = OrgUnitFactory()
    user = UserFactory(office=Office.OPD, office__unit=unit)
    UserFactory(office=Office.OPD)
    assert permissions.people_in("OPD", unit.pk, DAY) == [user]
    assert len(permissions.people_in("OPD", on=DAY)) == 2


@pytest.mark.parametrize("people", [1, 3])
def test_people_in_takes_two_queries_whatever_the_number(people, django_assert_num_queries):
    for _ in range(people):
        UserFactory(office="HUKUM")
    with django_assert_num_queries(2):
        assert len(permissions.people_in("HUKUM", on=DAY)) == people
