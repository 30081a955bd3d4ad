"""People come in by a link that works once, and go out by being switched off."""

import re
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from kerjasama.accounts import inviting, links, permissions
from kerjasama.accounts.inviting import NewOffice
from kerjasama.accounts.models import Holding, Invitation, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.tasks import send_invitation_of
from kerjasama.core.errors import BadInput, NotYet, NotYours
from tests.factories.accounts import HoldingFactory, OrgUnitFactory, UserFactory
from tests.factories.core import ParameterFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
GOOD = "tiga-kuda-di-lereng"


class BrokenServer(EmailBackend):
    def send_messages(self, messages):
        raise OSError("peladen surel tidak menjawab")


@pytest.fixture(autouse=True)
def site_address(settings):
    settings.SITE_URL = "https://kerjasama.example"


@pytest.fixture
def moment():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def admin(moment):
    return UserFactory(office=Office.ADMIN, full_name="Fajar Ramadhan")


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def invite(admin, email="siti@wanasari.example", **more):
    return inviting.invite(**{"full_name": "Siti Aminah", "email": email, "offices": [], "by": admin, **more})


def token_in(message):
    return re.search(r"/akun/undangan/([^/\s]+)/", message.body).group(1)


def page(client, token, **typed):
    address = reverse("accounts:accept", args=[token])
    return client.post(address, typed) if typed else client.get(address)


def test_the_letter_waits_in_the_outbox_and_holds_no_link_until_it_leaves(admin, task_queue):
    invitation = invite(admin)
    waiting = DBTaskResult.objects.get()
    assert waiting.task_path == "kerjasama.accounts.tasks.send_invitation_of"
    assert waiting.args_kwargs == {"args": [invitation.pk], "kwargs": {}}
    assert (invitation.token_hash, invitation.user.is_active, mail.outbox) == ("", False, [])
    assert send_invitation_of.func(invitation.pk) == "sent"
    token = token_in(mail.outbox[0])
    invitation.refresh_from_db()
    assert (mail.outbox[0].to, invitation.mailed_at) == (["siti@wanasari.example"], NOW)
    assert invitation.token_hash == links.hash_of(token) != token
    assert len(token) == 43
    assert "https://kerjasama.example/akun/undangan/" in mail.outbox[0].body
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_historicalinvitation WHERE token_hash = %s", [token])
        assert cursor.fetchone() == (0,)


def test_the_link_sets_the_password_once_and_confirms_the_address(admin, client):
    unit = OrgUnitFactory()
    office = NewOffice(Office.OPD, date(2026, 1, 5), unit, "Kepala Dinas Contoh", "SK 821/5/2026")
    user = invite(admin, offices=[office]).user
    token = token_in(mail.outbox[0])
    assert permissions.people_in(Office.OPD) == []
    shown = page(client, token)
    assert (shown.status_code, shown.context["person"].office_line) == (200, f"Kepala Dinas Contoh, {unit}")
    answer = page(client, token, password1=GOOD, password2=GOOD)
    assert (answer.status_code, answer["Location"]) == (302, reverse("account_login"))
    user.refresh_from_db()
    assert (user.is_active, user.check_password(GOOD)) == (True, True)
    assert list(EmailAddress.objects.values_list("email", "verified", "primary")) == [(user.email, True, True)]
    assert permissions.people_in(Office.OPD, unit.pk) == [user]
    again = page(client, token)
    assert (again.status_code, again.context["told"]) == (410, "Undangan ini sudah dipakai.")
    assert page(client, token, password1="x" * 20, password2="x" * 20).status_code == 410
    user.refresh_from_db()
    assert user.check_password(GOOD)


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        (GOOD, "lain-sekali-9", "password2"),
        ("pendek", "pendek", "password1"),
        ("123456789012", "123456789012", "password1"),
    ],
)
def test_a_password_that_cannot_be_used_is_asked_again(admin, client, first, second, field):
    user = invite(admin).user
    answer = page(client, token_in(mail.outbox[0]), password1=first, password2=second)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    user.refresh_from_db()
    assert (user.is_active, user.has_usable_password()) == (False, False)


def test_a_link_runs_out_after_the_days_of_the_parameter(admin, client, moment):
    ParameterFactory(key="invitation_days", value=2)
    invitation = invite(admin)
    token = token_in(mail.outbox[0])
    assert invitation.expires_at == NOW + timedelta(days=2)
    moment.shift(timedelta(days=2))
    answer = page(client, token)
    assert (answer.status_code, answer.context["told"]) == (410, "Masa berlaku undangan ini sudah lewat.")
    with pytest.raises(NotYet):
        inviting.accept(token, GOOD)
    inviting.send_again(invitation, by=admin)
    assert page(client, token).context["told"] == "Tautan ini sudah diganti dengan yang lebih baru."
    fresh = token_in(mail.outbox[1])
    assert page(client, fresh).status_code == 200
    invitation.refresh_from_db()
    assert invitation.expires_at == NOW + timedelta(days=4)


