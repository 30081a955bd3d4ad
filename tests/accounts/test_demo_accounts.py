import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from kerjasama.accounts import marks, selectors
from kerjasama.accounts.selectors import DemoAccount
from tests.factories.accounts import DelegationFactory, HoldingFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ani():
    user = UserFactory(username="ani", full_name="Ani Lestari", is_demo=True, office="KABAG")
    HoldingFactory(user=user, office="BAGIAN", title="Analis")
    UserFactory(username="nyata", office="BAGIAN")
    UserFactory(username="lama", is_demo=True, is_active=False)
    return user


@pytest.fixture
def demo_mode(settings):
    settings.DEMO_MODE, settings.DEMO_PASSWORD = True, "wanasari-2026"


def test_the_demo_accounts_carry_offices_and_the_one_password(ani, demo_mode):
    assert selectors.demo_accounts() == [
        DemoAccount(
            "ani",
            "wanasari-2026",
            "Ani Lestari",
            ("KABAG", "BAGIAN"),
            ("Kepala Bagian Kerja Sama", "Analis"),
        )
    ]


def test_who_gives_paraf_is_shown_with_the_pin(ani, demo_mode, settings):
    marks.set_mark(ani, pin="481926")
    assert selectors.demo_accounts()[0].pin == settings.DEMO_PIN


def test_an_acting_official_is_named_as_such(demo_mode):
    acting = UserFactory(username="budi", is_demo=True)
    DelegationFactory(delegate=acting)
    assert selectors.demo_accounts()[0].titles == ("Pelaksana tugas (Plt.) Sekretaris Daerah",)


def test_outside_demo_mode_nothing_is_told(client, ani, settings):
    settings.DEMO_MODE, settings.DEMO_PASSWORD = False, "wanasari-2026"
    assert selectors.demo_accounts() == []
    assert "wanasari-2026" not in client.get(reverse("account_login")).content.decode()
    with pytest.raises(CommandError, match="Mode demo tidak aktif"):
        call_command("demo_users", json=True)


def test_in_demo_mode_the_door_shows_them(client, ani, demo_mode):
    page = client.get(reverse("account_login")).content.decode()
    assert "Ani Lestari" in page
    assert "wanasari-2026" in page
    assert "nyata" not in page


def test_the_command_prints_them_as_json(ani, demo_mode):
    out = StringIO()
    call_command("demo_users", json=True, stdout=out)
    assert json.loads(out.getvalue()) == [
        {
            "username": "ani",
            "password": "wanasari-2026",
            "full_name": "Ani Lestari",
            "offices": ["KABAG", "BAGIAN"],
            "titles": ["Kepala Bagian Kerja Sama", "Analis"],
            "pin": "",
        }
    ]


def test_the_command_prints_them_as_lines(ani, demo_mode):
    out = StringIO()
    call_command("demo_users", stdout=out)
    assert out.getvalue() == "ani\twanasari-2026\tKepala Bagian Kerja Sama, Analis\n"


@pytest.mark.parametrize("people", [1, 3])
def test_four_queries_whatever_the_number(people, demo_mode, django_assert_num_queries):
    for _ in range(people):
        UserFactory(is_demo=True, office="HUKUM")
    with django_assert_num_queries(4):
        assert len(selectors.demo_accounts()) == people
