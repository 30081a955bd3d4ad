"""Icons, badges, dates and money as the pages show them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.html import strip_tags

from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.forms import BaseForm
from kerjasama.core.templatetags import ui

NO_HOLIDAYS = WorkCalendar({})
MONDAY = datetime(2026, 11, 23, 3, tzinfo=UTC)


def drawn(source: str, **context) -> str:
    return Template("{% load ui charts %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("due_on", "look", "words"),
    [
        (date(2026, 11, 23), "due near", "Hari ini, 23 Nov"),
        (date(2026, 11, 25), "due near", "2 hari kerja lagi, 25 Nov"),
        (date(2026, 11, 26), "due", "3 hari kerja lagi, 26 Nov"),
        (date(2026, 12, 4), "due", "9 hari kerja lagi, 4 Des"),
        (date(2027, 1, 4), "due", "30 hari kerja lagi, 4 Jan 2027"),
        (date(2026, 11, 19), "due late", "Lewat 2 hari kerja, 19 Nov"),
        (date(2026, 11, 22), "due late", "Lewat 1 hari kerja, 22 Nov"),
    ],
)
@time_machine.travel(MONDAY, tick=False)
def test_due_badge_counts_working_days(due_on, look, words):
    badge = ui.due_badge(Context(), due_on, NO_HOLIDAYS)
    assert badge.startswith(f'<span class="{look}">')
    assert strip_tags(badge) == words


@time_machine.travel(MONDAY, tick=False)
def test_due_badge_skips_holidays_of_the_calendar_in_the_context():
    holidays = WorkCalendar({date(2026, 11, 24): "Hari libur contoh"})
    badge = ui.due_badge(Context({"work_calendar": holidays}), date(2026, 11, 26))
    assert strip_tags(badge) == "2 hari kerja lagi, 26 Nov"


@time_machine.travel("2026-11-27 20:00Z", tick=False)
def test_due_badge_before_the_next_working_day():
    saturday_to_sunday = ui.due_badge(Context(), date(2026, 11, 29), NO_HOLIDAYS)
    assert strip_tags(saturday_to_sunday) == "Sebelum hari kerja berikutnya, 29 Nov"


def test_due_badge_is_silent_without_a_deadline():
    assert ui.due_badge(Context(), None, NO_HOLIDAYS) == ""


def test_type_badge_carries_abbreviation_full_name_and_category():
    assert drawn('{% type_badge "KSDD" "wajib" %}') == (
        '<span class="type ksdd"><i></i><abbr class="nou" title="Kerja Sama Daerah dengan Daerah Lain">'
        "KSDD</abbr> wajib</span>"
    )


def test_tag_escapes_what_it_is_given():
    assert drawn("{% tag label tone %}", label="<b>", tone='" onclick=') == (
        '<span class="tag &quot; onclick=">&lt;b&gt;</span>'
    )


def test_unknown_icon_is_an_error_and_not_an_empty_space():
    with pytest.raises(KeyError):
        ui.icon("tidak-ada")


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ v|tanggal }}", date(2026, 11, 23), "23 November 2026"),
        ("{{ v|tanggal_pendek }}", date(2026, 11, 23), "23 Nov 2026"),
        ("{{ v|tanggal }}", datetime(2026, 11, 22, 20, tzinfo=UTC), "23 November 2026"),
        ("{{ v|waktu }}", datetime(2026, 11, 23, 2, 42, tzinfo=UTC), "23 Nov 2026, 09.42 WIB"),
        ("{{ v|jam }}", datetime(2026, 11, 23, 2, 42, tzinfo=UTC), "09.42 WIB"),
        ("{{ v|rupiah }}", Decimal("6200000000"), "Rp6.200.000.000"),
        ("{{ v|ukuran }}", 421_888, "412 KB"),
        ("{{ v|ukuran }}", 1_887_437, "1,8 MB"),
        ("{{ v|ukuran }}", 10 * 1024 * 1024, "10 MB"),
        ("{{ v|ukuran }}", 12, "1 KB"),
        ("{{ v|tanggal }}{{ v|waktu }}{{ v|rupiah }}{{ v|ukuran }}", None, ""),
    ],
)
def test_filters(source, value, shown):
    assert drawn(source, v=value) == shown


def test_one_name_keeps_one_colour():
    assert ui.avatar_tone("Nurhayati Lestari") == ui.avatar_tone("Nurhayati Lestari")


class _Form(BaseForm):
    year = forms.CharField(label="Tahun")
    burdens = forms.ChoiceField(label="Beban", choices=[("Y", "Ya"), ("N", "Tidak")], widget=forms.RadioSelect)


def test_error_links_lead_to_the_first_control_of_each_field():
    assert ui.error_links(_Form({})) == [
        {"href": "#id_year", "text": "Isi “Tahun”"},
        {"href": "#id_burdens_0", "text": "Pilih jawaban untuk “Beban”"},
    ]


def test_error_summary_counts_in_words_and_takes_the_focus():
    html = drawn('{% include "components/error_summary.html" %}', form=_Form({}))
    assert "Ada dua isian yang perlu diperbaiki" in html
    assert "data-focus" in html


def test_pager_keeps_the_filters_of_the_address():
    request = RequestFactory().get("/usulan/", {"jenis": "KSDD", "halaman": "2"})
    page = Paginator(range(64), 7).page(2)
    html = render_to_string("components/pager.html", {"page_obj": page}, request)
    assert "8–14 dari 64" in html
    assert "?jenis=KSDD&amp;halaman=3" in html


def test_a_post_act_is_a_form_and_a_blocked_one_says_why():
    acts = [
        {"label": "Ingatkan", "url": "/x/", "method": "post", "fields": {"expect": 3}},
        {"label": "Tanda tangani", "disabled": True, "why_not": "Tunggu paraf Sekretaris Daerah."},
    ]
    html = drawn('{% include "components/act_buttons.html" %}', acts=acts, csrf_token="kunci")
    assert '<input type="hidden" name="expect" value="3">' in html
    assert 'value="kunci"' in html
    assert 'aria-disabled="true" aria-describedby="sebab-a-2"' in html
    assert "Tunggu paraf Sekretaris Daerah." in html


def test_a_card_takes_its_content_and_is_named_by_its_title():
    html = drawn('{% card "Dokumen" flush=True %}<p>isi</p>{% endcard %}')
    assert 'aria-labelledby="dokumen"' in html
    assert "</header><p>isi</p></section>" in html


def test_stage_line_marks_the_present_phase_and_shows_a_skipped_one():
    phases = [
        {"number": 1, "label": "Persiapan", "state": "done", "state_label": "Selesai", "date": date(2026, 9, 7)},
        {"number": 2, "label": "DPRD", "state": "skip", "state_label": "Tidak diperlukan", "reason": "teranggarkan"},
        {"number": 3, "label": "Pemarafan", "state": "now", "state_label": "Berjalan", "date": "sejak 16 Nov"},
    ]
    html = drawn('{% include "components/stage_line.html" %}', phases=phases)
    assert html.count('aria-current="step"') == 1
    assert '<li class="skip-step">' in html
    assert [part for part in ("7 Sep 2026", "teranggarkan", "sejak 16 Nov") if part not in html] == []
