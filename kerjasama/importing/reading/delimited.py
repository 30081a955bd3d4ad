"""CSV and TSV: the coding of the letters and the sign between the columns are decided from the content."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kerjasama.core.errors import UploadRefused
from kerjasama.importing.reading.lines import Line, plain
from kerjasama.importing.reading.packages import SAVE_AGAIN, not_a_sheet

SIGNS = (",", ";", "\t", "|")
LOOKED_AT = 60
CHUNK = 64 * 1024


@dataclass(frozen=True)
class Dialect:
    """How a text file is written."""

    coding: str
    sign: str
    skip: int = 0


def dialect_of(content: bytes) -> Dialect:
    """Decide coding and sign. Raises UploadRefused when the text is no table."""
    coding = coding_of(content)
    sample = _opening(content, coding)
    if "\0" in sample:
        raise not_a_sheet()
    told = sample.split("\n", 1)[0].strip().lower()
    if told.startswith("sep=") and len(told) == 5:
        return Dialect(coding, told[4], skip=1)
    scores = {sign: _score(sample, sign) for sign in SIGNS}
    best = max(SIGNS, key=lambda sign: scores[sign])
    if scores[best] <= 0:
        raise not_a_sheet()
    return Dialect(coding, best)


def coding_of(content: bytes) -> str:
    """utf-8 with or without its mark, utf-16 with or without, else cp1252 as Windows writes it."""
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = content[:2000]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 4:
        return "utf-16-be"
    return "utf-8" if _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(content), CHUNK):
            decoder.decode(content[at : at + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _reader(content: bytes, coding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding=coding, errors="replace", newline="")


def _opening(content: bytes, coding: str) -> str:
    return _reader(content, coding).read(CHUNK)


def _score(sample: str, sign: str) -> float:
    """How many columns most lines agree on, times the share of the lines that agree; 0 for one column."""
    try:
        lengths = [
            len(row)
            for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=sign), LOOKED_AT)
            if any(row)
        ]
    except csv.Error:
        return 0
    counted = Counter(length for length in lengths if length > 1)
    if not counted:
        return 0
    columns, times = counted.most_common(1)[0]
    return columns * times / len(lengths)


def lines(content: bytes, dialect: Dialect) -> Iterator[Line]:
    """The records, one after the other; a record with line breaks in it is one line. Raises UploadRefused for an open quote."""
    reader = csv.reader(_reader(content, dialect.coding), delimiter=dialect.sign)
    try:
        for number, row in enumerate(reader, start=1):
            if number > dialect.skip:
                yield Line(number, tuple(plain(value) for value in row))
    except csv.Error as problem:
        raise UploadRefused(
            f"Tanda kutip pada baris {reader.line_num} tidak ditutup.", detail=f"Perbaiki baris itu. {SAVE_AGAIN}"
        ) from problem
