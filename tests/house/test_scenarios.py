"""Every acceptance scenario has a test of its own, and the page that says which is true."""

import re
from pathlib import Path

import pytest
from django.conf import settings

PAGE: Path = settings.BASE_DIR / "docs" / "skenario.md"
TESTS: Path = settings.BASE_DIR / "tests"
#: Chapter -> the numbers of its scenarios, and those that come with a later part of the product.
CHAPTERS = {
    "Dalam negeri": (range(1, 29), set()),
    "Luar negeri dan sinergi": (range(1, 19), set()),
}


def rows(chapter: str) -> dict[int, str]:
    """Number -> what its last column says."""
    text = PAGE.read_text(encoding="utf-8").split(f"## {chapter}\n", 1)[1].split("\n## ", 1)[0]
    found = re.findall(r"^\| (\d+) \|[^|]+\| ([^|]+) \|$", text, re.MULTILINE)
    assert len(found) == len(dict(found)), "a number stands twice"
    return {int(number): told for number, told in found}


def known_tests() -> set[str]:
    return {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_scenario_has_a_test_that_exists(chapter: str) -> None:
    numbers, later = CHAPTERS[chapter]
    told, known = rows(chapter), known_tests()
    assert sorted(told) == list(numbers)
    assert {number for number, words in told.items() if words.startswith("belum: ")} == later
    named = {number: re.findall(r"`(test_\w+)`", words) for number, words in told.items() if number not in later}
    assert {number for number, names in named.items() if not names} == set()
    assert {name for names in named.values() for name in names} - known == set()


def test_every_test_that_bears_a_number_stands_on_the_page() -> None:
    page, last = PAGE.read_text(encoding="utf-8"), max(max(numbers) for numbers, _ in CHAPTERS.values())
    numbered = {name: int(found[2]) for name in known_tests() if (found := re.match(r"test_(scenario_)?(\d+)_", name))}
    assert {name for name, number in numbered.items() if number <= last and f"`{name}`" not in page} == set()
