"""What a Perubahan changes against the list before it: new rows, changed rows part by part, rows given up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kerjasama.core import text

NEW, CHANGED, DROPPED = "Baru", "Diubah", "Dicabut"
#: Parts that are compared, in the order in which they are told.
COMPARED = (
    "title", "affair", "unit", "kind", "category", "partner_label", "location", "benefit_amount", "cost_amount", "funding", "budget_status",
    "programme",
)  # fmt: skip
NAMES = {"partner_label": "calon mitra"}


@dataclass(frozen=True)
class Change:
    """One line of the Perubahan: the row it is about, what happened to it, and how, in words."""

    row: Any
    what: str
    lines: tuple[str, ...]


def changes_of(rows: Iterable[Any], dropped: Iterable[Any]) -> list[Change]:
    """The rows of the new edition in their order, then those given up, each with what is different."""
    found = [
        Change(row, CHANGED, parts_changed(row.replaces, row)) if row.replaces else Change(row, NEW, _told_new(row))
        for row in rows
    ]
    return found + [Change(row, DROPPED, (row.drop_reason,)) for row in dropped]


def parts_changed(before: Any, after: Any) -> tuple[str, ...]:
    """ "perkiraan biaya: Rp1.000 menjadi Rp2.000" for each part that differs."""
    told = []
    for name in COMPARED:
        old, new = shown(before, name), shown(after, name)
        if old != new:
            told.append(f"{_label(after, name)}: {old or 'kosong'} menjadi {new or 'kosong'}")
    return tuple(told) or ("tanpa perubahan isi",)


def shown(row: Any, name: str) -> str:
    """A part of a row as people read it."""
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if value is None or value == "":
        return ""
    return text.rupiah(value) if name.endswith("_amount") else str(value)


def _told_new(row: Any) -> tuple[str, ...]:
    return (row.needs,) if row.needs else ("rencana baru",)


def _label(row: Any, name: str) -> str:
    return NAMES.get(name) or str(row._meta.get_field(name).verbose_name)
