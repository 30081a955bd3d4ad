"""The routes of a proposal, as data: KSDD sukarela, both directions, both places of the DPRD gate."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import DayKind, Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import CooperationKind, Direction, KsddCategory, ShortStage
from proposals.stages import Stage

PP28 = "PP 28/2018 Pasal"
SINCE = date(2018, 7, 2)

_PREPARATION = (
    Step(Stage.PREPARATION, "PREPARATION", Office.OPD, f"{PP28} 6 ayat (1) huruf a", ShortStage.REQUEST, papers=("KAK",)),
    Step(
        Stage.VERIFICATION, "PREPARATION", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf a", ShortStage.REQUEST,
        Deadline("days_verification"),
    ),
)  # fmt: skip
_INTAKE = (Step(Stage.INTAKE, "OFFER", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf b", ShortStage.REQUEST),)
_OFFER = (
    Step(Stage.OFFER_DRAFTING, "OFFER", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf b", ShortStage.REQUEST),
    Step(Stage.OFFER_SIGNING, "OFFER", Office.KDH, f"{PP28} 6 ayat (1) huruf b", ShortStage.REQUEST),
    Step(
        Stage.WILLINGNESS, "OFFER", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS,
        Deadline("days_offer_answer", DayKind.CALENDAR),
    ),
)  # fmt: skip
_ANSWER = (
    Step(
        Stage.ANSWER_DRAFTING, "OFFER", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS,
        Deadline("days_offer_answer", DayKind.CALENDAR),
    ),
    Step(Stage.ANSWER_SIGNING, "OFFER", Office.KDH, f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS),
)  # fmt: skip
_TKKSD = (
    Step(
        Stage.TKKSD_REVIEW, "KB_DRAFTING", Office.KABAG, f"{PP28} 6 ayat (1) huruf c", ShortStage.TKKSD,
        Deadline("days_tkksd"), papers=("MINUTES", "RECOMMENDATION"),
    ),
)  # fmt: skip
_DPRD = (
    Step(Stage.DPRD_ASSESSMENT, "DPRD", Office.KABAG, f"{PP28} 6 ayat (2)", ShortStage.DPRD, gate="DPRD"),
    Step(Stage.DPRD_LETTER, "DPRD", Office.KDH, f"{PP28} 6 ayat (2)", ShortStage.DPRD, gate="DPRD"),
    Step(
        Stage.DPRD_PENDING, "DPRD", Office.SETWAN, f"{PP28} 6 ayat (2)", ShortStage.DPRD,
        Deadline("days_dprd", starts_on_receipt=True), gate="DPRD",
    ),
)  # fmt: skip
_INSTRUMENTS = (
    Step(Stage.INSTRUMENTS, "KB_DRAFTING", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf c dan f", ShortStage.PARAF),
)
_CLEARED = (Step(Stage.CLEARED, "PKS_DRAFTING", Office.BAGIAN, f"{PP28} 6 ayat (1) huruf f", ShortStage.PARAF),)

_CLOSED = (Siding(Stage.WITHDRAWN, "PREPARATION", "", ShortStage.REQUEST),)
_TKKSD_ASIDE = (
    Siding(Stage.NOT_RECOMMENDED, "KB_DRAFTING", f"{PP28} 6 ayat (1) huruf c", ShortStage.TKKSD),
    Siding(Stage.DPRD_REJECTED, "DPRD", f"{PP28} 6 ayat (2)", ShortStage.DPRD, office=Office.KABAG),
)
_OUT_ASIDE = (
    Siding(Stage.EXPIRED, "OFFER", f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS, office=Office.BAGIAN),
    Siding(Stage.REFUSED, "OFFER", f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS, office=Office.BAGIAN),
    *_TKKSD_ASIDE,
    *_CLOSED,
)
_IN_ASIDE = (
    Siding(Stage.DECLINED, "OFFER", f"{PP28} 6 ayat (1) huruf b", ShortStage.WILLINGNESS),
    *_TKKSD_ASIDE,
    *_CLOSED,
)

_OUT_HEAD, _IN_HEAD = (*_PREPARATION, *_OFFER, *_TKKSD), (*_INTAKE, *_PREPARATION, *_ANSWER, *_TKKSD)
_GATE_FIRST, _GATE_BETWEEN = (*_DPRD, *_INSTRUMENTS), (*_INSTRUMENTS, *_DPRD, *_CLEARED)
_BOTH, _PKS = frozenset({"KB", "PKS"}), frozenset({"PKS"})

ROUTES = Routes(
    Route("KSDD.OUT.FIRST", 1, SINCE, "KSDD sukarela, keluar, DPRD sebelum penandatanganan pertama",
          _OUT_HEAD + _GATE_FIRST, _OUT_ASIDE, _BOTH),
    Route("KSDD.IN.FIRST", 1, SINCE, "KSDD sukarela, masuk, DPRD sebelum penandatanganan pertama",
          _IN_HEAD + _GATE_FIRST, _IN_ASIDE, _BOTH),
    Route("KSDD.OUT.BETWEEN", 1, SINCE, "KSDD sukarela, keluar, DPRD antara KB dan PKS",
          _OUT_HEAD + _GATE_BETWEEN, _OUT_ASIDE, _PKS),
    Route("KSDD.IN.BETWEEN", 1, SINCE, "KSDD sukarela, masuk, DPRD antara KB dan PKS",
          _IN_HEAD + _GATE_BETWEEN, _IN_ASIDE, _PKS),
)  # fmt: skip

_KEYS = {
    (CooperationKind.KSDD, KsddCategory.VOLUNTARY, Direction.OUTGOING, "before_first_signing"): "KSDD.OUT.FIRST",
    (CooperationKind.KSDD, KsddCategory.VOLUNTARY, Direction.INCOMING, "before_first_signing"): "KSDD.IN.FIRST",
    (CooperationKind.KSDD, KsddCategory.VOLUNTARY, Direction.OUTGOING, "between_kb_and_pks"): "KSDD.OUT.BETWEEN",
    (CooperationKind.KSDD, KsddCategory.VOLUNTARY, Direction.INCOMING, "between_kb_and_pks"): "KSDD.IN.BETWEEN",
}


def route_key(kind: str, category: str, direction: str, dprd_gate: str) -> str:
    """The key of the route for a new case; raises KeyError for a kind that has no route yet."""
    return _KEYS[CooperationKind(kind), KsddCategory(category), Direction(direction), dprd_gate]
