"""What this room records. It keeps answers only: no stage moves here, and no other room is called.

The seat of whoever acts has been checked by the asker's act (`workflow.services.perform`), inside
whose transaction these run; `appoint_team`, `record_opinion`, `ask` and `answer` ask for themselves.
"""

from kerjasama.reviews.services import exchanges
from kerjasama.reviews.services.answers import decide, deem, follow_up, mark_overdue
from kerjasama.reviews.services.calling import (
    call_meeting,
    call_off,
    cancel_meeting,
    open_meeting,
    put_on_agenda,
    renew_invitation,
    reschedule,
)
from kerjasama.reviews.services.clearances import ask_dprd, mark_sent, receive, record_committee, revoke, to_committee
from kerjasama.reviews.services.meetings import (
    NewCondition,
    record_attendance,
    record_meeting,
    report_condition,
    settle_condition,
)
from kerjasama.reviews.services.opinions import lift_recusal, record_opinion, recuse
from kerjasama.reviews.services.questions import answer, ask
from kerjasama.reviews.services.teams import NewMember, add_member, appoint_team, end_member, end_team

__all__ = [
    "NewCondition",
    "NewMember",
    "add_member",
    "answer",
    "appoint_team",
    "ask",
    "ask_dprd",
    "call_meeting",
    "call_off",
    "cancel_meeting",
    "decide",
    "deem",
    "end_member",
    "end_team",
    "exchanges",
    "follow_up",
    "lift_recusal",
    "mark_overdue",
    "mark_sent",
    "open_meeting",
    "put_on_agenda",
    "receive",
    "record_attendance",
    "record_committee",
    "record_meeting",
    "record_opinion",
    "recuse",
    "renew_invitation",
    "report_condition",
    "reschedule",
    "revoke",
    "settle_condition",
    "to_committee",
]
