from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kerjasama.core import text

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (text.date_long, "23 November 2026"),
        (text.date_short, "23 Nov 2026"),
        (text.date_digits, "23-11-2026"),
        (text.day_name, "Senin"),
        (text.date_words, "dua puluh tiga bulan November tahun dua ribu dua puluh enam"),
    ],
)
def test_a_date_as_offices_write_it(write, expected):
    assert write(MONDAY) == expected


def test_august_is_short_in_three_letters():
    assert text.date_short(date(2026, 8, 1)) == "1 Agu 2026"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [("Asia/Jakarta", "09.42 WIB"), ("Asia/Makassar", "10.42 WITA"), ("Asia/Jayapura", "11.42 WIT")],
)
def test_time_names_the_zone_of_the_region(settings, zone, shown):
    settings.TIME_ZONE = zone
    assert text.time_wib(datetime(2026, 11, 23, 2, 42, tzinfo=UTC)) == shown


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (100, "seratus"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (1_001_000, "satu juta seribu"),
        (6_200_000_000, "enam miliar dua ratus juta"),
        (-3, "min tiga"),
    ],
)
def test_numbers_in_words(number, words):
    assert text.terbilang(number) == words


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_numbers_in_words_agree_with_another_library(number):
    theirs = num2words(number, lang="id")
    if number // 1000 % 1000 == 1:
        # It forgets the form "seribu" behind millions.
        theirs = theirs.replace("satu ribu", "seribu")
    assert text.terbilang(number) == theirs


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_one_thousand_is_one_word_behind_millions_too(millions):
    assert text.terbilang(millions * 10**6 + 1000) == f"{text.terbilang(millions * 10**6)} seribu"


def test_words_end_somewhere():
    with pytest.raises(ValueError, match="below"):
        text.terbilang(10**18)


def test_counted():
    assert text.counted(5) == "5 (lima)"


@pytest.mark.parametrize(
    ("amount", "digits", "words"),
    [
        (Decimal("6200000000.00"), "Rp6.200.000.000", "enam miliar dua ratus juta rupiah"),
        (Decimal("1500.50"), "Rp1.500,50", "seribu lima ratus rupiah lima puluh sen"),
        (0, "Rp0", "nol rupiah"),
        (Decimal("-1000"), "-Rp1.000", "min seribu rupiah"),
    ],
)
def test_money(amount, digits, words):
    assert (text.rupiah(amount), text.rupiah_words(amount)) == (digits, words)


def test_months_in_roman():
    assert [text.roman_month(m) for m in (1, 4, 9, 11, 12)] == ["I", "IV", "IX", "XI", "XII"]


def test_names_of_parties():
    assert [text.party_label(n) for n in (1, 2, 3, 11)] == ["KESATU", "KEDUA", "KETIGA", "KESEBELAS"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("R. Aditya Wirakusuma, S.H., M.Si.", "AW"),
        ("Dr. Nurhayati Lestari", "NL"),
        ("Suharti", "S"),
        ("H. R.", "HR"),
        ("", ""),
    ],
)
def test_initials_leave_titles_out(name, letters):
    assert text.initials(name) == letters


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("Pengangkutan\nPemrosesan akhir;\n", "1. Pengangkutan\n2. Pemrosesan akhir"),
        ("Pengangkutan", "Pengangkutan"),
        ("", ""),
        ("Sampah menumpuk.\nLahan habis.", "Sampah menumpuk.\nLahan habis."),
        ("a. Pengangkutan\nb. Pemrosesan", "a. Pengangkutan\nb. Pemrosesan"),
        ("1. Pengangkutan\n2. Pemrosesan", "1. Pengangkutan\n2. Pemrosesan"),
    ],
)
def test_lines_become_items(written, listed):
    assert text.as_items(written) == listed
