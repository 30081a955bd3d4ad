"""The route of an online request: one step of ours, and the ways beside it."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.counter.stages import Stage
from kerjasama.workflow.routes import Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage

BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf b, Pasal 18, dan Pasal 19"
PLAN_BASIS = "PP 28/2018 Pasal 4 ayat (2) dan Pasal 16 ayat (2)"
ROUTE = "ONLINE.REQUEST"

ROUTES = Routes(
    Route(
        ROUTE,
        1,
        date(2018, 7, 2),
        "Permohonan daring dari daerah lain atau pihak ketiga",
        (Step(Stage.RECEIVED, "OFFER", Office.BAGIAN, BASIS, ShortStage.REQUEST, Deadline("days_online_request")),),
        (
            Siding(Stage.INCOMPLETE, "OFFER", BASIS, ShortStage.REQUEST, office=Office.PARTNER),
            Siding(Stage.ACCEPTED, "OFFER", BASIS, ShortStage.REQUEST),
            Siding(Stage.PLANNED, "OFFER", PLAN_BASIS, ShortStage.REQUEST),
            Siding(Stage.REJECTED, "OFFER", BASIS, ShortStage.REQUEST),
            Siding(Stage.LAPSED, "OFFER", BASIS, ShortStage.REQUEST),
        ),
    )
)
