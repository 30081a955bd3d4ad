"""Cooperation abroad: KSDPL, KSDLL with central approval (B) and KSDLL as a forwarding (A), each by level of our region."""

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Siding, Step
from kerjasama.workflow.statute import ShortStage
from proposals.routes import blocks as b
from proposals.routes.traits import Trait
from proposals.stages import Stage

PM25 = "Permendagri 25/2020 Pasal"
#: PP 28/2018 art. 30(4), PM 25/2020 art. 17(1): the law's own number, from the receipt at the Sekretariat DPRD.
DPRD_DAYS = Deadline(fixed=45, starts_on_receipt=True)
#: PM 25/2020 art. 18, 20(4): from the receipt at the Gubernur.
GOVERNOR_DAYS = Deadline(fixed=5, starts_on_receipt=True)
LEVELS = {"KAB": "lewat Gubernur", "PROV": "langsung kepada Menteri"}
_GATED = frozenset({"MOU"})

_INITIATIVE = (
    Step(Stage.INITIATIVE, "INITIATIVE", Office.OPD, f"{PM25} 10; {b.PP28} 28 ayat (1) dan (2)", ShortStage.REQUEST),
)
_EXPLORATION = (
    Step(Stage.EXPLORATION, "EXPLORATION", Office.OPD, f"{PM25} 11 dan 12", ShortStage.REQUEST, papers=("STUDY",)),
    Step(Stage.EXPLORATION_DECISION, "EXPLORATION", Office.KDH, f"{b.PP28} 28 ayat (3)", ShortStage.REQUEST),
)
_INTENT_BASIS = f"{PM25} 14; {b.PP28} 28 ayat (4)"
_INTENT = (
    Step(Stage.INTENT_REQUEST, "INTENT", Office.BAGIAN, _INTENT_BASIS, ShortStage.WILLINGNESS),
    Step(Stage.INTENT_LETTER, "INTENT", Office.KDH, _INTENT_BASIS, ShortStage.WILLINGNESS),
    Step(Stage.INTENT_CONSULTATION, "INTENT", Office.BAGIAN, _INTENT_BASIS, ShortStage.WILLINGNESS),
    Step(Stage.INTENT, "INTENT", Office.BAGIAN, f"{PM25} 13 dan 14", ShortStage.WILLINGNESS),
)


def _plan(basis: str, label: str = "") -> tuple[Step, ...]:
    return (
        Step(Stage.PLAN, "PLAN", Office.OPD, basis, ShortStage.TKKSD, papers=("PLAN",), label=label),
        *b.tkksd("PLAN", basis),
    )


def _dprd(basis: str) -> tuple[Step, ...]:
    return b.dprd(basis, deadline=DPRD_DAYS, label="Penyiapan surat kepada DPRD")


def _submission(level: str, basis: str, review: str) -> tuple[Step, ...]:
    """To the Menteri, from a kabupaten or kota through the Gubernur; then the Menteri verifies."""
    steps = [
        Step(Stage.SUBMISSION, "VERIFICATION", Office.BAGIAN, basis, ShortStage.PARAF),
        Step(Stage.SUBMISSION_LETTER, "VERIFICATION", Office.KDH, basis, ShortStage.PARAF),
    ]
    if level == "KAB":
        steps.append(Step(Stage.GOVERNOR, "VERIFICATION", Office.BAGIAN, basis, ShortStage.PARAF, GOVERNOR_DAYS))
    return (*steps, Step(Stage.MINISTER_REVIEW, "VERIFICATION", Office.BAGIAN, review, ShortStage.PARAF))


def _beside(level: str, basis: str, *, dprd: bool, explored: bool) -> tuple[Siding, ...]:
    found = [*b.not_recommended("PLAN", f"{PM25} 15")]
    if explored:
        found.append(Siding(Stage.STOPPED, "EXPLORATION", f"{b.PP28} 28 ayat (3)", ShortStage.REQUEST))
    if level == "KAB":
        found.append(Siding(Stage.DIRECT_LETTER, "VERIFICATION", basis, ShortStage.PARAF, office=Office.KDH))
    if dprd:
        found.extend(b.DPRD_REJECTED)
    return (*found, Siding(Stage.WITHDRAWN, "INITIATIVE", "", ShortStage.REQUEST))


