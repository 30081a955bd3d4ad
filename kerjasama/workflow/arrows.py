"""Legal acts as named methods: the decorators that read the route.

`forward` follows the route of the subject, `aside` leaves or rejoins it, `stay` records an act that
moves nothing. No act is found anywhere but in a lifecycle module, by name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django_fsm import RETURN_VALUE, transition

from kerjasama.workflow.guards import Guard
from kerjasama.workflow.routes import Route


class Motion(StrEnum):
    FORWARD = "FORWARD"
    ASIDE = "ASIDE"
    STAY = "STAY"


@dataclass(frozen=True)
class Arrow:
    """What an act is called, where it starts, who does it and what must hold."""

    act: str
    slug: str
    label: str
    motion: Motion
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    guards: tuple[Guard, ...]
    offices: tuple[str, ...]
    basis: str
    past_gate: bool
    asks_reason: bool
    dated: bool
    predates: bool
    danger: bool
    quiet: bool
    on: frozenset[str]
    off: frozenset[str]

    def ends(self, route: Route, source: str) -> tuple[str, ...]:
        """The stages this act may lead to from a source on a given route; empty when it may not start there."""
        if (
            source not in self.sources
            or not route.knows(source)
            or not self.on <= route.traits
            or self.off & route.traits
        ):
            return ()
        if self.motion is Motion.STAY:
            return (source,)
        if self.motion is Motion.FORWARD:
            ahead = route.after(source, past_gate=self.past_gate)
            extra = tuple(t for t in self.targets if route.knows(t))
            return tuple(dict.fromkeys((*((ahead,) if ahead else ()), *extra)))
        return tuple(target for target in self.targets if route.knows(target))

    def in_charge(self, route: Route) -> tuple[str, ...]:
        """The offices whose act this is on a route: its own, else those in charge of its sources."""
        if self.offices:
            return self.offices
        places = (route.place(source) for source in self.sources)
        return tuple(dict.fromkeys(place.office for place in places if place and place.office))


def _act(motion: Motion, sources: str | Iterable[str], label: str, guards: tuple[Guard, ...], options: dict[str, Any]):
    """Build the decorator: an FSM transition whose target the method's own motion decides."""
    from_stages = (sources,) if isinstance(sources, str) else tuple(sources)
    target_option = options.pop("to", ())
    targets = (target_option,) if isinstance(target_option, str) else tuple(target_option)

    def decorate(method: Callable[..., Any]) -> Callable[..., Any]:
        arrow = Arrow(
            act=method.__name__,
            slug=options.get("slug") or method.__name__.replace("_", "-"),
            label=label,
            motion=motion,
            sources=tuple(str(s) for s in from_stages),
            targets=tuple(str(t) for t in targets),
            guards=guards,
            offices=tuple(str(o) for o in options.get("offices", ())),
            basis=options.get("basis", ""),
            past_gate=options.get("past_gate", False),
            asks_reason=options.get("asks_reason", False),
            dated=options.get("dated", False),
            predates=options.get("predates", False),
            danger=options.get("danger", False),
            quiet=options.get("quiet", False),
            on=frozenset(options.get("on", ())),
            off=frozenset(options.get("off", ())),
        )

        def move(self: Any, act: Any) -> str:
            chosen = method(self, act)
            return chosen or _default_end(self, arrow)

        move.__name__ = method.__name__
        move.__doc__ = method.__doc__
        wrapped = transition("stage", source=list(arrow.sources), target=RETURN_VALUE())(move)
        wrapped.arrow = arrow
        return wrapped

    return decorate


def _default_end(subject: Any, arrow: Arrow) -> str:
    ends = arrow.ends(subject.route, subject.stage)
    return ends[0] if ends else subject.stage


def forward(sources: str | Iterable[str], label: str, *guards: Guard, **options: Any):
    """An act that follows the subject's own route; options: slug, offices, past_gate, dated, predates, to, basis.

    `predates`: what it records may have happened before its stage began, and its form says since when.
    `on` and `off` name traits: the act stands on routes that have all of the first and none of the second.
    """
    return _act(Motion.FORWARD, sources, label, guards, options)


def aside(sources: str | Iterable[str], to: str | Iterable[str], label: str, *guards: Guard, **options: Any):
    """An act that leaves the route or rejoins it at a named stage (return, refuse, withdraw)."""
    return _act(Motion.ASIDE, sources, label, guards, {**options, "to": to})


def stay(sources: str | Iterable[str], label: str, *guards: Guard, **options: Any):
    """An act on record that moves nothing."""
    return _act(Motion.STAY, sources, label, guards, options)
