"""The route of a naskah: the same steps for KB and PKS, each in its own statutory phase."""

from datetime import date

from agreements.foreign_routes import FOREIGN
from agreements.stages import Instrument, Stage
from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Routes, Siding, Step
from kerjasama.workflow.statute import ShortStage

PP28 = "PP 28/2018 Pasal"
SINCE = date(2018, 7, 2)
_DRAFT = {Instrument.KB: ("KB_DRAFTING", "huruf c"), Instrument.PKS: ("PKS_DRAFTING", "huruf f")}
_SIGN = {Instrument.KB: ("KB_SIGNING", "huruf d"), Instrument.PKS: ("PKS_SIGNING", "huruf g")}


def _route(key: str, instrument: Instrument) -> Route:
    """The steps of one naskah from the first draft to its end."""
    drafting, draft_letter = _DRAFT[instrument]
    signing, sign_letter = _SIGN[instrument]
    draft_basis, sign_basis = f"{PP28} 6 ayat (1) {draft_letter}", f"{PP28} 6 ayat (1) {sign_letter}"
    keeping = f"{PP28} 6 ayat (1) huruf i"
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
        Step(Stage.SIGNING, signing, Office.KDH, f"{PP28} 2 ayat (1)", ShortStage.SIGNING, Deadline("days_signing")),
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
        Step(Stage.IN_FORCE, "EXECUTION", Office.OPD, f"{PP28} 6 ayat (1) huruf h", ShortStage.MONEV),
    )
    sidings = (
        Siding(Stage.ENDED, "EXECUTION", f"{PP28} 9 ayat (1)", ShortStage.MONEV),
        Siding(Stage.CANCELLED, drafting, draft_basis, ShortStage.PARAF),
    )
    return Route(key, 1, SINCE, f"{instrument.label} KSDD", steps, sidings)


ROUTES = Routes(_route("KSDD.KB", Instrument.KB), _route("KSDD.PKS", Instrument.PKS), *FOREIGN)


def route_key(pattern: str, kind: str, instrument: str, *, via_governor: bool = False) -> str:
    """The key of the route of a naskah, by the pattern of its opening."""
    return pattern.format(kind=kind, instrument=instrument, level="KAB" if via_governor else "PROV")
