"""The routes of the yearly plan: the list of a year, and each of its rows."""

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage
from proposals.plan_stages import PlanStage, RowStage
from proposals.routes.blocks import PP28, SINCE

BASIS = f"{PP28} 4 ayat (2), Pasal 16 ayat (2)"
MAPPING = f"{PP28} 5 ayat (1), Pasal 17 huruf a"
ROW, YEAR = "PLAN.ROW", "PLAN.YEAR"
_EARLY = ShortStage.REQUEST


def _step(stage: str, office: str, basis: str = BASIS, deadline: Deadline | None = None) -> Step:
    return Step(stage, "PLANNING", office, basis, _EARLY, deadline)


ROW_ROUTES = Routes(
    Route(
        ROW, 1, SINCE, "Baris rencana kerja sama tahunan",
        (
            _step(RowStage.DRAFT, Office.OPD, MAPPING),
            _step(RowStage.PROPOSED, Office.BAGIAN, MAPPING, Deadline("days_plan_verification")),
            _step(RowStage.VERIFIED, Office.KABAG),
            _step(RowStage.DISCUSSED, Office.KDH),
            _step(RowStage.ADOPTED, Office.OPD),
            _step(RowStage.RUNNING, Office.OPD),
        ),
        (
            Siding(RowStage.FINISHED, "PLANNING", BASIS, _EARLY),
            Siding(RowStage.DROPPED, "PLANNING", BASIS, _EARLY),
        ),
    )
)  # fmt: skip

YEAR_ROUTES = Routes(
    Route(
        YEAR, 1, SINCE, "Daftar rencana kerja sama tahunan",
        (_step(PlanStage.OPEN, Office.BAGIAN), _step(PlanStage.SUBMITTED, Office.KDH)),
        (Siding(PlanStage.ADOPTED, "PLANNING", BASIS, _EARLY),),
    )
)  # fmt: skip
