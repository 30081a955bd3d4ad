"""The Rencana Kerja of a Nota Kesepakatan: a table in the annex of a version, with each party's own budget (PP 28/2018 art. 46)."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from kerjasama.core import text

KEY = "WORK_PLAN"
TITLE = "Rencana Kerja"
MAX_ROWS = 60
TEXTS = ("activity", "output", "target", "location", "time")
LABELS = {
    "activity": "Program dan kegiatan", "output": "Keluaran", "target": "Target", "location": "Lokasi", "time": "Waktu",
}  # fmt: skip
SOURCES = {"APBD": "APBD", "APBN": "APBN", "OWN": "Anggaran sendiri lainnya"}
TRANSFER = (
    "Baris {n}: bagian {party} dibiayai {source}, yaitu anggaran pihak lain. Dana tidak berpindah antarpihak dalam sinergi; masing-masing "
    "memakai anggarannya sendiri (PP 28/2018 Pasal 46 ayat (2) dan (3))."
)  # fmt: skip

Row = dict[str, Any]
#: A party of the naskah as this table needs it: order, name, and whether it is our region.
Side = tuple[int, str, bool]


def sides_of(parties: Iterable[Any]) -> list[Side]:
    """The parties of a naskah, in order."""
    return [(party.order, party.name, party.partner_id is None) for party in parties]


def rows_of(annexes: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The rows of the Rencana Kerja among the annexes of a version; none when it has none."""
    return next((list(annex["rows"]) for annex in annexes if annex.get("key") == KEY), [])


def as_annex(rows: Sequence[Row], sides: Sequence[Side]) -> dict[str, Any]:
    """The table as it is kept with the version, and hashed."""
    return {"key": KEY, "title": TITLE, "parties": [[order, name] for order, name, _ in sides], "rows": list(rows)}


def amount_of(cost: Mapping[str, Any]) -> Decimal:
    """The amount of one party in one row, in rupiah; zero where none is written."""
    try:
        return Decimal(str(cost.get("amount") or 0))
    except InvalidOperation:
        return Decimal(0)


def totals(rows: Iterable[Row], sides: Iterable[Side]) -> dict[int, Decimal]:
    """What each party pays over all rows, in rupiah, by its order."""
    held = list(rows)
    return {
        order: sum((amount_of(row["costs"].get(str(order), {})) for row in held), Decimal(0)) for order, _, _ in sides
    }


def problems(rows: Sequence[Row], sides: Sequence[Side]) -> list[str]:
    """What is wrong with the table, row by row: what is missing, and what would move money between the parties."""
    found: list[str] = []
    for n, row in enumerate(rows, start=1):
        lacking = [LABELS[name].lower() for name in TEXTS if not str(row.get(name, "")).strip()]
        if lacking:
            found.append(f"Baris {n}: isi {', '.join(lacking)}.")
        if row.get("responsible") not in [order for order, _, _ in sides]:
            found.append(f"Baris {n}: pilih pihak yang bertanggung jawab.")
        found += [line for side in sides if (line := _cost_problem(n, row, side))]
        if not any(amount_of(row["costs"].get(str(order), {})) for order, _, _ in sides):
            found.append(f"Baris {n}: isi anggaran sedikitnya satu pihak.")
    return found


def _cost_problem(n: int, row: Row, side: Side) -> str:
    order, name, ours = side
    cost = row["costs"].get(str(order), {})
    source = cost.get("source", "")
    if not amount_of(cost):
        return ""
    if source not in SOURCES:
        return f"Baris {n}: pilih sumber anggaran {name}."
    if source == ("APBN" if ours else "APBD"):
        return TRANSFER.format(n=n, party=name, source=SOURCES[source])
    return ""


def lines_of(annex: Mapping[str, Any]) -> list[str]:
    """The table as readable lines, one a row and one for the sums: for reading on a page, and for comparing versions."""
    names = {int(order): name for order, name in annex["parties"]}
    lines = []
    for n, row in enumerate(annex["rows"], start=1):
        costs = [_cost_line(names[int(order)], cost) for order, cost in row["costs"].items() if amount_of(cost)]
        lines.append(
            f"{n}. {row['activity']}. Keluaran: {row['output']}; target: {row['target']}; lokasi: {row['location']}; waktu: {row['time']}; "
            f"penanggung jawab: {names.get(int(row['responsible']), '')}; anggaran: {'; '.join(costs)}."
        )
    sums = totals(annex["rows"], [(order, name, False) for order, name in names.items()])
    return [*lines, "Jumlah: " + "; ".join(f"{names[order]} {text.rupiah(sums[order])}" for order in names) + "."]


def _cost_line(name: str, cost: Mapping[str, Any]) -> str:
    source = " ".join(filter(None, (SOURCES.get(cost.get("source", ""), ""), cost.get("account", ""))))
    return f"{name} {text.rupiah(amount_of(cost))} ({source})"
