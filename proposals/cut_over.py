"""A case that began on paper enters at its true stage: which papers prove what lies behind it. Data by stage; nothing asks for the kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kerjasama.workflow.routes import Route
from proposals.stages import DprdOutcome, Stage


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paper that proves a stage which lies behind a case."""

    code: str
    label: str


BEHIND: dict[str, Evidence] = {
    Stage.COORDINATION: Evidence("coordination", "Berita acara koordinasi teknis"),
    Stage.OFFER_SIGNING: Evidence("offer", "Surat permohonan atau penawaran kita"),
    Stage.WILLINGNESS: Evidence("willing", "Surat kesediaan mitra"),
    Stage.ANSWER_SIGNING: Evidence("answer", "Surat kesediaan kita"),
    Stage.TKKSD_REVIEW: Evidence("tkksd", "Rekomendasi atau berita acara rapat TKKSD"),
    Stage.DPRD_PENDING: Evidence("dprd", "Keputusan DPRD, atau penetapan bahwa persetujuan tidak diperlukan"),
}
#: Where a case may enter: where it waits for a meeting, for the question of the DPRD, or for its naskah.
TARGETS = (Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.INSTRUMENTS)
#: What the DPRD can have said on paper; an approval with notes goes through its own act, which follows the notes up.
OUTCOMES = (DprdOutcome.APPROVED, DprdOutcome.NOT_REQUIRED)


def targets(route: Route) -> tuple[str, ...]:
    """The stages at which a case on a route may enter."""
    return tuple(str(stage) for stage in TARGETS if route.knows(stage))


def behind(route: Route, target: str) -> tuple[Evidence, ...]:
    """The papers a case owes that enters at a stage, in the order of its route."""
    found = []
    for step in route.steps:
        if str(step.stage) == str(target):
            break
        if step.stage in BEHIND:
            found.append(BEHIND[step.stage])
    return tuple(found)


def passed_dprd(route: Route, target: str) -> bool:
    """Whether the question of the DPRD lies behind a stage."""
    return BEHIND[Stage.DPRD_PENDING] in behind(route, target)


def missing(route: Route, target: str, papers: Mapping[str, Any]) -> list[Evidence]:
    """The papers that are still wanting."""
    return [evidence for evidence in behind(route, target) if not papers.get(evidence.code)]