def test_a_revoked_link_is_dead_and_the_offices_are_annulled(admin, client):
    office = NewOffice(Office.SEKDA, date(2026, 1, 5), title="Sekretaris Daerah", basis="SK 1/2026")
    invitation = invite(admin, offices=[office])
    token = token_in(mail.outbox[0])
    with pytest.raises(BadInput):
        inviting.revoke(invitation, reason=" ", by=admin)
    inviting.revoke(invitation, reason="Salah alamat", by=admin)
    assert page(client, token).context["told"] == "Undangan ini sudah dicabut."
    assert [h.is_annulled for h in Holding.objects.filter(office=Office.SEKDA)] == [True]
    user = User.objects.get(pk=invitation.user_id)
    assert (user.is_active, user.retired_on, user.retired_reason) == (False, date(2026, 11, 23), "Salah alamat")
    with pytest.raises(NotYet):
        inviting.send_again(invitation, by=admin)
    again = inviting.invite_again(user, reason="Alamat sudah benar", by=admin)
    inviting.accept(token_in(mail.outbox[-1]), GOOD)
    again.refresh_from_db()
    assert (again.state, User.objects.get(pk=user.pk).retired_on) == (Invitation.State.ACCEPTED, None)


def test_an_unknown_link_says_so(client):
    answer = page(client, "bukan-tautan")
    assert (answer.status_code, answer.context["told"]) == (410, "Tautan undangan ini tidak dikenal.")


def test_a_broken_mail_server_is_tried_again_with_a_link_that_works(admin, settings, task_queue):
    invitation = invite(admin)
    settings.EMAIL_BACKEND = "tests.accounts.test_invitations.BrokenServer"
    assert [send_invitation_of.func(invitation.pk) for _ in range(5)] == ["will retry"] * 4 + ["given up"]
    invitation.refresh_from_db()
    assert (invitation.mail_error, invitation.mailed_at) == ("OSError: peladen surel tidak menjawab", None)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_invitation_of.func(invitation.pk)
    assert links.find(token_in(mail.outbox[0])) == invitation


def test_an_address_belongs_to_one_person_and_nothing_is_half_done(admin):
    invite(admin)
    with pytest.raises(BadInput) as refused:
        invite(admin, email="SITI@wanasari.example")
    assert list(refused.value.errors) == ["email"]
    HoldingFactory(office=Office.SEKDA)
    with pytest.raises(BadInput) as refused:
        invite(admin, email="lain@wanasari.example", offices=[NewOffice(Office.SEKDA, date(2026, 1, 5))])
    assert not User.objects.filter(email="lain@wanasari.example").exists()


def test_usernames_come_from_the_address_and_stay_apart(admin):
    names = [invite(admin, email=f"{local}@wanasari.example").user.username for local in ("siti", "si", "siti+b")]
    names.append(invite(admin, email="siti@lain.example").user.username)
    assert names == ["siti", "sipengguna", "sitib", "siti2"]


def test_only_the_administrator_invites(admin):
    with pytest.raises(NotYours):
        invite(UserFactory(office=Office.KABAG))


def test_whoever_is_switched_off_leaves_offices_and_sessions(admin, client):
    user = UserFactory()
    HoldingFactory(user=user, office=Office.SEKDA)
    client.force_login(user)
    inviting.retire(user, on=date(2026, 11, 20), reason="Pensiun", by=admin)
    user.refresh_from_db()
    assert (user.is_active, user.retired_on, user.retired_reason) == (False, date(2026, 11, 20), "Pensiun")
    assert Holding.objects.get(user=user).ends_on == date(2026, 11, 20)
    assert client.get("/akun/profil/")["Location"].startswith(reverse("account_login"))
    assert user.history.first().history_change_reason == "Pensiun"


def test_neither_oneself_nor_the_last_administrator_is_switched_off(admin):
    other = UserFactory(office=Office.ADMIN)
    with pytest.raises(NotYet):
        inviting.retire(admin, on=date(2026, 11, 23), reason="x", by=admin)
    with pytest.raises(BadInput):
        inviting.retire(other, on=date(2026, 11, 24), reason="Pindah", by=admin)
    inviting.retire(other, on=date(2026, 11, 23), reason="Pindah", by=admin)
    with pytest.raises(NotYet, match="terakhir"):
        inviting.retire(admin, on=date(2026, 11, 23), reason="x", by=permissions.system_user())


def test_the_page_invites_with_several_offices(desk):
    unit = OrgUnitFactory()
    typed = {
        "full_name": "Siti Aminah", "email": "siti@wanasari.example", "nip": "", "phone": "",
        "jabatan-TOTAL_FORMS": "2", "jabatan-INITIAL_FORMS": "0",
        "jabatan-0-office": "OPD", "jabatan-0-unit": str(unit.pk), "jabatan-0-title": "Kepala Dinas", "jabatan-0-starts_on": "05-01-2026",
        "jabatan-0-basis": "SK 821/5", "jabatan-1-office": "", "jabatan-1-unit": "", "jabatan-1-starts_on": "",
    }  # fmt: skip
    answer = desk.post(reverse("accounts:invite"), typed)
    user = User.objects.get(email="siti@wanasari.example")
    assert (answer.status_code, answer["Location"]) == (302, reverse("accounts:person", args=[user.pk]))
    assert [(h.office, h.unit, h.starts_on, h.basis) for h in user.holdings.all()] == [
        ("OPD", unit, date(2026, 1, 5), "SK 821/5")
    ]
    shown = desk.get(answer["Location"]).content.decode()
    assert "Kirim ulang" in shown and "Diundang" in shown
    assert desk.post(reverse("accounts:send_again", args=[user.pk])).status_code == 302
    assert len(mail.outbox) == 2


