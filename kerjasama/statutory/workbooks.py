"""An edition as a workbook: the same rows as the paper, each fact in a column of its own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kerjasama.core import text
from kerjasama.core.sheets import Page, workbook_of
from kerjasama.statutory import sheets
from kerjasama.statutory.contents import Content
from kerjasama.statutory.fields import LEFT_OUT, NASKAH, OVERDUE, PROCESS, Field, Row
from kerjasama.statutory.models import ReportEdition

LISTS: tuple[tuple[str, str, tuple[Field, ...]], ...] = (
    ("naskah", "Naskah", NASKAH),
    ("process", "Dalam proses", PROCESS),
    ("overdue", "Monev terlambat", OVERDUE),
)


def workbook(edition: ReportEdition, content: Content, *, number: str, dated: date | None, author: str) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes. `number` and `dated` are empty for a draft."""
    summary, told = sheets.of(content.data)[0], _told(edition, number, dated)
    pages = [
        Page("Keterangan", ["Keterangan", "Isi"], _facts(edition, content, number, dated)),
        Page("Ringkasan", [column.label for column in summary.columns], [*summary.rows, summary.totals] if summary.totals else summary.rows),
        *(Page(name, [one.label for one in fields], _lines(fields, content.data[part]), told) for part, name, fields in LISTS),
    ]  # fmt: skip
    if content.data.get("left_out"):
        pages.append(
            Page("Tidak dimuat", [one.label for one in LEFT_OUT], _lines(LEFT_OUT, content.data["left_out"]), told)
        )
    if content.data["compared_with"]:
        changed = sheets.changed(content.data)
        pages.append(Page("Perubahan", [column.label for column in changed.columns], changed.rows, changed.title))
    return workbook_of(pages, title=str(edition), author=author, on=dated or date.fromisoformat(content.data["as_of"]))


def _lines(fields: tuple[Field, ...], rows: list[Row]) -> Iterator[list[Any]]:
    for row in rows:
        yield [one.value(row) for one in fields]


def _told(edition: ReportEdition, number: str, dated: date | None) -> str:
    return (
        f"{edition}; Nomor {number}, {text.date_long(dated)}" if number and dated else f"{edition}; DRAF, belum terbit"
    )


def _facts(edition: ReportEdition, content: Content, number: str, dated: date | None) -> list[list[str]]:
    compared = content.data["compared_with"]
    return [
        ["Laporan", str(edition.report)],
        ["Edisi", str(edition.number)],
        ["Kepada", edition.addressed()],
        ["Nomor", number or "DRAF, belum terbit"],
        ["Tanggal", text.date_long(dated) if dated else "–"],
        ["Dasar", edition.step.basis],
        ["Data per", text.date_long(date.fromisoformat(content.data["as_of"]))],
        ["Sidik isi (SHA-256)", content.sha256],
        [
            "Dibandingkan dengan",
            f"{compared['name']}, Nomor {compared['number']}" if compared else "Tidak ada laporan sebelumnya",
        ],
        ["Analisis", content.data["analysis"] or "Belum diisi"],
        ["Rencana tindak lanjut", content.data["follow_up"] or "Belum diisi"],
    ]
