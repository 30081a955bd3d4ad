"""What may be read at the counter: the inbox with its filters, hints at duplicates, what waits for the Bagian."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock
from kerjasama.counter.models import AnswerInvitation, OnlineRequest
from kerjasama.counter.models.request import READERS
from kerjasama.counter.stages import InvitationStatus, Stage
from kerjasama.parties.models import Partner
from proposals.models import CaseStanding, Proposal
from proposals.selectors import with_parties

STATES: dict[str, Q] = {
    "diperiksa": Q(stage=Stage.RECEIVED),
    "dilengkapi": Q(stage=Stage.INCOMPLETE),
    "diterima": Q(stage=Stage.ACCEPTED),
    "rencana": Q(stage=Stage.PLANNED),
    "ditolak": Q(stage__in=[Stage.REJECTED, Stage.LAPSED]),
}
SORTS = {
    "tenggat": (F("due_on").asc(nulls_last=True), "id"),
    "terbaru": ("-id",),
    "terlama": ("id",),
    "nama": ("name", "id"),
}
SIMILAR, HINTS = 0.3, 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the inbox, as they stand in the URL."""

    q: str = ""
    state: str = "diperiksa"
    applicant: str = ""
    sort: str = "tenggat"


def listed(user: User, wanted: Wanted) -> QuerySet[OnlineRequest]:
    """The requests a person may see that match, in the order asked for."""
    found = OnlineRequest.visible_to(user).select_related("proposal", "region")
    if wanted.state in STATES:
        found = found.filter(STATES[wanted.state])
    elif wanted.state == "lewat":
        found = found.filter(stage=Stage.RECEIVED, due_on__lt=clock.today())
    if wanted.applicant:
        found = found.filter(applicant=wanted.applicant)
    for word in wanted.q.split()[:8]:
        found = found.filter(
            Q(number__icontains=word) | Q(title__icontains=word) | Q(name__icontains=word)
            | Q(proposal__code__icontains=word)
        )  # fmt: skip
    return found.order_by(*SORTS.get(wanted.sort, SORTS["tenggat"]))


def waiting(user: User) -> list[OnlineRequest]:
    """The requests the Bagian has to look at, nearest deadline first; empty for everybody else."""
    if not holds(user, Office.BAGIAN):
        return []
    return list(OnlineRequest.objects.filter(stage=Stage.RECEIVED).order_by(F("due_on").asc(nulls_last=True), "pk"))


def answers(user: User, state: str = "") -> QuerySet[AnswerInvitation]:
    """The answers by link on cases a person may see, newest first; the Bagian's inbox."""
    if not holds(user, *READERS):
        return AnswerInvitation.objects.none()
    seen = Proposal.visible_to(user).order_by().values("pk")
    found = AnswerInvitation.objects.filter(proposal__in=seen).select_related("proposal", "partner", "sent_by")
    return found.filter(status=state) if state in InvitationStatus.values else found


def unchecked_answers(user: User) -> list[AnswerInvitation]:
    """Answers the Bagian has to check; empty for everybody else."""
    if not holds(user, Office.BAGIAN) or not AnswerInvitation.objects.filter(status=InvitationStatus.ANSWERED).exists():
        return []
    return list(answers(user, InvitationStatus.ANSWERED))


def similar_cases(request: OnlineRequest, user: User) -> list[Proposal]:
    """Running cases with the same partner or a title much alike, closest first; only those the person may see."""
    alike = TrigramSimilarity("title", request.title)
    seen = Proposal.visible_to(user).filter(standing__state=CaseStanding.State.RUNNING).annotate(alike=alike)
    same = (
        Q(parties__partner__region=request.region_id)
        if request.region_id
        else Q(parties__partner__name__iexact=request.name)
    )
    found = seen.filter(same | Q(alike__gte=SIMILAR)).order_by("-alike", "-pk")
    if request.proposal_id:
        found = found.exclude(pk=request.proposal_id)
    return list(dict.fromkeys(with_parties(found)[: 2 * HINTS]))[:HINTS]


def similar_requests(request: OnlineRequest) -> list[OnlineRequest]:
    """Other online requests of the same applicant or address, or with a title much alike."""
    same = Q(email__iexact=request.email) | Q(name__iexact=request.name) | Q(alike__gte=SIMILAR)
    found = OnlineRequest.objects.exclude(pk=request.pk).annotate(alike=TrigramSimilarity("title", request.title))
    return list(found.filter(same).order_by("-alike", "-pk")[:HINTS])


def candidates(request: OnlineRequest) -> QuerySet[Partner]:
    """Partners on record that the applicant may be: the region itself, or names much alike."""
    if request.region_id:
        return Partner.objects.filter(region=request.region_id)
    found = Partner.objects.filter(kind=request.applicant).annotate(alike=TrigramSimilarity("name", request.name))
    return found.filter(alike__gte=SIMILAR).order_by("-alike", "pk")
