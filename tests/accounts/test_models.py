import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from kerjasama.accounts.models import Government, User
from kerjasama.accounts.models.government import contrast_with_white
from kerjasama.core.levels import RegionLevel
from tests.factories.accounts import (
    DelegationFactory,
    GovernmentFactory,
    HoldingFactory,
    UserFactory,
    period,
)

pytestmark = pytest.mark.django_db
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'


def breaks(name, call, *args, **kwargs):
    with pytest.raises(IntegrityError) as broken, transaction.atomic():
        call(*args, **kwargs)
    assert f'"{name}"' in str(broken.value)


def test_a_person_is_never_deleted():
    user = UserFactory()
    with pytest.raises(ProtectedError):
        user.delete()
    with pytest.raises(ProtectedError):
        User.objects.filter(pk=user.pk).delete()
    assert User.objects.filter(pk=user.pk).exists()


def test_there_is_no_permission_to_delete_people_offices_or_government():
    codes = Permission.objects.filter(content_type__app_label="accounts").values_list("codename", flat=True)
    ours = {"user", "orgunit", "government", "holding", "delegation"}
    assert [c for c in codes if c.startswith("delete_") and c.removeprefix("delete_") in ours] == []


def test_a_login_leaves_no_version_and_a_change_leaves_one_without_the_password():
    user = UserFactory()
    before = user.history.count()
    user.save(update_fields=["last_login"])
    assert user.history.count() == before
    user.full_name = "Nama Baru"
    user.save()
    assert user.history.count() == before + 1
    assert not hasattr(user.history.first(), "password")


def test_username_and_address_are_taken_in_any_case():
    UserFactory(username="ani", email="ani@wanasari.example")
    breaks("user_username_once_any_case", UserFactory, username="ANI", email="")
    breaks("user_email_once", UserFactory, email="Ani@wanasari.example")
    UserFactory(email="")
    UserFactory(email="")


@pytest.mark.parametrize("username", ["budi@wanasari.example", "a b", "ab", "sri'"])
def test_a_username_never_looks_like_an_address(username):
    with pytest.raises(ValidationError) as refusal:
        UserFactory.build(username=username, email="a@wanasari.example").clean_fields()
    assert list(refusal.value.error_dict) == ["username"]


def test_the_table_itself_refuses_two_holders_of_a_single_seat():
    HoldingFactory(office="KDH")
    breaks("holding_single_seat", HoldingFactory, office="KDH")
    breaks("delegation_one_at_a_time", lambda: [DelegationFactory() for _ in range(2)])


def test_the_table_itself_refuses_an_opd_without_unit_and_a_delegated_administrator():
    breaks("holding_opd_has_unit", HoldingFactory, office="OPD", unit=None)
    breaks("delegation_opd_has_unit", DelegationFactory, office="OPD", unit=None)
    breaks("delegation_office_delegable", DelegationFactory, office="ADMIN")
    breaks("delegation_capacity_known", DelegationFactory, capacity="DEFINITIVE")
    user = UserFactory()
    breaks("delegation_not_to_oneself", DelegationFactory, delegate=user, principal=user)


def test_nobody_is_deleted_from_under_an_office():
    holding = HoldingFactory(period=period())
    with pytest.raises(ProtectedError):
        User.objects.filter(pk=holding.user.pk).delete()


def test_there_is_one_government_and_defaults_before_it_is_set_up():
    assert (Government.current().name, Government.current().pk) == ("Kabupaten Wanasari", 1)
    assert Government.objects.count() == 0
    GovernmentFactory(name="Kota Contoh", level=RegionLevel.CITY)
    Government(name="Provinsi Contoh").save()
    assert list(Government.objects.values_list("pk", "name")) == [(1, "Provinsi Contoh")]


@pytest.mark.parametrize(
    ("level", "titles"),
    [
        (RegionLevel.PROVINCE, ("Gubernur", "Wakil Gubernur")),
        (RegionLevel.REGENCY, ("Bupati", "Wakil Bupati")),
        (RegionLevel.CITY, ("Wali Kota", "Wakil Wali Kota")),
    ],
)
def test_titles_follow_the_level(level, titles):
    government = Government(level=level)
    government.set_titles_by_level()
    assert (government.head_title, government.deputy_title) == titles


def test_contrast_is_that_of_wcag():
    assert round(contrast_with_white("#000000"), 1) == 21.0
    assert round(contrast_with_white("#ffffff"), 1) == 1.0
    assert round(contrast_with_white("#0e5a61"), 1) == 7.9


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("brand_colour", "#ffd988"),
        ("emblem_svg", "<p>bukan gambar</p>"),
        ("emblem_svg", SVG.replace("<path", "<script>alert(1)</script><path")),
        ("emblem_svg", SVG.replace("<path", '<path onclick="x()"')),
        ("emblem_svg", SVG.replace("<path", '<image href="https://a.example/x.png"/><path')),
        ("emblem_svg", "<!DOCTYPE svg>" + SVG),
        ("emblem_svg", SVG + " " * 100_000),
    ],
)
def test_a_pale_colour_or_a_dangerous_emblem_is_refused(field, value):
    with pytest.raises(ValidationError) as refusal:
        GovernmentFactory.build(**{field: value}).clean()
    assert list(refusal.value.error_dict) == [field]


def test_a_plain_emblem_is_taken():
    GovernmentFactory.build(emblem_svg=SVG).clean()
