"""Kata penyambung: the first word of the next page, at the lower right of each page (Permendagri 1/2023 Pasal 33).

Read from the pages as they were laid out, and set in the margin in a second laying out; the margin moves nothing, so
the words stay true. Loaded by the press only.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

#: Sections that are papers of their own: nothing leads over to them, for the part before has ended.
PARTS = {"annex", "lampiran", "plan"}
#: "a.", "1)", "(2)" or a dash says little alone: the word behind it is given too; so with the number of a Pasal.
MARK = re.compile(r"^(\(?([A-Za-z]|\d{1,2})[.)]|[-–•]|Pasal|Article)$")
LONGEST = 40
#: Beyond any page: the box is as wide as its word, and ends where the text ends.
REACH = 400


def words_over(pages: Sequence[Page]) -> dict[int, str]:
    """The word for each page that has one, by page number; none on the last page, and none before a new lampiran."""
    found = {}
    for number, (page, following) in enumerate(zip(pages, pages[1:], strict=False), start=1):
        word = _first_words(following)
        if word and not _parts(following) - _parts(page):
            found[number] = word
    return found


def rules(words: dict[int, str], pages: Sequence[Page]) -> str:
    """CSS that sets each word under the last line of its page, flush with the right edge of the text."""
    made = []
    for number, word in words.items():
        edge = pages[number - 1]._page_box.margin_right
        made.append(
            f"@page :nth({number}) {{ @right-bottom {{ content: {_quoted(f'{word} ...')}; white-space: pre; text-align: right; "
            f"vertical-align: bottom; margin: 0 {edge}px -5.5mm -{REACH}px; }} "
            "@bottom-right { padding-top: 6.5mm !important; } }"
        )
    return "\n".join(made)


def _first_words(page: Page) -> str:
    words: list[str] = []
    for word in _words(page):
        words.append(word)
        if not MARK.match(word):
            break
    return " ".join(words)[:LONGEST].strip()


def _words(page: Page) -> Iterator[str]:
    """The words of the text of a page in reading order, without its margins."""
    held = ""
    for box in _flow(page):
        if isinstance(box, boxes.LineBox):
            yield from held.split()
            held = ""
        elif isinstance(box, boxes.TextBox):
            held += box.text
            # All but the last word are whole; the last one may go on in the next box of its line.
            *whole, held = re.split(r"\s+", held)
            yield from (word for word in whole if word)
    yield from held.split()


def _flow(page: Page) -> Iterator[Any]:
    """Every box of the text; a mark that is set apart (position: absolute) stands where its item begins."""
    yield from _below(page._page_box.children[0])


def _below(box: Any) -> Iterator[Any]:
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    yield box
    for child in getattr(box, "children", ()):
        yield from _below(child)


def _parts(page: Page) -> set[Any]:
    """The sections on a page that are papers of their own."""
    held = [box.element for box in _flow(page) if getattr(box, "element", None) is not None]
    return {element for element in held if PARTS & set((element.get("class") or "").split())}


def _quoted(words: str) -> str:
    """A CSS string in which every sign but a letter or digit is written by its number: nothing can end it."""
    return '"' + "".join(sign if sign.isalnum() and sign.isascii() else f"\\{ord(sign):06x}" for sign in words) + '"'
