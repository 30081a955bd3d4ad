"""Indicators and work plans of a naskah, and what a report asks of them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from monitoring import measuring
from monitoring.forms import ReportForm
from monitoring.light import reached
from monitoring.models import Activity, Indicator, YearTarget
from monitoring.pace import Pace
from monitoring.services import plans, reports
from tests.monitoring.test_reports import at, client_of, in_force, monev, told
from tests.support import facts

__all__ = ["client_of", "in_force", "monev"]
TONS = {
    "pk": None, "name": "Sampah terolah", "measure": "ton", "better": "MORE", "clause": "3", "baseline": Decimal(40), "target": Decimal(100),
}  # fmt: skip
TIME = {
    "pk": None,
    "name": "Waktu angkut",
    "measure": "menit",
    "better": "LESS",
    "clause": "",
    "baseline": None,
    "target": Decimal(30),
}
HAUL = {
    "pk": None,
    "text": "Pengangkutan bersama",
    "responsible": "DLH",
    "first_month": 1,
    "last_month": 12,
    "budget": Decimal(240_000_000),
    "source": "APBD",
}


def planned(walk: Walk, **changed: Any) -> list[Indicator]:
    """Two indicators and the plan of the year of the report."""
    with at(walk):
        rows = plans.write_indicators(walk.agreement, [TONS, TIME], by=walk.people["dlh"])
        plans.write_plan(
            walk.agreement, walk.report.year,
            **{"activities": [HAUL], "targets": {rows[0].pk: Decimal(60)}, "agreed_on": None, "agreed_by": "", **changed}, by=walk.people["dlh"],
        )  # fmt: skip
    return rows


def test_who_writes_them(monev: Walk) -> None:
    with at(monev):
        assert [
            plans.may_write(monev.agreement, monev.people[name]) for name in ("dlh", "dewi", "dishub", "ratna")
        ] == [True, True, False, False]
        with pytest.raises(NotYours):
            plans.write_indicators(monev.agreement, [TONS], by=monev.people["dishub"])


def test_an_indicator_is_changed_withdrawn_and_never_told_twice(monev: Walk) -> None:
    tons, time = planned(monev)
    with at(monev):
        dlh = monev.people["dlh"]
        kept = plans.write_indicators(monev.agreement, [{**TIME, "pk": time.pk, "target": Decimal(25)}], by=dlh)
        with pytest.raises(BadInput, match="Indikator belum tersimpan") as refusal:
            plans.write_indicators(monev.agreement, [TONS, {**TONS, "name": "SAMPAH terolah"}], by=dlh)
    assert refusal.value.errors == {
        "": ["Indikator disebut dua kali: SAMPAH terolah.", "Indikator disebut dua kali: Sampah terolah."]
    }
    tons.refresh_from_db()
    assert (tons.withdrawn, [(row.pk, row.target, row.order) for row in kept]) == (True, [(time.pk, Decimal(25), 1)])
    assert [row.withdrawn for row in tons.history.order_by("history_id")] == [False, True]


@pytest.mark.parametrize(("year", "error"), [(2020, NotYet), (2050, NotYet)])
def test_a_plan_lies_in_the_term(monev: Walk, year: int, error: type[Exception]) -> None:
    with at(monev), pytest.raises(error, match="berlaku dari tahun"):
        plans.write_plan(
            monev.agreement, year, activities=[], targets={}, agreed_on=None, agreed_by="", by=monev.people["dlh"]
        )


def test_an_agreed_plan_says_on_what_ground(monev: Walk) -> None:
    with pytest.raises(BadInput) as refusal:
        planned(monev, agreed_on=date(2026, 1, 5))
    assert refusal.value.errors == {"agreed_by": ["Sebut dasar kesepakatan, misalnya nomor berita acara."]}


def test_the_database_keeps_months_and_names_in_order(monev: Walk) -> None:
    tons, _ = planned(monev)
    plan = monev.agreement.work_plans.get()
    with pytest.raises(IntegrityError, match="activity_months_in_order"), transaction.atomic():
        Activity.objects.create(plan=plan, order=9, text="x", responsible="y", first_month=5, last_month=3)
    with pytest.raises(IntegrityError, match="indicator_once_in_a_naskah"), transaction.atomic():
        Indicator.objects.create(agreement=monev.agreement, order=9, name=tons.name, measure="ton", target=1)
    with pytest.raises(IntegrityError, match="yeartarget_once"), transaction.atomic():
        YearTarget.objects.create(plan=plan, indicator=tons, value=1)


def test_a_report_asks_for_what_the_naskah_promises(monev: Walk) -> None:
    tons, time = planned(monev)
    activity = Activity.objects.get()
    form = ReportForm(instance=monev.report)
    assert [(row["name"], row["target"]) for row in form.measured_rows] == [
        ("Sampah terolah", "60 ton"),
        ("Waktu angkut", "30 menit"),
    ]
    assert form.initial["budget_planned"] == Decimal(240_000_000)
    typed = {
        f"measured_{tons.pk}": "45,5",
        f"done_{activity.pk}": "70",
        f"said_{activity.pk}": "Dua truk rusak.",
        "budget_realised": "0",
    }
    form = ReportForm({**{name: "x" for name in form.fields if name.startswith("x")}, **typed}, instance=monev.report)
    assert form.is_valid(), form.errors
    assert form.indicators() == [
        {"indicator": tons.pk, "name": "Sampah terolah", "unit": "ton", "better": "MORE", "target": "60 ton", "expected": "46,81 ton",
         "realised": "45,5 ton", "figure": "45.5", "percent": 81, "why": ""},
        {"indicator": time.pk, "name": "Waktu angkut", "unit": "menit", "better": "LESS", "target": "30 menit", "expected": "30 menit",
         "realised": "", "figure": None, "percent": None, "why": ""},
    ]  # fmt: skip
    assert form.progress() == [
        {
            "activity": activity.pk,
            "text": "Pengangkutan bersama",
            "percent": 70,
            "expected": 40,
            "note": "Dua truk rusak.",
        }
    ]


@pytest.mark.parametrize(
    ("field", "typed"), [("measured", "banyak"), ("done", "101"), ("done", "-1"), ("done", "separuh")]
)
def test_what_is_no_figure_is_refused(monev: Walk, field: str, typed: str) -> None:
    tons, _ = planned(monev)
    name = f"{field}_{tons.pk if field == 'measured' else Activity.objects.get().pk}"
    assert list(ReportForm({name: typed, "budget_realised": "0"}, instance=monev.report).errors) == [name]


def test_the_light_stands_with_its_parts_as_it_was_on_that_day(monev: Walk) -> None:
    tons, _ = planned(monev)
    rows = [{"indicator": tons.pk, "name": "Sampah terolah", "target": "60 ton", "realised": "20 ton", "percent": 33}]
    with at(monev):
        reports.write(monev.report, told(indicators=rows), by=monev.people["dlh"])
        reports.act(monev.report, "submit", by=monev.people["dlh"])
    monev.report_act("evaluate", "galih", **facts.evaluation(5))
    evaluation = monev.report.evaluation
    assert (evaluation.average, evaluation.light) == (Decimal("5.00"), "RED")
    assert [(part["name"], part["shown"], part["light"]) for part in evaluation.parts] == [
        ("Nilai evaluasi", "5 dari 5", "GREEN"), ("Capaian indikator", "33% dari yang seharusnya", "RED"), ("Temuan lewat tenggat", "0", "GREEN"),
        ("Pelaporan", "tepat waktu", "GREEN"),
    ]  # fmt: skip


def test_what_should_be_there_is_shown_where_it_is_filled_in_and_where_it_is_judged(
    monev: Walk, client_of: Callable[..., Client]
) -> None:
    tons, time = planned(monev)
    activity = Activity.objects.get()
    typed = {f"measured_{tons.pk}": "43", f"measured_{time.pk}": "30", f"done_{activity.pk}": "40"}
    address = f"/monev/{monev.report.pk}/"
    with at(monev):
        asked = unescape(client_of("dlh").get(address).content.decode())
        form = ReportForm(typed, instance=monev.report)
        assert form.is_valid()
        values = told(indicators=form.indicators(), progress=form.progress())
        reports.write(monev.report, values, by=monev.people["dlh"])
    monev.report_act("submit", "dlh").report_act("evaluate", "galih", **facts.evaluation(5)).close_report()
    with at(monev):
        pages = [
            unescape(client_of("dewi").get(url).content.decode())
            for url in (address, f"/monev/naskah/{monev.agreement.pk}/")
        ]
    assert "target 60 ton, seharusnya 46,81 ton" in asked and "seharusnya 40%" in asked
    for page in pages:
        assert "72% dari yang seharusnya" in page and "garis lurus dari nilai awal ke target" in page
        assert "Sampah terolah: 43 ton dari 46,81 ton yang seharusnya, 44%" in page
        assert "Pengangkutan bersama: 40% dari 40% yang seharusnya" in page
    assert monev.report.evaluation.light == "YELLOW"


def test_the_pages_of_a_naskah(monev: Walk, client_of: Callable[..., Client]) -> None:
    planned(monev)
    base = f"/monev/naskah/{monev.agreement.pk}/"
    year = monev.report.year
    with at(monev):
        page = unescape(client_of("dlh").get(base).content.decode())
        seen = {name: client_of(name).get(base).status_code for name in ("dewi", "ratna", "aditya", "dishub", "setwan")}
        writes = {
            name: client_of(name).get(f"{base}indikator/").status_code for name in ("dlh", "dewi", "ratna", "dishub")
        }
        outside = client_of("dlh").get(f"{base}rencana/2050/").status_code
        twice = client_of("dlh").post(f"{base}indikator/", {"name_1": "Truk", "measure_1": "unit", "target_1": "dua"})
        empty = client_of("dlh").post(
            f"{base}rencana/{year}/", {"text_1": "Rapat", "first_month_1": "6", "last_month_1": "5"}
        )
        done = client_of("dlh").post(
            f"{base}rencana/{year}/",
            {"text_1": "Rapat", "first_month_1": "2", "last_month_1": "5", "budget_1": "5 juta", "source_1": "APBD"},
        )
    assert "Sampah terolah" in page and "60 ton" in page and "Rp240.000.000" in page
    assert (seen, writes) == (
        {"dewi": 200, "ratna": 200, "aditya": 200, "dishub": 404, "setwan": 404},
        {"dlh": 200, "dewi": 200, "ratna": 403, "dishub": 404},
    )
    assert (outside, twice.status_code, empty.status_code, done.status_code) == (404, 422, 422, 302)
    assert "Bulan selesai mendahului bulan mulai." in unescape(empty.content.decode()) and "Tulis angka" in unescape(
        twice.content.decode()
    )
    standing = [(row.text, row.responsible, row.withdrawn) for row in Activity.objects.order_by("pk")]
    assert standing == [("Pengangkutan bersama", "DLH", True), ("Rapat", monev.agreement.executing_unit.name, False)]


def test_many_indicators_cost_no_more_queries(monev: Walk, client_of: Callable[..., Client]) -> None:
    def cost() -> int:
        with at(monev):
            client = client_of("dewi")
            client.get(f"/monev/naskah/{monev.agreement.pk}/")
            with CaptureQueriesContext(connection) as caught:
                assert client.get(f"/monev/naskah/{monev.agreement.pk}/").status_code == 200
        return len(caught)

    planned(monev)
    few = cost()
    with at(monev):
        rows = [{**TONS, "name": f"Indikator {n}"} for n in range(12)]
        plans.write_indicators(monev.agreement, rows, by=monev.people["dlh"])
    assert cost() == few


def test_a_naskah_that_has_just_begun_is_not_held_against_its_line(monev: Walk) -> None:
    """Ten days after its first day nothing can have been reached; a bound of ten days says nothing either."""
    tons, _ = planned(monev)
    row = measuring.indicator_row(
        measuring.Promise(tons, Decimal(60), Pace(Decimal("40.2"), Decimal(40)), 10), Decimal(40)
    )
    assert (row["percent"], row["why"]) == (None, "naskah baru berjalan 10 hari, dinilai mulai 90 hari")
    assert reached([row]).percent is None
    assert reached([row]).lines == (
        "Sampah terolah: tidak dinilai, naskah baru berjalan 10 hari, dinilai mulai 90 hari",
    )


def test_a_yearly_amount_is_written_and_asked_for_by_the_days_of_the_year(monev: Walk) -> None:
    with at(monev):
        rows = [{**TONS, "counts": "YEARLY", "target": Decimal(365)}]
        (kept,) = plans.write_indicators(monev.agreement, rows, by=monev.people["dlh"])
        (promise,) = measuring.measured(monev.report)
    days = (monev.report.ends_on - monev.agreement.starts_on).days + 1
    assert (kept.counts, promise.pace.expected, promise.pace.start) == ("YEARLY", days, 0)


def test_nothing_is_typed_for_a_naskah_that_has_ended(monev: Walk, client_of: Callable[..., Client]) -> None:
    monev.sub_act(
        "end_early", "ratna", ground="AGREED", number="BA/1", file=facts.scan("BA/1"), settlement="Tidak ada.", replaced_by=None
    )  # fmt: skip
    with at(monev):
        for path in ("indikator/", f"rencana/{monev.day.year}/"):
            answer = client_of("dlh").get(f"/monev/naskah/{monev.agreement.pk}/{path}")
            assert (path, answer.status_code) == (path, 409)
            assert "Indikator dan rencana kerja ditulis selama naskah berlaku." in unescape(answer.content.decode())
