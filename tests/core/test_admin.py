from datetime import date

import pytest
from django.urls import reverse

from kerjasama.core import parameters
from kerjasama.core.models import Holiday, Parameter
from tests.factories.accounts import UserFactory
from tests.factories.core import HolidayFactory, ParameterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin():
    return UserFactory(office="ADMIN", is_staff=True)


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def page_of(key):
    return reverse("admin:core_parameter_change", args=[key])


def test_the_list_shows_every_parameter_with_basis_and_effect(desk):
    ParameterFactory(key="days_dprd", value=30, legal_basis="Tatib DPRD", verified=True)
    response = desk.get(reverse("admin:core_parameter_changelist"))
    rows = {row["spec"].key: row for row in response.context["parameter_rows"]}
    assert list(rows) == list(parameters.PARAMETERS)
    line = rows["days_dprd"]
    assert (line["value"], line["default"], line["legal_basis"], line["verified"]) == (
        "30 hari kerja",
        "45 hari kerja",
        "Tatib DPRD",
        True,
    )
    body = response.content.decode()
    assert "PP 28/2018 Pasal 6 ayat (1)" in body
    assert "berkas berjalan memakai rute lamanya" in body


@pytest.mark.parametrize("key", parameters.PARAMETERS)
def test_each_parameter_has_a_page_with_its_value(desk, key):
    response = desk.get(page_of(key))
    assert response.status_code == 200
    form = response.context["adminform"].form
    assert form.fields["value"].label == parameters.PARAMETERS[key].label
    assert Parameter.objects.count() == 0


@pytest.mark.parametrize(
    ("key", "typed", "stored"),
    [
        ("days_dprd", "30", 30),
        ("dprd_when_bmd", "True", True),
        ("dprd_repair_stops_clock", "False", False),
        ("dprd_gate", "between_kb_and_pks", "between_kb_and_pks"),
        ("paraf_chain", "KABAG, SEKDA", ["KABAG", "SEKDA"]),
        ("number_pattern", "{urut}/{tahun}", "{urut}/{tahun}"),
    ],
)
def test_a_change_is_stored_with_who_and_why(desk, admin, key, typed, stored):
    sent = {"value": typed, "legal_basis": "Perbup 1/2026", "verified": "on", "reason": "Perbup baru"}
    assert desk.post(page_of(key), sent).status_code == 302
    row = Parameter.objects.get(key=key)
    assert (row.value, row.legal_basis, row.verified) == (stored, "Perbup 1/2026", True)
    version = row.history.get()
    assert (version.history_user, version.history_change_reason) == (admin, "Perbup baru")
    history = reverse("admin:core_parameter_history", args=[row.pk])
    assert "Perbup baru" in desk.get(history).content.decode()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"value": "empat", "reason": "x"}, "value"),
        ({"value": "400", "reason": "x"}, "value"),
        ({"value": "30"}, "reason"),
    ],
)
def test_a_wrong_value_or_no_reason_is_refused(desk, sent, field):
    response = desk.post(page_of("days_dprd"), sent)
    assert list(response.context["adminform"].form.errors) == [field]
    assert Parameter.objects.count() == 0


def test_an_unknown_parameter_has_no_page_and_none_can_be_added_or_deleted(desk):
    row = ParameterFactory()
    assert desk.get(page_of("tidak_ada")).status_code == 302
    assert desk.get(reverse("admin:core_parameter_add")).status_code == 403
    delete = reverse("admin:core_parameter_delete", args=[row.pk])
    assert desk.post(delete, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("office", ["KABAG", "INSPEKTORAT"])
def test_others_change_nothing(client, office):
    client.force_login(UserFactory(office=office, is_staff=True))
    response = client.post(page_of("days_dprd"), {"value": "1", "reason": "x"})
    assert response.status_code == 403
    assert Parameter.objects.count() == 0


def test_a_holiday_is_added_and_corrected_with_history(desk, admin):
    add = reverse("admin:core_holiday_add")
    sent = {"date": "23-11-2026", "name": "Pilkada", "kind": "LOCAL", "active": "on", "reason": "Keppres"}
    assert desk.post(add, sent).status_code == 302
    holiday = Holiday.objects.get(date=date(2026, 11, 23))
    assert holiday.history.get().history_change_reason == "Keppres"
    change = reverse("admin:core_holiday_change", args=[holiday.pk])
    assert desk.post(change, {**sent, "name": "Pilkada serentak"}).status_code == 302
    assert holiday.history.count() == 2


def test_a_holiday_is_called_off_not_deleted(desk):
    holiday = HolidayFactory(date=date(2026, 11, 23), name="Pilkada")
    change = reverse("admin:core_holiday_change", args=[holiday.pk])
    sent = {"date": "23-11-2026", "name": "Pilkada", "kind": "LOCAL", "reason": "Ditunda"}
    assert desk.post(change, sent).status_code == 302
    holiday.refresh_from_db()
    assert holiday.active is False
    delete = reverse("admin:core_holiday_delete", args=[holiday.pk])
    assert desk.post(delete, {"post": "yes"}).status_code == 403


def test_a_holiday_list_opens(desk):
    HolidayFactory(date=date(2026, 11, 23))
    assert desk.get(reverse("admin:core_holiday_changelist")).status_code == 200
