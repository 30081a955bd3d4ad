"""How news come by e-mail is chosen on the profile."""

import pytest
from django.test import Client

from kerjasama.accounts.models import User
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/akun/profil/surel/"


@pytest.fixture
def ani() -> User:
    return UserFactory(full_name="Ani")


def test_the_choice_is_kept_with_its_history(ani: User, client: Client) -> None:
    client.force_login(ani)
    assert client.post(ADDRESS, {"mail_mode": "DIGEST"}).url == "/akun/profil/"
    ani.refresh_from_db()
    assert (ani.mail_mode, ani.history.first().history_change_reason) == ("DIGEST", "Pilihan surel pemberitahuan")


def test_the_profile_shows_the_choice(ani: User, client: Client) -> None:
    client.force_login(ani)
    page = client.get("/akun/profil/").content.decode()
    assert "Kabar dalam satu ringkasan setiap pagi hari kerja" in page


def test_an_unknown_choice_changes_nothing(ani: User, client: Client) -> None:
    client.force_login(ani)
    assert client.post(ADDRESS, {"mail_mode": "TIDAK"}).status_code == 422
    ani.refresh_from_db()
    assert ani.mail_mode == "EACH"
