"""The route of a naskah: the same steps for every form, each in its own statutory phase and by the articles of its kind."""

from datetime import date

from agreements.foreign_routes import FOREIGN
from agreements.stages import DisputeStep, EndGround, Instrument, Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage
from proposals.routes.ksdpk import CITES as KSDPK_CITES
from proposals.routes.sinergi import CITES as SINERGI_CITES

PP28 = "PP 28/2018 Pasal"
SINCE = date(2018, 7, 2)
_DRAFT = {
    Instrument.KB: ("KB_DRAFTING", "huruf c"), Instrument.PKS: ("PKS_DRAFTING", "huruf f"), Instrument.NK: ("NK_DRAFTING", "huruf c"),
    Instrument.ADD: ("EXECUTION", "huruf h"),
}  # fmt: skip
_SIGN = {
    Instrument.KB: ("KB_SIGNING", "huruf d"), Instrument.PKS: ("PKS_SIGNING", "huruf g"), Instrument.NK: ("NK_SIGNING", "huruf d"),
    Instrument.ADD: ("EXECUTION", "huruf h"),
}  # fmt: skip
_SIGN_BASIS = f"{PP28} 2 ayat (1), Pasal 6 ayat (1) huruf d dan g"
_END, _END_TERM, _LEADER = f"{PP28} 9 ayat (1)", f"{PP28} 9 ayat (1) huruf a", f"{PP28} 2 ayat (1)"
_DISPUTE = f"{PP28} 8; UU 23/2014 Pasal 370"
#: Booked by analogy where the law speaks of third parties only; "hasil kerja sama daerah" is regional income by itself.
_RESULTS, _INCOME = f"{PP28} 20", "PP 12/2019 Pasal 31 ayat (4) huruf c"
_CLAUSES = "Permendagri 22/2020; UU 23/2014 Pasal 366 ayat (2)"
#: The articles of each kind that stand in the place of those of cooperation with other regions.
CITES: dict[str, tuple[tuple[str, str], ...]] = {
    "KSDD": ((_RESULTS, f"{_INCOME}; {PP28} 20 sebagai acuan"),),
    "KSDPK": (
        *KSDPK_CITES, (_SIGN_BASIS, f"{PP28} 13 ayat (1), Pasal 19 ayat (1)"), (_LEADER, f"{PP28} 13 ayat (1)"), (_END, f"{PP28} 22"),
        (_END_TERM, f"{PP28} 22"), (_DISPUTE, f"{PP28} 21"), (_CLAUSES, "UU 23/2014 Pasal 366 ayat (2); PP 28/2018 Pasal 19 ayat (2)"),
    ),
    "SINERGI": (
        *SINERGI_CITES, (_SIGN_BASIS, f"{PP28} 46 ayat (4)"), (_LEADER, f"{PP28} 46 ayat (4)"), (_END, "Nota kesepakatan"),
        (_END_TERM, "Nota kesepakatan"), (_RESULTS, f"{_INCOME}; nota kesepakatan"), (_DISPUTE, "Nota kesepakatan"), (_CLAUSES, f"{PP28} 46 ayat (3) dan (4)"),
    ),
}  # fmt: skip


AFTER_END = (
    "Kerja sama yang sudah berakhir tidak dapat diubah dengan adendum dan tidak dapat diperpanjang. Ajukan usulan baru untuk kesepakatan "
    "bersama atau perjanjian kerja sama yang baru."
)
_NAMES = {"SINERGI": "sinergi"}


def route_key(kind: str, instrument: str) -> str:
    """The key of the route of a naskah."""
    return f"{kind}.{instrument}"


