import pytest

from kerjasama.core.typed import MOST, whole


@pytest.mark.parametrize("typed, number", [("0", 0), ("17", 17), ("007", 7), (5, 5), (str(MOST), MOST)])
def test_a_whole_number_is_taken(typed: object, number: int) -> None:
    assert whole(typed) == number


@pytest.mark.parametrize(
    "typed",
    [None, "", " ", "-1", "+1", "1.5", "1e3", "²", "²²²²", "①", "٣", "1²", "x", "1 000", str(MOST + 1), "9" * 5000],
)
def test_anything_else_is_none(typed: object) -> None:
    assert whole(typed) is None


def test_a_limit_is_kept() -> None:
    assert (whole("60", most=60), whole("61", most=60)) == (60, None)
