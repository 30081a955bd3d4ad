"""The words of a written date: months in every spelling seen, days of the week, numbers written out."""

import re

from kerjasama.core.text import MONTHS, ROMAN_MONTHS, terbilang

SPELLINGS = {
    1: "januari january jan djanuari",
    2: "februari pebruari february feb peb",
    3: "maret march mar mrt",
    4: "april apr",
    5: "mei may",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agust agst agus agt ags agu aug",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nopember nov nop",
    12: "desember december des dec",
}
MONTH_OF = {word: month for month, words in SPELLINGS.items() for word in words.split()}
MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
ROMAN_OF = {letters.lower(): n for n, letters in enumerate(ROMAN_MONTHS, start=1)}
ROMAN = "|".join(sorted(ROMAN_OF, key=len, reverse=True))

NOISE = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|hari|pada|tanggal|tgl|bulan|tahun|thn|pukul|jam|wib|wita|wit)\b\.?,?|\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\b",
)
WRITTEN = {terbilang(n): str(n) for n in (*range(1, 32), *range(1945, 2101))}
WRITTEN_OUT = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, WRITTEN), key=len, reverse=True)) + r")\b")

#: Most cells are figures and signs alone: nothing to clean.
FIGURES = re.compile(r"[\d./-]+")


def cleaned(text: str) -> str:
    """Small letters, without days of the week, hours and filling words; numbers written out become figures."""
    if FIGURES.fullmatch(text):
        return text.strip(" .")
    text = WRITTEN_OUT.sub(lambda found: WRITTEN[found[0]], text.lower())
    # "2020-01-05T00:00:00" as machines write it.
    text = re.sub(r"(\d{4}-\d{2}-\d{2})t(?=\d{2}:)", r"\1 ", text)
    return re.sub(r"[ \t]+", " ", NOISE.sub(" ", text)).strip(" ,.")


def month_name(month: int) -> str:
    """Januari for 1."""
    return MONTHS[month - 1]
