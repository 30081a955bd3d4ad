"""The statutory phases of each kind, in the order of the law, as data."""

from dataclasses import dataclass

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

#: By the name that a route gives: mandatory KSDD begins with mapping and technical coordination.
PHASES: dict[str, tuple[Phase, ...]] = {
    "KSDD": _KSDD,
    "KSDD_WAJIB": (
        Phase("MAPPING", "Pemetaan urusan", "PP 28/2018 Pasal 5 ayat (1)", ShortStage.REQUEST),
        *_KSDD[:1],
        Phase("COORDINATION", "Koordinasi teknis", "PP 28/2018 Pasal 5 ayat (2) dan (3)", ShortStage.WILLINGNESS),
        *_KSDD[1:],
    ),
}


def phase(name: str, code: str) -> Phase:
    """A phase by its code; raises KeyError when the statute has none of that name."""
    for candidate in PHASES[name]:
        if candidate.code == code:
            return candidate
    raise KeyError(f"{name} has no phase {code}")
