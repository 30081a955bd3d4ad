"""Which naskah a route of a case opens, and under which other one each stands: data, asked by nobody's kind."""

from dataclasses import dataclass

from agreements.stages import Instrument


@dataclass(frozen=True, slots=True)
class Opening:
    """A naskah that may be opened from a case.

    `at`: the stages of the case where it may be opened; `under`: the naskah that must be in force above it;
    `several`: more than one of it may run at a time; `after_dprd`: its drafting waits for the DPRD.
    """

    instrument: str
    at: tuple[str, ...]
    under: str = ""
    several: bool = False
    after_dprd: bool = False


_WRITTEN = ("INSTRUMENTS", "CLEARED")
_KB = Opening(Instrument.KB, _WRITTEN)
_PKS = Opening(Instrument.PKS, _WRITTEN, under=Instrument.KB, several=True, after_dprd=True)
_NK = Opening(Instrument.NK, _WRITTEN)

#: By the statutory phases of a route.
OPENINGS: dict[str, tuple[Opening, ...]] = {
    "KSDD": (_KB, _PKS),
    "KSDD_WAJIB": (_KB, _PKS),
    "KSDPK": (_KB, _PKS),
    "KSDPK_PRAKARSA": (_KB, _PKS),
    "SINERGI": (_NK,),
}


def openings(phases: str) -> tuple[Opening, ...]:
    """The naskah of a route; none where the table is silent."""
    return OPENINGS.get(phases, ())
