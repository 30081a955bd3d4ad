"""What the clock does at the counter: let requests lapse, remove what nobody confirmed or took up."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q

from kerjasama.accounts.permissions import system_user
from kerjasama.core import clock, parameters
from kerjasama.counter import quarantine
from kerjasama.counter.models import OnlineRequest, QuarantinedFile, RequestDraft
from kerjasama.counter.services.requests import act
from kerjasama.counter.stages import PaperStatus, Stage


@dataclass(frozen=True, slots=True)
class Cleared:
    """How much was done."""

    lapsed: int
    drafts: int
    files: int


def clear() -> Cleared:
    """Everything that is due now; running it again changes nothing more."""
    return Cleared(_lapse(), _drop_drafts(), _drop_refused())


def _lapse() -> int:
    last = clock.today() - timedelta(days=int(parameters.value("days_online_completion")))
    late = OnlineRequest.objects.filter(stage=Stage.INCOMPLETE, stage_since__lt=last).order_by("pk")
    for request in late:
        act(request, "lapse", by=system_user())
    return len(late)


@transaction.atomic
def _drop_drafts() -> int:
    """Typed and never confirmed: nothing of it is kept."""
    before = clock.now() - timedelta(days=int(parameters.value("days_unconfirmed")))
    old = RequestDraft.objects.select_for_update().filter(saved_at__lt=before)
    drafts = list(old)
    quarantine.remove(QuarantinedFile.objects.filter(draft__in=drafts))
    for draft in drafts:
        draft.delete()
    return len(drafts)


@transaction.atomic
def _drop_refused() -> int:
    """Refused files, and those of requests and answers that ended without being taken up, after the parameter of days."""
    before = clock.now() - timedelta(days=int(parameters.value("days_quarantine")))
    refused = Q(status=PaperStatus.REFUSED, status_since__lt=before)
    ended = Q(status=PaperStatus.QUARANTINED, invitation__status="REVOKED", invitation__updated_at__lt=before)
    gone = quarantine.remove(QuarantinedFile.objects.filter(refused | ended))
    quarantine.sweep(clock.now())
    return gone
