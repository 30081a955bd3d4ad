"""What may be read of proposals: lists with filters, search and stable order."""

from dataclasses import dataclass

from django.db.models import Count, F, Prefetch, Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.core import clock
from proposals.models import CaseStanding, Party, Proposal

STATES = {
    "berjalan": CaseStanding.State.RUNNING,
    "berlaku": CaseStanding.State.IN_FORCE,
    "ditutup": CaseStanding.State.CLOSED,
}
SORTS = {
    "terbaru": ("-id",),
    "terlama": ("id",),
    "tenggat": (F("standing__due_on").asc(nulls_last=True), "id"),
    "judul": ("title", "id"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of a list, as they stand in the URL."""

    q: str = ""
    state: str = "berjalan"
    year: int | None = None
    unit: int | None = None
    sort: str = "terbaru"


def with_parties(proposals: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Load what every row shows, in a fixed number of queries."""
    parties = Prefetch("parties", Party.objects.select_related("partner"))
    return proposals.select_related("lead_unit", "affair", "standing__unit").prefetch_related(parties)


def listed(user: User, wanted: Wanted) -> QuerySet[Proposal]:
    """The proposals a person may see that match, in the order asked for."""
    found = Proposal.visible_to(user)
    if wanted.q:
        found = found.filter(matches(wanted.q))
    if wanted.state in STATES:
        found = found.filter(standing__state=STATES[wanted.state])
    elif wanted.state == "lewat":
        found = found.filter(standing__state=CaseStanding.State.RUNNING, standing__due_on__lt=clock.today())
    if wanted.year:
        found = found.filter(year=wanted.year)
    if wanted.unit:
        found = found.filter(lead_unit_id=wanted.unit)
    return with_parties(found).order_by(*SORTS.get(wanted.sort, SORTS["terbaru"]))


def matches(text: str) -> Q:
    """Proposals whose code, title, partner or letter number holds every word; slashes and spaces do not matter."""
    found = Q()
    for word in text.split()[:8]:
        found &= (
            Q(code__icontains=word)
            | Q(title__icontains=word)
            | Q(parties__partner__name__icontains=word)
            | Q(letters__number__icontains=word)
        )
    ids = Proposal.objects.filter(found).values("pk")
    return Q(pk__in=ids)


def years(user: User) -> list[int]:
    """The years of the cases a person may see, newest first."""
    return list(Proposal.visible_to(user).order_by("-year").values_list("year", flat=True).distinct())


def by_short_stage(user: User) -> dict[int, int]:
    """How many running cases stand at each of the seven short stages."""
    running = Proposal.visible_to(user).filter(standing__state=CaseStanding.State.RUNNING).order_by()
    return dict(running.values_list("standing__short").annotate(n=Count("pk", distinct=True)))