def test_what_was_typed_comes_back_with_the_sentence(desk):
    typed = {"full_name": "Siti", "email": "bukan surel", "jabatan-TOTAL_FORMS": "1", "jabatan-INITIAL_FORMS": "0",
             "jabatan-0-office": "OPD", "jabatan-0-starts_on": "05-01-2026", "jabatan-0-basis": "SK"}  # fmt: skip
    answer = desk.post(reverse("accounts:invite"), typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["email"]
    assert answer.context["offices"].errors == [{"unit": ["Pilih perangkat daerahnya."]}]
    assert 'value="Siti"' in answer.content.decode()


def test_the_list_is_searched_filtered_paged_and_exported(desk, admin):
    for n in range(27):
        UserFactory(full_name=f"Pegawai {n:02d}", office=Office.BAGIAN)
    invite(admin)
    first = desk.get(reverse("accounts:people"), {"jabatan": "BAGIAN"})
    assert [len(first.context["rows"]), first.context["page_obj"].paginator.count] == [25, 27]
    found = desk.get(reverse("accounts:people"), {"keadaan": "diundang"}).context["rows"]
    assert [row["title"] for row in found] == ["Siti Aminah"]
    sheet = b"".join(desk.get(reverse("accounts:people_export"), {"q": "siti"}).streaming_content).decode("utf-8-sig")
    assert sheet.splitlines() == [
        "Nama;Nama pengguna;Surel;NIP;Jabatan hari ini;Keadaan;Terakhir masuk",
        "Siti Aminah;siti;siti@wanasari.example;;;diundang;",
    ]


def test_the_list_costs_the_same_with_one_and_with_many(desk):
    def cost():
        desk.get(reverse("accounts:people"))
        with CaptureQueriesContext(connection) as caught:
            desk.get(reverse("accounts:people"))
        return len(caught)

    one = cost()
    for _ in range(24):
        UserFactory(office=Office.BAGIAN)
    assert cost() == one


def test_others_see_neither_list_nor_person(client, admin):
    client.force_login(UserFactory(office=Office.KABAG))
    assert client.get(reverse("accounts:people")).status_code == 403
    assert client.get(reverse("accounts:person", args=[admin.pk])).status_code == 404
    assert (
        client.post(reverse("accounts:retire", args=[admin.pk]), {"on": "23-11-2026", "reason": "x"}).status_code == 404
    )
    inspector = UserFactory(office=Office.INSPEKTORAT)
    client.force_login(inspector)
    assert client.get(reverse("accounts:person", args=[admin.pk])).status_code == 200
    assert client.get(reverse("accounts:invite")).status_code == 403
    assert client.get(reverse("accounts:retire", args=[admin.pk])).status_code == 403


def test_offices_are_given_and_ended_from_the_page(desk):
    user = UserFactory()
    typed = {"office": "BAGIAN", "title": "Analis", "starts_on": "05-01-2026", "basis": "SK 9"}
    assert desk.post(reverse("accounts:give_office", args=[user.pk]), typed).status_code == 302
    holding = Holding.objects.get(user=user)
    end = reverse("accounts:end_office", args=[user.pk, holding.pk])
    early = desk.post(end, {"last_day": "01-01-2026", "reason": "Pindah"})
    assert (early.status_code, list(early.context["form"].errors)) == (422, ["last_day"])
    assert desk.post(end, {"last_day": "30-11-2026", "reason": "Pindah"}).status_code == 302
    holding.refresh_from_db()
    assert (holding.office, holding.ends_on) == ("BAGIAN", date(2026, 11, 30))


def test_the_first_administrator_is_made_by_a_command_that_prints_a_link(moment, client, settings):
    told = StringIO()
    call_command("create_admin", "budi@wanasari.example", "Budi Santoso", stdout=told)
    token = re.search(r"/akun/undangan/([^/\s]+)/", told.getvalue()).group(1)
    assert (len(mail.outbox), "sandi" in told.getvalue()) == (0, True)
    told = StringIO()
    call_command("create_admin", "budi@wanasari.example", "Budi Santoso", stdout=told)
    assert page(client, token).status_code == 410
    fresh = re.search(r"/akun/undangan/([^/\s]+)/", told.getvalue()).group(1)
    assert page(client, fresh, password1=GOOD, password2=GOOD).status_code == 302
    user = User.objects.get(email="budi@wanasari.example")
    assert (permissions.holds(user, Office.ADMIN), user.is_staff) == (True, True)
    with pytest.raises(CommandError, match="Sudah ada administrator aktif"):
        call_command("create_admin", "lain@wanasari.example", "Lain")
    with pytest.raises(CommandError):
        call_command("create_admin", "bukan-surel", "Lain", "--tambahan")
