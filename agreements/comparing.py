"""What differs between two versions of a naskah, pasal by pasal and word by word: made to be read, not to be merged."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.content import Clause, clauses_from
from kerjasama.core.word_diff import Piece, paragraphs, woven

#: From this likeness on a pasal under another name is the same pasal.
SAME_CLAUSE = 0.6


@dataclass(frozen=True, slots=True)
class Section:
    """A pasal, or another part of the text, with what became of it. `state`: SAME, CHANGED, ADDED, REMOVED or MOVED."""

    heading: str
    was: str
    state: str
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def changed(self) -> bool:
        return self.state != "SAME"


def compare(old: Any, new: Any) -> list[Section]:
    """Every part of two versions in the order of the new one; a pasal that is gone stands where it was."""
    found = [_part("Judul", (old.title,), (new.title,))]
    found += _clauses(old.content, new.content, "Pasal {n}")
    found += _tables(old.tables, new.tables)
    found += _second(old.translation or {}, new.translation or {})
    return [section for section in found if section is not None]


def changed(sections: Iterable[Section]) -> list[Section]:
    """Only what is not the same."""
    return [section for section in sections if section.changed]


def _part(heading: str, old: Sequence[str], new: Sequence[str]) -> Section | None:
    """A part that is no pasal; None when there is nothing in it on either side."""
    if not any(old) and not any(new):
        return None
    state = (
        "SAME"
        if tuple(old) == tuple(new)
        else "CHANGED"
        if any(old) and any(new)
        else "ADDED"
        if any(new)
        else "REMOVED"
    )
    return Section(heading, "", state, (), paragraphs(old, new))


def _tables(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[Section | None]:
    before, after = ({table["title"]: table["lines"] for table in tables} for tables in (old, new))
    return [_part(title, before.get(title, ()), after.get(title, ())) for title in {**before, **after}]


def _second(old: dict[str, Any], new: dict[str, Any]) -> list[Section | None]:
    """The same text in the second language."""
    title = _part("Judul dalam bahasa kedua", (old.get("title", ""),), (new.get("title", ""),))
    clauses = _clauses(
        clauses_from(old.get("clauses", ())), clauses_from(new.get("clauses", ())), "Pasal {n}, bahasa kedua"
    )
    which = _part("Naskah yang dipakai", (old.get("prevailing", ""),), (new.get("prevailing", ""),))
    return [title, *clauses, which]


def _clauses(old: Sequence[Clause], new: Sequence[Clause], name: str) -> list[Section]:
    pairs = paired(old, new)
    order = [i for i, _ in pairs if i is not None]
    kept = _longest_rising(order)
    sections: list[tuple[tuple[int, int], Section]] = []
    last = -1
    for i, j in pairs:
        if j is None:
            continue
        sections.append(((j, 1), _clause(old, new, i, j, name, moved=i is not None and i not in kept)))
    places = {i: j for i, j in pairs if i is not None and j is not None}
    for i in range(len(old)):
        if i in places:
            last = places[i]
        else:
            sections.append(((last, 2), _clause(old, new, i, None, name, moved=False)))
    return [section for _, section in sorted(sections, key=lambda row: row[0])]


def _clause(
    old: Sequence[Clause], new: Sequence[Clause], i: int | None, j: int | None, name: str, *, moved: bool
) -> Section:
    empty = Clause("", "", ())
    before, after = old[i] if i is not None else empty, new[j] if j is not None else empty
    same = before.title == after.title and before.paragraphs == after.paragraphs
    state = (
        "ADDED" if i is None else "REMOVED" if j is None else "CHANGED" if not same else "MOVED" if moved else "SAME"
    )
    was = name.format(n=i + 1) if i is not None else ""
    heading = name.format(n=j + 1) if j is not None else was
    return Section(
        heading, was, state, woven(before.title, after.title), paragraphs(before.paragraphs, after.paragraphs)
    )


def paired(old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int | None, int | None]]:
    """Which pasal of the old text is which of the new: by its key, else by its likeness."""
    free = dict.fromkeys(range(len(old)))
    pairs: list[tuple[int | None, int | None]] = []
    open_ones: list[int] = []
    for j, clause in enumerate(new):
        i = next((i for i in free if old[i].key == clause.key), None)
        if i is None:
            open_ones.append(j)
        else:
            del free[i]
            pairs.append((i, j))
    for j in open_ones:
        likest = max(free, key=lambda i: _likeness(old[i], new[j]), default=None)
        if likest is not None and _likeness(old[likest], new[j]) >= SAME_CLAUSE:
            del free[likest]
            pairs.append((likest, j))
        else:
            pairs.append((None, j))
    pairs.sort(key=lambda pair: pair[1] or 0)
    return [*pairs, *((i, None) for i in free)]


def _likeness(old: Clause, new: Clause) -> float:
    before, after = (" ".join((c.title, *c.paragraphs)).split() for c in (old, new))
    return difflib.SequenceMatcher(None, before, after, autojunk=False).ratio()


def _longest_rising(order: Sequence[int]) -> set[int]:
    """The most pasal that still stand in their old order: the others have been moved."""
    best: list[list[int]] = []
    for value in order:
        longest = max((run for run in best if run[-1] < value), key=len, default=[])
        best.append([*longest, value])
    return set(max(best, key=len, default=[]))
