from datetime import UTC, date, datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from kerjasama.accounts import frame, selectors
from kerjasama.core import clock
from tests.factories.accounts import DelegationFactory, HoldingFactory, UserFactory, period

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with clock.at(NOON):
        yield


def test_the_profile_lists_my_offices_with_their_state_running_first():
    user = UserFactory()
    HoldingFactory(user=user, office="HUKUM", period=period(date(2021, 1, 1), date(2022, 1, 1)))
    HoldingFactory(user=user, office="BAGIAN", title="Analis", period=period(date(2022, 1, 1)))
    HoldingFactory(user=user, office="BPKAD", period=DateRange(empty=True))
    sekda = UserFactory(full_name="Sri Wahyuni")
    DelegationFactory(delegate=user, principal=sekda, period=period(date(2026, 12, 1), date(2027, 1, 1)))
    lines = selectors.offices_of(user)
    assert [(line.title, line.state, line.ends_on) for line in lines] == [
        ("Analis", "BERJALAN", None),
        ("Sekretaris Daerah", "AKAN DATANG", date(2026, 12, 31)),
        ("Bagian Hukum", "BERAKHIR", date(2021, 12, 31)),
        ("BPKAD", "DIBATALKAN", None),
    ]
    assert lines[1].replaces == "Sri Wahyuni"


def test_the_page_shows_who_i_am_today(client):
    user = UserFactory(full_name="Ani Lestari", office="KABAG")
    client.force_login(user)
    page = client.get(reverse("accounts:profile"))
    assert page.status_code == 200
    assert page.context["rows"][0]["title"] == "Kepala Bagian Kerja Sama"
    assert "Ani Lestari" in page.content.decode()


def test_the_page_says_when_there_is_no_office(client):
    client.force_login(UserFactory())
    assert "tidak memangku jabatan apa pun" in client.get(reverse("accounts:profile")).content.decode()


def test_a_stranger_is_sent_to_the_door(client):
    response = client.get(reverse("accounts:profile"))
    assert response["Location"] == "/akun/masuk/?next=/akun/profil/"


@pytest.mark.parametrize("offices", [1, 3])
def test_offices_take_two_queries_whatever_their_number(offices, django_assert_num_queries):
    user = UserFactory()
    for office in ("HUKUM", "BAGIAN", "BPKAD")[:offices]:
        HoldingFactory(user=user, office=office)
    with django_assert_num_queries(2):
        assert len(selectors.offices_of(user)) == offices


def test_the_frame_learns_name_and_first_seat(rf):
    user = UserFactory(full_name="Ani", office="KABAG")
    request = rf.get("/")
    assert frame.share(request) == {"me": None}
    request.user = user
    assert frame.share(request) == {"me": {"name": "Ani", "seat_title": "Kepala Bagian Kerja Sama"}}
    request.user = UserFactory(full_name="Budi")
    assert frame.share(request)["me"]["seat_title"] == "Tanpa jabatan"


def test_active_users_leave_out_the_clock_and_those_gone():
    here = UserFactory()
    UserFactory(is_active=False)
    assert list(selectors.active_users()) == [here]
