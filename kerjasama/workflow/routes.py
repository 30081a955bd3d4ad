"""The path of each kind as data: steps, sidings and routes. Nothing here knows a room."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kerjasama.workflow.statute import ShortStage


class DayKind(StrEnum):
    WORKING = "WORKING"
    CALENDAR = "CALENDAR"


@dataclass(frozen=True, slots=True)
class Deadline:
    """How long a step may take: a parameter holding a number of days, and which days count.

    `starts_on_receipt`: the clock starts by an act of receipt, not when the step begins. `fixed`: the number of days
    that the law itself names; no parameter moves it. `after_return`: counts when the subject comes back to this stage;
    where it begins, a schedule sets its first deadline.
    """

    parameter: str = ""
    kind: DayKind = DayKind.WORKING
    starts_on_receipt: bool = False
    fixed: int = 0
    after_return: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One stage on a route: its statutory phase, who is in charge, by which article."""

    stage: str
    phase: str
    office: str
    basis: str
    short: ShortStage
    deadline: Deadline | None = None
    gate: str = ""
    papers: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Siding:
    """A stage beside the route: the case waits for `office`, or is closed when there is none.

    `advice` is what to do instead of an act that is not possible there. `halted`: somebody may take the case up again, but
    until then it leads nowhere, and nobody may count on it.
    """

    stage: str
    phase: str
    basis: str
    short: ShortStage
    office: str = ""
    label: str = ""
    advice: str = ""
    halted: bool = False

    @property
    def closed(self) -> bool:
        return not self.office


@dataclass(frozen=True)
class Route:
    """A version of the path of one kind. A running case keeps the route it began under.

    `gated`: the naskah that wait for the DPRD. `traits`: what acts, guards and papers ask of a route instead of
    asking for the kind. `phases`: the name of its statutory phases; `skips` says which of them do not apply, and why.
    `parts`: what is asked for in writing on this route, in order. `cites`: where a question or an act that many
    kinds share rests on another article on this route, the article it usually names and the one that holds here.
    """

    key: str
    version: int
    since: date
    label: str
    steps: tuple[Step, ...]
    sidings: tuple[Siding, ...] = ()
    gated: frozenset[str] = field(default_factory=frozenset)
    traits: frozenset[str] = field(default_factory=frozenset)
    phases: str = ""
    skips: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()
    cites: tuple[tuple[str, str], ...] = ()

    def cite(self, basis: str) -> str:
        """A legal basis as it reads on this route."""
        return dict(self.cites).get(basis, basis)

    @property
    def stages(self) -> tuple[str, ...]:
        return tuple(step.stage for step in self.steps)

    @property
    def first(self) -> str:
        return self.steps[0].stage

    def place(self, stage: str) -> Step | Siding | None:
        """The step or siding of a stage, or None when this route does not know it."""
        for candidate in (*self.steps, *self.sidings):
            if candidate.stage == stage:
                return candidate
        return None

    def knows(self, stage: str) -> bool:
        return self.place(stage) is not None

    def is_closed(self, stage: str) -> bool:
        place = self.place(stage)
        return isinstance(place, Siding) and place.closed

    def leads_nowhere(self, stage: str) -> bool:
        """Whether a case there is closed, or halted until somebody takes it up again."""
        place = self.place(stage)
        return isinstance(place, Siding) and (place.closed or place.halted)

    def after(self, stage: str, *, past_gate: bool = False) -> str | None:
        """The next stage on the route; with `past_gate` the first one beyond the gate it stands in."""
        stages = self.stages
        if stage not in stages:
            return None
        here = self.steps[stages.index(stage)]
        for step in self.steps[stages.index(stage) + 1 :]:
            if not (past_gate and step.gate and step.gate == here.gate):
                return step.stage
        return None

    def reached(self, stage: str, other: str) -> bool:
        """Whether `stage` stands at or beyond `other` on this route (False off the route)."""
        stages = self.stages
        return stage in stages and other in stages and stages.index(stage) >= stages.index(other)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)


class Routes:
    """All routes of one kind of subject, by key and version."""

    def __init__(self, *routes: Route) -> None:
        self._routes = {(route.key, route.version): route for route in routes}

    def get(self, key: str, version: int) -> Route:
        """The route a case began under; raises KeyError when it is unknown."""
        return self._routes[key, version]

    def newest(self, key: str, on: date) -> Route:
        """The version of a route that holds for a case beginning on a date."""
        held = [r for (k, _), r in self._routes.items() if k == key and r.since <= on]
        if not held:
            raise KeyError(key)
        return max(held, key=lambda route: (route.since, route.version))

    def closed_stages(self) -> frozenset[str]:
        """The stages in which nothing more can happen, over all routes."""
        return frozenset(str(s.stage) for route in self for s in route.sidings if s.closed)

    def dead_ends(self) -> frozenset[str]:
        """The stages from which a case leads nowhere by itself, over all routes: closed, or halted."""
        return frozenset(str(s.stage) for route in self for s in route.sidings if s.closed or s.halted)

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes.values())
