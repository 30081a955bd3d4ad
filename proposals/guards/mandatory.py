"""What mandatory cooperation asks: bordering parties, mapping, coordination at the right level, the steps before a take-over."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import parameters, text
from kerjasama.parties import borders
from kerjasama.workflow.guards import guard
from proposals.routes.traits import Trait

MAPPING_PARTS = ("potential", "characteristics", "needs")


def all_parties(proposal: Any) -> list[Any]:
    """Every party in order; None is our own region."""
    return [party.partner for party in proposal.parties.select_related("partner__region")]


@guard(basis="PP 28/2018 Pasal 5 ayat (1), Pasal 17 huruf a", on=(Trait.MAPPED,))
def has_mapping(proposal: Any) -> Iterator[str]:
    """Potential, characteristics and needs are described."""
    mapping = getattr(proposal, "mapping", None)
    for name in MAPPING_PARTS:
        if mapping is None or not getattr(mapping, name).strip():
            yield f"Pemetaan: bagian {_label(name)} belum diisi."


@guard("Eksternalitas lintas daerah belum diuraikan.", basis="PP 28/2018 Pasal 3 ayat (2)", on=(Trait.COORDINATED,))
def has_externality(proposal: Any) -> bool:
    mapping = getattr(proposal, "mapping", None)
    return mapping is not None and bool(mapping.externality.strip())


@guard(basis="UU 23/2014 Pasal 364 ayat (1) dan (2); PP 28/2018 Pasal 3 ayat (2)", on=(Trait.COORDINATED,))
def parties_border(proposal: Any) -> Iterator[str]:
    """Each party borders another, and together they form one chain."""
    parties = all_parties(proposal)
    every_pair = parameters.value("mandatory_border_rule") == "every_pair"
    outside = borders.alone(parties, borders.known(parties), every_pair=every_pair)
    if outside:
        names = text.joined([party.name if party else "daerah kita" for party in outside])
        yield (
            f"{names[:1].upper()}{names[1:]} tidak berbatasan dengan pihak lain. Catat batas daerahnya pada bagian "
            "Pemetaan, atau buat usulan KSDD sukarela: kerja sama sukarela tidak mensyaratkan batas."
        )


@guard("Pembinaan belum dicatat.", basis="PP 28/2018 Pasal 11 ayat (1) dan (2)")
def was_guided(proposal: Any) -> bool:
    return proposal.oversights.filter(step="GUIDANCE").exists()


@guard("Evaluasi atas hambatan pelaksanaan belum dicatat.", basis="PP 28/2018 Pasal 11 ayat (1) dan (2)")
def was_evaluated(proposal: Any) -> bool:
    return proposal.oversights.filter(step="EVALUATION").exists()


@guard("Sekretariat Kerja Sama sudah dicatat.", hides=True)
def has_no_secretariat(proposal: Any) -> bool:
    return getattr(proposal, "secretariat", None) is None


def _label(name: str) -> str:
    return {"potential": "potensi", "characteristics": "karakteristik", "needs": "kebutuhan"}[name]
