"""Filters of the papers: frozen values (ISO dates, decimal strings, plain text) into official Indonesian."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from django import template
from django.utils.html import conditional_escape

from kerjasama.core import text
from kerjasama.documents import slots

register = template.Library()
#: A line that opens with "a.", "1)", "(2)" or a dash is an item of a list.
ITEM = re.compile(r"^\s*(\(?(?:[a-z]|\d{1,2})[.)]|[-–•])\s+(.+)$")
PLAIN_MARK = "–"


@dataclass(frozen=True, slots=True)
class Point:
    """One item: its mark as typed and its words."""

    mark: str
    words: str


@dataclass(slots=True)
class Block:
    """A paragraph, or a list when it has points."""

    words: str = ""
    points: list[Point] = field(default_factory=list)


@register.filter
def blocks(typed: str) -> list[Block]:
    """Typed text as paragraphs and lists: every line is a paragraph unless it opens like an item."""
    found: list[Block] = []
    for line in str(typed).splitlines():
        item = ITEM.match(line)
        if item:
            if not found or not found[-1].points:
                found.append(Block())
            mark = item[1] if item[1] not in "-•" else PLAIN_MARK
            found[-1].points.append(Point(mark, item[2].strip()))
        elif line.strip():
            found.append(Block(line.strip()))
    return found


@register.filter
def first_paragraph(typed: str) -> str:
    """The first line with words, whole."""
    return next((line.strip() for line in str(typed).splitlines() if line.strip()), "")


@register.filter
def without_stop(words: str) -> str:
    """The words without a closing mark, for a sentence that goes on."""
    return str(words).strip().rstrip(".;,")


@register.filter
def long_date(iso: str) -> str:
    """23 November 2026; empty for none."""
    return text.date_long(date.fromisoformat(iso)) if iso else ""


@register.filter
def weekday(iso: str) -> str:
    """Senin … Minggu."""
    return text.day_name(date.fromisoformat(iso)) if iso else ""


@register.filter
def date_in_words(iso: str) -> str:
    """dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return f"{text.date_words(day)} ({text.date_digits(day)})"


@register.filter
def rupiah(amount: str) -> str:
    """Rp6.200.000.000."""
    return text.rupiah(Decimal(amount)) if amount else ""


@register.filter
def grouped(amount: str) -> str:
    """6.200.000.000, where the head of the column says that it is rupiah."""
    return text.rupiah(Decimal(amount)).removeprefix("Rp") if amount else ""


@register.filter
def rupiah_in_words(amount: str) -> str:
    """enam miliar dua ratus juta rupiah."""
    return text.rupiah_words(Decimal(amount)) if amount else ""


@register.filter
def counted(number: int) -> str:
    """5 (lima)."""
    return text.counted(int(number))


@register.filter
def roman(number: int) -> str:
    """1 as "I": the order of the parties."""
    return text.roman(int(number))


@register.filter
def verify_home(address: str) -> str:
    """Where the short code is typed: the address of the QR code without its token."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/').rpartition('/')[0]}/"


@register.filter
def picture(svg: str) -> str:
    """An emblem as a data: address: an SVG is packed, a PNG comes as one already. What is inside stays a picture."""
    if str(svg).startswith("data:image/png;base64,"):
        return str(svg)
    return "data:image/svg+xml;base64," + b64encode(str(svg).encode()).decode()


@register.filter
def letter(number: int) -> str:
    """1 as "A", 27 as "AA"."""
    tens, units = divmod(int(number) - 1, 26)
    return (chr(64 + tens) if tens else "") + chr(65 + units)


@register.simple_tag(takes_context=True)
def slot(context: template.Context, key: str) -> str:
    """The words of a part that the region may adapt; escaped like every other fact."""
    return conditional_escape(slots.said(context["template"], key, context.flatten()))
