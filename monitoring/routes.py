"""The route of a monev report, from its opening to the closed evaluation."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage
from monitoring.stages import Stage

BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf j, Pasal 44"
ROUTE = "KSDD.MONEV"

ROUTES = Routes(
    Route(
        ROUTE,
        1,
        date(2018, 7, 2),
        "Laporan dan evaluasi berkala KSDD",
        (
            Step(Stage.OPEN, "REPORTING", Office.OPD, BASIS, ShortStage.MONEV),
            Step(Stage.SUBMITTED, "REPORTING", Office.BAGIAN, BASIS, ShortStage.MONEV),
            Step(Stage.EVALUATED, "REPORTING", Office.KABAG, BASIS, ShortStage.MONEV),
        ),
        (Siding(Stage.CLOSED, "REPORTING", BASIS, ShortStage.MONEV),),
    )
)
