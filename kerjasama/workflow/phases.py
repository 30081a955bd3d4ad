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

_PM25, _PP28, _SS = "Permendagri 25/2020 Pasal", "PP 28/2018 Pasal", ShortStage
#: From the draft of the naskah on, every foreign kind walks the same phases.
_FOREIGN_NASKAH = (
    Phase("NASKAH_DRAFTING", "Penyusunan rancangan naskah", f"{_PM25} 20", _SS.PARAF),
    Phase("DISCUSSION", "Pembahasan naskah", f"{_PM25} 21 sampai dengan 23", _SS.PARAF),
    Phase("APPROVAL", "Persetujuan Menteri", f"{_PM25} 24", _SS.PARAF),
    Phase("SIGNING", "Penandatanganan", f"{_PM25} 25", _SS.SIGNING),
)
_FOREIGN_EXECUTION = Phase("EXECUTION", "Pelaksanaan", f"{_PM25} 26", _SS.MONEV)
#: The eleven phases of Permendagri 25/2020 art. 9.
_ELEVEN = (
    Phase("INITIATIVE", "Prakarsa", f"{_PM25} 10; {_PP28} 28 ayat (1) dan (2)", _SS.REQUEST),
    Phase("EXPLORATION", "Penjajakan", f"{_PM25} 11 dan 12; {_PP28} 28 ayat (3)", _SS.REQUEST),
    Phase("INTENT", "Pernyataan kehendak", f"{_PM25} 13 dan 14; {_PP28} 28 ayat (4) dan (5)", _SS.WILLINGNESS),
    Phase("PLAN", "Penyusunan rencana kerja sama", f"{_PM25} 15; {_PP28} 30 ayat (3)", _SS.TKKSD),
    Phase("DPRD", "Persetujuan DPRD", f"{_PM25} 16 dan 17; {_PP28} 30", _SS.DPRD),
    Phase("VERIFICATION", "Verifikasi", f"{_PM25} 18 dan 19; {_PP28} 31", _SS.PARAF),
    *_FOREIGN_NASKAH,
    _FOREIGN_EXECUTION,
)
_FORWARDED = (
    Phase("INITIATIVE", "Prakarsa", f"{_PP28} 28 dan 38", _SS.REQUEST),
    Phase("PLAN", "Penyusunan usulan rencana", f"{_PM25} 28 dan 29", _SS.TKKSD),
    Phase("DPRD", "Persetujuan DPRD", f"{_PP28} 30 dan 38", _SS.DPRD),
    Phase("VERIFICATION", "Verifikasi", f"{_PM25} 29; {_PP28} 31 dan 38", _SS.PARAF),
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
    "KSDPL": _ELEVEN,
    "KSDLL_B": _ELEVEN,
    "KSDLL_A_BODY": (
        *_FORWARDED,
        Phase("TECHNICAL", "Rapat kementerian/lembaga dan Mitra Teknis", f"{_PM25} 29", _SS.PARAF),
        *_FOREIGN_NASKAH,
        _FOREIGN_EXECUTION,
    ),
    "KSDLL_A_NONPROFIT": (
        _FORWARDED[0],
        Phase("PLAN", "Penyusunan usulan rencana", f"{_PM25} 28 dan 30", _SS.TKKSD),
        *_FORWARDED[2:],
        Phase("PERMITS", "Izin prinsip dan izin operasional", f"{_PM25} 30; PP 59/2016 Pasal 7 dan 16", _SS.PARAF),
        *_FOREIGN_NASKAH,
        Phase("YEARLY_PLAN", "Rencana kerja tahunan", f"{_PM25} 30", _SS.MONEV),
        _FOREIGN_EXECUTION,
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
