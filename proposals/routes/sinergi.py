"""Sinergi with the central government: one nota kesepakatan with its rencana kerja, each side on its own budget."""

from dataclasses import replace

from kerjasama.workflow.routes import Route
from proposals.routes import blocks as b
from proposals.routes.traits import Trait

_ART46 = f"{b.PP28} 46 ayat (1)"
_PAPER = f"{b.PP28} 46 ayat (4)"
_DPRD = "kebijakan daerah mengenai sinergi, sejalan dengan Pasal 6 ayat (2) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah"
#: Synergy stands on one article; its stages are those of the region's own rules.
CITES = (
    *((f"{b.ART6} huruf {letter}", _ART46) for letter in "abhij"),
    *((f"{b.ART6} huruf {letter}", _PAPER) for letter in ("c", "d", "f", "g", "d dan e")),
    (b.ART6, _PAPER),
    (b.GATE, _DPRD),
    (f"KAK delapan unsur, {b.ART6} huruf a", f"KAK delapan unsur, {_ART46}"),
    (f"{b.PP28} 3 ayat (1)", _ART46),
    (f"UU 23/2014 Pasal 12; {b.PP28} 4 ayat (1)", f"UU 23/2014 Pasal 12; {_ART46}"),
    (f"{b.PP28} 4 ayat (4)", "Kebijakan daerah mengenai sinergi"),
    (f"{b.PP28} 4 ayat (2) dan (3)", _ART46),
    (f"{b.PP28} 4 ayat (2) sampai dengan ayat (4)", _ART46),
    (f"{b.PP28} 6; Keputusan pembentukan TKKSD", "Keputusan pembentukan TKKSD"),
    ("PP 28/2018 tidak mengaturnya untuk KSDD", "PP 28/2018 tidak mengaturnya untuk sinergi"),
)
_TAIL = (*b.tkksd("NK_DRAFTING", _PAPER), *b.dprd(_DPRD), *b.instruments(_PAPER, "NK_DRAFTING"))
_UNANSWERED = tuple(replace(siding, basis=_ART46) for siding in b.UNANSWERED)
_DECLINED = tuple(replace(siding, basis=_ART46) for siding in b.DECLINED)
_REJECTED = tuple(replace(siding, basis=_DPRD) for siding in b.DPRD_REJECTED)
_NOT = b.not_recommended("NK_DRAFTING", _PAPER)
_HEADS = {
    "OUT": ("penawaran dari daerah", (*b.preparation(_ART46), *b.offer(_ART46)), (*_UNANSWERED, *_NOT)),
    "IN": (
        "penawaran dari Pemerintah Pusat",
        (*b.intake(_ART46), *b.preparation(_ART46), *b.answer(_ART46)),
        (*_DECLINED, *_NOT),
    ),
}


def _route(way: str) -> Route:
    label, head, aside = _HEADS[way]
    return Route(
        f"SINERGI.{way}.FIRST", 1, b.SINCE, f"Sinergi, {label}", head + _TAIL, (*aside, *_REJECTED, *b.WITHDRAWN),
        frozenset({"NK"}), traits=frozenset({Trait.SYNERGY}), phases="SINERGI", parts=("terms", "finance", "support"), cites=CITES,
    )  # fmt: skip


SINERGI = tuple(_route(way) for way in _HEADS)
