"""What the DPRD leaves for people of the executive to do: notes to follow up, and silence past the last day."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, seats
from kerjasama.core import clock
from kerjasama.desk.task import Task
from kerjasama.reviews.models import ClearanceNote
from proposals.models import Proposal
from proposals.stages import Stage


def tasks(user: User) -> list[Task]:
    """Notes that wait for a follow-up, for the Bagian and the leading unit; late requests, for the Kabag."""
    return [*_notes(user), *(_silent(user) if holds(user, Office.KABAG) else [])]


def _notes(user: User) -> list[Task]:
    kind = ContentType.objects.get_for_model(Proposal)
    noted = ClearanceNote.objects.filter(
        followed_up_on__isnull=True, clearance__subject_type=kind, clearance__status="APPROVED_WITH_NOTES"
    )
    since = dict(noted.order_by().values_list("clearance__object_id", "clearance__decided_on"))
    if not since:
        return []
    held = seats(user)
    cases = Proposal.visible_to(user).filter(stage__in=[Stage.INSTRUMENTS, Stage.CLEARED], pk__in=since)
    if not any(seat.office == Office.BAGIAN for seat in held):
        cases = cases.filter(lead_unit__in=[s.unit_id for s in held if s.office == Office.OPD and s.unit_id])
    return [_task(case, "Tindak lanjuti catatan DPRD", "tindak-lanjuti-catatan", since[case.pk]) for case in cases]


def _silent(user: User) -> list[Task]:
    late = Q(stage=Stage.DPRD_PENDING, due_on__lt=clock.today())
    if not Proposal.objects.filter(late).exists():
        return []
    return [
        _task(case, "DPRD lewat tenggat: ingatkan, beri nota, atau cabut permohonan", "", case.due_on)
        for case in Proposal.visible_to(user).filter(late)
    ]


def _task(case: Proposal, title: str, slug: str, since: date) -> Task:
    page = case.get_absolute_url()
    return Task(
        title=title, subject=case.title, code=case.code, kind=case.kind, category=case.get_category_display(), url=page,
        action_url=f"{page}tindakan/{slug}/" if slug else page, due_on=None if slug else case.due_on, since=since,
    )  # fmt: skip
