"""Steps that several routes share."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import DayKind, Deadline, Siding, Step
from kerjasama.workflow.statute import ShortStage
from proposals.stages import Stage

PP28 = "PP 28/2018 Pasal"
SINCE = date(2018, 7, 2)
ART6 = f"{PP28} 6 ayat (1)"
GATE = f"{PP28} 6 ayat (2)"


def preparation(basis: str = f"{ART6} huruf a", phase: str = "PREPARATION") -> tuple[Step, ...]:
    """The terms of reference by the unit, and their verification."""
    return (
        Step(Stage.PREPARATION, phase, Office.OPD, basis, ShortStage.REQUEST, papers=("KAK",)),
        Step(Stage.VERIFICATION, phase, Office.BAGIAN, basis, ShortStage.REQUEST, Deadline("days_verification")),
    )


def intake(basis: str = f"{ART6} huruf b") -> tuple[Step, ...]:
    """The letter of the asking side is recorded."""
    return (Step(Stage.INTAKE, "OFFER", Office.BAGIAN, basis, ShortStage.REQUEST),)


def offer(basis: str = f"{ART6} huruf b") -> tuple[Step, ...]:
    """Our letter, and the wait for its answer."""
    return (
        Step(Stage.OFFER_DRAFTING, "OFFER", Office.BAGIAN, basis, ShortStage.REQUEST),
        Step(Stage.OFFER_SIGNING, "OFFER", Office.KDH, basis, ShortStage.REQUEST),
        Step(
            Stage.WILLINGNESS, "OFFER", Office.BAGIAN, basis, ShortStage.WILLINGNESS,
            Deadline("days_offer_answer", DayKind.CALENDAR),
        ),
    )  # fmt: skip


def answer(basis: str = f"{ART6} huruf b") -> tuple[Step, ...]:
    """Our answer to the letter of the other side."""
    return (
        Step(
            Stage.ANSWER_DRAFTING, "OFFER", Office.BAGIAN, basis, ShortStage.WILLINGNESS,
            Deadline("days_offer_answer", DayKind.CALENDAR),
        ),
        Step(Stage.ANSWER_SIGNING, "OFFER", Office.KDH, basis, ShortStage.WILLINGNESS),
    )  # fmt: skip


def tkksd(phase: str = "KB_DRAFTING", basis: str = f"{ART6} huruf c") -> tuple[Step, ...]:
    """The TKKSD discusses."""
    return (
        Step(
            Stage.TKKSD_REVIEW, phase, Office.KABAG, basis, ShortStage.TKKSD, Deadline("days_tkksd"),
            papers=("MINUTES", "RECOMMENDATION"),
        ),
    )  # fmt: skip


def dprd(
    basis: str = GATE, *, deadline: Deadline = Deadline("days_dprd", starts_on_receipt=True), label: str = ""
) -> tuple[Step, ...]:
    """The DPRD: whether it must approve, the letter, its answer. `label` names the first step where nothing is assessed."""
    return (
        Step(Stage.DPRD_ASSESSMENT, "DPRD", Office.KABAG, basis, ShortStage.DPRD, gate="DPRD", label=label),
        Step(Stage.DPRD_LETTER, "DPRD", Office.KDH, basis, ShortStage.DPRD, gate="DPRD"),
        Step(Stage.DPRD_PENDING, "DPRD", Office.SETWAN, basis, ShortStage.DPRD, deadline, gate="DPRD"),
    )


def instruments(basis: str = f"{ART6} huruf c dan f", phase: str = "KB_DRAFTING") -> tuple[Step, ...]:
    """The case waits in its naskah."""
    return (Step(Stage.INSTRUMENTS, phase, Office.BAGIAN, basis, ShortStage.PARAF),)


def cleared(basis: str = f"{ART6} huruf f", phase: str = "PKS_DRAFTING") -> tuple[Step, ...]:
    """Behind the gate, where it stands between KB and PKS."""
    return (Step(Stage.CLEARED, phase, Office.BAGIAN, basis, ShortStage.PARAF),)


def gate_first(**basis: str) -> tuple[Step, ...]:
    """DPRD before anything is signed: the SOP of the region."""
    return (*dprd(**basis), *instruments())


def gate_between(**basis: str) -> tuple[Step, ...]:
    """The literal order of art. 6(1): KB, DPRD, PKS."""
    return (*instruments(), *dprd(**basis), *cleared())


WITHDRAWN = (Siding(Stage.WITHDRAWN, "PREPARATION", "", ShortStage.REQUEST),)
DPRD_REJECTED = (Siding(Stage.DPRD_REJECTED, "DPRD", GATE, ShortStage.DPRD, office=Office.KABAG, halted=True),)
UNANSWERED = (
    Siding(Stage.EXPIRED, "OFFER", f"{ART6} huruf b", ShortStage.WILLINGNESS, office=Office.BAGIAN, halted=True),
    Siding(Stage.REFUSED, "OFFER", f"{ART6} huruf b", ShortStage.WILLINGNESS, office=Office.BAGIAN, halted=True),
)
DECLINED = (Siding(Stage.DECLINED, "OFFER", f"{ART6} huruf b", ShortStage.WILLINGNESS),)


def not_recommended(phase: str = "KB_DRAFTING", basis: str = f"{ART6} huruf c") -> tuple[Siding, ...]:
    """The TKKSD does not recommend."""
    return (Siding(Stage.NOT_RECOMMENDED, phase, basis, ShortStage.TKKSD),)


GATES = {"FIRST": ("DPRD sebelum penandatanganan pertama", gate_first, frozenset({"KB", "PKS"})),
         "BETWEEN": ("DPRD antara KB dan PKS", gate_between, frozenset({"PKS"}))}  # fmt: skip
