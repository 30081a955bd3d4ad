"""The route of a monev report, from its opening to the closed evaluation."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage
from monitoring.stages import Stage

BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf j, Pasal 44"
#: What follows for a third party (PP 28/2018 art. 19(1)) and for a synergy, whose work plan is carried out by both sides.
KSDPK_BASIS = "PP 28/2018 Pasal 19 ayat (1) jo. Pasal 6 ayat (1) huruf j, Pasal 44"
SINERGI_BASIS = "PP 28/2018 Pasal 46; nota kesepakatan"
FOREIGN_BASIS = "PP 28/2018 Pasal 43; Permendagri 25/2020 Pasal 35 sampai dengan 37"
#: The nine parts of a report on cooperation abroad are asked for.
FOREIGN = "FOREIGN"
#: The schedule says until when a report is due first; one that was returned has these days from its return.
REPAIR = Deadline("days_report_repair", after_return=True)


def _route(key: str, label: str, phase: str, basis: str, *traits: str) -> Route:
    return Route(
        key,
        1,
        date(2018, 7, 2),
        label,
        (
            Step(Stage.OPEN, phase, Office.OPD, basis, ShortStage.MONEV, REPAIR),
            Step(Stage.SUBMITTED, phase, Office.BAGIAN, basis, ShortStage.MONEV),
            Step(Stage.EVALUATED, phase, Office.KABAG, basis, ShortStage.MONEV),
        ),
        (Siding(Stage.CLOSED, phase, basis, ShortStage.MONEV),),
        traits=frozenset(traits),
    )


ROUTES = Routes(
    _route("KSDD.MONEV", "Laporan dan evaluasi berkala KSDD", "REPORTING", BASIS),
    _route("KSDPK.MONEV", "Laporan dan evaluasi berkala KSDPK", "REPORTING", KSDPK_BASIS),
    _route("SINERGI.MONEV", "Laporan dan evaluasi berkala sinergi", "REPORTING", SINERGI_BASIS),
    _route("FOREIGN.MONEV", "Laporan tahunan dan evaluasi kerja sama luar negeri", "EXECUTION", FOREIGN_BASIS, FOREIGN),
)
