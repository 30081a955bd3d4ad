"""The columns of the register: each once, for the page, the workbook, the CSV and the print."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from agreements.models import RegisterEntry
from kerjasama.core import clock
from kerjasama.core.templatetags.charts import life_bar
from kerjasama.core.templatetags.ui import tag, type_badge
from kerjasama.core.text import date_short

#: An end within so many days is near.
SOON = timedelta(days=180)
TONES = {"IN_FORCE": "ok", "ENDED": "", "SIGNED": "wait", "UNKNOWN": "wait", "GONE_ON": "info"}
UNKNOWN = "tidak diketahui"


@dataclass(frozen=True, slots=True)
class Column:
    """What it is called, what stands in it, and by which orders it can be sorted (upwards, downwards)."""

    code: str
    label: str
    value: Callable[[RegisterEntry], Any]
    shown: Callable[[RegisterEntry], Any] | None = None
    sorts: tuple[str, str] | None = None
    nowrap: bool = False

    def cell(self, entry: RegisterEntry) -> dict[str, Any]:
        """For the page."""
        value = (self.shown or self.value)(entry)
        return {
            "label": self.label,
            "value": date_short(value) if isinstance(value, date) else value,
            "nowrap": self.nowrap,
        }


def breakable(number: str) -> str:
    """A number that breaks after its slashes on a narrow screen, and nowhere else."""
    return format_html_join(mark_safe("/<wbr>"), "{}", ((part,) for part in number.split("/")))


def _parties(entry: RegisterEntry, *, ours: bool) -> str:
    return "; ".join(party["name"] for party in entry.parties if party["ours"] is ours)


def _fact(party: dict[str, Any], name: str) -> str:
    """A fact of a party, with what stood there before it was corrected: "119/77/KB (semula 119/7/KB)"."""
    was = party.get("was", {}).get(name)
    return f"{party[name]} (semula {was})" if was and party[name] else party[name]


def _numbers(entry: RegisterEntry) -> str:
    return "; ".join(_all_numbers(entry))


def _all_numbers(entry: RegisterEntry) -> list[str]:
    """Those of the parties, then those of which nobody has said whose they are."""
    return [*(_fact(party, "number") for party in entry.parties if party["number"]), *entry.loose_numbers]


def _numbers_shown(entry: RegisterEntry) -> str:
    return format_html_join(mark_safe("<br>"), "{}", ((breakable(number),) for number in _all_numbers(entry)))


def _signatories(entry: RegisterEntry) -> str:
    told = (", ".join(filter(None, (_fact(p, "signatory"), _fact(p, "office")))) for p in entry.parties)
    return "; ".join(filter(None, told))


def _day(day: date | None) -> str:
    return date_short(day) if day else UNKNOWN


def _last_day(entry: RegisterEntry) -> str:
    """When it ended or is to end; an old naskah may have no last day, or none that is known."""
    day = entry.ended_on or entry.ends_on
    return "tanpa tanggal akhir" if entry.open_ended and day is None else _day(day)


def _end(entry: RegisterEntry) -> date | str:
    """The day on which it really ended; while it runs the one on which it is to end."""
    return entry.ended_on or entry.ends_on or _last_day(entry)


def _term(entry: RegisterEntry) -> str:
    if entry.starts_on is None and entry.ends_on is None and entry.ended_on is None and not entry.open_ended:
        return UNKNOWN
    return f"{_day(entry.starts_on)} – {_last_day(entry)}"


def _term_shown(entry: RegisterEntry) -> str:
    if entry.standing == RegisterEntry.State.ENDED or entry.starts_on is None or entry.ends_on is None:
        known = entry.starts_on and (entry.ended_on or entry.ends_on)
        return format_html('<span class="{}">{}</span>', "nowrap" if known else "", _term(entry))
    length = (entry.ends_on - entry.starts_on).days or 1
    gone = max(0, min(100, (clock.today() - entry.starts_on).days * 100 // length))
    bar = life_bar(gone, soon=entry.ends_on <= clock.today() + SOON)
    return format_html(
        '<span class="nowrap">{}</span>{}', _term(entry), render_to_string("components/life_bar.html", bar)
    )


def _standing(entry: RegisterEntry) -> str:
    label = str(RegisterEntry.State(entry.standing).label)
    return f"{label} sebagai {entry.continued_as.case_code}" if entry.continued_as_id else label


def _parent(entry: RegisterEntry) -> str:
    """What it stands under, by form and code: its title may be for fewer to read than this row."""
    if entry.parent_id:
        return f"{entry.parent.get_instrument_display()} {entry.parent.case_code}"
    if entry.parent_old_id:
        return f"{entry.parent_old.get_instrument_display() or 'Naskah lama'} {entry.parent_old.code}"
    return UNKNOWN if getattr(entry, "parent_unknown", False) else "–"


def _parent_shown(entry: RegisterEntry) -> str:
    above = entry.parent or entry.parent_old
    return link(_parent(entry), above.get_absolute_url()) if above else _parent(entry)


def link(text: str, url: str) -> str:
    """A link in a cell."""
    return format_html('<a href="{}">{}</a>', url, text)


COLUMNS: tuple[Column, ...] = (
    Column("mitra", "Mitra", lambda e: _parties(e, ours=False)),
    Column("jenis", "Jenis", lambda e: e.kind or UNKNOWN, lambda e: type_badge(e.kind) if e.kind else UNKNOWN),
    Column("bentuk", "Bentuk", lambda e: e.get_instrument_display() or UNKNOWN),
    Column("nomor", "Nomor", _numbers, _numbers_shown),
    Column("penanda-tangan", "Penandatangan", _signatories),
    Column("induk", "Induk", _parent, _parent_shown),
    Column("pelaksana", "Pelaksana", lambda e: e.unit.name if e.unit else UNKNOWN),
    Column(
        "ditandatangani", "Ditandatangani", lambda e: e.signed_on or UNKNOWN, sorts=("terlama", "terbaru"), nowrap=True
    ),
    Column("masa", "Masa berlaku", _term, _term_shown, sorts=("berakhir", "akhir")),
    Column("mulai", "Mulai", lambda e: e.starts_on or UNKNOWN, nowrap=True),
    Column("berakhir", "Berakhir", _end, sorts=("berakhir", "akhir"), nowrap=True),
    Column("keadaan", "Keadaan", _standing, lambda e: tag(_standing(e), TONES[e.standing])),
)
CHOICES = [(column.code, column.label) for column in COLUMNS]
USUAL = ("mitra", "jenis", "nomor", "masa", "keadaan")
BY_CODE = {column.code: column for column in COLUMNS}


def known(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that name a column, in the order of the register."""
    wanted = set(codes)
    return tuple(column.code for column in COLUMNS if column.code in wanted)


def chosen(codes: Iterable[str]) -> list[Column]:
    """The columns of these codes, in the order of the register."""
    return [BY_CODE[code] for code in known(codes)]
