"""Where the table lies on the sheet, and what each of its lines is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from kerjasama.core.errors import UploadRefused
from kerjasama.importing.reading.fields import Field
from kerjasama.importing.reading.heads import candidates, place
from kerjasama.importing.reading.lines import Line, as_text, words_of

LOOKED_AT = 60
MOST_LINES_OF_HEAD = 3
ENOUGH = 2


class LineKind(StrEnum):
    """What a line of a sheet is."""

    TITLE = "TITLE"
    HEAD = "HEAD"
    NUMBERING = "NUMBERING"
    GROUP = "GROUP"
    SUBTOTAL = "SUBTOTAL"
    NOTE = "NOTE"
    BLANK = "BLANK"
    DATA = "DATA"
    CONTINUED = "CONTINUED"


LABELS = {
    LineKind.TITLE: "baris judul", LineKind.HEAD: "kepala kolom", LineKind.NUMBERING: "baris nomor kolom", LineKind.GROUP: "baris kelompok",
    LineKind.SUBTOTAL: "baris jumlah", LineKind.NOTE: "catatan di luar tabel", LineKind.BLANK: "baris kosong", LineKind.DATA: "baris data",
    LineKind.CONTINUED: "baris lanjutan naskah di atasnya",
}  # fmt: skip


@dataclass(frozen=True)
class Head:
    """The heads of the columns, joined over their lines; `first` and `last` are rows of the file."""

    heads: tuple[str, ...]
    first: int
    last: int
    lines: tuple[frozenset[str], ...]


def find_head(lines: Iterable[Line]) -> Head:
    """The head: the line of the first sixty whose words name most fields, with the lines below that belong to it.

    Raises UploadRefused when no line names two fields.
    """
    opening = list(islice(lines, LOOKED_AT))
    best, at = 0, -1
    for n, line in enumerate(opening):
        score = _named(_texts(line))
        if score > best:
            best, at = score, n
    if at >= 0 and at + 1 < len(opening):
        # A merged head may say less in its first line than in its second.
        at = _upper(opening, at, best)
    used = _with_lines_below(opening, at) if at >= 0 else []
    heads = _joined(used)
    if _named(heads) < ENOUGH:
        raise UploadRefused(
            "Kepala kolom tidak ditemukan.",
            detail="Paling sedikit dua kolom harus berjudul seperti Tentang, Mitra, Nomor, atau Tanggal pada enam puluh baris pertama.",
        )
    sets = tuple(frozenset(words_of(text) for text in _texts(line) if text) for line in used)
    return Head(tuple(heads), used[0].number, used[-1].number, sets)


def _texts(line: Line) -> list[str]:
    return [" ".join(value.split()) if isinstance(value, str) else "" for value in line.values]


def _named(heads: Sequence[str]) -> int:
    """How many different fields these heads name; a line with long texts or figures names none."""
    return len({placed.field for placed in place(heads).columns if placed.field})


def _all_words(line: Line) -> bool:
    return all(isinstance(line.values[n], str) and len(str(line.values[n])) < 60 for n in line.filled())


def _upper(opening: list[Line], at: int, best: int) -> int:
    """The line above, when both together name more than the lower one alone."""
    if at == 0:
        return at
    above = opening[at - 1]
    together = _named(_joined([above, opening[at]]))
    several = len(above.filled()) > 1 and _all_words(above) and _named(_texts(above)) > 0
    return at - 1 if several and together > best else at


def _with_lines_below(opening: list[Line], at: int) -> list[Line]:
    used = [opening[at]]
    for line in opening[at + 1 : at + MOST_LINES_OF_HEAD]:
        if (
            not line.filled()
            or not _all_words(line)
            or _is_numbering(line, line.filled())
            or not _is_lower_head(used, line)
        ):
            break
        used.append(line)
    return used


def _is_lower_head(used: list[Line], line: Line) -> bool:
    """True for a second line of a merged head: each of its texts, under what stands above it, still reads as a head."""
    if {words_of(t) for t in _texts(line) if t} <= {words_of(t) for t in _texts(used[0]) if t}:
        return False
    texts = _texts(line)
    joined = _joined([*used, line])
    filled = line.filled()
    read = sum(bool(candidates(texts[n])) or (bool(candidates(joined[n])) and _is_place(texts[n])) for n in filled)
    return read == len(filled) and _named(joined) >= _named(_joined(used))


def _is_place(text: str) -> bool:
    return (
        re.fullmatch(
            r"(?:pihak )?(?:i{1,3}|iv|\d|kesatu|pertama|kedua|ketiga)|\(?(?:tahun|bulan|hari)\)?|nama|dd.*|hh.*",
            text.lower(),
        )
        is not None
    )


def _joined(used: list[Line]) -> list[str]:
    """The heads over several lines: a merged one stands above all the columns that have a line of their own below it."""
    width = max((len(line.values) for line in used), default=0)
    rows = [_texts(line) + [""] * (width - len(line.values)) for line in used]
    for upper, lower in zip(rows, rows[1:], strict=False):
        for n in range(1, width):
            if not upper[n] and lower[n] and lower[n - 1] and upper[n - 1]:
                upper[n] = upper[n - 1]
    return [" ".join(dict.fromkeys(row[n] for row in rows if row[n])) for n in range(width)]


NUMBERING = re.compile(r"\(?(\d{1,2})\)?\.?(?:\s*=.*)?$")
SUBTOTAL = re.compile(r"(?:sub ?)?(?:total|jumlah)\b|rekapitulasi\b|grand total\b", re.IGNORECASE)
NOTE = re.compile(
    r"(?:\*|keterangan\s*:|ket\s*:|catatan\b|sumber\b|mengetahui\b|nip\b|nb\b|dicetak\b|update\b|data per\b)",
    re.IGNORECASE,
)
MARKER = re.compile(r"(?:[IVX]{1,5}|[A-Z]|[a-z])[.)]?$")
#: The place and day above a signature below the table, and what stands under it.
SIGNATURE = re.compile(r"(?:NIP|Kepala |a\.n\.|[A-Z][\w ]+, (?:tanggal )?\d{1,2} [A-Za-z]+ \d{4}$)")
TITLED = re.compile(r"(?:tahun\s+\d{4}$|[A-Z][.)]\s|[IVX]+[.)]\s|kerja ?sama |kategori |kelompok )", re.IGNORECASE)


@dataclass
class Classifier:
    """Tells line by line what each is. Single texts wait until it is known whether rows follow them."""

    head: Head
    columns: dict[Field, tuple[int, ...]]
    waiting: list[Line] = field(default_factory=list)
    rows_seen: bool = False

    def lines(self, lines: Iterable[Line]) -> Iterator[tuple[Line, LineKind]]:
        """Every line with its kind, in order."""
        for line in lines:
            kind = self._kind(line)
            if kind is LineKind.GROUP:
                self.waiting.append(line)
                continue
            if kind is LineKind.DATA:
                yield from self._let_go(LineKind.GROUP)
            elif kind is LineKind.BLANK and self.waiting:
                self.waiting.append(line)
                continue
            yield line, kind
        yield from self._let_go(LineKind.NOTE)

    def _let_go(self, kind: LineKind) -> Iterator[tuple[Line, LineKind]]:
        for line in self.waiting:
            yield line, kind if line.filled() else LineKind.BLANK
        self.waiting.clear()

    def _kind(self, line: Line) -> LineKind:
        filled = line.filled()
        if not filled:
            return LineKind.BLANK
        if line.number < self.head.first:
            return LineKind.TITLE
        if line.number <= self.head.last or self._repeats_head(line, filled):
            return LineKind.HEAD
        if _is_numbering(line, filled):
            return LineKind.NUMBERING
        return self._of_few(line, filled) if len(filled) <= 3 else LineKind.DATA

    def _repeats_head(self, line: Line, filled: list[int]) -> bool:
        if len(filled) < ENOUGH:
            return False
        said = {words_of(as_text(line.values[n])) for n in filled}
        return any(len(said & one) >= max(ENOUGH, 0.6 * len(said)) for one in self.head.lines)

    def _of_few(self, line: Line, filled: list[int]) -> LineKind:
        first = as_text(line.values[filled[0]])
        said = [as_text(line.values[n]) for n in filled if isinstance(line.values[n], str)]
        if said and SUBTOTAL.match(said[0]):
            return LineKind.SUBTOTAL
        if said and filled[0] <= 1 and NOTE.match(said[0]):
            return LineKind.NOTE
        if len(filled) == 1 and self._is_title(first, filled[0], isinstance(line.values[filled[0]], str)):
            return LineKind.GROUP
        if len(filled) == 2 and MARKER.match(first) and filled[0] == min(self.columns.get(Field.NO, (0,))):
            return LineKind.GROUP
        return LineKind.DATA

    def _is_title(self, text: str, column: int, is_text: bool) -> bool:
        if not is_text:
            # A running number left over below the table.
            return column in self.columns.get(Field.NO, ())
        known = {n for columns in self.columns.values() for n in columns} - set(self.columns.get(Field.NO, ()))
        return column not in known or TITLED.match(text) is not None or SIGNATURE.match(text) is not None


def _is_numbering(line: Line, filled: list[int]) -> bool:
    if len(filled) < 3:
        return False
    found = [NUMBERING.match(as_text(line.values[n])) for n in filled]
    figures = [int(one[1]) for one in found if one]
    steps = all(later - earlier == 1 for earlier, later in zip(figures, figures[1:], strict=False))
    return len(figures) == len(filled) and steps and figures[0] == 1
