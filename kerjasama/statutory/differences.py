"""What changed between two frozen contents, row by row: plain comparison, without a database."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kerjasama.statutory.fields import COMPARED, Field, Row

NEW, GONE, CHANGED = "NEW", "GONE", "CHANGED"
LABELS = {NEW: "Baru", GONE: "Tidak lagi dimuat", CHANGED: "Berubah"}
Content = Mapping[str, Any]


def changes(before: Content | None, after: Content) -> list[dict[str, Any]]:
    """Every row that is new, gone or changed, with old and new of each fact; empty where nothing was sent before."""
    if before is None:
        return []
    return [
        change
        for part, (label, fields) in COMPARED.items()
        for change in _of_part(label, before.get(part, ()), after.get(part, ()), fields)
    ]


def _of_part(
    part: str, before: Iterable[Row], after: Iterable[Row], fields: Sequence[Field]
) -> Iterator[dict[str, Any]]:
    """In the order of the newer list, then what is gone in the order of the older one."""
    old, new = {row["key"]: row for row in before}, {row["key"]: row for row in after}
    for key, row in new.items():
        if key not in old:
            yield _change(NEW, part, row)
            continue
        facts = [_fact(field, old[key], row) for field in fields if field.shown(old[key]) != field.shown(row)]
        if facts:
            yield _change(CHANGED, part, row, facts)
    for key, row in old.items():
        if key not in new:
            yield _change(GONE, part, row)


def _fact(field: Field, old: Row, new: Row) -> dict[str, str]:
    return {"label": field.label, "old": field.shown(old), "new": field.shown(new)}


def _change(sort: str, part: str, row: Row, facts: Sequence[dict[str, str]] = ()) -> dict[str, Any]:
    return {"sort": sort, "part": part, "key": row["key"], "title": named(row), "facts": list(facts)}


def named(row: Row) -> str:
    """The title of a row, with its form where it is a naskah: a KB and its PKS often bear the same title."""
    return f"{row['title']} ({row['instrument']})" if row.get("instrument") else str(row["title"])


def counts(found: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many rows are new, gone and changed."""
    tally = dict.fromkeys(LABELS, 0)
    for change in found:
        tally[change["sort"]] += 1
    return tally


def told(found: Sequence[Mapping[str, Any]]) -> str:
    """ "2 baru, 1 berubah" for a line on a page; a sentence where nothing changed."""
    tally = counts(found)
    parts = [f"{tally[sort]} {label.lower()}" for sort, label in LABELS.items() if tally[sort]]
    return ", ".join(parts) or "Tidak ada perubahan"
