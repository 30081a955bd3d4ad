"""The traffic light: what a target comes to, and that the whole is the worst of its parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitoring.light import done, mean, parts_of, percent, reached, worst

FINE = {"average": Decimal("4.00"), "indicators": None, "progress": None, "late_findings": 0, "days_late": 0}
figures = st.decimals(min_value=0, max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("realised", "target", "better", "expected"),
    [
        ("45", "60", "MORE", 75), ("60", "60", "MORE", 100), ("90", "60", "MORE", 100), ("0", "60", "MORE", 0), ("1", "3", "MORE", 33),
        ("0", "0", "MORE", 100), ("24", "30", "LESS", 100), ("60", "30", "LESS", 50), ("55", "0", "LESS", 0), ("0", "0", "LESS", 100),
    ],
)  # fmt: skip
def test_how_much_of_a_target_is_reached(realised: str, target: str, better: str, expected: int) -> None:
    assert percent(Decimal(realised), Decimal(target), better) == expected


@given(realised=figures, target=figures, better=st.sampled_from(["MORE", "LESS"]))
def test_a_percentage_is_never_outside_its_bounds(realised: Decimal, target: Decimal, better: str) -> None:
    assert 0 <= percent(realised, target, better) <= 100


@given(realised=figures, target=figures)
def test_an_indicator_that_is_to_fall_never_gets_better_by_rising(realised: Decimal, target: Decimal) -> None:
    assert percent(realised + 1, target, "LESS") <= percent(realised, target, "LESS")


def test_what_nobody_told_is_left_out() -> None:
    rows = [{"percent": 75}, {"percent": None}, {"name": "Truk"}, {"percent": 50}]
    assert (reached(rows), done([]), mean([1, 2])) == (63, None, 2)
    assert [part.name for part in parts_of(**FINE)] == ["Nilai evaluasi", "Temuan lewat tenggat", "Pelaporan"]


@pytest.mark.parametrize(
    ("changed", "light"),
    [
        ({}, "GREEN"), ({"average": Decimal("3.50")}, "GREEN"), ({"average": Decimal("3.49")}, "YELLOW"), ({"average": Decimal("2.50")}, "YELLOW"),
        ({"average": Decimal("2.49")}, "RED"), ({"indicators": 80}, "GREEN"), ({"indicators": 79}, "YELLOW"), ({"indicators": 49}, "RED"),
        ({"progress": 50}, "YELLOW"), ({"progress": 0}, "RED"), ({"late_findings": 1}, "YELLOW"), ({"late_findings": 3}, "RED"),
        ({"days_late": 1}, "YELLOW"), ({"days_late": 400}, "YELLOW"), ({"average": Decimal("2.00"), "days_late": 3}, "RED"),
    ],
)  # fmt: skip
def test_the_whole_is_the_worst_of_its_parts(changed: dict, light: str) -> None:
    assert worst(parts_of(**{**FINE, **changed})) == light


def test_every_part_says_its_rule() -> None:
    parts = parts_of(average=Decimal("3.80"), indicators=75, progress=100, late_findings=1, days_late=4)
    assert [(part.name, part.shown, part.light) for part in parts] == [
        ("Nilai evaluasi", "3,8 dari 5", "GREEN"), ("Capaian indikator", "75%", "YELLOW"), ("Kemajuan kegiatan", "100%", "GREEN"),
        ("Temuan lewat tenggat", "1", "YELLOW"), ("Pelaporan", "terlambat 4 hari", "YELLOW"),
    ]  # fmt: skip
    assert parts[0].rule == "hijau mulai 3,5, kuning mulai 2,5, merah di bawahnya"
    assert all(part.rule for part in parts)
