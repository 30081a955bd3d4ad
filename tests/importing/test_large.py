"""Ten thousand rows: exact counts, steady progress, and memory that does not grow with them."""

import io
import tracemalloc
from collections import Counter
from itertools import islice

import pytest
import xlsxwriter

from kerjasama.core.text import roman_month
from kerjasama.importing.reading.book import survey
from kerjasama.importing.reading.layout import LineKind
from kerjasama.importing.reading.rows import Verdict
from kerjasama.importing.reading.sheets import open_source
from tests.importing.files import HEADS
from tests.importing.trap import ON, US

ROWS = 10_000
MEGABYTE = 1024 * 1024


def _large() -> bytes:
    """Every tenth row ends before it starts, every fifth other one has no title; a blank line after each thousand."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"constant_memory": True})
    sheet = book.add_worksheet("Daftar")
    sheet.write_row(0, 0, HEADS)
    for n in range(1, ROWS + 1):
        month = n % 12 + 1
        end = "13/01/2010" if n % 10 == 0 else f"13/{month:02d}/2025"
        title = "" if n % 10 == 5 else f"Pengelolaan sampah {n}"
        day = f"13/{month:02d}/2020"
        row = [n, title, f"PT Maju Sentosa {n % 40}", f"075/{n}/PKS/{roman_month(month)}/2020", day, day, end]
        sheet.write_row(n + n // 1000, 0, row)
    book.close()
    return held.getvalue()


@pytest.mark.slow
def test_ten_thousand_rows_are_read_in_bounded_memory_with_exact_counts() -> None:
    content = _large()
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    report = survey(open_source(content, "besar.xlsx"), ON, US, progress=lambda done, total: told.append((done, total)))
    rows = report.rows()
    verdicts = Counter(row.verdict for row in islice(rows, 300))
    early = tracemalloc.get_traced_memory()[0]
    verdicts += Counter(row.verdict for row in islice(rows, 1500))
    late, peak = tracemalloc.get_traced_memory()
    # Tracing is slow; what holds from row 300 to row 1800 holds to the end.
    tracemalloc.stop()
    verdicts += Counter(row.verdict for row in rows)
    assert verdicts == {Verdict.ERROR: 1000, Verdict.WARNING: 1000, Verdict.OK: 8000}
    assert report.counts == verdicts
    assert report.kinds == {LineKind.HEAD: 1, LineKind.DATA: ROWS, LineKind.BLANK: 10}
    assert peak < 4 * MEGABYTE
    assert late - early < MEGABYTE // 4
    done = [one for one, _ in told]
    assert done == sorted(done) and told[-1] == (2 * (ROWS + 1), 2 * (ROWS + 1)) and len(told) > 150
