"""The fields in which the changes of an adendum are written: each pasal in force as it reads, and pasal to be put in between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agreements.amending import Change, Changes, Numbered, Op
from agreements.content import Clause
from agreements.offered import paragraphs_of

#: So many pasal one adendum may put in between.
MOST_INSERTED = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A pasal in force with what shall be read in its place. `was` is its present wording, in ayat."""

    n: int
    number: str
    was_title: str
    was: tuple[str, ...]
    title: str
    text: str
    gone: bool

    @property
    def changed(self) -> bool:
        return self.gone or self.title.strip() != self.was_title or paragraphs_of(self.text) != self.was


@dataclass(frozen=True, slots=True)
class Inserted:
    """A pasal that shall stand behind another one."""

    n: int
    at: str
    title: str
    text: str

    @property
    def empty(self) -> bool:
        return not self.title.strip() and not self.text.strip()


def fields_of(text: Sequence[Numbered], changes: Changes) -> tuple[list[Field], list[Inserted]]:
    """The fields as they stand after changes that were kept."""
    changed = {row.at: row for row in changes.rows if row.op is not Op.INSERT}
    fields = []
    for n, row in _standing(text):
        change = changed.get(row.number)
        clause = change.clause if change and change.op is Op.REPLACE else row.clause
        fields.append(_field(n, row, clause.title, _joined(clause), change is not None and change.op is Op.REMOVE))
    inserts = [row for row in changes.rows if row.op is Op.INSERT]
    return fields, [
        Inserted(n, row.at, row.clause.title, _joined(row.clause)) for n, row in enumerate(inserts, start=1)
    ]


def typed(posted: Mapping[str, Any], text: Sequence[Numbered]) -> tuple[list[Field], list[Inserted]]:
    """The fields as they were posted; a pasal whose fields are wanting stays as it is."""
    fields = [
        _field(n, row, posted.get(f"judul_{n}", row.clause.title), posted.get(f"isi_{n}", _joined(row.clause)), f"hapus_{n}" in posted)
        for n, row in _standing(text)
    ]  # fmt: skip
    inserts = [
        Inserted(n, posted.get(f"sisip_di_{n}", ""), posted.get(f"sisip_judul_{n}", ""), posted.get(f"sisip_isi_{n}", ""))
        for n in range(1, MOST_INSERTED + 1)
        if f"sisip_judul_{n}" in posted
    ]  # fmt: skip
    return fields, inserts


def changes_from(fields: Sequence[Field], inserts: Sequence[Inserted]) -> tuple[Change, ...]:
    """What the fields change: a pasal that reads as before changes nothing."""
    rows = [
        Change(Op.REMOVE, field.number, Clause("", "", ()))
        if field.gone
        else Change(Op.REPLACE, field.number, Clause("", field.title.strip().upper(), paragraphs_of(field.text)))
        for field in fields
        if field.changed
    ]
    rows += [
        Change(Op.INSERT, one.at, Clause("", one.title.strip().upper(), paragraphs_of(one.text)))
        for one in inserts
        if not one.empty
    ]
    return tuple(rows)


def _standing(text: Sequence[Numbered]) -> list[tuple[int, Numbered]]:
    return [(n, row) for n, row in enumerate(text, start=1) if not row.gone]


def _field(n: int, row: Numbered, title: str, text: str, gone: bool) -> Field:
    return Field(n, row.number, row.clause.title, row.clause.paragraphs, title, text.replace("\r\n", "\n"), gone)


def _joined(clause: Clause) -> str:
    return "\n\n".join(clause.paragraphs)
