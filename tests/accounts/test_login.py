from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.urls import NoReverseMatch, reverse

from kerjasama.accounts import lockout
from kerjasama.accounts.adapter import MISMATCH
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOCKED = "Terlalu banyak percobaan masuk yang gagal."


@pytest.fixture
def ani():
    return UserFactory(username="ani", email="ani@wanasari.example", full_name="Ani Lestari")


def sign_in(client, login, password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": login, "password": password, **more})


@pytest.mark.parametrize("login", ["ani", "ANI", " ani ", "ani@wanasari.example", "Ani@Wanasari.example"])
def test_username_or_address_opens_the_door(client, ani, login):
    response = sign_in(client, login)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(ani.pk)


def test_the_session_gets_a_new_key_at_sign_in(client, ani):
    client.get(reverse("account_login"))
    client.session.save()
    before = client.session.session_key
    sign_in(client, "ani")
    assert client.session.session_key != before


@pytest.mark.parametrize("login", ["ani", "ani@wanasari.example", "tidak-ada", "tidak@ada.example"])
def test_a_wrong_password_and_an_unknown_person_read_alike(client, ani, login):
    response = sign_in(client, login, "keliru")
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [MISMATCH]


def test_an_inactive_person_stays_outside(client, ani):
    ani.is_active = False
    ani.save()
    response = sign_in(client, "ani")
    assert response["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session
    assert client.get(response["Location"]).status_code == 200


def test_the_account_of_the_clock_cannot_sign_in(client):
    assert sign_in(client, "sistem", "").status_code == 200
    assert sign_in(client, "sistem", "!").status_code == 200
    assert "_auth_user_id" not in client.session


def test_next_is_followed_inside_this_site_only(client, ani):
    assert sign_in(client, "ani", next="/mitra/")["Location"] == "/mitra/"
    client.logout()
    assert sign_in(client, "ani", next="https://jahat.example/")["Location"] == "/"


@pytest.mark.parametrize("login", ["ani", "tidak-ada"])
def test_five_failures_lock_the_name_even_for_the_right_password(client, ani, login):
    for _ in range(5):
        assert sign_in(client, login, "keliru").context["form"].non_field_errors() == [MISMATCH]
    refused = sign_in(client, login).context["form"].non_field_errors()
    assert refused[0].startswith(LOCKED)
    assert "_auth_user_id" not in client.session


def test_failures_count_for_the_person_however_the_name_is_typed(client, ani):
    for login in ("ani", "ANI", "ani@wanasari.example", "Ani@wanasari.example", "ani"):
        sign_in(client, login, "keliru")
    assert sign_in(client, "ani@wanasari.example").context["form"].non_field_errors()[0].startswith(LOCKED)


def test_the_failures_stand_in_the_shared_cache_not_in_the_process(client, ani, settings):
    sign_in(client, "ani", "keliru")
    key = lockout.key_for("ani")
    rate = next(rate for rate in lockout._rates())
    stored = lockout.ratelimit.get_cache_key(None, app=lockout.APP, action=lockout.ACTION, rate=rate, key=key)
    assert len(cache.get(stored)) == 1
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


def test_unlock_login_opens_the_door_again(client, ani):
    for _ in range(6):
        sign_in(client, "ani", "keliru")
    out = StringIO()
    call_command("unlock_login", "ani@wanasari.example", stdout=out)
    assert out.getvalue() == "Kunci masuk ani sudah dibuka.\n"
    assert sign_in(client, "ani").status_code == 302


def test_unlock_login_names_an_unknown_person():
    with pytest.raises(CommandError, match="Tidak ada pengguna budi"):
        call_command("unlock_login", "budi")


def test_leaving_takes_a_post(client, ani):
    sign_in(client, "ani")
    page = client.get(reverse("account_logout"))
    assert (page.status_code, "_auth_user_id" in client.session) == (200, True)
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session
    assert Session.objects.count() == 0


def test_nobody_signs_up_or_changes_his_address_alone():
    for name in ("account_signup", "account_email", "account_confirm_email"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


@pytest.mark.parametrize("address", ["ani@wanasari.example", "tidak@ada.example"])
def test_a_lost_password_answers_the_same_for_everybody(client, ani, address):
    response = client.post(reverse("account_reset_password"), {"email": address})
    assert response["Location"] == reverse("account_reset_password_done")
    assert client.get(response["Location"]).status_code == 200
    assert [message.to for message in mail.outbox] == ([[ani.email]] if address == ani.email else [])


def test_the_link_of_the_letter_sets_a_new_password_once(client, ani):
    client.post(reverse("account_reset_password"), {"email": ani.email})
    body = mail.outbox[0].body
    link = next(word for word in body.split() if "/akun/sandi/baru/" in word)
    page = client.get(link.partition("testserver")[2] or link, follow=True)
    address = page.redirect_chain[-1][0]
    typed = {"password1": "Rahasia-baru-9", "password2": "Rahasia-baru-9"}
    assert client.post(address, typed).status_code == 302
    client.logout()
    assert sign_in(client, "ani", "Rahasia-baru-9").status_code == 302
    again = client.get(link.partition("testserver")[2] or link, follow=True)
    assert "Tautan ini sudah dipakai" in again.content.decode()


def test_the_own_password_is_changed_with_the_old_one(client, ani):
    sign_in(client, "ani")
    typed = {"oldpassword": PASSWORD, "password1": "Rahasia-baru-9", "password2": "Rahasia-baru-9"}
    assert client.get(reverse("account_change_password")).status_code == 200
    client.post(reverse("account_change_password"), typed)
    ani.refresh_from_db()
    assert ani.check_password("Rahasia-baru-9") is True


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_logout"])
def test_the_pages_outside_open(client, ani, name):
    if name == "account_logout":
        sign_in(client, "ani")
    page = client.get(reverse(name)).content.decode()
    assert '<html lang="id">' in page
    assert "style=" not in page


@pytest.mark.parametrize("name", ["mfa_index", "usersessions_list", "account_change_password"])
def test_the_pages_of_the_own_account_open_inside_only(client, ani, name):
    assert client.get(reverse(name)).status_code == 302
    sign_in(client, "ani")
    assert client.get(reverse(name)).status_code == 200
