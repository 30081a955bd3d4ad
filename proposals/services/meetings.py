"""Meetings of the TKKSD with several cases: called, added to, moved, cancelled, continued.

All or nothing: each case goes through the one door by itself, and when one is refused none is kept, with every
refusal named (docs/decisions/0010).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time

from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, Refusal
from kerjasama.core.ical import Method
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.documents.models import Document
from kerjasama.reviews import papers, selectors
from kerjasama.reviews import services as rooms
from kerjasama.reviews.models import AgendaItem, Meeting
from kerjasama.reviews.services import signing
from kerjasama.workflow.services import check
from proposals.effects.news import tell_invited
from proposals.effects.tkksd import annul_invitation, issue_invitation
from proposals.models import Proposal
from proposals.services.acts import act
from proposals.stages import Stage

#: Who calls and keeps the meetings: the secretary of the TKKSD with his Bagian.
SECRETARIES = (Office.KABAG, Office.BAGIAN)
Numbers = Mapping[str, list[str]] | None


def waiting(user: User) -> list[Proposal]:
    """Cases at the TKKSD that this person sees and that stand on no coming agenda, the longest waiting first."""
    seen = Proposal.visible_to(user).filter(stage=Stage.TKKSD_REVIEW).order_by("stage_since", "pk")
    cases = list(seen.select_related("lead_unit").prefetch_related("parties__partner"))
    items = selectors.current_items(Proposal, [case.pk for case in cases])
    return [case for case in cases if _may_be_called(items.get(case.pk))]


@transaction.atomic
def convene(
    cases: Sequence[Proposal], *, held_on: date, held_at: time, place: str, agenda: str, by: User, numbers: Numbers = None,
    continues: Meeting | None = None,
) -> Meeting:  # fmt: skip
    """Call one meeting about several cases: one invitation, one message to each member.

    Raises NotYours, NotYet with every refused case named, and what `open_meeting` raises.
    """
    require(by, *SECRETARIES)
    _refuse_any(cases, by)
    meeting = rooms.open_meeting(
        held_on=held_on, held_at=held_at, place=place, agenda=agenda, by=by, continues=continues
    )
    for case in cases:
        act(case, "call_meeting", by=by, meeting=meeting)
    return _publish(meeting, by, numbers)


@transaction.atomic
def add_cases(meeting: Meeting, cases: Sequence[Proposal], *, by: User, numbers: Numbers = None) -> Meeting:
    """Put more cases on the agenda of a meeting that was called; its invitation is renewed. Raises as `convene`."""
    require(by, *SECRETARIES)
    _refuse_any(cases, by)
    rooms.renew_invitation(meeting, by=by)
    for case in cases:
        act(case, "call_meeting", by=by, meeting=meeting)
    return _publish(meeting, by, numbers)


@transaction.atomic
def reschedule(
    meeting: Meeting, *, held_on: date, held_at: time, place: str, agenda: str, reason: str, by: User, numbers: Numbers = None
) -> Meeting:  # fmt: skip
    """Move a meeting; the invitation and the calendars of the members follow. Raises what `rooms.reschedule` raises."""
    require(by, *SECRETARIES)
    rooms.reschedule(meeting, held_on=held_on, held_at=held_at, place=place, agenda=agenda, reason=reason, by=by)
    return _publish(meeting, by, numbers, why=reason)


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: User) -> Meeting:
    """Cancel a meeting: its cases wait for another, its invitation no longer stands, calendars are told."""
    require(by, *SECRETARIES)
    rooms.cancel_meeting(meeting, reason=reason, by=by)
    annul_invitation(meeting, reason=reason, by=by)
    tell_invited(meeting, Method.CANCEL, why=reason)
    return meeting


@transaction.atomic
def carry_on(
    meeting: Meeting, *, held_on: date, held_at: time, place: str, agenda: str, by: User, numbers: Numbers = None
) -> Meeting:
    """Continue a meeting on another day with the cases it left open; attendance is taken anew there.

    Raises NotYet when nothing was left open.
    """
    left = open_cases(meeting)
    if not left:
        raise NotYet("Semua acara rapat ini sudah disimpulkan atau dipindahkan. Tidak ada yang dilanjutkan.")
    return convene(
        left, held_on=held_on, held_at=held_at, place=place, agenda=agenda, by=by, numbers=numbers, continues=meeting
    )


@transaction.atomic
def attend(meeting: Meeting, attendance: Mapping[int, tuple[str, str]], *, by: User) -> Document:
    """Record who came, quorum or not, and make the list of attendance from it; a newer list replaces the one before.

    Who presides over the meeting confirms each edition in turn.
    """
    require(by, Office.KABAG, Office.BAGIAN)
    rooms.record_attendance(meeting, attendance, by=by)
    earlier = documents.latest(meeting, "ATTENDANCE")
    fresh = papers_out.issue(
        meeting, "ATTENDANCE", template="daftar_hadir_tkksd", context=papers.attendance_context(meeting), by=by,
        title="Daftar Hadir Rapat TKKSD", dated=clock.today(),
    )  # fmt: skip
    if earlier is not None:
        papers_out.supersede(earlier, fresh, by=by)
    signing.ask_for_attendance(fresh, meeting, by=by)
    return fresh


def open_cases(meeting: Meeting) -> list[Proposal]:
    """The cases of a meeting that are still to be concluded."""
    items = meeting.items.filter(conclusion="", called_off_on__isnull=True).order_by("pk").prefetch_related("subject")
    return [item.subject for item in items if isinstance(item.subject, Proposal)]


def _may_be_called(item: AgendaItem | None) -> bool:
    return item is None or (not item.is_open and not item.conclusion) or item.conclusion == "NOT_RECOMMENDED"


def _refuse_any(cases: Iterable[Proposal], by: User) -> None:
    """Ask the door for each case before anything is written, so that all refusals are known at once."""
    chosen, refused = list(cases), []
    if not chosen:
        raise BadInput("Belum ada usulan yang dipilih.", errors={"cases": ["Pilih sedikitnya satu usulan."]})
    for case in chosen:
        try:
            check(case, Proposal.arrow("call_meeting"), by)
        except Refusal as refusal:
            refused.append(f"{case.code}: {refusal.message} {refusal.detail}".strip())
    if refused:
        raise NotYet(
            f"{len(refused)} dari {len(chosen)} usulan belum dapat diacarakan. Tidak ada yang disimpan.",
            detail="\n".join(refused),
        )


def _publish(meeting: Meeting, by: User, numbers: Numbers, why: str = "") -> Meeting:
    issue_invitation(meeting, by=by, dated=clock.today(), numbers=dict(numbers) if numbers else None)
    tell_invited(meeting, Method.REQUEST, why=why)
    return meeting
