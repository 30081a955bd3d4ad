"""How long a naskah holds, out of the prose of a register; and the last day that follows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from kerjasama.core.spans import anniversary, months_later
from kerjasama.core.text import terbilang
from kerjasama.importing.reading import days
from kerjasama.importing.reading.lines import Plain, as_text, says_nothing

LONGEST = {"months": 1200, "days": 36_600}


class TermKind(StrEnum):
    """A span, a fixed end, no end at all, or nothing usable."""

    SPAN = "SPAN"
    UNTIL = "UNTIL"
    RANGE = "RANGE"
    OPEN = "OPEN"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True)
class Term:
    """`months` counts years as twelve; `since_signing` when the cell says so."""

    kind: TermKind = TermKind.UNKNOWN
    months: int = 0
    days: int = 0
    start: date | None = None
    until: date | None = None
    since_signing: bool = False
    notes: tuple[str, ...] = ()

    def end(self, start: date) -> date | None:
        """The last day when it begins on `start`, as the house counts: the same day so many years later."""
        if self.kind in {TermKind.UNTIL, TermKind.RANGE}:
            return self.until
        if self.kind is not TermKind.SPAN:
            return None
        years, months = divmod(self.months, 12)
        day = anniversary(start, years) if not months else months_later(start, self.months)
        return day + timedelta(days=self.days)


UNITS = {
    "tahun": "years", "thn": "years", "th": "years", "year": "years", "years": "years",
    "bulan": "months", "bln": "months", "bl": "months", "month": "months", "months": "months",
    "minggu": "weeks", "pekan": "weeks", "hari": "days", "hr": "days", "day": "days", "days": "days",
}  # fmt: skip
WORD_OF = {terbilang(n): Decimal(n) for n in range(1, 1000)} | {
    "setengah": Decimal("0.5"),
    "seperempat": Decimal("0.25"),
    "satu setengah": Decimal("1.5"),
    "dua setengah": Decimal("2.5"),
}
NUMBER_WORDS = (
    "(?:(?:se)?(?:puluh|belas|ratus|tengah|perempat)|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
)
WORDS = rf"\b{NUMBER_WORDS}(?: {NUMBER_WORDS})*\b"
UNIT = r"\b(?P<unit>" + "|".join(sorted(UNITS, key=len, reverse=True)) + r")\b"
PIECE = re.compile(
    rf"(?:(?P<figure>\d+(?:[.,]\d+)?|\d/\d)\s*(?:\(\s*(?P<word>[a-z ]+?)\s*\))?|(?P<said>{WORDS})\s*(?:\(\s*(?P<again>\d+)\s*\))?)\s*{UNIT}"
)
OPEN = re.compile(
    r"tidak (?:terbatas|ditentukan|dibatasi|berbatas)|tak terbatas|tanpa batas|seumur hidup|selama[ -]?lamanya|selamanya"
    r"|(?:sampai|hingga)(?: dengan)? (?:selesai|dicabut|ada|diakhiri)"
)
EXTENDED = re.compile(r"(?:dan |, |serta |; ?)?(?:dapat |bisa )?(?:di)?perpanjang.*", re.DOTALL)
SINCE_SIGNING = re.compile(r"(?:sejak|terhitung|mulai|setelah|dari).*(?:tanda ?tangan|ttd)")
UNTIL = re.compile(r"\b(?:s\s*[./]?\s*d\.?|sd|sampai(?: dengan)?|hingga|berakhir)\b")
#: "5 tahun (2020-2025)": the years repeat what the span says.
YEARS_AGAIN = re.compile(r"\(\s*\d{4}\s*(?:-|–|s/d|s\.d\.?|sampai)\s*\d{4}\s*\)")
SINCE_DAY = re.compile(r"(?P<span>.+?),? (?:terhitung )?(?:sejak|mulai|terhitung)(?: tanggal)? (?P<day>\d.*)$")
DAY_FORM = re.compile(r"\d{1,2}[-/. ]+(?:\d{1,2}|[a-z]+)[-/. ]+\d{2,4}|\d{4}-\d{2}-\d{2}")


def unit_of_head(head: str) -> str | None:
    """The unit a head states: "Masa berlaku (tahun)"."""
    found = re.search(r"\(\s*(?:dalam )?(tahun|thn|th|bulan|bln|hari)\s*\)", head.lower())
    return UNITS[found[1]] if found else None


def read(value: Plain, unit: str | None = None, order: days.Order | None = None) -> Term:
    """The term a cell states; UNKNOWN with a note where it states none. `unit` counts bare figures: years, months, days."""
    if says_nothing(value):
        said = as_text(value).strip()
        return Term(notes=(f"Sel berisi “{said}”: jangka waktu tidak diketahui.",) if said else ())
    if isinstance(value, bool):
        return _unknown(value, "tidak terbaca sebagai jangka waktu.")
    if isinstance(value, date):
        return _unknown(value, "ialah tanggal; mungkin Excel mengubah jangka waktu menjadi tanggal.")
    if isinstance(value, int | float):
        return _bare(Decimal(str(value)), value, unit)
    return _text(str(value), unit, order)


def _unknown(value: Plain, why: str) -> Term:
    return Term(notes=(f"“{as_text(value)}” {why}",))


def _bare(count: Decimal, value: Plain, unit: str | None) -> Term:
    if unit is None:
        return _unknown(value, "tanpa satuan; tahun, bulan, atau hari tidak diketahui.")
    return _span([(count, unit)], value)


def _text(text: str, unit: str | None, order: days.Order | None) -> Term:
    plain = YEARS_AGAIN.sub("", " ".join(text.lower().split())).strip()
    if OPEN.search(plain):
        return Term(TermKind.OPEN, notes=(f"“{text}”: tanpa tanggal akhir.",))
    if DAY_FORM.search(plain):
        return _since(plain, unit, order) or _until(text, order)
    if re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        return _bare(Decimal(plain.replace(",", ".")), text, unit)
    if re.search(r"\d\s*(?:-|–|sampai|s/d|atau)\s*\d+", plain):
        return _unknown(text, "menyebut rentang, bukan satu jangka waktu.")
    if "hari kerja" in plain:
        return _unknown(text, "dihitung dalam hari kerja; tanggal akhir diisi sendiri.")
    return _pieces(text, EXTENDED.sub("", plain))


def _since(plain: str, unit: str | None, order: days.Order | None) -> Term | None:
    """ "5 tahun sejak 1 Januari 2020": a span and its first day; None where it is not that."""
    found = SINCE_DAY.match(plain)
    if not found:
        return None
    day, term = days.read(found["day"], order).day, _text(found["span"], unit, order)
    return replace(term, start=day.value) if day.value and term.kind is TermKind.SPAN else None


def _until(text: str, order: days.Order | None) -> Term:
    reading = days.read(text, order)
    values = [day.value for day in reading.days]
    if reading.shape is days.Shape.RANGE and all(values):
        return Term(TermKind.RANGE, start=values[0], until=values[1], notes=reading.notes)
    if len(values) == 1 and values[0] and (reading.shape is days.Shape.UNTIL or UNTIL.search(text.lower())):
        return Term(TermKind.UNTIL, until=values[0])
    notes = tuple(note for day in reading.days for note in day.notes)
    return Term(notes=(f"“{text}” tidak terbaca sebagai jangka waktu.", *notes))


def _pieces(text: str, plain: str) -> Term:
    found = list(PIECE.finditer(plain))
    if not found:
        return _unknown(text, "tidak terbaca sebagai jangka waktu.")
    if any(_contradicts(piece) for piece in found):
        return _unknown(text, "memuat angka dan huruf yang berbeda; tidak dipakai.")
    if re.search(r"\d", PIECE.sub("", plain)) or len({UNITS[piece["unit"]] for piece in found}) < len(found):
        return _unknown(text, "menyebut lebih dari satu jangka waktu.")
    return _span(list(_counted(found)), text, bool(SINCE_SIGNING.search(plain)))


def _counted(found: list[re.Match[str]]) -> Iterator[tuple[Decimal, str]]:
    for piece in found:
        yield (
            _figure(piece["figure"]) if piece["figure"] else WORD_OF.get(piece["said"], Decimal(0)),
            UNITS[piece["unit"]],
        )


def _figure(figure: str) -> Decimal:
    if "/" in figure:
        above, below = figure.split("/")
        return Decimal(above) / Decimal(below) if int(below) else Decimal(0)
    return Decimal(figure.replace(",", "."))


def _contradicts(piece: re.Match[str]) -> bool:
    """True where the figure and the word in brackets differ, or the word is no number."""
    if piece["figure"]:
        return bool(piece["word"]) and WORD_OF.get(" ".join(piece["word"].split())) != _figure(piece["figure"])
    if piece["said"] not in WORD_OF:
        return True
    return bool(piece["again"]) and WORD_OF[piece["said"]] != Decimal(piece["again"])


def _span(pieces: list[tuple[Decimal, str]], value: Plain, since_signing: bool = False) -> Term:
    months = sum(
        (count * (12 if unit == "years" else 1) for count, unit in pieces if unit in {"years", "months"}), Decimal(0)
    )
    spare = sum(
        (count * (7 if unit == "weeks" else 1) for count, unit in pieces if unit in {"weeks", "days"}), Decimal(0)
    )
    if months != int(months) or spare != int(spare):
        return _unknown(value, "bukan jumlah bulan atau hari yang utuh.")
    if not months and not spare or months > LONGEST["months"] or spare > LONGEST["days"]:
        return _unknown(value, "bukan jangka waktu yang mungkin.")
    return Term(TermKind.SPAN, int(months), int(spare), since_signing=since_signing)
