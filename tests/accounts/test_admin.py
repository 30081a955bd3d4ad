from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from kerjasama.accounts.backends import OfficeBackend
from kerjasama.accounts.models import Delegation, Government, Holding
from tests.factories.accounts import (
    DelegationFactory,
    GovernmentFactory,
    HoldingFactory,
    OrgUnitFactory,
    UserFactory,
    period,
)

pytestmark = pytest.mark.django_db
MODELS = ["user", "orgunit", "government", "holding", "delegation"]


@pytest.fixture
def admin():
    return UserFactory(username="administrator", office="ADMIN", is_staff=True)


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def address(name, *args):
    return reverse(f"admin:accounts_{name}", args=args)


@pytest.mark.parametrize(
    ("office", "perm", "may"),
    [
        ("ADMIN", "accounts.change_user", True),
        ("ADMIN", "core.change_parameter", True),
        ("ADMIN", "accounts.delete_user", False),
        ("ADMIN", "proposals.change_proposal", False),
        ("INSPEKTORAT", "proposals.view_proposal", True),
        ("INSPEKTORAT", "accounts.change_user", False),
        ("KABAG", "accounts.view_user", False),
    ],
)
def test_rights_in_the_admin_follow_from_offices(office, perm, may):
    assert OfficeBackend().has_perm(UserFactory(office=office), perm) is may


def test_rooms_in_the_admin_follow_from_offices():
    backend = OfficeBackend()
    people = [UserFactory(office=office) for office in ("ADMIN", "INSPEKTORAT", "OPD")]
    assert [backend.has_module_perms(p, "accounts") for p in people] == [True, True, False]
    assert [backend.has_module_perms(p, "proposals") for p in people] == [False, True, False]


@pytest.mark.parametrize("model", MODELS)
def test_the_administrator_sees_every_list_and_may_delete_nothing(desk, model):
    record = {
        "user": UserFactory,
        "orgunit": OrgUnitFactory,
        "government": GovernmentFactory,
        "holding": HoldingFactory,
        "delegation": DelegationFactory,
    }[model]()
    assert desk.get(address(f"{model}_changelist")).status_code == 200
    assert desk.get(address(f"{model}_change", record.pk)).status_code == 200
    assert desk.get(address(f"{model}_history", record.pk)).status_code == 200
    assert desk.post(address(f"{model}_delete", record.pk), {"post": "yes"}).status_code == 403
    assert "delete_selected" not in desk.get(address(f"{model}_changelist")).content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_staff_without_the_office_sees_nothing(client, model):
    client.force_login(UserFactory(office="KABAG", is_staff=True))
    assert client.get(address(f"{model}_changelist")).status_code == 403


def test_an_office_is_given_on_the_add_page(desk, admin):
    user = UserFactory()
    typed = {
        "user": user.pk,
        "office": "HUKUM",
        "unit": "",
        "title": "Perancang",
        "basis": "SK 7",
        "starts_on": "01-11-2026",
        "ends_on": "30-11-2026",
    }
    assert desk.post(address("holding_add"), typed).status_code == 302
    holding = Holding.objects.get(user=user)
    assert (holding.starts_on, holding.ends_on) == (date(2026, 11, 1), date(2026, 11, 30))
    version = holding.history.get()
    assert (version.history_user, version.history_change_reason) == (admin, "SK 7")


def test_a_taken_seat_is_refused_on_the_page(desk):
    HoldingFactory(office="SEKDA")
    typed = {
        "user": UserFactory().pk,
        "office": "SEKDA",
        "unit": "",
        "title": "",
        "basis": "",
        "starts_on": "01-11-2026",
        "ends_on": "",
    }
    page = desk.post(address("holding_add"), typed)
    assert page.context["adminform"].form.non_field_errors() == ["Jabatan ini sudah dipangku orang lain pada masa itu."]
    typed["office"] = "OPD"
    form = desk.post(address("holding_add"), typed).context["adminform"].form
    assert form.errors == {"office": ["Pilih perangkat daerahnya."]}


def test_a_delegation_is_given_and_cut_short(desk):
    sekda = UserFactory(office="SEKDA")
    typed = {
        "office": "SEKDA",
        "unit": "",
        "capacity": "PLH",
        "delegate": UserFactory().pk,
        "principal": "",
        "title": "",
        "basis": "SP 8",
        "starts_on": "01-11-2026",
        "ends_on": "30-11-2026",
    }
    assert desk.post(address("delegation_add"), typed).status_code == 302
    delegation = Delegation.objects.get()
    assert delegation.principal == sekda
    change = address("delegation_change", delegation.pk)
    late = desk.post(change, {"last_day": "01-12-2026", "reason": "Salah"})
    assert list(late.context["adminform"].form.errors) == ["last_day"]
    assert desk.post(change, {"last_day": "10-11-2026", "reason": "Kembali"}).status_code == 302
    delegation.refresh_from_db()
    assert delegation.ends_on == date(2026, 11, 10)


def test_a_record_entered_by_mistake_is_annulled_with_a_reason(desk):
    holding = HoldingFactory(period=period(date(2026, 1, 1)))
    change = address("holding_change", holding.pk)
    assert "reason" in desk.post(change, {"annul": "on"}).context["adminform"].form.errors
    assert "last_day" in desk.post(change, {"reason": "x"}).context["adminform"].form.errors
    assert desk.post(change, {"annul": "on", "reason": "Salah orang"}).status_code == 302
    holding.refresh_from_db()
    assert holding.is_annulled is True
    assert holding.history.first().history_change_reason == "Salah orang"
    assert "dibatalkan" in desk.get(address("holding_changelist")).content.decode()


def test_an_account_comes_by_invitation_only_and_its_password_may_be_set_anew(desk):
    assert desk.get(address("user_add")).status_code == 403
    user = UserFactory()
    page = reverse("admin:auth_user_password_change", args=[user.pk])
    typed = {"usable_password": "true", "password1": "Lain-lagi-10", "password2": "Lain-lagi-10"}
    assert desk.post(page, typed).status_code == 302
    user.refresh_from_db()
    assert user.check_password("Lain-lagi-10")
    assert user.history.first().history_change_reason == "Kata sandi diganti oleh administrator"


def test_nobody_is_switched_off_without_a_reason(desk):
    user = UserFactory()
    desk.post(address("user_change", user.pk), {**person_form(user), "is_active": ""})
    user.refresh_from_db()
    assert user.is_active is True


def person_form(user, **change):
    return {
        "username": user.username,
        "full_name": user.full_name,
        "nip": "",
        "phone": "",
        "email": user.email,
        "is_active": "on",
        **change,
    }


def test_the_administrator_cannot_make_himself_the_owner(desk, admin):
    desk.post(address("user_change", admin.pk), person_form(admin, is_superuser="on", is_staff="on"))
    admin.refresh_from_db()
    assert admin.is_superuser is False
    owner = UserFactory(admin=True)
    assert desk.post(address("user_change", owner.pk), person_form(owner)).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[owner.pk])
    assert desk.get(password).status_code == 403


def test_a_new_address_closes_the_old_one(desk):
    user = UserFactory(email="lama@wanasari.example")
    EmailAddress.objects.create(user=user, email="lama@wanasari.example", primary=True)
    desk.post(address("user_change", user.pk), person_form(user, email="baru@wanasari.example"))
    assert list(EmailAddress.objects.filter(user=user)) == []


def test_the_government_is_set_up_once(desk):
    assert desk.get(address("government_add")).status_code == 200
    Government.objects.create(name="Kabupaten Contoh")
    assert desk.get(address("government_add")).status_code == 403
