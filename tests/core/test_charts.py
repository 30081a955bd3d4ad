"""Coordinates of the pictures; the numbers are also there as a table."""

from django.template import Context, Template

from kerjasama.core.templatetags import charts


def drawn(source: str, **context) -> str:
    return Template("{% load charts %}" + source).render(Context(context))


def test_day_ruler_has_one_cell_a_day_and_says_it_in_words():
    html = drawn("{% day_ruler cells label %}", cells=["used", "now", "free", "holiday"], label="Hari ke-2 dari 4")
    assert html.count("<rect") == 4
    assert 'class="n" x="90" y="0"' in html
    assert 'aria-label="Hari ke-2 dari 4"' in html


def test_bar_chart_scales_to_a_round_top_and_repeats_the_numbers():
    rows = [{"name": "2026", "values": {"KSDD": 12, "KSDPK": 19}}]
    data = charts.bar_chart(rows, "Kalimat", ["KSDD", "KSDPK"])
    assert [line["v"] for line in data["grid"]] == [0, 10, 20, 30, 40]
    assert data["columns"][0]["total"] == 31
    assert [part["h"] for part in data["columns"][0]["parts"]] == ["48.2", "76.9"]
    assert data["rows"][0]["cells"] == [12, 19]


def test_bar_chart_without_numbers_does_not_divide_by_zero():
    assert charts.bar_chart([], "Kosong")["columns"] == []


def test_meter_bar_stays_inside_its_frame():
    assert charts.meter_bar(90, 45, mark=45) == {"width": "300", "mark": "297", "tone": "brand"}
    assert charts.meter_bar(0, 0)["width"] == "0"


def test_life_bar_is_never_outside_zero_and_hundred():
    assert charts.life_bar(140)["percent"] == 100
    assert charts.life_bar(-3)["percent"] == 0


def test_segments_show_the_present_step():
    assert [piece["css"] for piece in charts.segments(2, 3)["pieces"]] == ["d", "n", ""]
