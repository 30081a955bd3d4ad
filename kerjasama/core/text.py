"""Dates, numbers and money as an Indonesian office writes them (EYD V)."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from kerjasama.core import clock

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SMALL = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
SCALES = ((10**15, "kuadriliun"), (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
LARGEST = 10**18
CENT = Decimal("0.01")
#: Signs that no XML may hold; they come along when text is copied out of a PDF or an old Word file.
ILLEGIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: "a.", "1)", "(2)" or a dash: somebody has made a list of it already.
MARKED = re.compile(r"\(?(?:[a-z]|\d{1,2})[.)]\s|[-–•]\s", re.IGNORECASE)


def legible(words: str) -> str:
    """The words with a space for each sign that no document can hold."""
    return ILLEGIBLE.sub(" ", words)


def date_long(day: date) -> str:
    """23 November 2026."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def date_short(day: date) -> str:
    """23 Nov 2026."""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}"


def date_digits(day: date) -> str:
    """23-11-2026."""
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def date_words(day: date) -> str:
    """The date of a naskah: "dua puluh tiga bulan November tahun dua ribu dua puluh enam"."""
    return f"{terbilang(day.day)} bulan {month_name(day.month)} tahun {terbilang(day.year)}"


def day_name(day: date) -> str:
    """Senin."""
    return DAYS[day.weekday()]


def month_name(month: int) -> str:
    """November, for 11."""
    return MONTHS[month - 1]


ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """4 as "IV"; nothing for 0."""
    found = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def roman_month(month: int) -> str:
    """XI, for 11."""
    return ROMAN_MONTHS[month - 1]


def time_wib(moment: datetime) -> str:
    """09.42 WIB; WITA or WIT where the region lies there. `moment` is aware."""
    local = moment.astimezone(clock.zone())
    return f"{local:%H.%M} {local.tzname()}"


def terbilang(number: int) -> str:
    """A whole number in words: 1_001_000 is "satu juta seribu". Raises ValueError from 10**18 on."""
    if abs(number) >= LARGEST:
        raise ValueError("terbilang reads numbers below 10**18")
    if number < 0:
        return f"min {terbilang(-number)}"
    for scale, name in SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            head = "seribu" if (count, name) == (1, "ribu") else f"{terbilang(count)} {name}"
            return f"{head} {terbilang(rest)}" if rest else head
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number < 12:
        return SMALL[number]
    if number < 20:
        return f"{SMALL[number - 10]} belas"
    if number < 100:
        tens, rest = divmod(number, 10)
        head = f"{SMALL[tens]} puluh"
    else:
        hundreds, rest = divmod(number, 100)
        head = "seratus" if hundreds == 1 else f"{SMALL[hundreds]} ratus"
    return f"{head} {_below_thousand(rest)}" if rest else head


def counted(number: int) -> str:
    """5 (lima)."""
    return f"{number} ({terbilang(number)})"


def digits(number: int) -> str:
    """Thousands parted by points: 1.250."""
    return f"{number:,}".replace(",", ".")


def figure(number: Decimal) -> str:
    """A measured number as people write it: "1.250", "87,5"."""
    whole, _, rest = f"{number.normalize():f}".partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{digits(int(whole))}{',' if rest else ''}{rest}"


def rupiah(amount: Decimal | int) -> str:
    """Rp6.200.000.000; with sen only when there are any: Rp1.500,50."""
    whole, cents, sign = _parts(amount)
    shown = f"{sign}Rp{digits(whole)}"
    return f"{shown},{cents:02d}" if cents else shown


def rupiah_words(amount: Decimal | int) -> str:
    """enam miliar dua ratus juta rupiah; sen follow when there are any."""
    whole, cents, sign = _parts(amount)
    words = f"{'min ' if sign else ''}{terbilang(whole)} rupiah"
    return f"{words} {terbilang(cents)} sen" if cents else words


def _parts(amount: Decimal | int) -> tuple[int, int, str]:
    exact = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
    whole, cents = divmod(int(abs(exact) * 100), 100)
    return whole, cents, "-" if exact < 0 else ""


def party_label(place: int) -> str:
    """KESATU for 1, KEDUA for 2: how a naskah calls its parties."""
    return f"KE{terbilang(place)}".upper()


def ordinal(place: int) -> str:
    """pertama, kedua, ketiga."""
    return "pertama" if place == 1 else f"ke{terbilang(place)}"


def joined(items: Sequence[str]) -> str:
    """A list in a sentence: "a", "a dan b", "a, b, dan c"."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def as_items(written: str) -> str:
    """Lines that are items of a list, numbered "1." and on; sentences and one line alone stay as they are."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if len(lines) < 2 or any(line.endswith(".") or MARKED.match(line) for line in lines):
        return written
    return "\n".join(f"{n}. {line.rstrip(';,')}" for n, line in enumerate(lines, start=1))


def sentence_case(words: str) -> str:
    """The first letter large, the rest as it was."""
    return words[:1].upper() + words[1:]


def initials(name: str) -> str:
    """Up to two letters of a name without its degrees: "Dr. R. Aditya Wirakusuma, M.Si." is AW."""
    words = [word for word in name.split(",")[0].split() if word[0].isalpha()]
    plain = [word for word in words if not word.endswith(".")] or words
    return "".join(word[0] for word in plain[:2]).upper()
