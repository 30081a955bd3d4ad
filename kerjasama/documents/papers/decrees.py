"""Decrees (Keputusan) of the head of region, in the form of the Tata Naskah Dinas (Permendagri 1/2023)."""

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict

from kerjasama.core.text import party_label
from kerjasama.documents.papers.common import Kop, Signer, base, letterhead


class Column(TypedDict, total=False):
    """A column of the lampiran: its heading, and whether it holds money or short words in the middle."""

    label: str
    money: bool
    centre: bool


def decree(
    *,
    about: str,
    considering: Iterable[str],
    recalling: Iterable[str],
    rulings: Iterable[str],
    annex_title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    totals: Sequence[str] = (),
    annex_note: str = "",
    signer: Signer,
    copies: Iterable[str] = (),
    draft: bool = False,
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """A Keputusan: MENIMBANG, MENGINGAT, MEMUTUSKAN, MENETAPKAN, KESATU and on, with a table as its lampiran.

    `considering` without "bahwa"; a row holds one text for each column, money as a decimal string. A `draft` has no
    number and says so. Template keputusan_kdh.
    """
    context = base(
        kop or letterhead("KDH"), paper=paper, heading=f"Keputusan tentang {about}", signer=signer, copies=copies
    )
    return context | {
        "about": about,
        "kind_label": "Keputusan Kepala Daerah",
        "considering": [str(line) for line in considering],
        "recalling": [str(line) for line in recalling],
        "rulings": [{"label": party_label(n), "text": str(line)} for n, line in enumerate(rulings, start=1)],
        "annex_title": annex_title,
        "annex_note": annex_note,
        "columns": [{"label": c["label"], "money": c.get("money", False), "centre": c.get("centre", False)} for c in columns],
        "rows": [_cells(columns, row) for row in rows],
        "totals": _cells(columns, totals) if totals else [],
        "draft": draft,
    }  # fmt: skip


def _cells(columns: Sequence[Column], row: Sequence[str]) -> list[dict[str, Any]]:
    """The texts of a row, each with the way its column is set."""
    if len(row) != len(columns):
        raise ValueError("a row has one text for each column")
    return [
        {"text": str(text), "money": column.get("money", False), "centre": column.get("centre", False)}
        for column, text in zip(columns, row, strict=True)
    ]
