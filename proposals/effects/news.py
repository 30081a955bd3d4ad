"""Whom acts on a proposal concern."""

from typing import Any

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.notifications import notices
from kerjasama.notifications.services import tell
from kerjasama.reviews import selectors as reviews
from proposals.stages import Stage


def concerned(proposal: Any) -> list[Any]:
    """The author, the leading unit and the Bagian with its head."""
    return [
        proposal.author,
        *people_in(Office.OPD, proposal.lead_unit_id),
        *people_in(Office.BAGIAN),
        *people_in(Office.KABAG),
    ]


def tell_concerned(proposal: Any, event: Any) -> None:
    """Returns, refusals, decisions and ends reach everyone concerned, with the reason."""
    notices.tell_concerned(proposal, event, concerned(proposal))


def tell_dprd(proposal: Any, event: Any) -> None:
    """The Sekretariat DPRD learns that a request is no longer for it to answer, and why."""
    if event.source == Stage.DPRD_PENDING:
        notices.tell_concerned(proposal, event, people_in(Office.SETWAN))


def invite(proposal: Any, event: Any) -> None:
    """Each member of the team is told of the meeting and asked for an opinion."""
    item = reviews.current_item(proposal)
    members = item.meeting.attendances.select_related("member__user")
    tell(
        [row.member.user for row in members],
        key=f"meeting:{item.meeting_id}:{proposal.pk}",
        title=f"Undangan rapat TKKSD: {proposal.code}",
        body=f"{proposal.title}\n{item.meeting.held_on:%d-%m-%Y} pukul {item.meeting.held_at:%H.%M}, {item.meeting.place}.\n"
        "Beri pendapat Anda sebelum rapat.",
        url=proposal.get_absolute_url(),
    )
