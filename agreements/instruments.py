"""Which naskah a route of a case opens, and under which other one each stands: data, asked by nobody's kind."""

from dataclasses import dataclass

from agreements.stages import Instrument


@dataclass(frozen=True, slots=True)
class Opening:
    """A naskah that may be opened from a case.

    `at`: the stages of the case where it may be opened; `under`: the naskah that must be in force above it;
    `several`: more than one of it may run at a time; `after_dprd`: its drafting waits for the DPRD; `route`: the key
    of its own route; `years`: its term where the law names it; `yearly`: one for each calendar year.
    """

    instrument: str
    at: tuple[str, ...]
    under: str = ""
    several: bool = False
    after_dprd: bool = False
    route: str = "{kind}.{instrument}"
    years: int = 0
    yearly: bool = False

    def route_key(self, kind: str, *, via_governor: bool = False) -> str:
        """The key of the route of this naskah in a case of a kind."""
        return self.route.format(kind=kind, instrument=self.instrument, level="KAB" if via_governor else "PROV")


_WRITTEN = ("INSTRUMENTS", "CLEARED")
_KB = Opening(Instrument.KB, _WRITTEN)
_PKS = Opening(Instrument.PKS, _WRITTEN, under=Instrument.KB, several=True, after_dprd=True)
_LOI = Opening(Instrument.LOI, ("INTENT",), route="FOREIGN.LOI", years=1)
_MOU = Opening(Instrument.MOU, ("INSTRUMENTS",), route="FOREIGN.{level}.MOU", after_dprd=True)
_RKT = Opening(
    Instrument.RKT, ("INSTRUMENTS",), under=Instrument.MOU, several=True, route="FOREIGN.RKT", years=1, yearly=True
)
_NK = Opening(Instrument.NK, _WRITTEN)

#: By the statutory phases of a route.
OPENINGS: dict[str, tuple[Opening, ...]] = {
    "KSDD": (_KB, _PKS),
    "KSDD_WAJIB": (_KB, _PKS),
    "KSDPL": (_LOI, _MOU),
    "KSDLL_B": (_LOI, _MOU),
    "KSDLL_A_BODY": (_MOU,),
    "KSDLL_A_NONPROFIT": (_MOU, _RKT),
    "KSDPK": (_KB, _PKS),
    "KSDPK_PRAKARSA": (_KB, _PKS),
    "SINERGI": (_NK,),
}


def openings(phases: str) -> tuple[Opening, ...]:
    """The naskah of a route; none where the table is silent."""
    return OPENINGS.get(phases, ())


def opening_of(phases: str, instrument: str) -> Opening | None:
    """How a naskah is opened on a route, or None where it is not."""
    return next((opening for opening in openings(phases) if opening.instrument == instrument), None)
