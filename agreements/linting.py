"""What a careful reader would ask about a text before it goes to the lawyers. It warns; it never stops anybody."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agreements.content import Clause
from agreements.placeholders import PLACEHOLDER
from agreements.stages import Instrument

SENTENCE = re.compile(r"[.;:\n]+")
#: Forms that state what is meant; who owes what stands in the agreement under them (PP 28/2018 art. 6(1), Permendagri 22/2020).
FRAMEWORKS = (Instrument.KB,)
DEFERS = re.compile(r"perjanjian kerja sama", re.IGNORECASE)
CONTRACTUAL = (
    (re.compile(r"\bRp\.?\s?\d|\b\d[\d.]*\s?(?:rupiah|juta|miliar|triliun)\b|\bsenilai\b", re.IGNORECASE), "jumlah uang"),
    (re.compile(r"\b(?:berhak|berkewajiban|wajib|hak dan kewajiban)\b", re.IGNORECASE), "hak atau kewajiban"),
    (re.compile(r"\b(?:membayar(?:kan)?|pembayaran|menyetor(?:kan)?|imbal(?:an| jasa)|tarif)\b", re.IGNORECASE), "pembayaran"),
    (re.compile(r"\b(?:denda|ganti rugi|sanksi|wanprestasi)\b", re.IGNORECASE), "sanksi"),
)  # fmt: skip
REFERENCE = re.compile(r"\bPasal (\d+)(?: ayat \(\d+\))?(?: huruf [a-z])?,?\s*([^.;\n]{0,40})")
OTHER_LAW = re.compile(
    r"^(?:dan Pasal \d+ )?(?:Undang|Peraturan|Permen|Perda|Perpres|UU|PP|Kitab|Keputusan|Anggaran|Akta)", re.IGNORECASE
)
DOTS = re.compile(r"…{2,}|\.{6,}|_{4,}")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: where it stands, the words, and why they are shown."""

    where: str
    words: str
    why: str


def reads_like_agreement(instrument: str, clauses: Sequence[Clause]) -> list[Finding]:
    """Rights and sums in a text that only states what is meant: it reads like a Perjanjian Kerja Sama."""
    if instrument not in FRAMEWORKS:
        return []
    found = []
    for where, sentence in _sentences(clauses):
        if not DEFERS.search(sentence):
            found += [
                Finding(where, _short(sentence), why) for pattern, why in CONTRACTUAL if pattern.search(sentence)
            ][:1]
    return found


def loose_ends(clauses: Sequence[Clause]) -> list[Finding]:
    """References to a pasal that is not there, blanks still to be filled, and two pasal of one title."""
    found = []
    for where, sentence in _sentences(clauses):
        for match in REFERENCE.finditer(sentence):
            if int(match[1]) > len(clauses) and not OTHER_LAW.match(match[2]):
                found.append(Finding(where, _short(sentence), f"Pasal {match[1]} tidak ada dalam naskah ini"))
        if PLACEHOLDER.search(sentence) or DOTS.search(sentence):
            found.append(Finding(where, _short(sentence), "isian belum lengkap"))
    titles = [clause.title for clause in clauses]
    found += [
        Finding(f"Pasal {n}", title, "judul yang sama dipakai dua kali")
        for n, title in enumerate(titles, start=1)
        if title in titles[: n - 1]
    ]
    return found


def findings(instrument: str, clauses: Sequence[Clause]) -> dict[str, list[Finding]]:
    """Both lists, as the editor and the lawyers see them."""
    # An adendum speaks of the pasal of another naskah.
    loose = [] if instrument == Instrument.ADD else loose_ends(clauses)
    return {"contractual": reads_like_agreement(instrument, clauses), "loose": loose}


def _sentences(clauses: Sequence[Clause]) -> Iterable[tuple[str, str]]:
    for number, clause in enumerate(clauses, start=1):
        for text in (clause.title, *clause.paragraphs):
            # Dots that stand for a blank are no end of a sentence.
            for sentence in SENTENCE.split(DOTS.sub("……", text)):
                if sentence.strip():
                    yield f"Pasal {number} {clause.title}", sentence.strip()


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 160 else f"{sentence[:159].rstrip()}…"
