"""Statutory reports: a letter to the Gubernur or the Menteri, or a nota dinas inside the house, with its tables as lampiran."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kerjasama.core.text import counted
from kerjasama.documents.papers.common import Kop, Signer, letterhead, pairs
from kerjasama.documents.papers.letters import IMPORTANT, letter


def statutory_report(
    *,
    title: str,
    period: str,
    basis: str,
    edition: int,
    why: str,
    to: Iterable[str],
    opening: str,
    figures: Iterable[str],
    parts: Iterable[tuple[str, str]],
    tables: Sequence[Mapping[str, Any]],
    compared: str,
    content_hash: str,
    signer: Signer,
    copies: Iterable[str] = (),
    rank: str = "KDH",
    paper: str = "A4",
    kop: Kop | None = None,
) -> dict[str, Any]:
    """A report with its tables. Templates laporan_kerja_sama (letter) and nota_laporan_kerja_sama (nota dinas).

    A table is {title, columns [{label, money, centre, width in percent}], rows [texts], totals, empty}; `figures` are sentences of the
    letter, `parts` what it says in words, `compared` which edition the last table compares with ("" for none).
    """
    context = letter(
        kop or letterhead(rank), paper=paper, about=f"{title} {period}", nature=IMPORTANT, to=[str(line) for line in to],
        attachment_line=f"{counted(1)} berkas", signer=signer, copies=copies,
    )  # fmt: skip
    return context | {
        "title": title, "period": period, "basis": basis, "edition": edition, "why": why, "opening": opening,
        "figures": [str(line) for line in figures], "parts": pairs(parts), "tables": [_table(table) for table in tables],
        "compared": compared, "content_hash": content_hash,
    }  # fmt: skip


def _table(table: Mapping[str, Any]) -> dict[str, Any]:
    columns = [{"width": 0, **column} for column in table["columns"]]
    return {
        "title": str(table["title"]), "columns": columns, "empty": str(table["empty"]),
        "rows": [_cells(columns, row) for row in table["rows"]],
        "totals": _cells(columns, table["totals"]) if table["totals"] else [],
    }  # fmt: skip


def _cells(columns: Sequence[Mapping[str, Any]], row: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {"text": str(text), "money": column["money"], "centre": column["centre"]}
        for column, text in zip(columns, row, strict=True)
    ]
