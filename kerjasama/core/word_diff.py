"""What differs between two wordings, word by word: made to be read, not to be merged."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

WORD = re.compile(r"\s+|\w+|[^\w\s]")
#: Below this likeness two paragraphs are read faster one after the other than woven together.
WOVEN = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: `op` is "=" (in both), "-" (before only) or "+" (now only)."""

    op: str
    text: str


def woven(old: str, new: str) -> tuple[Piece, ...]:
    """Two wordings as one line of words kept, taken out and put in."""
    if old == new:
        return (Piece("=", new),) if new else ()
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    if not old or not new or matcher.ratio() < WOVEN:
        return tuple(Piece(op, text) for op, text in (("-", old), ("+", new)) if text)
    pieces: list[Piece] = []
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        parts = [("=", before[i1:i2])] if op == "equal" else [("-", before[i1:i2]), ("+", after[j1:j2])]
        pieces += [Piece(mark, "".join(words)) for mark, words in parts if words]
    return tuple(pieces)


def paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Paragraph beside paragraph: those alike are woven together."""
    rows: list[tuple[Piece, ...]] = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op == "equal":
            rows += [(Piece("=", text),) for text in old[i1:i2]]
        else:
            rows += [woven(before, after) for before, after in zip_longest(old[i1:i2], new[j1:j2], fillvalue="")]
    return tuple(row for row in rows if row)


def changed(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    """Only the paragraphs that are not the same."""
    return tuple(row for row in paragraphs(old, new) if any(piece.op != "=" for piece in row))
