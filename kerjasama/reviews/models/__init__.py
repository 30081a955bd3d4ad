from kerjasama.reviews.models.about import AboutModel, about
from kerjasama.reviews.models.clearance import Clearance, ClearanceNote
from kerjasama.reviews.models.committee import CommitteeMeeting
from kerjasama.reviews.models.exchange import Exchange
from kerjasama.reviews.models.meeting import AgendaItem, Attendance, Condition, Meeting
from kerjasama.reviews.models.opinion import Opinion, OpinionCondition, Recusal
from kerjasama.reviews.models.question import Question
from kerjasama.reviews.models.remark import Remark
from kerjasama.reviews.models.signing import Signature
from kerjasama.reviews.models.tkksd import Member, Substitute, Team

__all__ = [
    "AboutModel",
    "AgendaItem",
    "Attendance",
    "Clearance",
    "ClearanceNote",
    "CommitteeMeeting",
    "Condition",
    "Exchange",
    "Meeting",
    "Member",
    "Opinion",
    "OpinionCondition",
    "Question",
    "Recusal",
    "Remark",
    "Signature",
    "Substitute",
    "Team",
    "about",
]
