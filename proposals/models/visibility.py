"""Who may see which proposals: the one function that answers it (rulings 25)."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import DPRD_OFFICES, Office
from kerjasama.accounts.permissions import seats
from kerjasama.reviews.models import Condition
from proposals.dprd import DPRD_PAPERS
from proposals.plan_stages import LISTED, RowStage
from proposals.stages import Classification

# Offices concerned with every ordinary case of the government.
EVERY_ORDINARY = frozenset(
    {Office.BAGIAN, Office.KABAG, Office.HUKUM, Office.BPKAD, Office.BAPPEDA, Office.ASISTEN, Office.SEKDA, Office.KDH,
     Office.INSPEKTORAT}
)  # fmt: skip
# Named offices that also see restricted cases.
EVERY_RESTRICTED = frozenset(
    {Office.BAGIAN, Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH, Office.INSPEKTORAT}
)


def visible_proposals(proposals: QuerySet, user: User) -> QuerySet:
    """Narrow a queryset of proposals to what `user` may see today."""
    held = seats(user)
    offices = {seat.office for seat in held}
    units = [seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id]
    mine = Q(author=user) | Q(lead_unit__in=units)
    if units:
        mine |= Q(pk__in=_owing(proposals.model, units))
    if Office.TKKSD in offices:
        mine |= Q(tkksd_since__isnull=False)
    if offices & DPRD_OFFICES:
        mine |= Q(dprd_since__isnull=False)
    if offices & EVERY_ORDINARY:
        mine |= Q(classification=Classification.ORDINARY)
    if offices & EVERY_RESTRICTED:
        mine |= Q(classification=Classification.RESTRICTED)
    # A secret case belongs to named people only; its author is one of them.
    open_to_me = mine & ~Q(classification=Classification.SECRET)
    named = Q(pk__in=proposals.model.named_readers.through.objects.filter(user=user).values("proposal_id"))
    secret_mine = Q(classification=Classification.SECRET) & Q(author=user)
    return proposals.filter(open_to_me | named | secret_mine)


def _owing(model: Any, units: list[int]) -> QuerySet:
    """Cases on which the team asked something of one of these units: that makes it an office concerned."""
    kind = ContentType.objects.get_for_model(model)
    asked = Condition.objects.filter(owner_unit__in=units, item__subject_type=kind)
    return asked.order_by().values("item__object_id")


def readable_papers(user: User) -> frozenset[str] | None:
    """The kinds of papers of a visible case which a person may open; None where it is all of them.

    Whoever belongs to the DPRD and to no office of the executive opens what was laid before the DPRD.
    """
    offices = {seat.office for seat in seats(user)}
    return frozenset(DPRD_PAPERS) if offices and offices <= DPRD_OFFICES else None


#: Offices that gather the yearly plan: they see drafts too.
PLANNERS = frozenset({Office.BAGIAN, Office.KABAG, Office.BAPPEDA})


def visible_plans(plans: QuerySet, user: User) -> QuerySet:
    """The yearly lists: for every office that plans, proposes, advises or decides."""
    offices = {seat.office for seat in seats(user)}
    return plans if offices & {*EVERY_ORDINARY, Office.TKKSD, Office.OPD} else plans.none()


def visible_plan_rows(rows: QuerySet, user: User) -> QuerySet:
    """Narrow a queryset of rows of the yearly plan to what `user` may see today."""
    held = seats(user)
    offices = {seat.office for seat in held}
    if offices & PLANNERS:
        return rows
    mine = Q(pk__in=[])
    if offices & EVERY_ORDINARY:
        mine |= ~Q(stage=RowStage.DRAFT)
    if Office.TKKSD in offices:
        mine |= ~Q(stage__in=[RowStage.DRAFT, RowStage.PROPOSED])
    if Office.OPD in offices:
        units = [seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id]
        mine |= Q(unit__in=units) | Q(stage__in=LISTED)
    return rows.filter(mine)