def _route(kind: str, instrument: Instrument, *traits: Trait) -> Route:
    """The steps of one naskah from the first draft to its end."""
    cites = dict(CITES[kind])

    def cite(basis: str) -> str:
        return cites.get(basis, basis)

    drafting, draft_letter = _DRAFT[instrument]
    signing, sign_letter = _SIGN[instrument]
    draft_basis, sign_basis = cite(f"{PP28} 6 ayat (1) {draft_letter}"), cite(f"{PP28} 6 ayat (1) {sign_letter}")
    keeping = cite(f"{PP28} 6 ayat (1) huruf i")
    steps = (
        Step(Stage.DRAFTING, drafting, Office.BAGIAN, draft_basis, ShortStage.PARAF),
        Step(Stage.LEGAL_REVIEW, drafting, Office.HUKUM, draft_basis, ShortStage.PARAF),
        Step(
            Stage.PARAF,
            signing,
            Office.KABAG,
            "Permendagri 1/2023 (paraf hierarki)",
            ShortStage.PARAF,
            Deadline("days_paraf"),
        ),
        Step(Stage.SIGNING_PREPARATION, signing, Office.BAGIAN, sign_basis, ShortStage.SIGNING),
        Step(Stage.SIGNING, signing, Office.KDH, cite(_LEADER), ShortStage.SIGNING, Deadline("days_signing")),
        Step(Stage.SCANNING, signing, Office.BAGIAN, sign_basis, ShortStage.SIGNING),
        Step(Stage.VALIDATION, signing, Office.BAGIAN, sign_basis, ShortStage.SIGNING),
        Step(
            Stage.REGISTRATION,
            "ADMINISTRATION",
            Office.BAGIAN,
            keeping,
            ShortStage.SIGNING,
            Deadline("days_registration"),
        ),
        Step(Stage.IN_FORCE, "EXECUTION", Office.OPD, cite(f"{PP28} 6 ayat (1) huruf h"), ShortStage.MONEV),
    )
    sidings = (
        Siding(Stage.ENDED, "EXECUTION", cite(_END), ShortStage.MONEV, advice=AFTER_END),
        Siding(Stage.CANCELLED, drafting, draft_basis, ShortStage.PARAF),
    )
    return Route(
        route_key(kind, instrument), 1, SINCE, f"{instrument.label} {_NAMES.get(kind, kind)}", steps, sidings, traits=frozenset(traits),
        cites=CITES[kind],
    )  # fmt: skip


ROUTES = Routes(
    _route("KSDD", Instrument.KB, Trait.ELECTRONIC),
    _route("KSDD", Instrument.PKS, Trait.DELEGABLE, Trait.RESULTS, Trait.ELECTRONIC),
    _route("KSDPK", Instrument.KB, Trait.THIRD_PARTY, Trait.ELECTRONIC),
    _route("KSDPK", Instrument.PKS, Trait.DELEGABLE, Trait.THIRD_PARTY, Trait.RESULTS, Trait.ELECTRONIC),
    _route("SINERGI", Instrument.NK, Trait.WORK_PLAN, Trait.RESULTS, Trait.ELECTRONIC),
    _route("KSDD", Instrument.ADD, Trait.AMENDS, Trait.UNREPORTED, Trait.DELEGABLE, Trait.ELECTRONIC),
    _route(
        "KSDPK", Instrument.ADD, Trait.AMENDS, Trait.UNREPORTED, Trait.DELEGABLE, Trait.THIRD_PARTY, Trait.ELECTRONIC
    ),
    _route("SINERGI", Instrument.ADD, Trait.AMENDS, Trait.UNREPORTED, Trait.ELECTRONIC),
    *FOREIGN,
)

_COMMON = (EndGround.TERM, EndGround.PURPOSE, EndGround.AGREED, EndGround.LAW_CHANGED, EndGround.OBJECT_LOST)
#: What may end a naskah of a kind (PP 28/2018 art. 9(1), 22); abroad the three of Permendagri 25/2020 art. 34 besides its term (art. 32).
END_GROUNDS: dict[str, tuple[EndGround, ...]] = {
    "KSDD": _COMMON,
    "KSDPK": (*_COMMON, EndGround.JUDGMENT, EndGround.BANKRUPTCY),
    "SINERGI": _COMMON,
    "FOREIGN": (EndGround.TERM, EndGround.PURPOSE, EndGround.AGREED, EndGround.REPLACED),
}
#: Before whom a dispute of a kind comes, one after another (PP 28/2018 art. 8, 21; UU 23/2014 art. 370; Permendagri 25/2020 art. 40-41).
#: Regions of several provinces go past the Gubernur.
DISPUTE_PATHS: dict[str, tuple[DisputeStep, ...]] = {
    "KSDD": (DisputeStep.PARTIES, DisputeStep.GOVERNOR, DisputeStep.MINISTER),
    "KSDPK": (DisputeStep.PARTIES, DisputeStep.CLAUSE),
    "SINERGI": (DisputeStep.PARTIES, DisputeStep.CLAUSE),
    "FOREIGN": (DisputeStep.PARTIES, DisputeStep.MINISTER),
}


def end_grounds(key: str) -> tuple[EndGround, ...]:
    """The grounds on which a naskah of a route may end; a change of leaders is never one (PP 28/2018 art. 9(2))."""
    return END_GROUNDS[key.partition(".")[0]]


def dispute_path(key: str) -> tuple[DisputeStep, ...]:
    """The steps of a dispute over a naskah of a route, in order."""
    return DISPUTE_PATHS[key.partition(".")[0]]
