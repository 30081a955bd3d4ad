from datetime import date

import pytest

from kerjasama.accounts import permissions, services
from kerjasama.accounts.models import Delegation, Holding
from kerjasama.accounts.offices import Office
from kerjasama.core.errors import BadInput
from tests.factories.accounts import HoldingFactory, OrgUnitFactory, UserFactory, period

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WHO_STEPS_ASIDE = "Jabatan ini dipangku beberapa orang. Pilih siapa yang digantikan."
BASIS = "Surat Perintah Nomor 800/1/2026"


def refused(call, *args, **kwargs):
    with pytest.raises(BadInput) as refusal:
        call(*args, **kwargs)
    assert refusal.value.status == 422
    return refusal.value.errors


def test_assign_stores_period_reason_and_author():
    user, admin = UserFactory(), UserFactory()
    holding = services.assign(
        user, Office.HUKUM, starts_on=FIRST, ends_on=LAST, title="Perancang", basis="SK 1", by=admin
    )
    assert (holding.starts_on, holding.ends_on, holding.title) == (FIRST, LAST, "Perancang")
    version = holding.history.get()
    assert (version.history_user, version.history_change_reason) == (admin, "SK 1")


def test_assign_without_an_end_stays_open_and_is_seen_at_once():
    user = UserFactory()
    assert permissions.seats(user, FIRST) == ()
    holding = services.assign(user, "HUKUM", starts_on=FIRST)
    assert holding.ends_on is None
    assert len(permissions.seats(user, FIRST)) == 1


def test_a_single_seat_holds_one_person_at_a_time():
    HoldingFactory(office="SEKDA", period=period(FIRST))
    errors = refused(services.assign, UserFactory(), "SEKDA", starts_on=LAST)
    assert errors == {"__all__": ["Jabatan ini sudah dipangku orang lain pada masa itu."]}


def test_the_successor_begins_the_day_after():
    holding = HoldingFactory(office="SEKDA", period=period(FIRST))
    services.end(holding, last_day=LAST, reason="Purnabakti")
    services.assign(UserFactory(), "SEKDA", starts_on=date(2026, 12, 1))
    assert Holding.objects.count() == 2


def test_many_may_share_another_office_but_nobody_holds_it_twice():
    user = UserFactory(office="HUKUM")
    services.assign(UserFactory(), "HUKUM", starts_on=FIRST)
    errors = refused(services.assign, user, "HUKUM", starts_on=FIRST)
    assert errors == {"__all__": ["Orang ini sudah memangku jabatan yang sama pada masa itu."]}


def test_three_asisten_sit_side_by_side_in_three_units():
    for _ in range(3):
        services.assign(UserFactory(), "ASISTEN", starts_on=FIRST, unit=OrgUnitFactory())
    assert Holding.objects.count() == 3


@pytest.mark.parametrize(
    ("office", "change", "errors"),
    [
        ("OPD", {}, {"office": ["Pilih perangkat daerahnya."]}),
        ("SYSTEM", {}, {"office": ["Jabatan sistem tidak dapat dipangku orang."]}),
        (
            "HUKUM",
            {"ends_on": date(2026, 10, 31)},
            {"ends_on": ["Hari terakhir tidak boleh sebelum hari pertama."]},
        ),
    ],
)
def test_assign_refuses_with_a_sentence_at_the_field(office, change, errors):
    assert refused(services.assign, UserFactory(), office, starts_on=FIRST, **change) == errors
    assert Holding.objects.count() == 0


@pytest.mark.parametrize("who", ["inactive", "system"])
def test_a_dead_account_gets_no_office(who):
    user = permissions.system_user() if who == "system" else UserFactory(is_active=False)
    errors = refused(services.assign, user, "HUKUM", starts_on=FIRST)
    assert errors == {"user": ["Akun ini tidak aktif dan tidak dapat memangku jabatan."]}


@pytest.mark.parametrize(("office", "staff"), [("TKKSD", True), ("ADMIN", True), ("HUKUM", False)])
def test_offices_that_work_in_the_admin_site_open_it(office, staff):
    user = UserFactory()
    services.assign(user, office, starts_on=FIRST)
    user.refresh_from_db()
    assert user.is_staff is staff


def test_end_shortens_and_keeps_the_old_period_in_the_history():
    admin = UserFactory()
    holding = HoldingFactory(period=period(FIRST))
    services.end(holding, last_day=LAST, reason="Mutasi", by=admin)
    newest, oldest = holding.history.order_by("-history_id")
    assert (newest.period.upper, oldest.period.upper) == (date(2026, 12, 1), None)
    assert (newest.history_user, newest.history_change_reason) == (admin, "Mutasi")


@pytest.mark.parametrize(
    ("last_day", "reason", "field"),
    [
        (date(2026, 10, 31), "Mutasi", "ends_on"),
        (date(2026, 12, 1), "Mutasi", "ends_on"),
        (LAST, "  ", "reason"),
    ],
)
def test_end_refuses_a_day_outside_or_no_reason(last_day, reason, field):
    holding = HoldingFactory(period=period(FIRST, date(2026, 12, 1)))
    assert list(refused(services.end, holding, last_day=last_day, reason=reason)) == [field]


