"""The routes of a proposal, as data: a module for each kind, and the table that chooses one for a new case."""

from dataclasses import dataclass

from kerjasama.workflow.routes import Routes
from kerjasama.workflow.statute import Category, CooperationKind, Direction, Initiative
from proposals.routes.foreign import FOREIGN
from proposals.routes.ksdd import KSDD
from proposals.routes.ksdpk import KSDPK
from proposals.routes.sinergi import SINERGI
from proposals.routes.traits import Trait

__all__ = ["ROUTES", "Beginning", "Trait", "route_key"]

ROUTES = Routes(*KSDD, *KSDPK, *SINERGI, *FOREIGN)

_WAYS = {Direction.OUTGOING: "OUT", Direction.INCOMING: "IN"}
_GATES = {"before_first_signing": "FIRST", "between_kb_and_pks": "BETWEEN"}
_LEVELS = {"PROVINCE": "PROV", "REGENCY": "KAB", "CITY": "KAB"}
#: Where the route of a category is found; the slots are filled from what is known on the day the case is opened.
_PATTERNS = {
    (CooperationKind.KSDD, Category.VOLUNTARY): "KSDD.{way}.{gate}",
    (CooperationKind.KSDD, Category.MANDATORY): "KSDD.WAJIB.{gate}",
    (CooperationKind.KSDPL, Category.SISTER): "KSDPL.{level}",
    (CooperationKind.KSDPL, Category.FOREIGN_OTHER): "KSDPL.{level}",
    (CooperationKind.KSDLL, Category.CENTRAL_APPROVAL): "KSDLL.B.{level}",
    (CooperationKind.KSDLL, Category.FORWARDED_BODY): "KSDLL.A.BODY.{level}.{forwarding}",
    (CooperationKind.KSDLL, Category.FORWARDED_NONPROFIT): "KSDLL.A.NONPROFIT.{level}.{forwarding}",
    (CooperationKind.KSDPK, Category.PUBLIC_SERVICE): "KSDPK.{way}.{gate}",
    (CooperationKind.KSDPK, Category.ASSETS): "KSDPK.SEKTOR.{way}.{gate}",
    (CooperationKind.KSDPK, Category.INVESTMENT): "KSDPK.SEKTOR.{way}.{gate}",
    (CooperationKind.KSDPK, Category.OTHER_FIELD): "KSDPK.SEKTOR.{way}.{gate}",
    (CooperationKind.SINERGI, Category.SYNERGY): "SINERGI.{way}.FIRST",
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What decides the route of a new case. `level` is our own region's; the two DPRD facts are the policy of the day."""

    kind: str
    category: str
    direction: str
    initiative: str = Initiative.REGION
    level: str = "REGENCY"
    dprd_gate: str = "before_first_signing"
    dprd_for_forwarding: bool = True


def route_key(beginning: Beginning) -> str:
    """The key of the route for a new case; raises KeyError for a category that has no route."""
    pattern = _PATTERNS[CooperationKind(beginning.kind), Category(beginning.category)]
    return pattern.format(
        way=_WAYS[Direction(beginning.direction)],
        gate=_GATES[beginning.dprd_gate],
        level=_LEVELS[beginning.level],
        initiative=beginning.initiative,
        forwarding="DPRD" if beginning.dprd_for_forwarding else "BEBAS",
    )


def has_route(kind: str, category: str) -> bool:
    """Whether a category can be opened at all."""
    return (CooperationKind(kind), Category(category)) in _PATTERNS
