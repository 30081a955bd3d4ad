"""Which regions border: recorded once, asked by every mandatory cooperation (UU 23/2014 art. 364; PP 28/2018 art. 3(2))."""

from collections.abc import Iterable
from itertools import combinations

from kerjasama.accounts.models import Government, User
from kerjasama.core.levels import RegionLevel
from kerjasama.parties.models import Border, Partner, Region

Pair = frozenset[int]
#: Our own region in a set of parties; partners stand there with their keys.
OURS = 0


def pair(one: Partner | None, other: Partner | None) -> Pair:
    """Two parties in no order; None is our own region."""
    return frozenset({one.pk if one else OURS, other.pk if other else OURS})


def known(parties: Iterable[Partner | None]) -> set[Pair]:
    """The pairs among some parties that are known to border, own kabupaten and kota of a province included."""
    among = list(parties)
    keys = [party.pk for party in among if party]
    rows = Border.objects.filter(other__in=keys).values_list("one", "other")
    found = {frozenset({one or OURS, other}) for one, other in rows if one is None or one in keys}
    provinces = {party.pk if party else OURS: region_of(party) for party in among}
    for one, other in combinations(among, 2):
        if _contains(provinces[one.pk if one else OURS], provinces[other.pk if other else OURS]):
            found.add(pair(one, other))
    return found


def record(pairs: Iterable[tuple[Partner | None, Partner | None]], *, by: User) -> None:
    """Keep that these pairs border; what is known already stays as it is."""
    for one, other in pairs:
        first, second = sorted((one, other), key=lambda party: party.pk if party else OURS)
        if not Border.objects.filter(one=first, other=second).exists():
            row = Border(one=first, other=second)
            row._history_user = by
            row.save()


def alone(parties: Iterable[Partner | None], bordering: set[Pair], *, every_pair: bool) -> list[Partner | None]:
    """The parties that stand outside the chain: those that touch none, or are cut off from the first party's chain.

    With `every_pair` each party must border each other one. Empty when all of them border as the law asks.
    """
    among = list(parties)
    if every_pair:
        return [one for one in among if any(pair(one, other) not in bordering for other in among if other != one)]
    reached, waiting = set(), among[:1]
    while waiting:
        here = waiting.pop()
        reached.add(here.pk if here else OURS)
        waiting += [p for p in among if (p.pk if p else OURS) not in reached and pair(here, p) in bordering]
    return [party for party in among if (party.pk if party else OURS) not in reached]


def region_of(party: Partner | None) -> Region | None:
    """The official region of a party; ours by the code of the government."""
    if party is not None:
        return party.region
    return Region.objects.filter(pk=Government.current().region_code).first()


def of_one_province(parties: Iterable[Partner | None]) -> bool | None:
    """Whether all are kabupaten or kota of one province; None when a party's region is not known."""
    regions = [region_of(party) for party in parties]
    if None in regions:
        return None
    members = [region for region in regions if region.level != RegionLevel.PROVINCE]
    return len(members) == len(regions) and len({region.province_id for region in members}) == 1


def _contains(one: Region | None, other: Region | None) -> bool:
    """A province and one of its own kabupaten or kota (UU 23/2014 art. 364(2))."""
    if one is None or other is None:
        return False
    return one.pk == other.province_id or other.pk == one.province_id
