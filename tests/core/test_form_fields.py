"""Fields read what people write; forms ask for a missing answer by its question."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime

from kerjasama.core.fields import DayField, RupiahField
from kerjasama.core.forms import BaseForm
from kerjasama.core.widgets import FileDrop, OptionCards


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("6.200.000.000", "6200000000"),
        ("Rp6.200.000.000", "6200000000"),
        ("Rp 6.200.000.000,50", "6200000000.50"),
        ("6,2 miliar", "6200000000"),
        ("6.2 miliar", "6200000000"),
        ("6.200 juta", "6200000000"),
        ("1,5 triliun rupiah", "1500000000000"),
        ("750 ribu", "750000"),
        ("750000", "750000"),
        ("0", "0"),
    ],
)
def test_rupiah_field_reads_an_amount_as_it_is_written(written, amount):
    assert RupiahField().clean(written) == Decimal(amount)


@pytest.mark.parametrize("written", ["banyak", "6,2 kwintal", "1,2,3", "-5", "6,2 miliar lebih"])
def test_rupiah_field_says_how_to_write_it(written):
    with pytest.raises(forms.ValidationError):
        RupiahField().clean(written)


def test_rupiah_field_refuses_what_the_column_cannot_hold():
    with pytest.raises(forms.ValidationError):
        RupiahField().clean("99999 triliun")


@pytest.mark.parametrize("written", ["23-11-2026", "23/11/2026", "23.11.2026", "2026-11-23"])
def test_day_field_reads_the_day_first(written):
    assert DayField().clean(written) == date(2026, 11, 23)


def test_day_field_says_how_to_write_it():
    with pytest.raises(forms.ValidationError) as refused:
        DayField().clean("November")
    assert refused.value.messages == ["Tulis tanggal sebagai tanggal-bulan-tahun, misalnya 23-11-2026"]


@pytest.mark.parametrize("written", ["01-01-0001", "23-11-1026", "23-11-2926", "9999-12-31"])
def test_day_field_asks_about_a_year_nobody_means(written):
    with pytest.raises(forms.ValidationError) as refused:
        DayField().clean(written)
    assert refused.value.messages == ["Periksa tahunnya: tulis tahun antara 1945 dan 2199"]


class _Form(BaseForm):
    value = RupiahField(label="Nilai", help_text="Seluruh jangka waktu.")
    burdens = forms.ChoiceField(
        label="Beban",
        choices=[("YES", "Ya"), ("NO", "Tidak")],
        widget=OptionCards(consequences={"YES": "Perlu persetujuan DPRD"}),
    )
    note = forms.CharField(label="Catatan", widget=forms.Textarea, required=False)
    proof = forms.FileField(label="Bukti", widget=FileDrop(max_bytes=5 * 1024 * 1024))
    agreed = forms.BooleanField(label="Sesuai hasil rapat")


def test_a_missing_answer_is_asked_for_by_its_question():
    assert _Form({}).errors == {
        "value": ["Isi “Nilai”"],
        "burdens": ["Pilih jawaban untuk “Beban”"],
        "proof": ["Unggah berkas untuk “Bukti”"],
        "agreed": ["Beri tanda pada “Sesuai hasil rapat”"],
    }


def test_a_field_is_drawn_as_label_hint_error_control():
    html = _Form({"value": "banyak"})["value"].as_field_group()
    order = ["<label", "id_value_helptext", "Kesalahan: ", "Tulis jumlah dalam rupiah", "<input"]
    assert [html.index(part) for part in order] == sorted(html.index(part) for part in order)
    assert 'aria-describedby="id_value_helptext id_value_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'class="in"' in html


def test_option_cards_say_what_a_choice_leads_to():
    html = str(_Form()["burdens"])
    assert "Perlu persetujuan DPRD" in html
    assert html.count('class="opt-c"') == 2


def test_an_optional_question_says_so_and_a_required_one_does_not():
    assert "(boleh dikosongkan)" in _Form()["note"].as_field_group()
    assert "(boleh dikosongkan)" not in _Form()["value"].as_field_group()


def test_a_filled_amount_is_shown_with_dots_and_in_words():
    html = _Form(initial={"value": Decimal("6200000000")})["value"].as_field_group()
    assert 'value="6.200.000.000"' in html
    assert "Enam miliar dua ratus juta rupiah" in html


def test_a_file_field_tells_the_script_its_limit():
    assert 'data-max-bytes="5242880" data-max-words="5 MB"' in str(_Form()["proof"])


def test_the_parts_of_an_admin_date_keep_their_own_classes():
    class Moments(forms.Form):
        at = forms.SplitDateTimeField(widget=AdminSplitDateTime)

    html = str(Moments()["at"])
    assert ("vDateField" in html, "vTimeField" in html) == (True, True)
