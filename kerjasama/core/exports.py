"""Lists as CSV: streamed, opened in columns by the spreadsheets of the region, and never a formula."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse

from kerjasama.core import parameters

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff"
#: By code of the parameter: Excel parts columns by the list separator of its machine, and asks nobody.
SEPARATORS = {"SEMICOLON": ";", "COMMA": ","}


class _Echo:
    def write(self, value: str) -> str:
        return value


def safe_cell(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    written = str(value)
    return f"'{written}" if written.startswith(FORMULA) else written


def csv_response(name: str, lines: Iterable[Iterable[Any]]) -> StreamingHttpResponse:
    """A download `name`.csv of these lines, each cell made safe."""
    response = StreamingHttpResponse(_written(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def writer_to(file: Any) -> Any:
    """A CSV writer as every download has it."""
    return csv.writer(file, delimiter=SEPARATORS[parameters.value("csv_separator")])


def _written(lines: Iterable[Iterable[Any]]) -> Iterator[str]:
    writer = writer_to(_Echo())
    yield BYTE_ORDER_MARK
    for line in lines:
        yield writer.writerow([safe_cell(value) for value in line])
