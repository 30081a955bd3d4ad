"""Sentences and clauses that the texts of every kind share."""

from agreements.content import Clause
from kerjasama.core import text
from proposals.models import Proposal


def lines_of(written: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def run_on(written: str) -> str:
    """What was written in lines, as one run of words."""
    return "; ".join(line.rstrip(".;") for line in lines_of(written))


def listed(intro: str, written: str) -> str:
    """One ayat with lettered sub-items, one per line of what the OPD wrote."""
    lines = lines_of(written)
    if len(lines) < 2:
        return f"{intro} {lines[0] if lines else ''}".strip()
    items = [
        f"{chr(97 + i)}. {line.rstrip('.;')}{';' if i < len(lines) - 1 else '.'}" for i, line in enumerate(lines[:26])
    ]
    return "\n".join([f"{intro}:", *items])


def term_of(proposal: Proposal) -> str:
    """The length of the cooperation in figures and words, in years."""
    years = proposal.term_years or 5
    return f"{text.counted(years)} tahun"


def opening(form: str, meant: str, proposal: Proposal) -> tuple[Clause, ...]:
    """Aims, object and scope: the same three in every form."""
    return (
        Clause(
            "aims",
            "MAKSUD DAN TUJUAN",
            (f"Maksud {form} ini adalah {meant}.", listed(f"Tujuan {form} ini adalah", proposal.aims)),
        ),
        Clause("object", "OBJEK", (f"Objek {form} ini adalah {proposal.title}.",)),
        Clause("scope", "RUANG LINGKUP", (listed(f"Ruang lingkup {form} ini meliputi", proposal.scope),)),
    )


def runs_for(form: str, proposal: Proposal) -> str:
    """How long a naskah lasts, as the first ayat of its term."""
    return f"{form} ini berlaku untuk jangka waktu {term_of(proposal)} sejak ditandatangani."


def closing(form: str, *, stamped: bool = False) -> Clause:
    """The last clause, true of a text on paper and of an electronic one: the way is chosen when the text is locked already."""
    duty = "bermeterai cukup, " if stamped else ""
    return Clause("closing", "PENUTUP", (
        f"{form} ini dibuat dalam rangkap sesuai jumlah PARA PIHAK apabila ditandatangani basah, atau dalam satu dokumen elektronik apabila "
        f"ditandatangani secara elektronik, {duty}dan mempunyai kekuatan hukum yang sama bagi PARA PIHAK setelah ditandatangani.",
    ))  # fmt: skip
