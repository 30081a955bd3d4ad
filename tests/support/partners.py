"""Walkers of cases with a third party or with the central government."""

from typing import Any

from kerjasama.accounts.models import User
from kerjasama.demo import others
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from tests.support import trail
from tests.support.wanasari import new_walk


def partner(key: str) -> Partner:
    """One of the invented third parties, set up when first asked for."""
    name = next(row[3] for row in others.OTHERS if row[0] == key)
    if not Partner.objects.filter(name=name).exists():
        trail.taken("others", others.set_up)
    return Partner.objects.get(name=name)


def third_party(people: dict[str, User], *, theirs: bool = False, key: str = "parking", **facts: Any) -> Walk:
    """A KSDPK case that has not begun: on our initiative, or on the partner's."""
    plain: dict[str, Any] = {
        "kind": "KSDPK", "category": "PUBLIC_SERVICE", "partner": partner(key), "title": "Pengelolaan Parkir Pasar Wanakerta",
        "affair": "Perhubungan", "direction": "INCOMING" if theirs else "OUTGOING", "initiative": "THIRD_PARTY" if theirs else "REGION",
    }  # fmt: skip
    return new_walk(people, **{**plain, **facts})


def synergy(people: dict[str, User], *, theirs: bool = False, **facts: Any) -> Walk:
    """A synergy that has not begun."""
    plain: dict[str, Any] = {
        "kind": "SINERGI", "category": "SYNERGY", "partner": partner("land"), "title": "Pendaftaran Tanah Aset Daerah",
        "affair": "Pertanahan", "direction": "INCOMING" if theirs else "OUTGOING",
    }  # fmt: skip
    return new_walk(people, **{**plain, **facts})
