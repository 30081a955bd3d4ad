"""Files as offices send them, made in memory. Every name and number is invented."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import xlsxwriter

HEADS = ["No", "Tentang", "Mitra", "Nomor", "Tanggal Penandatanganan", "Mulai", "Berakhir"]
ROW = [
    1,
    "Pengelolaan sampah",
    "Pemerintah Kota Tirtakencana",
    "075/01/PKS/I/2020",
    "15/01/2020",
    "15/01/2020",
    "15/01/2025",
]
SECOND = [2, "Pelatihan kerja", "PT Maju Sentosa", "075/02/PKS/II/2020", "20/02/2020", "20/02/2020", "20/02/2022"]


class Formula:
    """A cell with a formula and its stored value."""

    def __init__(self, text: str, value: Any) -> None:
        self.text, self.value = text, value


def fill(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    """Write values as Excel holds them."""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, Formula):
                sheet.write_formula(y, x, value.text, None, value.value)
            elif isinstance(value, date):
                sheet.write_datetime(y, x, value)
            elif value is not None:
                sheet.write(y, x, value)


def xlsx(*sheets: Iterable[Sequence[Any]], hidden: Sequence[int] = (), **options: Any) -> bytes:
    """A workbook of the given sheets."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False, **options})
    for n, rows in enumerate(sheets):
        sheet = book.add_worksheet(f"Lembar{n + 1}")
        fill(sheet, rows)
        if n in hidden:
            sheet.hide()
    book.close()
    return held.getvalue()


def merged() -> bytes:
    """A head of two lines: "Nomor" over two columns, "Tanggal" over three, the others over both lines."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    sheet = book.add_worksheet("Daftar")
    for column, head in ((0, "No"), (1, "Tentang"), (2, "Mitra")):
        sheet.merge_range(0, column, 1, column, head)
    sheet.merge_range(0, 3, 0, 4, "Nomor")
    sheet.merge_range(0, 5, 0, 7, "Tanggal")
    for column, head in enumerate(["Pihak I", "Pihak II", "Penandatanganan", "Mulai", "Berakhir"], start=3):
        sheet.write(1, column, head)
    sheet.write_row(2, 0, [*ROW[:4], "12/DIR/I/2020", *ROW[4:]])
    book.close()
    return held.getvalue()


def csv(rows: Iterable[Sequence[Any]], sign: str = ",", coding: str = "utf-8") -> bytes:
    """Delimited text; quotes where they are needed."""
    lines = []
    for row in rows:
        cells = ["" if value is None else str(value) for value in row]
        lines.append(sign.join(f'"{c}"' if sign in c or "\n" in c or '"' in c else c for c in cells))
    return "\r\n".join(lines).encode(coding)


def rezipped(content: bytes, change: dict[str, bytes]) -> bytes:
    """A package with parts added or replaced."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in change:
                new.writestr(name, old.read(name))
        for name, part in change.items():
            new.writestr(name, part)
    return held.getvalue()


def part(content: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def ods(rows: Iterable[Sequence[Any]], extra: dict[str, bytes] | None = None, tail: str = "") -> bytes:
    """An OpenDocument sheet; `tail` is raw XML after the rows."""
    body = "".join(
        "<table:table-row>" + "".join(_ods_cell(value) for value in row) + "</table:table-row>" for row in rows
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("calcext", "calcext"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Daftar">{body}{tail}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in (parts | (extra or {})).items():
            package.writestr(name, data)
    return held.getvalue()


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, Formula):
        return f'<table:table-cell table:formula="of:{value.text}" office:value-type="float" office:value="{value.value}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def compound(stream: str, content: bytes) -> bytes:
    """The smallest compound file that holds one stream, as XLS and locked files are."""
    content = content.ljust(4096, b"\0")
    sectors = -(-len(content) // 512)
    content = content.ljust(sectors * 512, b"\0")
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    ).ljust(512, b"\xff")  # fmt: skip
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    return head + fat + (root + _entry(stream, 2, 2, len(content))).ljust(512, b"\0") + content


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    return (
        coded.ljust(64, b"\0") + struct.pack("<HBBIII", len(coded), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )  # fmt: skip


def xls(rows: Iterable[Sequence[Any]]) -> bytes:
    """An Excel 97 workbook of texts and figures."""
    cells = b""
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if isinstance(value, int | float):
                cells += _record(0x0203, struct.pack("<HHHd", y, x, 0, float(value)))
            elif value is not None:
                text = str(value)
                cells += _record(0x0204, struct.pack("<HHHHB", y, x, 0, len(text), 1) + text.encode("utf-16-le"))
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = b"Daftar"
    end = _record(0x000A, b"")
    length = len(start) + 4 + 8 + len(name) + len(end)
    sheet = _record(0x0085, struct.pack("<IHBB", length, 0, len(name), 0) + name)
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return compound("Workbook", start + sheet + end + begin + cells + end)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def bomb() -> bytes:
    """A workbook whose sheet swells to 120 MB."""
    content = xlsx([HEADS, ROW])
    return rezipped(content, {"xl/worksheets/sheet2.xml": b" " * (120 * 1024 * 1024)})
