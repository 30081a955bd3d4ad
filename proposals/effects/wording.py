"""How letters are worded where the other side is no region: template, title and subject, by what the route is about."""

from dataclasses import dataclass
from typing import Any

from proposals.routes.traits import Trait
from proposals.stages import Answer


@dataclass(frozen=True, slots=True)
class Wording:
    """One letter: its template, the title in the list of papers, and its "Hal" (empty: that of the builder)."""

    template: str
    title: str
    about: str = ""

    def worded(self, context: dict[str, Any]) -> dict[str, Any]:
        """The context with the subject of this letter."""
        return context | {"about": self.about, "heading": self.about} if self.about else context


OFFER = "OFFER"
PLAIN = {
    OFFER: Wording("surat_permohonan", "Surat Permohonan Kerja Sama"),
    Answer.WILLING: Wording("surat_kesediaan", "Surat Kesediaan Kerja Sama"),
    Answer.REFUSED: Wording("surat_penolakan", "Surat Jawaban Permohonan Kerja Sama"),
}
BY_TRAIT: dict[str, dict[str, Wording]] = {
    Trait.THIRD_PARTY: {
        OFFER: Wording("surat_penawaran_pihak_ketiga", "Surat Penawaran Kerja Sama", "Penawaran Kerja Sama Daerah dengan Pihak Ketiga"),
        Answer.WILLING: Wording("surat_kesediaan_pihak_ketiga", "Surat Kesediaan Kerja Sama", "Jawaban atas Penawaran Kerja Sama"),
        Answer.REFUSED: Wording("surat_penolakan_pihak_ketiga", "Surat Penolakan Penawaran Kerja Sama", "Jawaban atas Penawaran Kerja Sama"),
    },
    Trait.SYNERGY: {
        OFFER: Wording("surat_penawaran_sinergi", "Surat Penawaran Sinergi", "Penawaran Sinergi Program"),
        Answer.WILLING: Wording("surat_kesediaan_sinergi", "Surat Kesediaan Sinergi", "Kesediaan Sinergi Program"),
        Answer.REFUSED: Wording("surat_penolakan_sinergi", "Surat Jawaban Penawaran Sinergi", "Jawaban atas Penawaran Sinergi Program"),
    },
}  # fmt: skip


def wording(proposal: Any, letter: str) -> Wording:
    """The wording of a letter on the route of a case."""
    own = next((table for trait, table in BY_TRAIT.items() if trait in proposal.route.traits), PLAIN)
    return own[letter]
