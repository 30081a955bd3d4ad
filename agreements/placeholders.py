"""The words in braces that a clause of the library may hold, and what stands for them in a case.

Found by pattern in a fixed list: stored text never goes through a template engine.
"""

import re
from collections.abc import Callable

from agreements.phrases import run_on, term_of
from kerjasama.accounts.models import Government
from proposals.models import Proposal

PLACEHOLDER = re.compile(r"\{([^{}\n]{0,60})\}")
BLANK = "…………"
#: By name: what it says in a case, and how it is explained.
KNOWN: dict[str, tuple[Callable[[Proposal], str], str]] = {
    "judul": (lambda p: p.title, "judul kerja sama"),
    "daerah": (lambda p: str(Government.current()), "pemerintah daerah ini"),
    "mitra": (lambda p: p.partner_names, "nama mitra"),
    "perangkat_daerah": (lambda p: p.lead_unit.name, "perangkat daerah pemrakarsa"),
    "tujuan": (lambda p: run_on(p.aims), "maksud dan tujuan dari KAK"),
    "ruang_lingkup": (lambda p: run_on(p.scope), "ruang lingkup dari KAK"),
    "lokasi": (lambda p: p.location.strip(), "lokasi dari KAK"),
    "pembiayaan": (lambda p: run_on(p.financing), "pembiayaan dari KAK"),
    "jangka_waktu": (term_of, "jangka waktu, misalnya 5 (lima) tahun"),
}


def filled(words: str, proposal: Proposal) -> str:
    """A text with its placeholders filled from the case; what the case does not know stays a dotted blank."""

    def value(match: re.Match[str]) -> str:
        known = KNOWN.get(match[1].strip())
        return (known[0](proposal).rstrip(".") or BLANK) if known else match[0]

    return PLACEHOLDER.sub(value, words)


def unknown(words: str) -> list[str]:
    """Words in braces that stand for nothing, in their order."""
    return [name for name in PLACEHOLDER.findall(words) if name.strip() not in KNOWN]
