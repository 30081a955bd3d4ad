"""The catalogue: every trap of docs/import.md, with its generated input and its outcome."""

from tests.importing.trap import Trap
from tests.importing.trap_cells import HEADS, NUMBERS, PARTIES, STATES
from tests.importing.trap_days import COLUMNS, DAYS, TERMS
from tests.importing.trap_files import FILES, LAYOUT
from tests.importing.trap_rows import ROWS

#: By the heading under which docs/import.md lists them.
CHAPTERS: dict[str, list[Trap]] = {
    "Tanggal dalam sel": DAYS,
    "Urutan hari dan bulan sebuah kolom": COLUMNS,
    "Jangka waktu": TERMS,
    "Nomor": NUMBERS,
    "Pihak": PARTIES,
    "Status": STATES,
    "Kepala kolom": HEADS,
    "Berkas": FILES,
    "Tata letak lembar": LAYOUT,
    "Baris": ROWS,
}
TRAPS = [trap for chapter in CHAPTERS.values() for trap in chapter]


def table() -> str:
    """The chapters of docs/import.md, as they must stand there."""
    said = []
    for heading, chapter in CHAPTERS.items():
        said += [f"### {heading}", "", "| nama | isi sel atau berkas | yang dibuat importir |", "| --- | --- | --- |"]
        said += [f"| {trap.name} | {_cell(trap.holds)} | {_cell(trap.makes)} |" for trap in chapter]
        said.append("")
    return "\n".join(said)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
