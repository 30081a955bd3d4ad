"""Pages of a list by where the last one ended."""

import base64
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kerjasama.core import keyset
from kerjasama.parties.models import Region

NAMES = ("name", "code")
ROWS = Region.objects.filter(code__startswith="99")


@pytest.fixture(autouse=True)
def regions(db: None) -> None:
    """Sixty with three names, so that the order needs its second name."""
    made = [
        Region(code=f"99{n:03}", name=f"Daerah {n % 3}", level="PROVINCE", head_title="Gubernur") for n in range(60)
    ]
    Region.objects.bulk_create(made)


def walk(order: tuple[str, ...], size: int) -> list[list[str]]:
    """The pages from the first to the last, by their marks."""
    pages, after = [], ""
    while True:
        page = keyset.page(ROWS, order, size, after=after)
        pages.append([row.code for row in page.rows])
        if not page.after:
            return pages
        after = page.after


@pytest.mark.parametrize("order", [("code",), ("-code",), NAMES, ("-name", "code"), ("name", "-code")])
@pytest.mark.parametrize("size", [1, 7, 20, 60, 100])
def test_the_pages_together_are_the_list(order: tuple[str, ...], size: int) -> None:
    whole = list(ROWS.order_by(*order).values_list("code", flat=True))
    pages = walk(order, size)
    assert [code for page in pages for code in page] == whole
    assert [len(page) for page in pages[:-1]] == [size] * (len(pages) - 1)


def test_going_back_shows_the_same_pages() -> None:
    first = keyset.page(ROWS, NAMES, 25)
    second = keyset.page(ROWS, NAMES, 25, after=first.after)
    third = keyset.page(ROWS, NAMES, 25, after=second.after)
    back = keyset.page(ROWS, NAMES, 25, before=third.before)
    again = keyset.page(ROWS, NAMES, 25, before=back.before)
    assert ([r.code for r in back.rows], [r.code for r in again.rows]) == (
        [r.code for r in second.rows],
        [r.code for r in first.rows],
    )
    assert (first.before, again.before, third.after) == ("", "", "")
    assert back.after == second.after


def test_a_row_that_is_gone_does_not_lose_the_place() -> None:
    first = keyset.page(ROWS, ("code",), 10)
    Region.objects.filter(pk=first.rows[-1].pk).delete()
    assert keyset.page(ROWS, ("code",), 10, after=first.after).rows[0].code == "99010"


@pytest.mark.parametrize(
    "mark",
    [
        "x", "%00", "e30", base64.urlsafe_b64encode(b"[1,2,3]").decode(), base64.urlsafe_b64encode(b'[{"d":"2026-02-30"},"1"]').decode(),
        base64.urlsafe_b64encode(b'[{"x":1},"1"]').decode(), base64.urlsafe_b64encode(b"[null,null]").decode(),
        base64.urlsafe_b64encode(json.dumps([["a"], "b"]).encode()).decode(), "=" * 5, "é",
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", ["after", "before"])
def test_a_mark_that_cannot_be_read_is_the_first_page(mark: str, side: str) -> None:
    assert [r.code for r in keyset.page(ROWS, NAMES, 3, **{side: mark}).rows] == ["99000", "99003", "99006"]


def test_it_counts_to_a_thousand_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert keyset.page(ROWS, ("code",), 5).count_label == "60"
    monkeypatch.setattr(keyset, "COUNTED", 59)
    assert keyset.page(ROWS, ("code",), 5).count_label == "lebih dari 59"


def test_two_queries_wherever_one_stands() -> None:
    mark = keyset.page(ROWS, NAMES, 50).after
    counted = []
    for given in ({}, {"after": mark}, {"before": mark}):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            keyset.page(ROWS, NAMES, 5, **given)
        counted.append(len(asked))
    assert counted == [2, 2, 2]
