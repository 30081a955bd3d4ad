"""Walkers of cooperation abroad for tests."""

from typing import Any

from kerjasama.accounts.models import User
from kerjasama.demo import abroad, abroad_doings
from kerjasama.demo.abroad import ForeignStory
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from tests.support import trail
from tests.support.wanasari import MONDAY

CATEGORIES = {
    "KSDPL": ("KSDPL", "SISTER", "FOREIGN_REGION"),
    "KSDLL_B": ("KSDLL", "CENTRAL_APPROVAL", "FOREIGN_OTHER"),
    "BODY": ("KSDLL", "FORWARDED_BODY", "INTERNATIONAL_BODY"),
    "NONPROFIT": ("KSDLL", "FORWARDED_NONPROFIT", "FOREIGN_NONPROFIT"),
}


def partners() -> dict[str, Partner]:
    """The invented partners abroad, set up once."""
    names = [row[2] for row in abroad_doings.PARTNERS]
    known = Partner.objects.filter(name__in=names)
    if not known.exists():
        trail.taken("abroad", abroad.set_up)
    return {partner.legal_class: partner for partner in known.all()}


def abroad_walk(people: dict[str, User], sort: str, **facts: Any) -> Walk:
    """A case abroad of the DLH that has not begun."""
    return Walk(abroad_story(sort, **facts), people, MONDAY, print_now=True)


def abroad_story(sort: str, **facts: Any) -> ForeignStory:
    """What a case of a sort is about, every field filled."""
    kind, category, legal_class = CATEGORIES[sort]
    known = partners()
    plain = {
        "title": "Pengelolaan Air Bersih Perkotaan", "affair": "Lingkungan hidup", "unit": "DLH", "partner": known[legal_class],
        "background": "Mutu air sungai perkotaan menurun.", "aims": "Meningkatkan mutu pengelolaan air.", "scope": "Pelatihan\nUji coba teknologi",
        "benefits": "Air lebih bersih.", "impact": "Tidak ada dampak negatif.", "financing": "Anggaran masing-masing pihak.",
        "kind": kind, "category": category, "ministry": known["MINISTRY"],
    }  # fmt: skip
    return ForeignStory(**{**plain, **facts})
