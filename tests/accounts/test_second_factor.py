"""Who parafs, signs, decides or administers holds a second factor, computed here as an app would."""

import time
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from kerjasama.accounts import second_factor
from kerjasama.accounts.offices import NEVER_ASSIGNED, SECOND_FACTOR_OFFICES, Office
from kerjasama.accounts.second_factor_adapter import SecondFactorAdapter
from kerjasama.core.errors import BadInput, NotYet, NotYours
from tests.factories.accounts import PASSWORD, DelegationFactory, UserFactory, period
from tests.support.totp import totp

pytestmark = pytest.mark.django_db
ACTIVATE = "/akun/dua-langkah/totp/activate/"
NEEDED = ["ADMIN", "ASISTEN", "KABAG", "KDH", "SEKDA", "SETWAN"]
FREE = ["BAGIAN", "BAPPEDA", "BPKAD", "DPRD_MEMBER", "HUKUM", "INSPEKTORAT", "OPD", "TKKSD"]


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def sign_in(client, user):
    return client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})


def pair(client, user):
    """Sign in, scan the code, type six digits; the secret of the app."""
    sign_in(client, user)
    secret = client.get(ACTIVATE).context["form"].secret
    answer = client.post(ACTIVATE, {"code": totp(secret)})
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_view_recovery_codes"))
    return secret


def test_the_offices_are_those_that_paraf_sign_decide_or_administer():
    assert sorted(SECOND_FACTOR_OFFICES) == NEEDED
    assert sorted(set(Office.values) - SECOND_FACTOR_OFFICES - NEVER_ASSIGNED) == sorted(FREE)


@pytest.mark.parametrize("office", NEEDED)
def test_without_it_nothing_else_opens(client, office):
    sign_in(client, UserFactory(office=office))
    for address in (
        "/",
        "/tugas/",
        "/usulan/",
        "/mitra/",
        "/admin/",
        "/admin/core/parameter/",
        "/akun/profil/",
        "/dprd/",
        "/jejak/",
    ):
        answer = client.get(address)
        assert (address, answer.status_code, answer["Location"]) == (address, 302, ACTIVATE)
    for address in ("/mitra/tambah/", "/pemberitahuan/semua/dibaca/", "/usulan/baru/", "/admin/core/holiday/add/"):
        assert client.post(address, {}).status_code in (403, 404)
    refused = client.post("/pemberitahuan/semua/dibaca/")
    assert (refused.status_code, "Aktifkan verifikasi dua langkah" in refused.content.decode()) == (403, True)
    assert client.get("/", headers={"HX-Request": "true"}).status_code == 403
    assert client.get(ACTIVATE).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302


@pytest.mark.parametrize("office", FREE)
def test_the_others_are_not_asked(client, office):
    sign_in(client, UserFactory(office=office))
    assert client.get("/akun/profil/").status_code == 200


def test_an_acting_official_is_asked_while_he_acts_and_the_principal_is_not(client):
    principal = UserFactory(office=Office.SEKDA)
    deputy = UserFactory(office=Office.BAGIAN)
    DelegationFactory(delegate=deputy, office=Office.SEKDA, period=period(date(2020, 1, 1), date(2040, 1, 1)))
    assert (second_factor.is_owed(deputy), second_factor.is_owed(principal)) == (True, False)


def test_with_real_codes_from_scan_to_the_second_sign_in(client, django_capture_on_commit_callbacks):
    user = UserFactory(office=Office.KABAG)
    secret = pair(client, user)
    shown = client.get(reverse("mfa_view_recovery_codes"))
    codes = shown.context["unused_codes"]
    assert (len(codes), all(code in shown.content.decode() for code in codes)) == (10, True)
    again = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert [code for code in codes if code in again] == []
    assert client.get("/").status_code == 200
    client.logout()
    answer = sign_in(client, user)
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_authenticate"))
    assert client.get("/")["Location"].startswith(reverse("account_login"))
    wrong = client.post(reverse("mfa_authenticate"), {"code": totp(secret, time.time() + 3600)})
    assert "Kode tidak cocok" in wrong.content.decode()
    assert client.post(reverse("mfa_authenticate"), {"code": totp(secret)})["Location"] == "/"
    assert client.get("/").status_code == 200
    client.logout()
    sign_in(client, user)
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]})["Location"] == "/"
    client.logout()
    sign_in(client, user)
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200


def test_the_secret_is_not_readable_in_the_database(client):
    user = UserFactory(office=Office.KABAG)
    secret = pair(client, user)
    stored = Authenticator.objects.get(user=user, type="totp").data["secret"]
    assert secret not in stored
    assert SecondFactorAdapter().decrypt(stored) == secret


def test_an_older_key_still_opens_it(settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "lama" * 20, []
    kept = SecondFactorAdapter().encrypt("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "baru" * 20, ["lama" * 20]
    assert SecondFactorAdapter().decrypt(kept) == "JBSWY3DPEHPK3PXP"


def test_who_needs_it_cannot_drop_it(client):
    user = UserFactory(office=Office.KABAG)
    pair(client, user)
    page = client.get(reverse("mfa_deactivate_totp"))
    assert "wajib bagi jabatan Anda" in page.content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert second_factor.is_set(user)


def test_somebody_else_resets_a_lost_one_on_record(client):
    user, admin = UserFactory(office=Office.KABAG), UserFactory(office=Office.ADMIN)
    pair(client, user)
    assert client.get("/").status_code == 200
    with pytest.raises(BadInput):
        second_factor.reset(user, reason=" ", by=admin)
    with pytest.raises(NotYours):
        second_factor.reset(user, reason="Gawai hilang", by=UserFactory(office=Office.SEKDA))
    second_factor.reset(user, reason="Gawai hilang", by=admin)
    row = user.history.first()
    assert (row.history_user, row.history_change_reason) == (admin, "Verifikasi dua langkah diatur ulang: Gawai hilang")
    assert Authenticator.objects.filter(user=user).count() == 0
    assert client.get("/")["Location"].startswith(reverse("account_login"))
    sign_in(client, user)
    assert client.get("/")["Location"] == ACTIVATE
    with pytest.raises(NotYet):
        second_factor.reset(user, reason="Gawai hilang", by=admin)


def test_nobody_resets_his_own(client):
    admin = UserFactory(office=Office.ADMIN)
    pair(client, admin)
    with pytest.raises(NotYet, match="milik sendiri"):
        second_factor.reset(admin, reason="Ganti gawai", by=admin)
    answer = client.post(reverse("accounts:reset_second_factor", args=[admin.pk]), {"reason": "Ganti gawai"})
    assert (answer.status_code, second_factor.is_set(admin)) == (409, True)


def test_the_demo_is_exempt_by_its_setting_only(client, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    sign_in(client, UserFactory(office=Office.KDH))
    assert client.get("/").status_code == 200