def _naskah(basis: str) -> tuple[Step, ...]:
    return b.instruments(basis, "NASKAH_DRAFTING")


def _traits(level: str, *traits: Trait) -> frozenset[str]:
    return frozenset({Trait.FOREIGN, *traits, *({Trait.VIA_GOVERNOR} if level == "KAB" else set())})


def _approved(key: str, phases: str, label: str, level: str, *traits: Trait) -> Route:
    """KSDPL and KSDLL-B: the eleven phases, DPRD always."""
    sending = f"{PM25} 18"
    steps = (
        *_INITIATIVE, *_EXPLORATION, *_INTENT, *_plan(f"{PM25} 15; {b.PP28} 30 ayat (3)"), *_dprd(f"{PM25} 16 dan 17; {b.PP28} 30"),
        *_submission(level, sending, f"{PM25} 19; {b.PP28} 31"), *_naskah(f"{PM25} 20"),
    )  # fmt: skip
    return Route(
        f"{key}.{level}", 1, b.SINCE, f"{label}, {LEVELS[level]}", steps, _beside(level, sending, dprd=True, explored=True),
        _GATED, traits=_traits(level, Trait.EXPLORED, Trait.INTENT, Trait.DPRD_ALWAYS, *traits), phases=phases,
        parts=("exploration", "plan"),
    )  # fmt: skip


_TRACKS = {
    "BODY": (
        "organisasi internasional atau mitra pembangunan", f"{PM25} 28 dan 29",
        Step(Stage.TECHNICAL_PARTNER, "TECHNICAL", Office.BAGIAN, f"{PM25} 27 ayat (2) dan 29", ShortStage.PARAF),
        Trait.TECHNICAL, ("forwarding", "mapping", "terms", "plan"),
    ),
    "NONPROFIT": (
        "lembaga nirlaba asing", f"{PM25} 28 dan 30",
        Step(Stage.PERMITS, "PERMITS", Office.BAGIAN, f"{PM25} 30; PP 59/2016 Pasal 7 dan 16", ShortStage.PARAF),
        Trait.PERMITTED, ("forwarding", "plan"),
    ),
}  # fmt: skip
_DPRD_OF_FORWARDING = {"DPRD": "dengan persetujuan DPRD", "BEBAS": "tanpa persetujuan DPRD"}
_NO_DPRD = (("DPRD", "Menurut kebijakan daerah (dprd_for_forwarding), penerusan tidak dimintakan persetujuan DPRD."),)


def _forwarded(track: str, level: str, gate: str) -> Route:
    """KSDLL-A: no letter of intent, for the centre has declared it; with or without the DPRD by the policy of the day."""
    words, basis, own, trait, parts = _TRACKS[track]
    asked = gate == "DPRD"
    steps = (
        *_INITIATIVE, *_plan(basis, "Penyusunan usulan rencana"), *(_dprd(f"{b.PP28} 30 dan 38") if asked else ()),
        *_submission(level, basis, f"{basis}; {b.PP28} 31 dan 38"), own, *_naskah(f"{b.PP28} 32 dan 39"),
    )  # fmt: skip
    traits = _traits(level, Trait.FORWARDED, trait, *((Trait.DPRD_ALWAYS,) if asked else ()))
    return Route(
        f"KSDLL.A.{track}.{level}.{gate}", 1, b.SINCE,
        f"KSDLL penerusan, {words}, {_DPRD_OF_FORWARDING[gate]}, {LEVELS[level]}", steps,
        _beside(level, basis, dprd=asked, explored=False), _GATED if asked else frozenset(), traits=traits,
        phases=f"KSDLL_A_{track}", skips=() if asked else _NO_DPRD, parts=parts,
    )  # fmt: skip


FOREIGN = (
    *(_approved("KSDPL", "KSDPL", "KSDPL", level, Trait.EQUAL) for level in LEVELS),
    *(_approved("KSDLL.B", "KSDLL_B", "KSDLL dengan persetujuan Pemerintah Pusat", level) for level in LEVELS),
    *(_forwarded(track, level, gate) for track in _TRACKS for level in LEVELS for gate in _DPRD_OF_FORWARDING),
)
