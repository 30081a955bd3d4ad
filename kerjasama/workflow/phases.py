"""The statutory phases of each kind, in the order of the law, as data."""

from dataclasses import dataclass, replace

from kerjasama.workflow.statute import ShortStage


@dataclass(frozen=True, slots=True)
class Phase:
    """A statutory phase: public name, article and its place among the seven short stages."""

    code: str
    label: str
    basis: str
    short: ShortStage


_KSDD = (
    Phase("PREPARATION", "Persiapan", "PP 28/2018 Pasal 6 ayat (1) huruf a", ShortStage.REQUEST),
    Phase("OFFER", "Penawaran", "PP 28/2018 Pasal 6 ayat (1) huruf b", ShortStage.REQUEST),
    Phase("KB_DRAFTING", "Penyusunan kesepakatan bersama", "PP 28/2018 Pasal 6 ayat (1) huruf c", ShortStage.TKKSD),
    Phase(
        "KB_SIGNING", "Penandatanganan kesepakatan bersama", "PP 28/2018 Pasal 6 ayat (1) huruf d", ShortStage.SIGNING
    ),
    Phase("DPRD", "Persetujuan DPRD", "PP 28/2018 Pasal 6 ayat (1) huruf e dan ayat (2)", ShortStage.DPRD),
    Phase("PKS_DRAFTING", "Penyusunan perjanjian kerja sama", "PP 28/2018 Pasal 6 ayat (1) huruf f", ShortStage.PARAF),
    Phase(
        "PKS_SIGNING",
        "Penandatanganan perjanjian kerja sama",
        "PP 28/2018 Pasal 6 ayat (1) huruf g",
        ShortStage.SIGNING,
    ),
    Phase("EXECUTION", "Pelaksanaan", "PP 28/2018 Pasal 6 ayat (1) huruf h", ShortStage.MONEV),
    Phase("ADMINISTRATION", "Penatausahaan", "PP 28/2018 Pasal 6 ayat (1) huruf i", ShortStage.MONEV),
    Phase("REPORTING", "Pelaporan", "PP 28/2018 Pasal 6 ayat (1) huruf j", ShortStage.MONEV),
)

_THIRD = "PP 28/2018 Pasal 19 ayat (1) jo. "
#: The same stages, as they follow for a third party (PP 28/2018 art. 19(1)).
_KSDPK = tuple(replace(p, basis=p.basis.replace("PP 28/2018 ", _THIRD, 1)) for p in _KSDD)
_SYNERGY = "PP 28/2018 Pasal 46 ayat (1)"
_SYNERGY_PAPER = "PP 28/2018 Pasal 46 ayat (4)"

#: By the name that a route gives: mandatory KSDD begins with mapping and technical coordination.
PHASES: dict[str, tuple[Phase, ...]] = {
    "KSDD": _KSDD,
    "KSDD_WAJIB": (
        Phase("MAPPING", "Pemetaan urusan", "PP 28/2018 Pasal 5 ayat (1)", ShortStage.REQUEST),
        *_KSDD[:1],
        Phase("COORDINATION", "Koordinasi teknis", "PP 28/2018 Pasal 5 ayat (2) dan (3)", ShortStage.WILLINGNESS),
        *_KSDD[1:],
    ),
    "KSDPK": (Phase("MAPPING", "Pemetaan", "PP 28/2018 Pasal 17 huruf a", ShortStage.REQUEST), *_KSDPK),
    "KSDPK_PRAKARSA": (
        Phase("OFFER", "Penawaran pihak ketiga", "PP 28/2018 Pasal 18 ayat (2)", ShortStage.REQUEST),
        _KSDPK[0],
        Phase("CRITERIA", "Penilaian kriteria dan jawaban", "PP 28/2018 Pasal 18 ayat (1)", ShortStage.TKKSD),
        *_KSDPK[2:],
    ),
    "SINERGI": (
        Phase("PREPARATION", "Persiapan", _SYNERGY, ShortStage.REQUEST),
        Phase("OFFER", "Penawaran sinergi", _SYNERGY, ShortStage.REQUEST),
        Phase("NK_DRAFTING", "Penyusunan nota kesepakatan dan rencana kerja", _SYNERGY_PAPER, ShortStage.TKKSD),
        Phase("DPRD", "Persetujuan DPRD", "Kebijakan daerah", ShortStage.DPRD),
        Phase("NK_SIGNING", "Penandatanganan nota kesepakatan", _SYNERGY_PAPER, ShortStage.SIGNING),
        Phase("EXECUTION", "Pelaksanaan", _SYNERGY, ShortStage.MONEV),
        Phase("ADMINISTRATION", "Penatausahaan", _SYNERGY, ShortStage.MONEV),
        Phase("REPORTING", "Pelaporan", _SYNERGY, ShortStage.MONEV),
    ),
}


def phase(name: str, code: str) -> Phase:
    """A phase by its code; raises KeyError when the statute has none of that name."""
    for candidate in PHASES[name]:
        if candidate.code == code:
            return candidate
    raise KeyError(f"{name} has no phase {code}")
