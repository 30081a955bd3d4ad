"""Read a changed Word file back into pasal and ayat, with what its tracked changes would become and its comments."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from agreements.content import Clause
from agreements.docx_out import FIXED, SECOND
from agreements.word_numbers import Numbers
from kerjasama.core.errors import UploadRefused

HEADING = re.compile(r"(?:pasal|article)\s+(\d+)\s*[.:–-]?\s*(.*)$", re.IGNORECASE | re.DOTALL)
AYAT = re.compile(r"\((\d+)\)\s*(.*)$", re.DOTALL)
ITEM = re.compile(r"([a-z]|\d{1,2})[.)]\s+(.*)$|[-–•]\s+(.*)$", re.DOTALL)
ENDING = re.compile(r"demikian(lah)?\b.*\b(dibuat|ditandatangani)\b", re.IGNORECASE | re.DOTALL)
TAKEN_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:pPr"),
    qn("w:txbxContent"),
}
PUT_IN = {qn("w:ins"), qn("w:moveTo")}
QUOTED = 400


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: who wrote it, on what words, in which pasal (counted from 1; 0 is the title)."""

    author: str
    text: str
    quoted: str
    clause: int


@dataclass(slots=True)
class Reading:
    """What was found in a file. `tracked`: places where changes were tracked, read as if all were accepted."""

    title: str = ""
    clauses: list[Clause] = field(default_factory=list)
    second_title: str = ""
    second: list[Clause] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    tracked: int = 0
    ignored: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the file as it reads with all changes accepted."""

    text: str
    style: str
    comments: tuple[str, ...] = ()


def read(content: bytes) -> Reading:
    """The text of a DOCX whose package has been checked before. Raises UploadRefused when no pasal can be found in it."""
    try:
        file = Document(io.BytesIO(content))
    # Any library fault on a file from outside is a file that cannot be read.
    except Exception as problem:
        raise _unreadable("Berkas DOCX ini tidak dapat dibaca.") from problem
    reading = Reading()
    reading.ignored = _ignored(file)
    reading.tracked = sum(1 for _ in file.element.body.iter(*PUT_IN, qn("w:del"), qn("w:moveFrom")))
    first, second = _split(list(_lines(file)))
    reading.title, reading.clauses, places = _text(first)
    reading.second_title, reading.second, _ = _text(second)
    if not reading.clauses:
        raise _unreadable("Tidak ada pasal yang ditemukan dalam berkas ini.")
    reading.comments = _comments(file, first, places)
    return reading


def _unreadable(sentence: str) -> UploadRefused:
    return UploadRefused(
        sentence,
        detail="Setiap pasal didahului baris “Pasal 1”, “Pasal 2”, dan seterusnya, dengan judulnya pada baris berikutnya. "
        "Unduh DOCX dari halaman ini sebagai contoh.",
    )


def _lines(file: Any) -> Iterator[Line]:
    """The paragraphs of the body in order; one whose end was deleted reads on into the next."""
    numbers = Numbers(file)
    names = {style.style_id: style.name for style in file.styles}
    carried, carried_comments = "", ()
    for paragraph in file.element.body.iterchildren(qn("w:p")):
        text = carried + _words(paragraph)
        comments = (*carried_comments, *(r.get(qn("w:id")) for r in paragraph.iter(qn("w:commentRangeStart"))))
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None:
            carried, carried_comments = text, comments
            continue
        carried, carried_comments = "", ()
        label = numbers.of(paragraph)
        shown = f"{label} {text}".strip() if label else text.strip()
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield Line(_tidy(shown), names.get(style.get(qn("w:val")), "") if style is not None else "", comments)


def _words(element: Any) -> str:
    """The text of a paragraph with all changes accepted: what is struck out is gone, what is put in stands."""
    if element.tag in TAKEN_OUT:
        return ""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag in (qn("w:br"), qn("w:cr")):
        return "\n"
    if element.tag == qn("w:noBreakHyphen"):
        return "-"
    return "".join(_words(child) for child in element)


def _tidy(words: str) -> str:
    lines = (re.sub(r"[\s\u00a0\u200b]+", " ", line).strip() for line in words.splitlines())
    return "\n".join(line for line in lines if line)


def _split(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The text in Indonesian, and the one in the second language."""
    place = next((n for n, line in enumerate(lines) if line.text.startswith(SECOND)), len(lines))
    return lines[:place], lines[place:]


