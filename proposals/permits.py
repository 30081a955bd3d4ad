"""Permits of foreign nonprofits that run out: which of them a case still needs, and how long they hold."""

from dataclasses import dataclass
from datetime import date, timedelta

from kerjasama.parties.models import Permit
from proposals.models import CaseStanding, Proposal
from proposals.routes.traits import Trait

#: Days before the end; at 90 the renewal must be asked for (PP 59/2016).
ALARMS = (180, 90, 30)


@dataclass(frozen=True, slots=True)
class Ending:
    """A permit of a running case, and its last day: `alarm` is the nearest of the marks it has passed."""

    permit: Permit
    proposal: Proposal
    days: int

    @property
    def alarm(self) -> int | None:
        passed = [mark for mark in ALARMS if self.days <= mark]
        return min(passed) if passed else None


def endings(today: date) -> list[Ending]:
    """The newest permit of each kind of each partner whose case is not closed, where its end is near or past."""
    cases = _cases()
    partners = {partner.pk for proposal in cases for partner in proposal.counterparts}
    if not partners:
        return []
    held = Permit.objects.filter(partner__in=partners).order_by("partner_id", "kind", "-valid_to")
    newest = held.distinct("partner_id", "kind").select_related("partner")
    near = [permit for permit in newest if permit.valid_to <= today + timedelta(days=max(ALARMS))]
    return [
        Ending(permit, proposal, (permit.valid_to - today).days)
        for permit in near
        for proposal in cases
        if permit.partner_id in {p.pk for p in proposal.counterparts}
    ]


def _cases() -> list[Proposal]:
    open_ones = Proposal.objects.exclude(standing__state=CaseStanding.State.CLOSED).filter(
        route_key__in=[route.key for route in Proposal.ROUTES if Trait.PERMITTED in route.traits]
    )
    return list(open_ones.select_related("lead_unit", "author").prefetch_related("parties__partner"))
