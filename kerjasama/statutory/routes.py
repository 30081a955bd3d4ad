"""The routes of a statutory report: one for each kind, from the opened draft to the sent edition."""

from datetime import date

from kerjasama.accounts.offices import Office
from kerjasama.statutory.stages import Kind, Stage, Trait
from kerjasama.workflow.routes import Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage

DOMESTIC_BASIS = "PP 28/2018 Pasal 6 ayat (1) huruf j, Pasal 44; UU 23/2014 Pasal 368"
FOREIGN_BASIS = "PP 28/2018 Pasal 43; Permendagri 25/2020 Pasal 35 sampai dengan 37"
RECAP_BASIS = "Perda tentang kerja sama daerah; PP 28/2018 Pasal 6 ayat (1) huruf j"
LKPJ_BASIS = "UU 23/2014 Pasal 69 ayat (1), Pasal 71 ayat (2)"
ADVICE = "Laporan yang sudah dikirim tidak berubah. Buka edisi perbaikan bila isinya perlu dibetulkan."


def key_of(kind: str) -> str:
    """The key of the route of a kind."""
    return f"STATUTORY.{kind}"


def _step(stage: Stage, office: Office, basis: str) -> Step:
    return Step(stage, "REPORTING", office, basis, ShortStage.MONEV)


def _route(kind: Kind, basis: str, *, signed_by_head: bool) -> Route:
    letter = (_step(Stage.LETTER, Office.KDH, basis),) if signed_by_head else ()
    return Route(
        key_of(kind), 1, date(2018, 7, 2), str(kind.label),
        (
            _step(Stage.DRAFT, Office.BAGIAN, basis),
            _step(Stage.CHECK, Office.KABAG, basis),
            *letter,
            _step(Stage.SENDING, Office.BAGIAN, basis),
        ),
        (
            Siding(Stage.SENT, "REPORTING", basis, ShortStage.MONEV, advice=ADVICE),
            Siding(Stage.CANCELLED, "REPORTING", basis, ShortStage.MONEV, advice=ADVICE),
        ),
        traits=frozenset({Trait.OUTGOING if signed_by_head else Trait.INTERNAL}),
    )  # fmt: skip


ROUTES = Routes(
    _route(Kind.DOMESTIC, DOMESTIC_BASIS, signed_by_head=True),
    _route(Kind.FOREIGN, FOREIGN_BASIS, signed_by_head=True),
    _route(Kind.RECAP, RECAP_BASIS, signed_by_head=False),
    _route(Kind.LKPJ, LKPJ_BASIS, signed_by_head=False),
)
