"""The first text of a naskah: clauses of the library, filled from the case. A starting point, never the last word."""

from collections.abc import Callable
from functools import partial
from typing import Any

from agreements import foreign_library as abroad
from agreements.amending import Changes, composed
from agreements.content import Clause
from agreements.domestic_text import kesepakatan_bersama, perjanjian_kerja_sama
from agreements.domestic_words import REGIONS, THIRD_PARTY
from agreements.stages import Instrument
from agreements.synergy_text import synergy_note
from proposals.models import Proposal


def first_text(proposal: Proposal, instrument: str) -> tuple[Clause, ...]:
    """The clauses a new naskah opens with: those of its kind, else those of its form."""
    write = TEXTS.get(f"{proposal.kind}.{instrument}") or TEXTS[instrument]
    return write(proposal)


def first_translation(proposal: Proposal, instrument: str) -> dict[str, Any]:
    """The same clauses in English for a naskah abroad; nothing for one at home."""
    build = abroad.TRANSLATIONS.get(instrument)
    return build(proposal) if build else {}


def _amendment(proposal: Proposal) -> tuple[Clause, ...]:
    """The pasal of an adendum before anything is changed; opening one names the naskah that it changes."""
    return composed("Naskah Kerja Sama", f"naskah kerja sama tentang {proposal.title}", (), Changes())


#: By kind and form, or by form alone.
TEXTS: dict[str, Callable[[Proposal], tuple[Clause, ...]]] = {
    Instrument.KB: partial(kesepakatan_bersama, words=REGIONS),
    Instrument.PKS: partial(perjanjian_kerja_sama, words=REGIONS),
    "KSDPK.KB": partial(kesepakatan_bersama, words=THIRD_PARTY),
    "KSDPK.PKS": partial(perjanjian_kerja_sama, words=THIRD_PARTY),
    Instrument.NK: synergy_note,
    Instrument.ADD: _amendment,
    **abroad.TEXTS,
}
