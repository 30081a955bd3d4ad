"""A case that began on paper enters at its true stage: which papers prove what lies behind it. Data by stage; nothing asks for the kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kerjasama.workflow.routes import Route
from kerjasama.workflow.sentences import lower_first
from proposals.routes.traits import Trait
from proposals.stages import DprdOutcome, Stage


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paper that proves a stage which lies behind a case; `kind` is how it is kept.

    `awaited`: a letter of ours that is owed only while the case waits for what answers it. `after`: the papers that it
    cannot be older than. `trait`: owed on routes that have it, or on all.
    """

    code: str
    label: str
    kind: str = "ATTACHMENT"
    awaited: bool = False
    after: tuple[str, ...] = ()
    trait: Trait | None = None


BEHIND: dict[str, tuple[Evidence, ...]] = {
    Stage.COORDINATION: (Evidence("coordination", "Berita acara koordinasi teknis"),),
    Stage.OFFER_SIGNING: (Evidence("offer", "Surat permohonan atau penawaran kita"),),
    Stage.WILLINGNESS: (Evidence("willing", "Surat kesediaan mitra", "THEIR_LETTER", after=("offer",)),),
    Stage.ANSWER_SIGNING: (Evidence("answer", "Surat kesediaan kita"),),
    Stage.TKKSD_REVIEW: (
        Evidence("tkksd", "Rekomendasi atau berita acara rapat TKKSD"),
        Evidence("criteria", "Penilaian tiga kriteria pemrakarsa", trait=Trait.CRITERIA),
    ),
    Stage.DPRD_LETTER: (Evidence("dprd_request", "Surat permohonan kepada DPRD", "DPRD_REQUEST", awaited=True),),
    Stage.DPRD_PENDING: (Evidence("dprd", "Keputusan DPRD, atau penetapan bahwa persetujuan tidak diperlukan"),),
    Stage.EXPLORATION_DECISION: (Evidence("study", "Kajian penjajakan dan keputusan Kepala Daerah", "STUDY"),),
    Stage.INTENT_LETTER: (Evidence("intent_request", "Surat permohonan tanggapan LoI", awaited=True),),
    Stage.INTENT_CONSULTATION: (
        Evidence("minister", "Tanggapan Menteri Dalam Negeri atas LoI", "GOVERNMENT"),
        Evidence("menlu", "Hasil konsultasi dengan Menteri Luar Negeri", "GOVERNMENT"),
    ),
    Stage.INTENT: (Evidence("intent", "Pernyataan kehendak (LoI) bertanda tangan", after=("minister", "menlu")),),
    Stage.PLAN: (Evidence("plan", "Rencana kerja sama sebagaimana diajukan", "PLAN"),),
    Stage.SUBMISSION_LETTER: (Evidence("submission", "Surat penyampaian rencana", awaited=True),),
    Stage.GOVERNOR: (Evidence("forwarding", "Surat penerusan Gubernur", "GOVERNMENT", awaited=True),),
}
#: Through which stage a case comes in, and at which it may then stand: where it waits for somebody, or for its naskah.
DOORS: dict[str, tuple[str, ...]] = {
    Stage.VERIFICATION: (Stage.WILLINGNESS, Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.DPRD_PENDING, Stage.INSTRUMENTS),
    Stage.EXPLORATION: (Stage.INTENT_CONSULTATION, Stage.PLAN),
    Stage.PLAN: (
        Stage.TKKSD_REVIEW, Stage.DPRD_ASSESSMENT, Stage.DPRD_PENDING, Stage.SUBMISSION, Stage.GOVERNOR, Stage.MINISTER_REVIEW,
    ),
}  # fmt: skip
#: What the DPRD can have said on paper; an approval with notes goes through its own act, which follows the notes up.
OUTCOMES = (DprdOutcome.APPROVED, DprdOutcome.NOT_REQUIRED)


def targets(route: Route, door: str) -> tuple[str, ...]:
    """The stages at which a case on a route may enter through a door, in the order of the route.

    None lies beyond a naskah: that is written, or enters, by its own acts. The question of the DPRD is itself a door, for
    the case whose KB was signed on paper before it.
    """
    if door == Stage.DPRD_ASSESSMENT:
        return (str(Stage.DPRD_PENDING), str(route.after(door, past_gate=True)))
    found: list[str] = []
    for step in route.steps[route.stages.index(door) + 1 :]:
        if step.stage in DOORS[door]:
            found.append(str(step.stage))
        if step.stage == Stage.INSTRUMENTS:
            break
    return tuple(found)


def behind(route: Route, door: str, target: str) -> tuple[Evidence, ...]:
    """The papers a case owes that comes in by a door and stands at a target, in the order of its route."""
    steps = route.steps[route.stages.index(door) : route.stages.index(target)]
    owed = [(step.stage, evidence) for step in steps for evidence in BEHIND.get(step.stage, ())]
    return tuple(
        evidence
        for stage, evidence in owed
        if (not evidence.awaited or route.after(stage) == target)
        and (evidence.trait is None or evidence.trait in route.traits)
    )


def passed_dprd(route: Route, door: str, target: str) -> bool:
    """Whether the question of the DPRD lies between a door and a target."""
    return BEHIND[Stage.DPRD_PENDING][0] in behind(route, door, target)


def outcomes(route: Route) -> tuple[DprdOutcome, ...]:
    """What the DPRD can have said on a route: abroad it is always asked."""
    return tuple(one for one in OUTCOMES if Trait.DPRD_ALWAYS not in route.traits or one != DprdOutcome.NOT_REQUIRED)


def too_old(owed: tuple[Evidence, ...], dates: Mapping[str, date | None]) -> dict[str, str]:
    """By code of the paper: an answer that is older than what it answers, in a sentence."""
    labels, found = {evidence.code: evidence.label for evidence in owed}, {}
    for evidence in owed:
        for before in evidence.after:
            mine, other = dates.get(evidence.code), dates.get(before)
            if mine and other and mine < other:
                found[evidence.code] = f"Tanggalnya mendahului {lower_first(labels[before])}."
    return found


def missing(owed: tuple[Evidence, ...], papers: Mapping[str, Any]) -> list[Evidence]:
    """The papers that are still wanting."""
    return [evidence for evidence in owed if not papers.get(evidence.code)]
