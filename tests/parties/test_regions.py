import csv
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from kerjasama.parties.fields import RegionField
from kerjasama.parties.models import Region
from kerjasama.parties.selectors import eligible_regions, governor
from tests.factories.accounts import GovernmentFactory, UserFactory
from tests.factories.parties import region

pytestmark = pytest.mark.django_db
JAKARTA = ["31.01", "31.71", "31.72", "31.73", "31.74", "31.75"]


def test_every_database_holds_the_regions_of_the_decree():
    by_level = {level: Region.objects.filter(level=level).count() for level in ("PROVINCE", "REGENCY", "CITY")}
    assert by_level == {"PROVINCE": 38, "REGENCY": 416, "CITY": 98}


def test_the_six_administrative_regions_of_jakarta_are_no_parties():
    found = Region.objects.filter(autonomous=False).order_by("code").values_list("code", flat=True)
    assert list(found) == JAKARTA
    assert set(JAKARTA) & set(eligible_regions().values_list("code", flat=True)) == set()
    assert eligible_regions().filter(pk="31").exists()


@pytest.mark.parametrize(
    ("code", "full_name", "title", "province"),
    [
        ("33", "Provinsi Jawa Tengah", "Gubernur", None),
        ("34.04", "Kabupaten Sleman", "Bupati", "34"),
        ("33.74", "Kota Semarang", "Wali Kota", "33"),
    ],
)
def test_names_and_titles_follow_the_level(code, full_name, title, province):
    found = region(code)
    assert (found.full_name, found.head_title, found.province_id) == (full_name, title, province)


@pytest.mark.parametrize(
    ("code", "named"), [("33.74", "Yth. Gubernur Jawa Tengah"), ("", "Yth. Gubernur"), ("33", "Yth. Gubernur")]
)
def test_the_gubernur_is_named_by_our_province(code, named):
    GovernmentFactory(region_code=code)
    assert governor() == (named, "selaku wakil Pemerintah Pusat", "di tempat")


def test_our_own_region_is_not_offered():
    GovernmentFactory(region_code="34.04")
    assert eligible_regions("sleman").count() == 0


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sleman", "34.04"),
        ("34.04", "34.04"),
        ("kota semarang", "33.74"),
        ("Semarang Kab", "33.22"),
        ("Jawa Tengah", "33"),
    ],
)
def test_the_best_match_comes_first(typed, first):
    assert eligible_regions(typed).first().pk == first


def test_nothing_is_found_for_nonsense():
    assert list(eligible_regions("zzz tidak ada")) == []


def test_loading_again_repairs_and_adds_nothing():
    Region.objects.filter(pk="34.04").update(name="Salah", autonomous=False)
    out = StringIO()
    call_command("load_regions", stdout=out)
    assert out.getvalue() == "552 daerah dibaca, 0 baru.\n"
    assert (region("34.04").name, region("34.04").autonomous) == ("Kabupaten Sleman", True)


def test_the_command_and_the_migration_agree():
    before = list(Region.objects.order_by("code").values())
    call_command("load_regions", stdout=StringIO())
    assert list(Region.objects.order_by("code").values()) == before


def test_a_new_region_is_added_from_a_file(tmp_path):
    path = tmp_path / "baru.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(
            [
                ["code", "name", "level", "province_code"],
                ["97.01", "Kota Baru Sekali", "kota", "97"],
                ["97", "Provinsi Baru", "provinsi", ""],
            ]
        )
    call_command("load_regions", file=path, stdout=StringIO())
    assert region("97.01").province_id == "97"


@pytest.mark.parametrize(
    "typed",
    ["Kabupaten Sleman (34.04)", "34.04", "kabupaten sleman", "Sleman", " 34.04 "],
)
def test_a_region_is_read_from_a_suggestion_a_code_or_a_name(typed):
    assert RegionField().clean(typed).pk == "34.04"


def test_an_exact_name_wins_over_longer_ones():
    assert RegionField().clean("Provinsi Jawa Barat").pk == "32"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Atlantis", "Daerah ini tidak ditemukan"),
        ("31.71", "Daerah ini tidak ditemukan"),
        ("99.99", "Daerah ini tidak ditemukan"),
        ("semarang", "Lebih dari satu daerah cocok. Pilih salah satu: "),
    ],
)
def test_what_names_no_single_region_is_refused(typed, sentence):
    with pytest.raises(ValidationError) as refusal:
        RegionField().clean(typed)
    assert refusal.value.messages[0].startswith(sentence)


def test_an_empty_optional_region_is_none():
    assert RegionField(required=False).clean("") is None


def test_suggestions_come_for_two_letters_and_more_and_few_at_a_time(client):
    client.force_login(UserFactory())
    address = reverse("parties:region_options")
    assert client.get(address, {"q": "s"}).context["options"] == []
    assert client.get(address, {"isian": "region", "region": "sleman"}).context["options"] == [
        "Kabupaten Sleman (34.04)"
    ]
    assert len(client.get(address, {"q": "ka"}).context["options"]) == 12


def test_suggestions_are_for_people_with_an_account(client):
    assert client.get(reverse("parties:region_options"), {"q": "sleman"}).status_code == 302
