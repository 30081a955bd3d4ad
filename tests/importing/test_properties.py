"""Whatever day is written in whatever form is read back the same, or stays unknown: never another day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kerjasama.core import text
from kerjasama.core.spans import anniversary, months_later
from kerjasama.importing.reading import durations
from kerjasama.importing.reading.day_order import Evidence
from kerjasama.importing.reading.days import Certainty, Order, Shape, read
from kerjasama.importing.reading.durations import TermKind

DAYS = st.dates(date(1945, 8, 17), date(2079, 12, 31))
CLEAR = {
    "long": text.date_long,
    "short": text.date_short,
    "dotted": lambda day: f"{day.day} {text.SHORT_MONTHS[day.month - 1]}. {day.year}",
    "capitals": lambda day: text.date_long(day).upper(),
    "iso": date.isoformat,
    "moment": lambda day: f"{day.isoformat()} 00:00:00",
    "roman": lambda day: f"{day.day}/{text.roman_month(day.month)}/{day.year}",
    "weekday": lambda day: f"{text.day_name(day)}, {text.date_long(day)}",
    "words": lambda day: f"tanggal {text.date_words(day)}",
    "english": lambda day: f"{day:%B} {day.day}, {day.year}",
    "serial": lambda day: (day - date(1899, 12, 30)).days,
    "real": lambda day: day,
}
FIGURES = {
    Order.DAY_FIRST: ("{0.day:02d}-{0.month:02d}-{0.year}", "{0.day}/{0.month}/{0.year}", "{0.day}.{0.month}.{0.year}"),
    Order.MONTH_FIRST: ("{0.month:02d}-{0.day:02d}-{0.year}", "{0.month}/{0.day}/{0.year}"),
}


@given(DAYS, st.sampled_from(sorted(CLEAR)))
def test_a_clear_form_gives_the_day_back(day: date, form: str) -> None:
    assert read(CLEAR[form](day)).day.value == day


@given(DAYS, st.sampled_from(list(Order)), st.data())
def test_figures_give_the_day_back_in_the_order_of_their_column(day: date, order: Order, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from(FIGURES[order])).format(day)
    assert read(written, order).day.value == day


@given(DAYS, st.sampled_from(list(Order)), st.data())
def test_figures_without_an_order_are_the_day_or_unknown(day: date, order: Order, data: st.DataObject) -> None:
    found = read(data.draw(st.sampled_from(FIGURES[order])).format(day)).day
    unclear = day.day <= 12 and day.day != day.month
    assert (found.value, found.certainty) == ((None, Certainty.YEAR) if unclear else (day, Certainty.EXACT))
    assert found.year == day.year


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(list(Order)))
def test_a_column_written_in_one_order_never_proves_the_other(column: list[date], order: Order) -> None:
    evidence = Evidence()
    for day in column:
        evidence.add(FIGURES[order][0].format(day), day.month)
    assert evidence.decide().order in {order, None}


@given(DAYS, st.integers(0, 20_000), st.sampled_from([" - ", " s/d ", " s.d. ", " sampai dengan ", " – "]))
def test_a_range_gives_both_days_back(start: date, span: int, link: str) -> None:
    end = min(start + timedelta(days=span), date(2079, 12, 31))
    found = read(f"{text.date_long(start)}{link}{text.date_long(end)}")
    assert (found.shape, [day.value for day in found.days]) == (Shape.RANGE, [start, end])


@given(st.text(alphabet="0123456789/-. IVXjanfebmrt,sd", max_size=24), st.sampled_from([None, *Order]))
def test_no_text_breaks_the_reader_and_a_value_is_always_exact(cell: str, order: Order | None) -> None:
    for day in read(cell, order).days:
        assert (day.value is not None) == (day.certainty is Certainty.EXACT)


@given(
    st.integers(1, 99),
    st.sampled_from(["{0} tahun", "{0} ({1}) tahun", "{1} ({0}) tahun", "{1} thn", "{0} TAHUN sejak ditandatangani"]),
    DAYS,
)
def test_years_in_every_form_end_on_the_anniversary(years: int, form: str, start: date) -> None:
    term = durations.read(form.format(years, text.terbilang(years)))
    assert (term.kind, term.months, term.end(start)) == (TermKind.SPAN, years * 12, anniversary(start, years))


@given(st.integers(0, 20), st.integers(1, 11), DAYS)
def test_years_and_months_add_up(years: int, months: int, start: date) -> None:
    written = f"{text.counted(years)} tahun {text.counted(months)} bulan" if years else f"{text.counted(months)} bulan"
    assert durations.read(written).end(start) == months_later(start, years * 12 + months)


@given(st.integers(1, 60), st.integers(1, 60))
def test_a_figure_and_a_word_that_differ_are_not_taken(figure: int, word: int) -> None:
    term = durations.read(f"{figure} ({text.terbilang(word)}) tahun")
    assert (term.kind is TermKind.SPAN) == (figure == word)
