"""The cases: what each is about, with whom, and where it stands."""

from dataclasses import dataclass
from typing import Any

from kerjasama.demo import endings, mandatory, synergy, texts, third_party

ENDINGS = {**endings.ENDINGS, **texts.ENDINGS, **mandatory.ENDINGS, **third_party.ENDINGS, **synergy.ENDINGS}


@dataclass(frozen=True, slots=True)
class Case:
    """One case: tale and title, partner by its place in the list or its key, ending, and days since its last step."""

    tale: str
    number: int
    partner: int | str
    ending: str
    days: int
    incoming: bool = False
    facts: tuple[tuple[str, Any], ...] = ()


def _out(tale: str, number: int, partner: int | str, ending: str, days: int, **facts: Any) -> Case:
    return Case(tale, number, partner, ending, days, facts=tuple(facts.items()))


def _in(tale: str, number: int, partner: int | str, ending: str, days: int, **facts: Any) -> Case:
    return Case(tale, number, partner, ending, days, incoming=True, facts=tuple(facts.items()))


DPRD = {"unbudgeted": True}
BURDEN = {"community": True}
SERVICE = {"kind": "KSDPK", "category": "PUBLIC_SERVICE"}
PROPOSED = {"initiative": "THIRD_PARTY"}
SYNERGY = {"kind": "SINERGI", "category": "SYNERGY"}

CASES = (
    # Keluar, sebelum naskah
    _out("tourism", 1, 3, "draft", 2),
    _out("school", 2, 6, "returned", 4),
    _out("market", 1, 1, "verification", 1),
    _out("fire", 2, 7, "verification", 9),
    _out("transit", 1, 8, "letter drafting", 2),
    _out("dengue", 1, 2, "letter signing", 2),
    _out("cattle", 1, 10, "waiting", 11),
    _out("culture", 1, 13, "waiting, data wanted", 13),
    _out("data", 1, 4, "offered again", 8),
    _out("road", 2, 12, "expired", 17),
    _out("river", 2, 4, "refused", 26),
    _out("library", 1, 0, "tkksd ahead", 1),
    _out("fair", 2, 8, "tkksd conditions", 5),
    _out("terminal", 2, 11, "not recommended", 95),
    _out("clinic", 1, 7, "dprd assessment", 3),
    _out("water", 1, 6, "dprd letter", 1, **DPRD),
    _out("road", 1, 2, "dprd pending", 4, **DPRD),
    _out("waste", 1, 2, "dprd overdue", 9, **DPRD),
    _out("terminal", 1, 4, "dprd rejected", 41, **DPRD),
    _out("emergency", 1, 5, "withdrawn", 130),
    _out("water", 2, 10, "notes open", 7, **BURDEN),
    # KSDD wajib
    _out("waste", 1, 4, "mapping", 3, category="MANDATORY"),
    _out("river", 2, 12, "coordination", 6, category="MANDATORY"),
    _out("transit", 1, 3, "mandatory in force", 95, category="MANDATORY"),
    # Pihak ketiga dan Pemerintah Pusat
    _out("parking", 0, "parking", "third party, legality", 2, **SERVICE, community=True),
    _in("solar", 0, "energy", "third party, criteria", 3, **SERVICE | {"category": "INVESTMENT"}, **PROPOSED, assets=True),
    _out("mill", 0, "farmers", "third party in force", 260, **SERVICE),
    _in("tutoring", 0, "school", "third party refused", 48, **SERVICE, **PROPOSED, region=False),
    _out("land", 0, "land", "synergy paraf", 1, **SYNERGY),
    # Masuk, sebelum naskah
    _in("rice", 2, 9, "intake", 1),
    _in("cattle", 2, 13, "preparation", 3),
    _in("tourism", 2, 8, "verification", 2),
    _in("fair", 1, 11, "letter drafting", 3),
    _in("teacher", 1, 12, "letter signing", 1),
    _in("data", 2, 5, "declined", 60),
    _in("dengue", 2, 9, "tkksd", 2),
    _in("disaster", 2, 12, "tkksd held", 2),
    _in("emergency", 2, 1, "dprd assessment", 2),
    _in("clinic", 2, 11, "dprd letter", 2, **DPRD),
    _in("river", 1, 7, "dprd sent", 2, **DPRD),
    _in("transit", 2, 3, "dprd returned", 6, **DPRD),
    _in("waste", 2, 6, "dprd rejected", 75, **DPRD),
    _in("culture", 2, 1, "withdrawn late", 210),
    _in("library", 2, 2, "not recommended", 320),
    # Naskah berjalan
    _out("teacher", 2, 3, "drafting", 3),
    _in("market", 2, 9, "back from paraf", 2),
    _out("disaster", 1, 0, "legal PKS", 2),
    _out("rice", 1, 10, "paraf Kabag", 1),
    _in("school", 1, 0, "paraf Asisten PKS", 2),
    _out("fire", 1, 6, "paraf Sekda", 10),
    _in("seed", 2, 13, "signing preparation", 2),
    _out("seed", 1, 4, "signing PKS", 2),
    _in("water", 0, 9, "scanning", 2, **DPRD),
    _out("road", 0, 0, "validation PKS", 1, circulated=True, **DPRD),
    _in("library", 0, 7, "registration", 7),
    _out("fair", 0, 1, "cancelled", 155),
    # Berlaku
    _out("waste", 0, 0, "KB and PKS, thorough", 640),
    _in("transit", 0, 1, "KB and PKS, amended", 700),
    _out("disaster", 0, 2, "KB and PKS, being amended", 505),
    _in("rice", 0, 5, "notes met", 400, **BURDEN),
    _out("tourism", 0, 8, "KB and PKS", 290, years=3),
    _out("emergency", 0, 4, "KB", 310, years=1),
    _in("market", 0, 3, "KB and PKS", 220, years=2),
    # Di bawah kebijakan lama: persetujuan DPRD di antara KB dan PKS
    _out("school", 0, 2, "ended", 1190, years=2),
    _out("clinic", 0, 0, "between", 1110),
    _out("river", 0, 1, "between", 985, **DPRD),
    _in("dengue", 0, 6, "between, pending", 33, **DPRD),
    _out("cattle", 0, 7, "between, cleared", 800),
)  # fmt: skip