def _text(lines: list[Line]) -> tuple[str, list[Clause], list[int]]:
    """The title, the pasal, and for each line the pasal it stands in (0 before the first)."""
    title, clauses, places = "", _Clauses(), []
    ours = any(line.style == FIXED for line in lines)
    for line in lines:
        words, fixed = line.text, line.style == FIXED
        if clauses.ended or fixed or not words:
            clauses.ended = clauses.ended or (fixed and clauses.begun and bool(words))
        elif clauses.heads(words):
            pass
        elif not clauses.begun:
            title = title or (words if line.style == "Title" else "")
        elif not ours and ENDING.match(words):
            clauses.ended = clauses.may_end(words)
        else:
            clauses.add(words)
        places.append(len(clauses.found))
    return title or _title_after_tentang(lines), clauses.done(), places


def _title_after_tentang(lines: list[Line]) -> str:
    """The title of a file that was typed anew: what follows the word TENTANG."""
    words = [line.text for line in lines]
    place = next((n for n, text in enumerate(words) if text.upper() == "TENTANG"), None)
    return next((text for text in words[place + 1 :] if text), "") if place is not None else ""


class _Clauses:
    """Puts lines together to pasal with a title and ayat."""

    def __init__(self) -> None:
        self.found: list[tuple[str, list[str]]] = []
        self.ended = False

    @property
    def begun(self) -> bool:
        return bool(self.found)

    def heads(self, words: str) -> bool:
        """Whether a line opens a pasal; it does so then. "Pasal 5 ayat (1) …" within a sentence does not."""
        match = HEADING.match(words)
        if match is None or (match[2] and not match[2].isupper()):
            return False
        self.found.append((match[2].replace("\n", " ").strip(), []))
        return True

    def may_end(self, words: str) -> bool:
        """The closing words end the text; the same words as the only content of a pasal belong to it."""
        title, paragraphs = self.found[-1]
        if title and not paragraphs:
            self.add(words)
            return False
        return True

    def add(self, words: str) -> None:
        title, paragraphs = self.found[-1]
        ayat = AYAT.match(words)
        if not title and not paragraphs and ayat is None:
            self.found[-1] = (words.replace("\n", " ").strip(), paragraphs)
        elif ayat is not None:
            paragraphs.append(ayat[2].strip())
        elif paragraphs:
            paragraphs[-1] = f"{paragraphs[-1]}\n{_item(words)}".strip()
        else:
            paragraphs.append(words)

    def done(self) -> list[Clause]:
        return [Clause("", title.upper(), tuple(p for p in paragraphs if p)) for title, paragraphs in self.found]


def _item(words: str) -> str:
    """A sub-item in the spelling of the house: "a. …"."""
    match = ITEM.match(words)
    if match is None:
        return words
    return f"{match[1]}. {match[2]}" if match[1] else f"- {match[3]}"


def _comments(file: Any, lines: list[Line], places: list[int]) -> list[Comment]:
    where = {key: (line, place) for line, place in zip(lines, places, strict=True) for key in line.comments}
    found = []
    for comment in file.comments:
        line, place = where.get(str(comment.comment_id), (Line("", ""), 0))
        text = _tidy(comment.text)
        if text:
            found.append(Comment((comment.author or "").strip() or "Tanpa nama", text, line.text[:QUOTED], place))
    return found


def _ignored(file: Any) -> list[str]:
    """What the file holds besides and is not taken over, for people to be told."""
    body = file.element.body
    told = (
        (body.find(qn("w:tbl")), "tabel"),
        (next(body.iter(qn("w:drawing"), qn("w:pict")), None), "gambar atau kotak teks"),
        (next(body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None), "catatan kaki"),
    )
    return [name for element, name in told if element is not None]
