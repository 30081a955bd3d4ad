"""What the TKKSD asked of a unit: a condition waits for the report of the people who are to meet it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.desk.task import Task
from kerjasama.reviews.models import AgendaItem, Condition
from proposals.models import Proposal
from proposals.stages import Stage


def tasks(user: User) -> list[Task]:
    """One task for each condition of the newest conclusion that a unit of this person has not reported on yet."""
    units = [seat.unit_id for seat in seats(user) if seat.office == Office.OPD and seat.unit_id]
    if not units:
        return []
    kind = ContentType.objects.get_for_model(Proposal)
    newest = AgendaItem.objects.filter(subject_type=kind, object_id=OuterRef("item__object_id")).exclude(conclusion="")
    found = Condition.objects.filter(
        owner_unit__in=units, reported_on__isnull=True, settled_on__isnull=True, item__subject_type=kind,
        item=Subquery(newest.order_by("-pk").values("pk")[:1]),
    )  # fmt: skip
    asked = list(found.select_related("item").order_by("due_on", "pk"))
    if not asked:
        return []
    cases = Proposal.visible_to(user).filter(stage=Stage.TKKSD_REVIEW).in_bulk({c.item.object_id for c in asked})
    return [_task(c, cases[c.item.object_id]) for c in asked if c.item.object_id in cases]


def _task(condition: Condition, case: Proposal) -> Task:
    page = case.get_absolute_url()
    return Task(
        title=f"Penuhi syarat TKKSD: {condition.text}", subject=case.title, code=case.code, kind=case.kind,
        category=case.get_category_display(), url=page, action_url=f"{page}tindakan/laporkan-syarat/", due_on=condition.due_on,
        since=condition.item.concluded_on,
    )  # fmt: skip
