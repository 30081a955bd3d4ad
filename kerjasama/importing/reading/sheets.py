"""A file as sheets of plain lines, read lazily, whatever wrote it."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

import python_calamine as calamine

from kerjasama.core.errors import UploadRefused
from kerjasama.core.text import digits
from kerjasama.importing.reading import delimited, marks
from kerjasama.importing.reading.lines import Line, Plain, plain
from kerjasama.importing.reading.marks import COLUMNS, ROWS
from kerjasama.importing.reading.packages import ACCEPTED, DAMAGE, Kind, broken, kind_of, locked


@dataclass(frozen=True)
class SheetFacts:
    """One sheet to choose from; `rows` are the lines that hold something."""

    name: str
    rows: int
    hidden: bool = False


@dataclass
class Source:
    """An opened file. `notes` are Indonesian sentences about the file as a whole."""

    kind: Kind
    sheets: list[SheetFacts]
    from_1904: bool = False
    notes: list[str] = field(default_factory=list)
    _content: bytes = b""
    _marks: dict[str, marks.Marks] = field(default_factory=dict)
    _dialect: delimited.Dialect | None = None
    _book: calamine.CalamineWorkbook | None = None

    @property
    def default(self) -> int:
        """The sheet with the most lines; a visible one before a hidden one, the first of equals."""
        order = range(len(self.sheets))
        return max(order, key=lambda n: (not self.sheets[n].hidden, self.sheets[n].rows, -n))

    def lines(self, sheet: int) -> Iterator[Line]:
        """The lines of a sheet, from its first row; each call begins anew. Raises UploadRefused."""
        if not 0 <= sheet < len(self.sheets):
            raise UploadRefused(
                f"Lembar {sheet + 1} tidak ada.", detail=f"Berkas ini memuat {len(self.sheets)} lembar."
            )
        facts = self.sheets[sheet]
        self._refuse_large(facts)
        if not facts.rows:
            raise UploadRefused(f"Lembar “{facts.name}” kosong.", detail=ACCEPTED)
        if self._dialect:
            return delimited.lines(self._content, self._dialect)
        return self._cells(sheet, facts)

    def _refuse_large(self, facts: SheetFacts) -> None:
        found = self._marks.get(facts.name, marks.Marks())
        if max(facts.rows, found.last_row) > ROWS:
            raise UploadRefused(
                f"Lembar “{facts.name}” memakai lebih dari {digits(ROWS)} baris.",
                detail="Pecah menjadi beberapa berkas, atau hapus isi yang tertinggal jauh di bawah tabel.",
            )
        if found.last_column >= COLUMNS:
            raise UploadRefused(
                f"Lembar “{facts.name}” memakai lebih dari {COLUMNS} kolom.", detail="Hapus isi jauh di kanan tabel."
            )

    def _cells(self, sheet: int, facts: SheetFacts) -> Iterator[Line]:
        found = self._marks.get(facts.name, marks.Marks())
        with _sound():
            held = self._book.get_sheet_by_index(sheet)  # type: ignore[union-attr]
        before: tuple[Plain, ...] = (None,) * (held.start[1] if held.start else 0)
        for number, row in enumerate(held.iter_rows(), start=1):
            values = before + tuple(plain(value) for value in row)
            yield Line(number, values, found.formula_columns(number), found.errors.get(number, {}))


def open_source(content: bytes, name: str = "") -> Source:
    """Open a file. Raises UploadRefused with an Indonesian sentence for one that is not read."""
    kind = kind_of(content, name)
    if kind is Kind.TEXT:
        return _text(content, name)
    with _sound():
        return _workbook(content, kind)


@contextmanager
def _sound() -> Iterator[None]:
    """Damage found while a file is read becomes a refusal."""
    try:
        yield
    except calamine.PasswordError as problem:
        raise locked() from problem
    except (calamine.CalamineError, *DAMAGE) as problem:
        raise broken() from problem
    except BaseException as problem:
        # The reader is written in Rust; its panics are no Exception and have no name to import.
        if type(problem).__name__ != "PanicException":
            raise
        raise broken() from problem


def _text(content: bytes, name: str) -> Source:
    dialect = delimited.dialect_of(content)
    # One more than the most is enough to refuse it.
    filled = (line for line in delimited.lines(content, dialect) if line.filled())
    rows = sum(1 for _ in islice(filled, ROWS + 1))
    source = Source(Kind.TEXT, [SheetFacts(name or "CSV", rows)], _content=content, _dialect=dialect)
    shown = {"\t": "tab"}.get(dialect.sign, f"“{dialect.sign}”")
    source.notes.append(f"Teks {dialect.coding}, kolom dipisahkan {shown}.")
    return source


def _workbook(content: bytes, kind: Kind) -> Source:
    source = Source(kind, [])
    if kind is not Kind.XLS:
        _mark(source, content)
    if kind is Kind.ODS:
        # Opening an ODS lays out all its tables at once; an XLSX waits until a sheet is asked for.
        for name, found in source._marks.items():
            source._refuse_large(SheetFacts(name, found.rows))
    source._book = book = calamine.load_workbook(io.BytesIO(content))
    if kind is Kind.XLS:
        source.notes.append("Berkas XLS tidak mengatakan sel mana yang berasal dari rumus.")
    for facts in book.sheets_metadata:
        if kind is Kind.XLS:
            rows = sum(1 for row in book.get_sheet_by_name(facts.name).iter_rows() if any(value != "" for value in row))
        else:
            rows = source._marks.setdefault(facts.name, marks.Marks()).rows
        source.sheets.append(SheetFacts(facts.name, rows, facts.visible != calamine.SheetVisibleEnum.Visible))
    if not any(facts.rows for facts in source.sheets):
        raise UploadRefused("Berkas ini kosong.", detail=ACCEPTED)
    if len(source.sheets) > 1:
        chosen = source.sheets[source.default].name
        source.notes.append(f"Berkas memuat {len(source.sheets)} lembar; bila tidak dipilih, “{chosen}” yang dibaca.")
    return source


def _mark(source: Source, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if source.kind is Kind.ODS:
            source._marks = marks.of_ods(package)
        else:
            workbook = marks.workbook_of(package)
            source.from_1904 = workbook.from_1904
            source._marks = {name: marks.of_xlsx(package, part) for name, part in workbook.parts.items()}
