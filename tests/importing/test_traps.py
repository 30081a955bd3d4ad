"""Every trap of docs/import.md is generated and read; the page and the catalogue say the same."""

from pathlib import Path

import pytest

from tests.importing.trap import Trap
from tests.importing.traps import TRAPS, table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "import.md"


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_trap_is_read_as_the_page_says(trap: Trap) -> None:
    assert trap.run() == trap.expected


def test_the_page_lists_the_catalogue() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.partition("<!-- jebakan -->\n\n")[2].rstrip() == table().rstrip()


def test_names_are_unique_consecutive_and_more_than_a_hundred() -> None:
    assert sorted(trap.name for trap in TRAPS) == [f"T{n:03d}" for n in range(1, len(TRAPS) + 1)]
    assert len(TRAPS) > 100
