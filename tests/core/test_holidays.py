from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kerjasama.core.holidays import Loaded, load_year
from kerjasama.core.models import Holiday
from tests.factories.core import HolidayFactory

pytestmark = pytest.mark.django_db


def test_a_year_brings_national_days_and_cuti_bersama():
    assert load_year(2026) == Loaded(2026, 25, True)
    kinds = Holiday.objects.values_list("kind", flat=True)
    assert sorted(set(kinds)) == ["COLLECTIVE_LEAVE", "NATIONAL"]
    assert list(kinds).count("NATIONAL") == 17
    assert Holiday.objects.get(date=date(2026, 8, 17)).name == "Hari Kemerdekaan Republik Indonesia"


def test_loading_again_adds_nothing_and_keeps_what_people_wrote():
    HolidayFactory(date=date(2026, 8, 17), name="Tujuh Belas", kind=Holiday.Kind.LOCAL)
    assert load_year(2026).added == 24
    assert load_year(2026).added == 0
    kept = Holiday.objects.get(date=date(2026, 8, 17))
    assert (kept.name, kept.kind) == ("Tujuh Belas", "LOCAL")


def test_a_day_that_was_called_off_stays_off():
    HolidayFactory(date=date(2026, 12, 24), active=False)
    assert load_year(2026).added == 24
    assert Holiday.objects.get(date=date(2026, 12, 24)).active is False


def test_each_loaded_day_has_its_history():
    load_year(2026)
    assert Holiday.history.count() == 25
    assert set(Holiday.history.values_list("history_change_reason", flat=True)) == {"Dimuat dari daftar hari libur"}


def test_the_command_loads_the_years_it_is_given():
    out = StringIO()
    call_command("load_holidays", from_year=2025, to_year=2026, stdout=out)
    years = {day.year for day in Holiday.objects.values_list("date", flat=True)}
    assert years == {2025, 2026}
    assert "2026: 25 hari ditambahkan" in out.getvalue()


def test_the_command_says_when_cuti_bersama_is_not_known_yet():
    out = StringIO()
    call_command("load_holidays", from_year=2035, to_year=2035, stdout=out)
    assert "2035: cuti bersama belum dikenal" in out.getvalue()


def test_the_command_refuses_years_the_wrong_way_round():
    with pytest.raises(CommandError, match="tahun awal"):
        call_command("load_holidays", from_year=2027, to_year=2026)
