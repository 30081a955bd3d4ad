"""Lists as a workbook: written line by line into a file, in the same memory for ten lines and for a hundred thousand."""

import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

import xlsxwriter
from django.http import StreamingHttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Rows that a sheet holds besides its head; Excel knows no more.
MOST = 1_048_000
WIDEST, USUAL = 60, 18
CHUNK = 64 * 1024
#: Text stays text.
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False}


def workbook_response(
    name: str, head: list[str], lines: Iterable[Iterable[Any]], *, told: str = "", sheet: str = "Register"
) -> StreamingHttpResponse:
    """A download `name`.xlsx: what was asked for in the first line, the head, then the lines. Text is never a formula; days are days."""
    response = StreamingHttpResponse(_written(head, lines, told, sheet), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook of several: its name, its head, its lines, and what its first line says."""

    name: str
    head: list[str]
    lines: Iterable[Iterable[Any]]
    told: str = ""


def workbook_of(pages: Sequence[Page], *, title: str, author: str, on: date) -> bytes:
    """A workbook that is kept as a paper: the same pages on the same day give the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {**PLAIN, "in_memory": True})
    book.set_properties({"title": title, "author": author, "created": datetime.combine(on, time())})
    for page in pages:
        _fill(book, book.add_worksheet(page.name), page.head, page.lines, page.told)
    book.close()
    return file.getvalue()


def _written(head: list[str], lines: Iterable[Iterable[Any]], told: str, sheet: str) -> Iterator[bytes]:
    """The bytes of the workbook, made when they are asked for and not kept after."""
    with tempfile.TemporaryFile(suffix=".xlsx") as file:
        book = xlsxwriter.Workbook(file, {**PLAIN, "constant_memory": True})
        _fill(book, book.add_worksheet(sheet), head, lines, told)
        book.close()
        file.seek(0)
        yield from iter(lambda: file.read(CHUNK), b"")


def _fill(book: Any, page: Any, head: list[str], lines: Iterable[Iterable[Any]], told: str) -> None:
    strong, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "dd-mm-yyyy"})
    page.set_column(0, len(head), USUAL)
    page.set_column(0, 0, WIDEST)
    first = 0
    if told:
        page.write_string(0, 0, told)
        first = 1
    for column, label in enumerate(head):
        page.write_string(first, column, label, strong)
    page.freeze_panes(first + 1, 1)
    last = first
    for last, line in enumerate(islice(lines, MOST), start=first + 1):
        for column, value in enumerate(line):
            _write(page, last, column, value, day)
    page.autofilter(first, 0, max(last, first + 1), max(len(head) - 1, 0))


def _write(page: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, datetime | date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, int | float | Decimal):
        page.write_number(row, column, value)
    else:
        page.write_string(row, column, str(value))
