"""The content of a report as tables: the same for the page, the paper and the workbook."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kerjasama.core import text
from kerjasama.statutory import differences
from kerjasama.statutory.fields import LEFT_OUT, NASKAH, OVERDUE, PROCESS, Field, Row
from kerjasama.workflow.statute import CooperationKind

Data = Mapping[str, Any]
_BY_KEY = {one.key: one for one in NASKAH}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `money` and `centre` say how it is set on paper, `share` how much room it takes beside the others."""

    label: str
    money: bool = False
    centre: bool = False
    share: float = 1.0


SUMMARY = (
    Column("Jenis", share=1.1), Column("Naskah", centre=True, share=0.8), Column("Ditandatangani pada periode ini", centre=True, share=1.2),
    Column("Berlaku pada akhir periode", centre=True), Column("Berakhir pada periode ini", centre=True),
    Column("Usulan dalam proses", centre=True), Column("Sudah dilaporkan", centre=True), Column("Anggaran", money=True, share=1.6),
    Column("Realisasi", money=True, share=1.6), Column("Hasil berupa uang", money=True, share=1.6),
)  # fmt: skip

LISTED = (
    Column("Judul dan bentuk", share=1.8), Column("Para pihak dan nomor", share=2), Column("Ditandatangani", centre=True),
    Column("Jangka waktu", centre=True, share=1.2), Column("Pelaksana"), Column("Keadaan", centre=True), Column("Laporan monev", centre=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: where it is found, its heading, its columns, its rows in words, and what an empty one says."""

    slug: str
    title: str
    columns: tuple[Column, ...]
    rows: list[list[str]]
    empty: str
    totals: list[str] = field(default_factory=list)


def of(data: Data) -> list[Sheet]:
    """The tables of a content, in the order of the paper; the last one only where something is compared."""
    found = [
        _summary(data), _naskah(data), _carried_out(data), _troubles(data),
        _plain("proses", "Usulan dalam proses", PROCESS, data["process"], "Tidak ada usulan yang sedang berjalan."),
        _plain("terlambat", "Laporan monev yang melewati tenggat", OVERDUE, data["overdue"], "Tidak ada laporan monev yang terlambat."),
    ]  # fmt: skip
    if data.get("left_out"):
        found.append(_plain("tidak-dimuat", "Tidak dimuat dalam laporan ini", LEFT_OUT, data["left_out"], ""))
    return [*found, changed(data)] if data["compared_with"] else found


def figures(data: Data) -> dict[str, int]:
    """The counts that stand on the page of an edition."""
    naskah = data["naskah"]
    return {
        "naskah": len(naskah), "reported": sum(1 for row in naskah if row["has_report"]), "process": len(data["process"]),
        "overdue": len(data["overdue"]), "left_out": sum(row["count"] for row in data.get("left_out", ())),
    }  # fmt: skip


def _summary(data: Data) -> Sheet:
    kinds = [kind for kind in CooperationKind.values if _of(kind, data["naskah"]) or _of(kind, data["process"])]
    rows = [_counted(kind, _of(kind, data["naskah"]), _of(kind, data["process"]), data) for kind in kinds]
    totals = _counted("Jumlah", data["naskah"], data["process"], data) if len(rows) > 1 else []
    return Sheet(
        "ringkasan", "Ringkasan", SUMMARY, rows, "Tidak ada kerja sama pada periode ini.", totals
    )  # fmt: skip


def _counted(label: str, naskah: Sequence[Row], process: Sequence[Row], data: Data) -> list[str]:
    first, last = data["starts_on"], data["ends_on"]
    counts = (
        len(naskah), sum(first <= row["signed_on"] <= last for row in naskah), sum(row["state"] == "Berlaku" for row in naskah),
        sum(_ended_within(row, first, last) for row in naskah), len(process), sum(row["has_report"] for row in naskah),
    )  # fmt: skip
    return [
        label,
        *(str(count) for count in counts),
        *(_total(naskah, key) for key in ("planned", "realised", "money")),
    ]


def _ended_within(row: Row, first: str, last: str) -> bool:
    """By its day; contents that were frozen before the day was kept count by the state that was told."""
    return first <= row["ended_on"] <= last if "ended_on" in row else row["state"] == "Berakhir"


def _term(row: Row) -> str:
    """From when to when, with the day on which it ended before its time, and why."""
    told = f"{_day(row['starts_on'])} sampai {_day(row['ends_on'])}"
    early = row.get("ended_on") and row["ended_on"] != row["ends_on"]
    return f"{told}\nBerakhir {_day(row['ended_on'])}: {row['end_ground']}" if early else told


def _total(rows: Iterable[Row], key: str) -> str:
    known = [Decimal(row[key]) for row in rows if row.get(key)]
    return text.rupiah(sum(known, Decimal(0))) if known else "–"


def _naskah(data: Data) -> Sheet:
    rows = [
        [
            f"{row['title']}\n{_sort(row)}", row["parties"], _day(row["signed_on"]),
            _term(row), row["unit"], row["state"], _shown(row, "report"),
        ]
        for row in data["naskah"]
    ]  # fmt: skip
    return Sheet("naskah", "Daftar naskah kerja sama", LISTED, rows, "Tidak ada naskah pada periode ini.")


def _sort(row: Row) -> str:
    """Kind and category, where it is known, and the form of the naskah."""
    named = " ".join(filter(None, (row["kind"], row["category"])))
    return ", ".join(filter(None, (named, row["instrument"])))


def _carried_out(data: Data) -> Sheet:
    columns = (
        Column("Judul"), Column("Maksud, tujuan, dan ruang lingkup"), Column("Kegiatan dan keluaran"), Column("Hasil dan penerima manfaat"),
        Column("Pembiayaan dan realisasi"), Column("Hasil bagi daerah"),
    )  # fmt: skip
    rows = [
        [
            differences.named(row), _lines(row, "aims", "scope"), _lines(row, "activities", "progress", "outputs", "indicators"),
            _lines(row, "outcomes", "benefits"),
            _money_lines(row), _result_lines(row),
        ]
        for row in data["naskah"]
    ]  # fmt: skip
    return Sheet("pelaksanaan", "Pelaksanaan dan hasil", columns, rows, "Tidak ada naskah pada periode ini.")


def _troubles(data: Data) -> Sheet:
    columns = (
        Column("Judul"),
        Column("Permasalahan"),
        Column("Tindak lanjut"),
        Column("Lampu dan rekomendasi"),
        Column("Temuan terbuka"),
    )
    rows = [
        [differences.named(row), _shown(row, "problems"), _shown(row, "follow_up"), _lines(row, "light", "verdict"), _shown(row, "findings")]
        for row in data["naskah"]
    ]  # fmt: skip
    return Sheet(
        "permasalahan", "Permasalahan, tindak lanjut, dan evaluasi", columns, rows, "Tidak ada naskah pada periode ini."
    )


def _plain(slug: str, title: str, fields: Sequence[Field], rows: Iterable[Row], empty: str) -> Sheet:
    columns = tuple(Column(one.label) for one in fields)
    return Sheet(slug, title, columns, [[one.shown(row) for one in fields] for row in rows], empty)


def changed(data: Data) -> Sheet:
    """One line for each fact that changed; a new or gone row has one line."""
    columns = (
        Column("Daftar"),
        Column("Judul"),
        Column("Perubahan", centre=True),
        Column("Isian"),
        Column("Semula"),
        Column("Menjadi"),
    )
    lines = []
    for change in data["changes"]:
        head = [change["part"], change["title"], differences.LABELS[change["sort"]]]
        facts = change["facts"] or [{"label": "–", "old": "–", "new": "–"}]
        lines.extend([*head, fact["label"], fact["old"], fact["new"]] for fact in facts)
    named = data["compared_with"]["name"] if data["compared_with"] else ""
    return Sheet("perubahan", f"Perubahan sejak {named}", columns, lines, f"Tidak ada yang berubah sejak {named}.")


def _of(kind: str, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["kind"] == kind]


def _shown(row: Row, key: str) -> str:
    return _BY_KEY[key].shown(row)


def _lines(row: Row, *keys: str) -> str:
    """What is known of these facts, one after the other; what all of them lack is said once."""
    told = dict.fromkeys(_shown(row, key) for key in keys if row.get(key))
    return "\n".join(told) or _shown(row, keys[0])


def _money_lines(row: Row) -> str:
    if not row["has_report"]:
        return row["report"]
    parts = [row.get("financing", "")]
    parts += [f"{_BY_KEY[key].label}: {_shown(row, key)}" for key in ("planned", "realised")]
    return "\n".join(part for part in parts if part)


def _result_lines(row: Row) -> str:
    sums = [f"{_BY_KEY[key].label}: {_shown(row, key)}" for key in ("money", "goods", "other") if row.get(key)]
    return "\n".join([*sums, row["results"]])


def day_of(written: str) -> date:
    """A day of the content."""
    return date.fromisoformat(written)


def _day(written: str) -> str:
    return text.date_short(day_of(written)) if written else "–"
