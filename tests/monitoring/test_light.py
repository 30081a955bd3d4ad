"""The traffic light: what indicators and activities come to, and that the whole is the worst of its parts."""

from decimal import Decimal

import pytest

from monitoring.light import Measured, done, mean, parts_of, reached, worst

NONE = Measured(None)
FINE = {"average": Decimal("4.00"), "indicators": NONE, "progress": NONE, "late_findings": 0, "days_late": 0}


def test_what_nobody_told_is_left_out() -> None:
    rows = [
        {"name": "a", "percent": 75},
        {"name": "b", "percent": None},
        {"name": "Truk"},
        {"name": "c", "percent": 50},
    ]
    assert (reached(rows).percent, done([]).percent, mean([1, 2])) == (63, None, 2)
    assert reached(rows).lines[1] == "b: tidak dinilai, capaiannya belum diisi"
    assert [part.name for part in parts_of(**FINE)] == ["Nilai evaluasi", "Temuan lewat tenggat", "Pelaporan"]


def test_in_the_first_half_of_a_year_half_of_it_is_enough() -> None:
    """Four activities of a year, each as far as its months: nothing is late in June."""
    rows = [
        {"text": "Sepanjang tahun", "percent": 50, "expected": 50}, {"text": "Triwulan I", "percent": 100, "expected": 100},
        {"text": "Semester II", "percent": 0, "expected": 0},
    ]  # fmt: skip
    held = done(rows)
    assert (held.percent, held.shown) == (100, "100% dari yang seharusnya (75% dari 75%)")
    assert held.lines == (
        "Sepanjang tahun: 50% dari 50% yang seharusnya", "Triwulan I: 100% dari 100% yang seharusnya", "Semester II: 0%, belum waktunya dinilai",
    )  # fmt: skip


def test_an_activity_that_is_ahead_hides_none_that_lags() -> None:
    rows = [{"text": "a", "percent": 100, "expected": 50}, {"text": "b", "percent": 0, "expected": 50}]
    assert done(rows).percent == 50


def test_a_report_from_before_is_judged_as_it_was() -> None:
    assert done([{"text": "a", "percent": 40}]).percent == 40


@pytest.mark.parametrize(
    ("changed", "light"),
    [
        ({}, "GREEN"), ({"average": Decimal("3.50")}, "GREEN"), ({"average": Decimal("3.49")}, "YELLOW"), ({"average": Decimal("2.50")}, "YELLOW"),
        ({"average": Decimal("2.49")}, "RED"), ({"indicators": Measured(80)}, "GREEN"), ({"indicators": Measured(79)}, "YELLOW"),
        ({"indicators": Measured(49)}, "RED"), ({"progress": Measured(50)}, "YELLOW"), ({"progress": Measured(0)}, "RED"),
        ({"late_findings": 1}, "YELLOW"), ({"late_findings": 3}, "RED"), ({"days_late": 1}, "YELLOW"), ({"days_late": 400}, "YELLOW"),
        ({"average": Decimal("2.00"), "days_late": 3}, "RED"),
    ],
)  # fmt: skip
def test_the_whole_is_the_worst_of_its_parts(changed: dict, light: str) -> None:
    assert worst(parts_of(**{**FINE, **changed})) == light


def test_every_part_says_its_rule_and_its_figures() -> None:
    row = {"name": "Sampah terolah", "percent": 75, "expected": "50 ton", "realised": "47,5 ton"}
    step = {"text": "Rapat", "percent": 100, "expected": 50}
    parts = parts_of(
        average=Decimal("3.80"), indicators=reached([row]), progress=done([step]), late_findings=1, days_late=4
    )
    assert [(part.name, part.shown, part.light) for part in parts] == [
        ("Nilai evaluasi", "3,8 dari 5", "GREEN"), ("Capaian indikator", "75% dari yang seharusnya", "YELLOW"),
        ("Kemajuan kegiatan", "100% dari yang seharusnya (50% dari 50%)", "GREEN"), ("Temuan lewat tenggat", "1", "YELLOW"),
        ("Pelaporan", "terlambat 4 hari", "YELLOW"),
    ]  # fmt: skip
    assert parts[0].rule == "hijau mulai 3,5, kuning mulai 2,5, merah di bawahnya"
    assert "garis lurus dari nilai awal ke target" in parts[1].rule and "hijau mulai 80%" in parts[1].rule
    assert parts[1].as_json()["lines"] == ["Sampah terolah: 47,5 ton dari 50 ton yang seharusnya, 75%"]
    assert all(part.rule for part in parts)
