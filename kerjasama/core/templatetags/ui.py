"""The small parts that every page is made of: icons, badges, dates and money in Indonesian.

Larger parts are templates under ``templates/components``; docs/components.md shows both.
"""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.icons import ICONS

register = template.Library()

NEAR_WORKING_DAYS = 2
TONES = ("", "b", "c", "d", "e")
KINDS = {
    "KSDD": ("ksdd", "KSDD", "Kerja Sama Daerah dengan Daerah Lain"),
    "KSDPK": ("ksdpk", "KSDPK", "Kerja Sama Daerah dengan Pihak Ketiga"),
    "KSDPL": ("ksdpl", "KSDPL", "Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri"),
    "KSDLL": ("ksdll", "KSDLL", "Kerja Sama Daerah dengan Lembaga di Luar Negeri"),
    "SINERGI": ("sinergi", "Sinergi", "Sinergi dengan Pemerintah Pusat"),
}


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """An inline svg, hidden from screen readers. `size`: "" (1.25 em), "s" (1 em) or a class name."""
    classes = f"ic ic-{size}" if size == "s" else f"ic {size}".strip()
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        classes,
        mark_safe(ICONS[name]),  # noqa: S308 - a constant of ours
    )


@register.simple_tag
def tag(label: object, tone: str = "", icon_name: str = "") -> SafeString:
    """A status in words. `tone`: "", ok, wait, bad, info or brand."""
    drawn = icon(icon_name, "s") if icon_name else ""
    return format_html('<span class="{}">{}{}</span>', f"tag {tone}".strip(), drawn, label)


@register.simple_tag
def type_badge(kind: str, category: str = "") -> SafeString:
    """Colour square, abbreviation and, for KSDD, wajib or sukarela."""
    css, label, title = KINDS.get(str(kind).upper(), ("", str(kind), ""))
    return format_html(
        '<span class="type {}"><i></i><abbr class="nou" title="{}">{}</abbr>{}</span>',
        css,
        title,
        label,
        f" {category}" if category else "",
    )


@register.simple_tag
def avatar(name: str, size: str = "") -> SafeString:
    """Initials on a coloured disc; decoration only, so the name must stand beside it."""
    classes = " ".join(["ava", avatar_tone(name), "ava-l" if size == "l" else ""]).split()
    return format_html('<span class="{}" aria-hidden="true">{}</span>', " ".join(classes), text.initials(name))


@register.simple_tag(takes_context=True)
def due_badge(
    context: Context, due_on: date | None, calendar: WorkCalendar | None = None, show: str = "date"
) -> SafeString:
    """What is left, in working days, with the calendar date beside it; nothing without a deadline.

    Give `calendar` (or put it in the context as `work_calendar`) on pages with many rows: without
    it every badge reads the holiday table. `show`: "date" or "short" (date for screen readers only).
    """
    if due_on is None:
        return mark_safe("")
    calendar = calendar or context.get("work_calendar") or WorkCalendar.load()
    look, words = _due_words(due_on, clock.today(), calendar)
    shape = '<span class="{}">{}<span>{}<time datetime="{}" class="{}">, {}</time></span></span>'
    return format_html(
        shape,
        f"due {look}".strip(),
        icon("alert" if look == "late" else "clock", "s"),
        words,
        due_on.isoformat(),
        "sr" if show == "short" else "",
        _day_and_month(due_on),
    )


def _due_words(due_on: date, today: date, calendar: WorkCalendar) -> tuple[str, str]:
    if due_on == today:
        return "near", "Hari ini"
    days = calendar.between(today, due_on)
    if due_on < today:
        return "late", f"Lewat {-days} hari kerja" if days else "Lewat"
    look = "near" if days <= NEAR_WORKING_DAYS else ""
    return look, f"{days} hari kerja lagi" if days else "Sebelum hari kerja berikutnya"


def _day_and_month(day: date) -> str:
    short = text.date_short(day)
    return short if day.year != clock.today().year else short.removesuffix(f" {day.year}")


@register.simple_tag
def copyable(value: str, noun: str = "nomor") -> SafeString:
    """A number that one press copies."""
    return format_html(
        '<button class="copy" type="button" data-copy="{}">{} {}<span class="sr">Salin {}</span></button>',
        value,
        value,
        icon("copy"),
        noun,
    )


@register.filter
def avatar_tone(name: str) -> str:
    """One of five colours, the same for the same name everywhere."""
    return TONES[sum(str(name).encode()) % len(TONES)]


@register.filter
def inisial(name: str) -> str:
    """Two letters of a name without its degrees."""
    return text.initials(name)


@register.filter
def tanggal(value: date | datetime | None) -> str:
    """23 November 2026."""
    return text.date_long(_day(value)) if value else ""


@register.filter
def tanggal_pendek(value: date | datetime | None) -> str:
    """23 Nov 2026."""
    return text.date_short(_day(value)) if value else ""


@register.filter
def waktu(value: datetime | None) -> str:
    """23 Nov 2026, 09.42 WIB."""
    return f"{text.date_short(_day(value))}, {text.time_wib(value)}" if value else ""


@register.filter
def jam(value: datetime | None) -> str:
    """09.42 WIB."""
    return text.time_wib(value) if value else ""


@register.filter
def rupiah(value: Decimal | None) -> str:
    """Rp6.200.000.000."""
    return "" if value is None else text.rupiah(value)


@register.filter
def ukuran(size: int | None) -> str:
    """A file size in words: 412 KB, 1,8 MB."""
    if size is None:
        return ""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",").replace(",0 ", " ")


def _day(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return value.astimezone(clock.zone()).date()
    return value


@register.simple_tag
def error_links(form: BaseForm) -> list[dict[str, str]]:
    """One entry for each thing to repair: {"href": "#id_year" or "", "text": sentence}."""
    links = [{"href": "", "text": str(error)} for error in form.non_field_errors()]
    for field in form:
        links += [{"href": _first_control(field), "text": str(error)} for error in field.errors]
    return links


def _first_control(field: BoundField) -> str:
    anchor = field.auto_id if not field.use_fieldset else f"{field.auto_id}_0"
    return f"#{anchor}"


@register.filter
def jumlah_isian(count: int) -> str:
    """satu isian, tiga isian: the number in words for the head of an error summary."""
    return f"{text.terbilang(count)} isian"


@register.simple_tag
def pages(page: Page) -> list[int | str]:
    """The numbers of a pager, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_block_tag(takes_context=True, end_name="endcard")
def card(context: Context, content: str, title: str, **options: object) -> SafeString:
    """{% card "Dokumen" flush=True link_url=... %}...{% endcard %}; options as in components/card.html."""
    identity = options.pop("id", "") or slugify(title)
    return render_to_string("components/card.html", {**options, "title": title, "id": identity, "content": content})


@register.simple_block_tag(takes_context=True, end_name="endturn_box")
def turn_box(context: Context, content: str, **options: object) -> SafeString:
    """{% turn_box person=... office=... %}...{% endturn_box %}; options as in components/turn.html."""
    shared = {key: context[key] for key in ("csrf_token", "work_calendar") if key in context}
    return render_to_string("components/turn.html", {**shared, **options, "content": content})
