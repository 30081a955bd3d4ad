"""Cooperation with a third party: on our initiative or theirs, by PP 28/2018 alone or with sector law beside it."""

from dataclasses import replace

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Route, Step
from kerjasama.workflow.statute import ShortStage
from proposals.routes import blocks as b
from proposals.routes.traits import Trait
from proposals.stages import Stage

_P = b.PP28
_ART6 = f"{_P} 19 ayat (1) jo. Pasal 6"
#: The articles of cooperation with other regions, and those that stand in their place here (PP 28/2018 art. 13-22).
CITES = (
    *((f"{b.ART6} huruf {letter}", f"{_ART6} ayat (1) huruf {letter}") for letter in "abcdefghij"),
    (f"{b.ART6} huruf d dan e", f"{_ART6} ayat (1) huruf d dan e"),
    (b.ART6, f"{_ART6} ayat (1)"),
    (b.GATE, f"{_ART6} ayat (2)"),
    (f"KAK delapan unsur, {b.ART6} huruf a", f"KAK delapan unsur, {_ART6} ayat (1) huruf a"),
    (f"{_P} 3 ayat (1)", f"{_P} 14"),
    (f"UU 23/2014 Pasal 12; {_P} 4 ayat (1)", f"UU 23/2014 Pasal 12; {_P} 16 ayat (1)"),
    (f"{_P} 4 ayat (4)", f"{_P} 16 ayat (4)"),
    (f"{_P} 4 ayat (2) dan (3)", f"{_P} 16 ayat (2) dan (3)"),
    (f"{_P} 4 ayat (2) sampai dengan ayat (4)", f"{_P} 16 ayat (2) sampai dengan ayat (4)"),
    (f"{_P} 5 ayat (1)", f"{_P} 17 huruf a"),
    (f"{_P} 5 ayat (1), Pasal 17 huruf a", f"{_P} 17 huruf a"),
    (f"{_P} 5 dan Pasal 17 huruf a", f"{_P} 17 huruf a"),
    (f"{_P} 6; Keputusan pembentukan TKKSD", "Keputusan pembentukan TKKSD"),
    (f"{_P}".removesuffix(" Pasal") + " tidak mengaturnya untuk KSDD", "PP 28/2018 tidak mengaturnya untuk KSDPK"),
)
_A, _B, _C, _F = (f"{_ART6} ayat (1) huruf {letter}" for letter in ("a", "b", "c", "c dan f"))
_GATE = f"{_ART6} ayat (2)"
_MAPPING = (Step(Stage.MAPPING, "MAPPING", Office.OPD, f"{_P} 17 huruf a", ShortStage.REQUEST),)
_LEGALITY = (Step(Stage.LEGALITY, "OFFER", Office.BAGIAN, f"{_P} 14", ShortStage.WILLINGNESS),)
_CRITERIA = f"{_P} 18 ayat (1)"


def _phase(phase: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(replace(step, phase=phase) for step in steps)


def _together(name: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps that sector law may take the place of as one."""
    return tuple(replace(step, gate=name) for step in steps)


_PREPARED = b.preparation(f"{_P} 17 huruf b; {_A}")
_OFFERED = _together("OFFER", b.offer(_B))
_ANSWERED = _phase("CRITERIA", _together("ANSWER", b.answer(f"{_P} 18")))
_NOT = b.not_recommended("PREPARATION", _A)
_UNANSWERED = tuple(replace(siding, basis=_B) for siding in b.UNANSWERED)
_DECLINED = tuple(replace(siding, basis=f"{_P} 18", phase="CRITERIA") for siding in b.DECLINED)
_REJECTED = tuple(replace(siding, basis=_GATE) for siding in b.DPRD_REJECTED)
_HEADS = {
    "OUT": (
        "prakarsa daerah", "KSDPK", (*_MAPPING, *_PREPARED, *b.tkksd("PREPARATION", f"{_P} 17"), *_OFFERED, *_LEGALITY),
        (*_UNANSWERED, *_NOT), frozenset({Trait.MAPPED}), ("mapping", "terms", "study", "finance", "support"),
    ),
    "IN": (
        "prakarsa pihak ketiga", "KSDPK_PRAKARSA",
        (*b.intake(f"{_P} 18 ayat (2)"), *b.preparation(f"{_P} 18 ayat (2); {_A}"), *b.tkksd("CRITERIA", _CRITERIA), *_ANSWERED),
        _DECLINED, frozenset({Trait.CRITERIA}), ("contacts", "study", "terms", "finance", "support"),
    ),
}  # fmt: skip
_TAILS = {
    "FIRST": (*b.dprd(_GATE), *b.instruments(_F)),
    "BETWEEN": (*b.instruments(_F), *b.dprd(_GATE), *b.cleared(f"{_ART6} ayat (1) huruf f")),
}
_LAWS = {"": ("", frozenset()), "SEKTOR.": (" dengan peraturan sektor", frozenset({Trait.SECTOR_LAW}))}


def _route(way: str, gate: str, law: str) -> Route:
    label, phases, head, aside, traits, parts = _HEADS[way]
    (where, _, gated), (sector, more) = b.GATES[gate], _LAWS[law]
    return Route(
        f"KSDPK.{law}{way}.{gate}", 1, b.SINCE, f"KSDPK, {label}{sector}, {where}", head + _TAILS[gate],
        (*aside, *_REJECTED, *b.WITHDRAWN), gated, traits=traits | more | {Trait.STUDIED, Trait.THIRD_PARTY}, phases=phases,
        parts=parts, cites=CITES,
    )  # fmt: skip


KSDPK = tuple(_route(way, gate, law) for law in _LAWS for gate in b.GATES for way in _HEADS)
