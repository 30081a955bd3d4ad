"""What this room records. It keeps answers only: no stage moves here, and no other room is called.

The seat of whoever acts has been checked by the asker's act (`workflow.services.perform`), inside
whose transaction these run; `appoint_team` and `record_opinion` ask for themselves.
"""

from kerjasama.reviews.services.answers import decide, deem, follow_up, mark_overdue, resubmit
from kerjasama.reviews.services.clearances import ask_dprd, mark_sent, receive, revoke, to_committee
from kerjasama.reviews.services.meetings import (
    NewCondition,
    call_meeting,
    record_meeting,
    settle_condition,
)
from kerjasama.reviews.services.opinions import record_opinion
from kerjasama.reviews.services.teams import NewMember, appoint_team

__all__ = [
    "NewCondition",
    "NewMember",
    "appoint_team",
    "ask_dprd",
    "call_meeting",
    "decide",
    "deem",
    "follow_up",
    "mark_overdue",
    "mark_sent",
    "receive",
    "record_meeting",
    "record_opinion",
    "resubmit",
    "revoke",
    "settle_condition",
    "to_committee",
]
