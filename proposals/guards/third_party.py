"""What a third party asks: study, contacts, legality, the rules of other regimes, the three criteria."""

from collections.abc import Iterator
from typing import Any

from kerjasama.core import clock, text
from kerjasama.workflow.guards import guard
from proposals.legality import PaperKind, needed_of
from proposals.routes.traits import Trait
from proposals.stages import Stage

STUDY_BASIS = "UU 23/2014 Pasal 366 ayat (3); PP 28/2018 Pasal 17 huruf b, Pasal 18 ayat (2)"
CRITERIA_BASIS = "PP 28/2018 Pasal 18 ayat (1)"
CRITERIA = {
    "MASTER_PLAN": "terintegrasi secara teknis dengan rencana induk sektor",
    "FEASIBLE": "layak secara ekonomi dan finansial",
    "ABLE": "kemampuan keuangan pemrakarsa",
}


def study_lacks(proposal: Any) -> Iterator[str]:
    """What is wrong with the study: it is not there, it denies, or the facts on the case say otherwise."""
    study = getattr(proposal, "study", None)
    if study is None:
        yield "Studi kelayakan belum ada."
        return
    if study.conclusion == "NOT_FEASIBLE":
        yield "Studi kelayakan menyimpulkan tidak layak."
    said = {
        "beban masyarakat": (study.burdens_community, proposal.burdens_community),
        "beban daerah": (study.burdens_region, proposal.burdens_region),
        "anggaran": (not study.budgeted, proposal.unbudgeted),
        "barang milik daerah": (study.uses_assets, proposal.uses_assets),
    }
    for name, (by_study, on_case) in said.items():
        if on_case is not None and by_study != on_case:
            yield f"Jawaban tentang {name} pada bagian Pembiayaan berbeda dari studi kelayakan."


@guard(basis=STUDY_BASIS, on=(Trait.STUDIED, Trait.MAPPED))
def region_has_studied(proposal: Any) -> Iterator[str]:
    """On our initiative the study is part of the preparation."""
    yield from study_lacks(proposal)


@guard(basis=STUDY_BASIS, on=(Trait.STUDIED,))
def has_study(proposal: Any) -> Iterator[str]:
    """No study, no verification."""
    yield from study_lacks(proposal)


@guard(basis="Praktik pemerintah daerah: dua narahubung", on=(Trait.CRITERIA,))
def has_contacts(proposal: Any) -> Iterator[str]:
    """Two people through whom the proposer is reached."""
    missing = 2 - proposal.contacts.count()
    if missing > 0:
        yield f"Narahubung pihak ketiga masih kurang {missing} orang dari dua orang."


def legality_lacks(proposal: Any) -> Iterator[str]:
    """The papers that a partner still owes, or that have expired, each by name."""
    for partner in proposal.counterparts:
        newest: dict[str, Any] = {}
        for paper in partner.legal_papers.order_by("pk"):
            newest[paper.kind] = paper
        for kind in needed_of(partner.legal_class, partner.kind):
            if kind not in newest:
                yield f"{partner.name}: {PaperKind(kind).label} belum ada."
        for kind, paper in newest.items():
            if paper.expires_on and paper.expires_on < clock.today():
                yield f"{partner.name}: {PaperKind(kind).label} berakhir pada {text.date_long(paper.expires_on)}."


@guard(basis="PP 28/2018 Pasal 14", on=(Trait.THIRD_PARTY,))
def legality_is_proved(proposal: Any) -> Iterator[str]:
    """Every paper that proves the partner's legality is there and in force."""
    yield from legality_lacks(proposal)


@guard(basis="PP 28/2018 Pasal 14", on=(Trait.CRITERIA,))
def proposer_proves_legality(proposal: Any) -> Iterator[str]:
    """A proposer shows its papers with the offer."""
    yield from legality_lacks(proposal)


def _ruled(proposal: Any, about: str) -> bool:
    return proposal.special_rules.filter(about=about).exists()


@guard(
    "Peraturan sektor yang mengatur tata caranya belum disebut. Catat lebih dahulu bahwa peraturan sektor diketahui.",
    basis="PP 28/2018 Pasal 15", on=(Trait.SECTOR_LAW,),
)  # fmt: skip
def sector_law_is_known(proposal: Any) -> bool:
    return _ruled(proposal, "SECTOR")


@guard("Peraturan sektor sudah dicatat.", hides=True)
def sector_law_is_not_known(proposal: Any) -> bool:
    return not _ruled(proposal, "SECTOR")


@guard(
    "Rencana ini memakai barang milik daerah, sedangkan peraturan pengelolaan barang milik daerah belum dicatat diketahui.",
    basis="PP 28/2018 Pasal 15; PP 27/2014", on=(Trait.THIRD_PARTY,),
)  # fmt: skip
def asset_rules_are_known(proposal: Any) -> bool:
    return not proposal.uses_assets or _ruled(proposal, "ASSETS")


@guard("Rencana ini tidak memakai barang milik daerah, atau ketentuannya sudah dicatat.", hides=True)
def asset_rules_are_owed(proposal: Any) -> bool:
    return proposal.uses_assets and not _ruled(proposal, "ASSETS")


@guard("Persetujuan atas isi yang diperbaiki belum ada: TKKSD membahasnya lagi.", on=(Trait.STUDIED,))
def discussed_as_it_stands(proposal: Any) -> bool:
    """A case that went back is discussed anew: the conclusion of before does not hold for what was changed since."""
    arrived = proposal.events.filter(target=Stage.TKKSD_REVIEW).exclude(source=Stage.TKKSD_REVIEW).last()
    heard = proposal.events.filter(act="record_meeting").last()
    return arrived is None or heard is None or heard.seq > arrived.seq


@guard(basis=CRITERIA_BASIS, on=(Trait.CRITERIA,))
def criteria_are_assessed(proposal: Any) -> Iterator[str]:
    """Each of the three is found on, with a reason."""
    found = set(proposal.criteria.values_list("criterion", flat=True))
    for code, name in CRITERIA.items():
        if code not in found:
            yield f"Kriteria belum dinilai: {name}."


@guard(basis=CRITERIA_BASIS, on=(Trait.CRITERIA,))
def criteria_are_met(proposal: Any) -> Iterator[str]:
    """All three are met; sector law may have taken the place of the discussion."""
    if not proposal.skipped_steps.filter(stage=Stage.TKKSD_REVIEW).exists():
        yield from unmet(proposal)


def unmet(proposal: Any) -> Iterator[str]:
    """Each criterion that is not met or not assessed, as a sentence."""
    found = {row.criterion: row for row in proposal.criteria.all()}
    for code, name in CRITERIA.items():
        if code not in found:
            yield f"Kriteria belum dinilai: {name}."
        elif not found[code].met:
            yield f"Kriteria tidak terpenuhi: {name}. {found[code].reason}"
