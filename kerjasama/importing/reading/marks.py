"""What the reader of spreadsheets does not say: formulas, errors, hidden extent and epoch, read in one pass of the XML."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from kerjasama.importing.reading.packages import broken

#: The largest sheet that is read.
ROWS, COLUMNS = 20_000, 256
REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)$")


@dataclass(slots=True)
class Marks:
    """Of one sheet: columns of formulas by row (bits), errors by row, last row and column that hold a value, rows with values."""

    formulas: dict[int, int] = field(default_factory=dict)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    rows: int = 0
    last_row: int = 0
    last_column: int = 0

    def formula_columns(self, row: int) -> frozenset[int]:
        """Columns, from 0, whose value in this row came out of a formula."""
        bits = self.formulas.get(row, 0)
        return frozenset(n for n in range(bits.bit_length()) if bits >> n & 1) if bits else frozenset()

    def formula(self, row: int, column: int) -> None:
        """Note a formula, unless so far out that the sheet is refused anyway: a hostile one must not fill the memory."""
        if row <= ROWS and column < COLUMNS:
            self.formulas[row] = self.formulas.get(row, 0) | 1 << column

    def error(self, row: int, column: int, said: str) -> None:
        """Note an error value, within the same bounds."""
        if row <= ROWS and column < COLUMNS:
            self.errors.setdefault(row, {})[column] = said[:20]

    def hold(self, row: int, column: int, times: int = 1) -> None:
        """Note that a row, and `times` - 1 below it, hold a value in this column."""
        if row > self.last_row:
            self.rows += times
        self.last_row = max(self.last_row, row + times - 1)
        self.last_column = max(self.last_column, column)


def walk(
    stream: io.IOBase | zipfile.ZipExtFile,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through XML without keeping it. Raises UploadRefused for a broken one and for a document type declaration."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as problem:
        raise broken() from problem


def _refuse_declaration(*_: object) -> None:
    # Entity bombs and outside entities begin here.
    raise broken()


@dataclass(slots=True)
class Workbook:
    """Where the sheets of an XLSX lie, and whether its serial days count from 1904."""

    parts: dict[str, str]
    from_1904: bool


def workbook_of(package: zipfile.ZipFile) -> Workbook:
    """Read the workbook part and its relations."""
    names: dict[str, str] = {}
    targets: dict[str, str] = {}
    epochs: list[str] = []

    def on_sheet(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "sheet":
            names[attributes.get("name", "")] = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        elif tag == "workbookPr":
            epochs.append(attributes.get("date1904", "0"))

    def on_relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    with package.open("xl/workbook.xml") as part:
        walk(part, on_sheet)
    if "xl/_rels/workbook.xml.rels" in package.namelist():
        with package.open("xl/_rels/workbook.xml.rels") as part:
            walk(part, on_relation)
    parts = {name: posixpath.normpath(posixpath.join("/xl", targets.get(key, "")))[1:] for name, key in names.items()}
    return Workbook(parts, any(epoch in {"1", "true"} for epoch in epochs))


class SheetWalk:
    """Follows the cells of one XLSX sheet."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.row = 0
        self.column = -1
        self.is_error = False
        self.said: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A row, a cell, its formula or its value begins."""
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._cell(attributes)
        elif tag in {"v", "is"}:
            self.marks.hold(self.row, self.column)
        elif tag == "f":
            self.marks.formula(self.row, self.column)
        elif tag == "row":
            self.row = int(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = -1

    def _cell(self, attributes: dict[str, str]) -> None:
        place = REFERENCE.match(attributes.get("r", ""))
        if place:
            self.column = column_of(place[1])
        else:
            self.column += 1
        self.is_error = attributes.get("t") == "e"
        self.said = []

    def text(self, text: str) -> None:
        """Only the words of an error are kept."""
        if self.is_error:
            self.said.append(text)

    def end(self, tag: str) -> None:
        """A value has been read."""
        if self.is_error and tag.rpartition(":")[2] == "v":
            self.marks.error(self.row, self.column, self.said[-1] if self.said else "#")


def column_of(letters: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def of_xlsx(package: zipfile.ZipFile, part: str) -> Marks:
    """The marks of one sheet; none for a chart."""
    if part not in package.namelist():
        return Marks()
    following = SheetWalk()
    with package.open(part) as stream:
        walk(stream, following.start, following.end, following.text)
    return following.marks


class OpenDocumentWalk:
    """Follows the tables of an ODS, whose rows and cells say how often they repeat."""

    def __init__(self) -> None:
        self.tables: dict[str, Marks] = {}
        self.marks = Marks()
        self.row = 0
        self.times = 1
        self.column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A table, a row or a cell begins."""
        if tag == "table:table":
            self.marks = self.tables.setdefault(attributes.get("table:name", ""), Marks())
            self.row, self.times = 1, 0
        elif tag == "table:table-row":
            self.row += self.times
            self.times, self.column = int(attributes.get("table:number-rows-repeated", 1)), 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        wide = int(attributes.get("table:number-columns-repeated", 1))
        if "office:value-type" in attributes:
            self.marks.hold(self.row, self.column + wide - 1, self.times)
        if "table:formula" in attributes:
            self.marks.formula(self.row, self.column)
        if attributes.get("calcext:value-type") == "error":
            self.marks.error(self.row, self.column, "#N/A")
        self.column += wide


def of_ods(package: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every table, by its name."""
    following = OpenDocumentWalk()
    with package.open("content.xml") as stream:
        walk(stream, following.start)
    return following.tables
