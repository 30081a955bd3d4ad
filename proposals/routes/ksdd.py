"""Cooperation with other regions: voluntary in both directions, and mandatory."""

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Route, Siding, Step
from kerjasama.workflow.statute import ShortStage
from proposals.routes import blocks as b
from proposals.routes.traits import Trait
from proposals.stages import Stage

PARTS = ("terms", "finance", "support")
_HEADS = {
    "OUT": ("keluar", (*b.preparation(), *b.offer(), *b.tkksd()), (*b.UNANSWERED, *b.not_recommended())),
    "IN": ("masuk", (*b.intake(), *b.preparation(), *b.answer(), *b.tkksd()), (*b.DECLINED, *b.not_recommended())),
}

_ART5 = f"{b.PP28} 5 ayat"
_MAPPING = (Step(Stage.MAPPING, "MAPPING", Office.OPD, f"{_ART5} (1)", ShortStage.REQUEST),)
_COORDINATION = (
    Step(Stage.COORDINATION, "COORDINATION", Office.BAGIAN, f"{_ART5} (2) dan (3)", ShortStage.WILLINGNESS),
)
_TAKEN_OVER = (
    Siding(Stage.TAKEN_OVER, "EXECUTION", f"UU 23/2014 Pasal 364 ayat (3); {b.PP28} 10 dan 11", ShortStage.MONEV),
)
_NO_OFFER = (
    (
        "OFFER",
        "Berita acara koordinasi teknis yang disepakati para kepala daerah menggantikan surat penawaran dan jawabannya.",
    ),
)


def _voluntary(way: str, gate: str) -> Route:
    (direction, head, aside), (where, tail, gated) = _HEADS[way], b.GATES[gate]
    return Route(
        f"KSDD.{way}.{gate}", 1, b.SINCE, f"KSDD sukarela, {direction}, {where}", head + tail(),
        (*aside, *b.DPRD_REJECTED, *b.WITHDRAWN), gated, phases="KSDD", parts=PARTS,
    )  # fmt: skip


def _mandatory(gate: str) -> Route:
    where, tail, gated = b.GATES[gate]
    head = (*_MAPPING, *b.preparation(), *_COORDINATION, *b.tkksd())
    return Route(
        f"KSDD.WAJIB.{gate}", 1, b.SINCE, f"KSDD wajib, {where}", head + tail(),
        (*b.not_recommended(), *_TAKEN_OVER, *b.DPRD_REJECTED, *b.WITHDRAWN), gated,
        traits=frozenset({Trait.COORDINATED, Trait.MAPPED}), phases="KSDD_WAJIB", skips=_NO_OFFER, parts=("mapping", *PARTS),
    )  # fmt: skip


KSDD = (
    *(_voluntary(way, gate) for gate in b.GATES for way in _HEADS),
    *(_mandatory(gate) for gate in b.GATES),
)