def test_annul_takes_a_record_out_of_force_but_keeps_it():
    holding = HoldingFactory(office="SEKDA", period=period(FIRST))
    services.annul(holding, reason="Salah orang")
    holding.refresh_from_db()
    assert (holding.is_annulled, holding.starts_on, holding.ends_on) == (True, None, None)
    services.assign(UserFactory(), "SEKDA", starts_on=FIRST)
    assert refused(services.end, holding, last_day=LAST, reason="x") == {"ends_on": ["Catatan ini sudah dibatalkan."]}


def test_annul_asks_for_a_reason():
    assert refused(services.annul, HoldingFactory(), reason="") == {"reason": ["Tulis alasan pembatalannya."]}


def test_delegate_finds_the_holder_of_a_single_seat():
    sekda = UserFactory(office="SEKDA", office__title="Sekretaris Daerah")
    acting, admin = UserFactory(), UserFactory()
    delegation = services.delegate("SEKDA", acting, "PLH", starts_on=FIRST, ends_on=LAST, basis=f" {BASIS} ", by=admin)
    assert (delegation.principal, delegation.title) == (sekda, "Sekretaris Daerah")
    assert (delegation.basis, delegation.ends_on) == (BASIS, LAST)
    assert delegation.history.get().history_user == admin
    assert permissions.seats(acting, FIRST)[0].label == "Plh. Sekretaris Daerah"


def test_delegate_in_a_vacant_seat():
    delegation = services.delegate("SEKDA", UserFactory(), "PLT", starts_on=FIRST, ends_on=LAST, basis=BASIS)
    assert (delegation.principal, delegation.shown_title) == (None, "Sekretaris Daerah")


def test_an_office_of_many_needs_to_know_who_steps_aside():
    first = UserFactory(office="HUKUM")
    call = {"starts_on": FIRST, "ends_on": LAST, "basis": BASIS}
    assert refused(services.delegate, "HUKUM", UserFactory(), "PLT", **call) == {"principal": [WHO_STEPS_ASIDE]}
    services.delegate("HUKUM", UserFactory(), "PLT", principal=first, **call)
    assert Delegation.objects.get().principal == first


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (
            {"office": "ADMIN"},
            {
                "office": ["Administrator tidak dapat ditugaskan sebagai Plt., Plh., atau Pj."],
                "principal": [WHO_STEPS_ASIDE],
            },
        ),
        (
            {"office": "OPD"},
            {"office": ["Pilih perangkat daerahnya."], "principal": [WHO_STEPS_ASIDE]},
        ),
        ({"capacity": "DEFINITIVE"}, {"capacity": ["Pilih Plt., Plh., atau Pj."]}),
        (
            {"capacity": "PLH"},
            {"capacity": ["Plh. memerlukan pejabat definitif yang berhalangan. Bila jabatan kosong, pilih Plt."]},
        ),
        ({"basis": " "}, {"basis": ["Tulis nomor dan tanggal surat perintahnya."]}),
        ({"ends_on": None}, {"ends_on": ["Isi hari terakhir penugasan."]}),
        (
            {"ends_on": date(2026, 10, 1)},
            {"ends_on": ["Hari terakhir tidak boleh sebelum hari pertama."]},
        ),
    ],
)
def test_delegate_refuses_with_a_sentence_at_the_field(change, errors):
    call = {"office": "SEKDA", "capacity": "PLT", "basis": BASIS, "ends_on": LAST, **change}
    assert refused(services.delegate, person=UserFactory(), starts_on=FIRST, **call) == errors


def test_nobody_acts_for_himself_and_the_named_principal_must_hold_the_seat():
    sekda = UserFactory(office="SEKDA")
    call = {"starts_on": FIRST, "ends_on": LAST, "basis": BASIS}
    assert refused(services.delegate, "SEKDA", sekda, "PLT", **call) == {
        "principal": ["Pejabat definitif tidak dapat menggantikan dirinya sendiri."]
    }
    assert refused(services.delegate, "SEKDA", UserFactory(), "PLT", principal=UserFactory(), **call) == {
        "principal": ["Orang ini tidak memangku jabatan itu pada hari pertama penugasan."]
    }


def test_a_seat_has_one_acting_official_at_a_time():
    call = {"starts_on": FIRST, "ends_on": LAST, "basis": BASIS}
    services.delegate("SEKDA", UserFactory(), "PLT", **call)
    assert refused(services.delegate, "SEKDA", UserFactory(), "PLT", **call) == {
        "__all__": ["Jabatan ini sudah ditugaskan kepada orang lain pada masa itu."]
    }
    later = {**call, "starts_on": date(2026, 12, 1), "ends_on": date(2026, 12, 31)}
    services.delegate("SEKDA", UserFactory(), "PLT", **later)


def test_a_delegation_can_be_cut_short():
    delegation = services.delegate("SEKDA", UserFactory(), "PLT", starts_on=FIRST, ends_on=LAST, basis=BASIS)
    services.end(delegation, last_day=FIRST, reason="Pejabat definitif kembali")
    assert permissions.seats(delegation.delegate, date(2026, 11, 2)) == ()


def test_the_database_decides_when_two_come_at_once():
    built = services.build_holding(UserFactory(), "SEKDA", starts_on=FIRST)
    HoldingFactory(office="SEKDA")
    assert refused(services.store, built) == {"office": ["Jabatan ini baru saja diisi oleh catatan lain."]}
