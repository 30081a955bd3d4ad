"""The kinds of cooperation and their statutory phases, as data."""

from dataclasses import dataclass

from django.db import models


class CooperationKind(models.TextChoices):
    """Kinds of regional cooperation (UU 23/2014 art. 363; PP 28/2018 art. 2, 46)."""

    KSDD = "KSDD", "Kerja Sama Daerah dengan Daerah Lain"
    KSDPK = "KSDPK", "Kerja Sama Daerah dengan Pihak Ketiga"
    KSDPL = "KSDPL", "Kerja Sama Daerah dengan Pemerintah Daerah di Luar Negeri"
    KSDLL = "KSDLL", "Kerja Sama Daerah dengan Lembaga di Luar Negeri"
    SINERGI = "SINERGI", "Sinergi dengan Pemerintah Pusat"


class KsddCategory(models.TextChoices):
    """Categories of KSDD (PP 28/2018 art. 3)."""

    VOLUNTARY = "VOLUNTARY", "sukarela"
    MANDATORY = "MANDATORY", "wajib"


class Direction(models.TextChoices):
    """Who asks whom: every proposal is one or the other."""

    OUTGOING = "OUTGOING", "Keluar (daerah ini yang memohon)"
    INCOMING = "INCOMING", "Masuk (daerah lain yang memohon)"


class ShortStage(models.IntegerChoices):
    """The seven stages of the regional SOP, used in lists and charts."""

    REQUEST = 1, "Surat permohonan"
    WILLINGNESS = 2, "Surat kesediaan"
    TKKSD = 3, "Pembahasan TKKSD"
    DPRD = 4, "Persetujuan DPRD"
    PARAF = 5, "Pemarafan"
    SIGNING = 6, "Penandatanganan"
    MONEV = 7, "Monitoring dan evaluasi"


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

PHASES: dict[str, tuple[Phase, ...]] = {CooperationKind.KSDD: _KSDD}


def phase(kind: str, code: str) -> Phase:
    """The phase of a kind by its code; raises KeyError when the statute has none of that name."""
    for candidate in PHASES[kind]:
        if candidate.code == code:
            return candidate
    raise KeyError(f"{kind} has no phase {code}")
