"""How an adendum changes a naskah: pasal by pasal, old and new, and the text that holds after it.

Pure: it takes clauses and gives clauses. The words follow Lampiran II of UU 12/2011 as far as it serves agreements: a changed pasal reads anew, an
inserted one takes the number before it with a letter, a pasal that is gone keeps its number with the word "dihapus".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from agreements.content import Clause
from kerjasama.core.text import counted, date_long

KEY = "changes"
GONE = "Dihapus."
#: The pasal around the changes that a region may word itself.
AROUND = ("standing", "closing")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Op(StrEnum):
    REPLACE = "REPLACE"
    INSERT = "INSERT"
    REMOVE = "REMOVE"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A pasal with the number it bears: "5", or "5A" for one that an adendum put behind it."""

    number: str
    clause: Clause

    @property
    def gone(self) -> bool:
        return self.clause.paragraphs == (GONE,)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of the pasal `at`, or behind it. A removal has no words."""

    op: Op
    at: str
    clause: Clause

    def as_json(self) -> dict[str, Any]:
        return {"op": str(self.op), "at": self.at, "clause": self.clause.as_json()}


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything one adendum changes: pasal, and the last day where that moves."""

    rows: tuple[Change, ...] = ()
    new_end: date | None = None

    def as_annex(self) -> dict[str, Any]:
        """As it stands beside the text of the adendum, bound by its paraf."""
        end = self.new_end.isoformat() if self.new_end else ""
        return {"key": KEY, "title": "Perubahan", "rows": [row.as_json() for row in self.rows], "new_end": end}


def changes_of(annexes: Iterable[Mapping[str, Any]]) -> Changes:
    """The changes that stand beside a text; none where there are none."""
    found = next((annex for annex in annexes if annex.get("key") == KEY), None)
    if found is None:
        return Changes()
    rows = tuple(
        Change(
            Op(row["op"]),
            row["at"],
            Clause(row["clause"]["key"], row["clause"]["title"], tuple(row["clause"]["paragraphs"])),
        )
        for row in found["rows"]
    )
    return Changes(rows, date.fromisoformat(found["new_end"]) if found["new_end"] else None)


def numbered(clauses: Iterable[Clause]) -> tuple[Numbered, ...]:
    """The pasal of a first text, numbered in their order."""
    return tuple(Numbered(str(number), clause) for number, clause in enumerate(clauses, start=1))


def applied(text: Sequence[Numbered], changes: Changes) -> tuple[Numbered, ...]:
    """The text as it reads after an adendum. Raises ValueError for a change of a pasal that is not there, or not any more."""
    result = list(text)
    for change in changes.rows:
        place = _place(result, change.at, behind=change.op is Op.INSERT)
        if change.op is Op.INSERT:
            _insert(result, place, change)
        else:
            paragraphs = change.clause.paragraphs if change.op is Op.REPLACE else (GONE,)
            title = change.clause.title if change.op is Op.REPLACE else result[place].clause.title
            # A pasal keeps its key: what the law asks for by name is found in the changed text too.
            result[place] = Numbered(result[place].number, Clause(result[place].clause.key, title, paragraphs))
    return tuple(result)


def _place(text: Sequence[Numbered], number: str, *, behind: bool) -> int:
    for index, row in enumerate(text):
        if row.number == number and (behind or not row.gone):
            return index
    raise ValueError(number)


def _insert(text: list[Numbered], place: int, change: Change) -> None:
    """Behind the pasal and those already put behind it: 5, 5A, 5B."""
    base = change.at.rstrip(LETTERS)
    taken = [row.number for row in text if row.number.rstrip(LETTERS) == base and row.number != base]
    last = max((index for index, row in enumerate(text) if row.number.rstrip(LETTERS) == base), default=place)
    text.insert(last + 1, Numbered(f"{base}{LETTERS[len(taken)]}", change.clause))


def clauses_after(text: Iterable[Numbered]) -> tuple[Clause, ...]:
    """The clauses that still say something, for what the law asks of the changed text."""
    return tuple(row.clause for row in text if not row.gone)


def composed(
    form: str, told: str, text: Sequence[Numbered], changes: Changes, own: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[Clause, ...]:
    """The pasal of an adendum: what changes, that all else holds, and since when.

    `form` is the name of the naskah that changes ("Perjanjian Kerja Sama"), `told` how it is cited (its number, day and title);
    `own` holds the words of the region for the pasal around the changes.
    """
    lines = [line for number, change in in_order(text, changes) for line in (_line(form, number, change),)]
    if changes.new_end is not None:
        lines.append(f"Jangka waktu {form} diubah sehingga berlaku sampai dengan tanggal {date_long(changes.new_end)}.")
    opening = f"Ketentuan dalam {told} diubah sebagai berikut:"
    first = (opening, *lines) if lines else (opening,)
    words = {**standard(form), **(own or {})}
    return (
        Clause("changes", "KETENTUAN YANG DIUBAH", first),
        Clause("standing", "KETENTUAN LAIN", words["standing"]),
        Clause("closing", "PENUTUP", words["closing"]),
    )


def standard(form: str) -> dict[str, tuple[str, ...]]:
    """The words of the system for the pasal around the changes, by their key."""
    return {
        "standing": (f"Ketentuan lain dalam {form} yang tidak diubah dengan Adendum ini tetap berlaku bagi PARA PIHAK.",),
        "closing": (f"Adendum ini merupakan bagian yang tidak terpisahkan dari {form} dan berlaku sejak ditandatangani PARA PIHAK.",),
    }  # fmt: skip


def in_order(text: Sequence[Numbered], changes: Changes) -> list[tuple[str, Change]]:
    """Each change with the number its pasal bears afterwards, in the order of the pasal."""
    after, seen = list(text), []
    for change in changes.rows:
        before = {row.number for row in after}
        after = list(applied(after, Changes((change,))))
        fresh = next((row.number for row in after if row.number not in before), change.at)
        seen.append((fresh, change))
    order = {row.number: index for index, row in enumerate(after)}
    return sorted(seen, key=lambda pair: order[pair[0]])


def _line(form: str, number: str, change: Change) -> str:
    """One change in words, with the new wording below it."""
    ayat = change.clause.paragraphs
    marked = [f"({place}) {words}" for place, words in enumerate(ayat, start=1)] if len(ayat) > 1 else ayat
    body = "\n".join([f"Pasal {number}", change.clause.title, *marked])
    if change.op is Op.REMOVE:
        return f"Ketentuan Pasal {number} dihapus."
    if change.op is Op.INSERT:
        return f"Sesudah Pasal {change.at} disisipkan {counted(1)} pasal, yaitu Pasal {number}, yang berbunyi sebagai berikut:\n{body}"
    return f"Ketentuan Pasal {number} diubah sehingga berbunyi sebagai berikut:\n{body}"
