"""The routes of a naskah abroad: the letter of intent, the naskah kerja sama by level of our region, the yearly plan."""

from datetime import date

from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.workflow.routes import Deadline, Route, Siding, Step
from kerjasama.workflow.statute import ShortStage

PM25 = "Permendagri 25/2020 Pasal"
PP28 = "PP 28/2018 Pasal"
SINCE = date(2018, 7, 2)
GOVERNOR_DAYS = Deadline(fixed=5, starts_on_receipt=True)
#: Where an act that all kinds share rests on another article abroad.
CITES = (
    (f"{PP28} 9 ayat (1)", f"{PM25} 34"), (f"{PP28} 9 ayat (1) huruf a", f"{PM25} 32"),
    (f"{PP28} 8; UU 23/2014 Pasal 370", f"{PM25} 40 dan 41"), (f"{PP28} 20", f"{PP28} 26; PP 2/2012 Pasal 5"),
)  # fmt: skip
AFTER_END = "Kerja sama yang sudah berakhir tidak dapat diubah atau diperpanjang. Ajukan usulan baru untuk naskah kerja sama yang baru."
_COMMON = (Trait.FOREIGN, Trait.BILINGUAL, Trait.IN_PERSON, Trait.UNSTAMPED)


def _writing(phase: str, basis: str, short: ShortStage) -> tuple[Step, ...]:
    return (
        Step(Stage.DRAFTING, phase, Office.BAGIAN, basis, short),
        Step(Stage.LEGAL_REVIEW, phase, Office.HUKUM, basis, short),
    )


def _signing(phase: str, basis: str, short: ShortStage) -> tuple[Step, ...]:
    return (
        Step(Stage.PARAF, phase, Office.KABAG, "Permendagri 1/2023 (paraf hierarki)", ShortStage.PARAF, Deadline("days_paraf")),
        Step(Stage.SIGNING_PREPARATION, phase, Office.BAGIAN, basis, short),
        Step(Stage.SIGNING, phase, Office.KDH, f"{PP28} 23 ayat (1)", short, Deadline("days_signing")),
        Step(Stage.SCANNING, phase, Office.BAGIAN, basis, short),
        Step(Stage.VALIDATION, phase, Office.BAGIAN, basis, short),
    )  # fmt: skip


def _kept(phase: str, basis: str, held: str, short: ShortStage, after: ShortStage) -> tuple[Step, ...]:
    return (
        Step(Stage.REGISTRATION, phase, Office.BAGIAN, basis, short, Deadline("days_registration")),
        Step(Stage.IN_FORCE, held, Office.OPD, basis, after),
    )


def _beside(phase: str, end: str, short: ShortStage, *more: Siding) -> tuple[Siding, ...]:
    return (
        *more,
        Siding(Stage.ENDED, end, f"{PM25} 34", ShortStage.MONEV, advice=AFTER_END),
        Siding(Stage.CANCELLED, phase, f"{PM25} 20", short),
    )


def _intent() -> Route:
    basis, short = f"{PM25} 13 dan 14", ShortStage.WILLINGNESS
    steps = (
        *_writing("INTENT", basis, short),
        *_signing("INTENT", basis, short),
        *_kept("INTENT", basis, "", short, short),
    )
    return Route(
        "FOREIGN.LOI", 1, SINCE, "Pernyataan Kehendak (LoI)", steps, _beside("INTENT", "", short),
        traits=frozenset({*_COMMON, Trait.INTENT, Trait.UNREPORTED}), cites=CITES,
    )  # fmt: skip


def _naskah(level: str) -> Route:
    draft, sign, paraf = f"{PM25} 20", f"{PM25} 25", ShortStage.PARAF
    governor = (Step(Stage.GOVERNOR, "NASKAH_DRAFTING", Office.BAGIAN, f"{PM25} 20 ayat (4)", paraf, GOVERNOR_DAYS),)
    via = level == "KAB"
    steps = (
        *_writing("NASKAH_DRAFTING", draft, paraf),
        Step(Stage.DRAFT_SUBMISSION, "NASKAH_DRAFTING", Office.BAGIAN, draft, paraf),
        Step(Stage.DRAFT_LETTER, "NASKAH_DRAFTING", Office.KDH, draft, paraf),
        *(governor if via else ()),
        Step(Stage.DISCUSSION, "DISCUSSION", Office.BAGIAN, f"{PM25} 21 dan 22; {PP28} 32", paraf),
        Step(Stage.CONFIRMATION, "DISCUSSION", Office.BAGIAN, f"{PM25} 23; {PP28} 33", paraf),
        Step(Stage.APPROVAL, "APPROVAL", Office.BAGIAN, f"{PM25} 24", paraf),
        *_signing("SIGNING", sign, ShortStage.SIGNING),
        Step(Stage.ORIGINAL, "SIGNING", Office.BAGIAN, sign, ShortStage.SIGNING),
        Step(Stage.ORIGINAL_LETTER, "SIGNING", Office.KDH, sign, ShortStage.SIGNING),
        Step(Stage.COPY, "SIGNING", Office.BAGIAN, sign, ShortStage.SIGNING),
        *_kept("SIGNING", sign, "EXECUTION", ShortStage.SIGNING, ShortStage.MONEV),
    )
    direct = (Siding(Stage.DIRECT_LETTER, "NASKAH_DRAFTING", f"{PM25} 20 ayat (4)", paraf, office=Office.KDH),)
    words = "lewat Gubernur" if via else "langsung kepada Menteri"
    return Route(
        f"FOREIGN.{level}.MOU", 1, SINCE, f"Naskah Kerja Sama luar negeri, {words}", steps,
        _beside("NASKAH_DRAFTING", "EXECUTION", paraf, *(direct if via else ())),
        traits=frozenset({*_COMMON, Trait.CONFIRMED, Trait.RESULTS, *({Trait.VIA_GOVERNOR} if via else set())}), cites=CITES,
    )  # fmt: skip


def _yearly() -> Route:
    basis = f"{PM25} 30"
    steps = (
        *_writing("YEARLY_PLAN", basis, ShortStage.MONEV), *_signing("YEARLY_PLAN", basis, ShortStage.MONEV),
        *_kept("YEARLY_PLAN", basis, "YEARLY_PLAN", ShortStage.MONEV, ShortStage.MONEV),
    )  # fmt: skip
    return Route(
        "FOREIGN.RKT", 1, SINCE, "Rencana Kerja Tahunan dengan lembaga nirlaba asing", steps,
        _beside("YEARLY_PLAN", "YEARLY_PLAN", ShortStage.MONEV), traits=frozenset({*_COMMON, Trait.YEARLY, Trait.UNREPORTED}), cites=CITES,
    )  # fmt: skip


FOREIGN = (_intent(), *(_naskah(level) for level in ("KAB", "PROV")), _yearly())
