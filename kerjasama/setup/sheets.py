"""A list that was pasted or uploaded: read strictly, shown before it is taken, taken whole or not at all."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from kerjasama.core.errors import BadInput

MAX_BYTES, MAX_ROWS, MAX_CELL = 200_000, 1000, 300
DELIMITERS = ";,\t"


@dataclass(slots=True)
class Line:
    """One row of a list: what stood there, what it means, what is wrong with it."""

    number: int
    cells: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    note: str = ""


def text_of(pasted: str, upload: UploadedFile | None) -> str:
    """What was pasted, or the text of the file. Raises BadInput for what is no text or too long."""
    if upload is None:
        written = pasted
    elif (upload.size or 0) > MAX_BYTES:
        raise _refused("Berkas lebih besar dari 200 KB. Bagi menjadi beberapa berkas.")
    else:
        written = _decoded(upload.read(MAX_BYTES + 1))
    if not written.strip():
        raise _refused("Tempelkan daftarnya atau unggah berkas CSV.")
    if len(written) > MAX_BYTES:
        raise _refused("Daftar ini terlalu panjang. Bagi menjadi beberapa bagian.")
    return written


def read(written: str, columns: Sequence[str], understand: Callable[[dict[str, str]], dict[str, Any]]) -> list[Line]:
    """The rows of a list whose first line names its columns, each understood or with its problems.

    Columns may stand in any order; those in `columns` must all be there. Raises BadInput when they are not.
    """
    first = written.strip().splitlines()[0]
    delimiter = max(DELIMITERS, key=first.count)
    rows = list(csv.reader(io.StringIO(written.strip()), delimiter=delimiter))
    heads = [head.strip().lower() for head in rows[0]]
    lacking = [column for column in columns if column not in heads]
    if lacking:
        raise _refused(f"Baris pertama harus menyebut kolom: {', '.join(columns)}. Belum ada: {', '.join(lacking)}.")
    if len(rows) - 1 > MAX_ROWS:
        raise _refused(f"Paling banyak {MAX_ROWS} baris sekali unggah.")
    lines = []
    for number, row in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in row):
            cells = {head: cell.strip()[:MAX_CELL] for head, cell in zip(heads, row, strict=False)}
            lines.append(_understood(Line(number, {column: cells.get(column, "") for column in columns}), understand))
    if not lines:
        raise _refused("Daftar ini belum berisi satu baris pun di bawah nama kolomnya.")
    return lines


def refuse_doubles(lines: Sequence[Line], column: str) -> None:
    """Mark every row after the first that repeats a value."""
    seen: dict[str, int] = {}
    for line in lines:
        key = line.cells[column].casefold()
        if key in seen:
            line.problems.append(f"Sama dengan baris {seen[key]}.")
        seen.setdefault(key, line.number)


def _understood(line: Line, understand: Callable[[dict[str, str]], dict[str, Any]]) -> Line:
    try:
        line.values = understand(line.cells)
    except ValidationError as problem:
        line.problems = list(problem.messages)
    return line


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            written = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in written:
            return written
    raise _refused("Berkas ini bukan CSV. Di aplikasi lembar kerja pilih simpan sebagai CSV.")


def _refused(sentence: str) -> BadInput:
    return BadInput(sentence, errors={"pasted": [sentence]})
