"""The text of a naskah: clauses, their library, and the canonical form a paraf binds."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from agreements.stages import Instrument

TEMPLATE_VERSION = 1
#: What one naskah may hold: pasal, letters of a title, letters of a pasal.
MAX_CLAUSES, MAX_TITLE, MAX_TEXT = 60, 160, 12000


@dataclass(frozen=True, slots=True)
class Clause:
    """One pasal: a key known to the law or the library, a title, and its ayat."""

    key: str
    title: str
    paragraphs: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title, "paragraphs": list(self.paragraphs)}


@dataclass(frozen=True, slots=True)
class Requirement:
    """A clause that a kind of naskah must hold, by name; `blocks` says whether its absence stops the naskah."""

    key: str
    label: str
    basis: str
    blocks: bool = True


#: The four clauses of an agreement with a third party.
FOUR = "UU 23/2014 Pasal 366 ayat (2); PP 28/2018 Pasal 19 ayat (2)"
NOTE = "PP 28/2018 Pasal 46 ayat (4); praktik nota kesepakatan"
REQUIRED: dict[str, tuple[Requirement, ...]] = {
    Instrument.KB: (
        Requirement("aims", "maksud dan tujuan", "Permendagri 22/2020, kesepakatan bersama"),
        Requirement("object", "objek", "Permendagri 22/2020, kesepakatan bersama"),
        Requirement("scope", "ruang lingkup", "Permendagri 22/2020, kesepakatan bersama"),
        Requirement("implementation", "pelaksanaan", "Permendagri 22/2020, kesepakatan bersama"),
        Requirement("term", "jangka waktu", "Permendagri 22/2020, kesepakatan bersama"),
        Requirement("closing", "penutup", "Permendagri 22/2020, kesepakatan bersama"),
    ),
    Instrument.PKS: (
        Requirement("aims", "maksud dan tujuan", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("object", "objek", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("scope", "ruang lingkup", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("rights", "hak dan kewajiban", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("financing", "pembiayaan", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("term", "jangka waktu", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("disputes", "penyelesaian perselisihan", "UU 23/2014 Pasal 370; PP 28/2018 Pasal 8"),
        Requirement(
            "sanctions", "sanksi", "Lazim; wajib bagi pihak ketiga (PP 28/2018 Pasal 19 ayat (2))", blocks=False
        ),
        Requirement("ending", "pengakhiran", "PP 28/2018 Pasal 9"),
        Requirement("closing", "penutup", "Permendagri 22/2020, perjanjian kerja sama"),
    ),
    "KSDPK.PKS": (
        Requirement("aims", "maksud dan tujuan", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("object", "objek", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("scope", "ruang lingkup", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("rights", "hak dan kewajiban", FOUR),
        Requirement("term", "jangka waktu", FOUR),
        Requirement("disputes", "penyelesaian perselisihan", FOUR),
        Requirement("sanctions", "sanksi", FOUR),
        Requirement("financing", "pembiayaan", "Permendagri 22/2020, perjanjian kerja sama"),
        Requirement("ending", "pengakhiran", "PP 28/2018 Pasal 22"),
        Requirement("closing", "penutup", "Permendagri 22/2020, perjanjian kerja sama"),
    ),
    Instrument.NK: (
        Requirement("aims", "maksud dan tujuan", NOTE),
        Requirement("object", "objek", NOTE),
        Requirement("scope", "ruang lingkup", NOTE),
        Requirement("implementation", "pelaksanaan", NOTE),
        Requirement("financing", "pembiayaan", "PP 28/2018 Pasal 46 ayat (3)"),
        Requirement("term", "jangka waktu", NOTE),
        Requirement("closing", "penutup", NOTE),
    ),
}
REQUIRED[Instrument.ADD] = (
    Requirement("changes", "ketentuan yang diubah", "Praktik adendum"),
    Requirement("standing", "ketentuan lain", "Praktik adendum"),
    Requirement("closing", "penutup", "Praktik adendum"),
)
_FOREIGN = "Permendagri 25/2020 Pasal {0}"
REQUIRED |= {
    # Title, place and day stand in the frame of the paper.
    Instrument.LOI: tuple(
        Requirement(key, label, _FOREIGN.format(13))
        for key, label in (("subject", "subjek"), ("aims", "maksud dan tujuan"), ("scope", "ruang lingkup"), ("term", "masa berlaku"),
                           ("closing", "tempat dan tanggal penandatanganan"))
    ),
    # The eleven parts of art. 20; the first, the title, every naskah has.
    Instrument.MOU: tuple(
        Requirement(key, label, _FOREIGN.format(20))
        for key, label in (
            ("subject", "subjek kerja sama"), ("aims", "maksud dan tujuan"), ("scope", "ruang lingkup"), ("implementation", "pelaksanaan"),
            ("financing", "pembiayaan"), ("working_group", "kelompok kerja bersama"), ("disputes", "penyelesaian perselisihan"),
            ("amendment", "amandemen"), ("term", "masa berlaku, perpanjangan, dan pengakhiran"), ("closing", "tanggal dan tempat penandatanganan"),
        )
    ),
    Instrument.RKT: tuple(
        Requirement(key, label, _FOREIGN.format(30))
        for key, label in (("activities", "kegiatan"), ("budget", "pembiayaan"), ("term", "tahun pelaksanaan"))
    ),
}  # fmt: skip


def clauses_from(stored: Iterable[Mapping[str, Any]]) -> tuple[Clause, ...]:
    """Clauses from their stored form."""
    return tuple(Clause(row["key"], row["title"], tuple(row["paragraphs"])) for row in stored)


def required(route_key: str) -> tuple[Requirement, ...]:
    """The clauses a naskah of a route must hold: those of its own kind, else those of its form ("KSDPK.PKS", "PKS")."""
    return REQUIRED.get(route_key) or REQUIRED[route_key.rsplit(".", 1)[-1]]


def missing(route_key: str, clauses: Iterable[Clause], *, blocking: bool) -> list[Requirement]:
    """The required clauses that are absent or empty: those that block, or those that only warn."""
    written = {clause.key for clause in clauses if any(p.strip() for p in clause.paragraphs)}
    return [r for r in required(route_key) if r.blocks is blocking and r.key not in written]


def canonical(
    title: str,
    instrument: str,
    parties: Iterable[str],
    clauses: Iterable[Clause],
    *,
    annexes: Iterable[Mapping[str, Any]] = (),
    translation: Mapping[str, Any] | None = None,
) -> str:
    """The one spelling of a text that is hashed: title, parties, clauses, annexes, second language and template version.

    Nothing typed later is in it. An empty annex or translation leaves no trace, so older texts keep their hash.
    """
    content: dict[str, Any] = {
        "clauses": [clause.as_json() for clause in clauses],
        "instrument": str(instrument),
        "parties": list(parties),
        "template_version": TEMPLATE_VERSION,
        "title": title,
    }
    if rows := list(annexes):
        content["annexes"] = rows
    if translation:
        content["translation"] = dict(translation)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def text_hash(canonical_text: str) -> str:
    """SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(canonical_text.encode()).hexdigest()
