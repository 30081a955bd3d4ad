"""Plain facts for the papers of the TKKSD: JSON only, in the words in which they are printed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from kerjasama.core import clock, text
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Condition, Meeting, Member, Opinion
from kerjasama.reviews.models.opinion import Verdict
from kerjasama.reviews.models.tkksd import TeamSeat


def invitation_context(item: AgendaItem) -> dict[str, Any]:
    """Facts of the undangan rapat: who is called, when, where, about what."""
    members = selectors.members_of(item)
    return {**_frame(item, members), "invitees": [_person(member) for member in members]}


def minutes_context(item: AgendaItem) -> dict[str, Any]:
    """Facts of the berita acara and its list of attendance. For a concluded item."""
    rows = selectors.attendances(item)
    return {
        **_frame(item, [row.member for row in rows]),
        **_result(item),
        "attendance": [_attended(row) for row in rows],
        "quorum": _quorum(item.meeting, rows),
    }


def recommendation_context(item: AgendaItem) -> dict[str, Any]:
    """Facts of the rekomendasi of the chair to the head of region. For a concluded item."""
    found = selectors.opinions(item.subject)
    counted = {verdict.value: sum(o.verdict == verdict for o in found) for verdict in Verdict}
    return {
        **_frame(item, selectors.members_of(item)),
        **_result(item),
        "opinions": [_opinion(opinion) for opinion in found],
        "opinion_counts": counted,
    }


def _frame(item: AgendaItem, members: Iterable[Member]) -> dict[str, Any]:
    """What all three papers say: the meeting, the decree, the subject, the two who sign."""
    meeting, seated = item.meeting, {member.seat: member for member in members}
    chair, secretary = seated.get(TeamSeat.CHAIR), seated.get(TeamSeat.SECRETARY)
    return {
        "meeting": _meeting(meeting),
        "team": {
            "decree_number": meeting.team.decree_number,
            "decree_date": text.date_long(meeting.team.decree_date),
        },
        "subject": {
            "code": str(getattr(item.subject, "case_code", "")),
            "title": str(getattr(item.subject, "title", item.subject)),
        },
        "chair": _person(chair) if chair else None,
        "secretary": _person(secretary) if secretary else None,
    }


def _meeting(meeting: Meeting) -> dict[str, Any]:
    starts = datetime.combine(meeting.held_on, meeting.held_at, clock.zone())
    return {
        "label": str(meeting),
        "number": meeting.number,
        "year": meeting.year,
        "day": text.day_name(meeting.held_on),
        "date": text.date_long(meeting.held_on),
        "date_words": text.date_words(meeting.held_on),
        "date_digits": text.date_digits(meeting.held_on),
        "time": text.time_wib(starts),
        "place": meeting.place,
        "agenda": meeting.agenda,
    }


def _result(item: AgendaItem) -> dict[str, Any]:
    conditions = item.conditions.select_related("owner_unit").order_by("pk")
    return {
        "discussion": item.discussion,
        "conclusion": {"code": item.conclusion, "label": item.get_conclusion_display()},
        "concluded_on": text.date_long(item.concluded_on) if item.concluded_on else "",
        "conditions": [_condition(condition) for condition in conditions],
    }


def _condition(condition: Condition) -> dict[str, str]:
    return {
        "text": condition.text,
        "owner": condition.shown_owner,
        "due": text.date_long(condition.due_on) if condition.due_on else "",
    }


def _person(member: Member) -> dict[str, str]:
    return {
        "name": member.user.full_name,
        "nip": member.user.nip,
        "seat": str(member.get_seat_display()),
        "title": member.title,
        "unit": member.unit.name if member.unit else "",
    }


def _attended(row: Attendance) -> dict[str, Any]:
    return {
        **_person(row.member),
        "state": row.state,
        "presence": str(row.get_state_display()),
        "represented_by": row.represented_by,
    }


def _opinion(opinion: Opinion) -> dict[str, str]:
    return {
        "name": opinion.member.user.full_name,
        "seat": str(opinion.member.get_seat_display()),
        "verdict": str(opinion.get_verdict_display()),
        "note": opinion.note,
    }


def _quorum(meeting: Meeting, rows: Iterable[Attendance]) -> dict[str, int]:
    present = [row.member for row in rows if row.is_present]
    return {
        "needed": meeting.quorum_needed,
        "fixed": meeting.fixed_count,
        "fixed_present": sum(member.is_fixed for member in present),
        "present": len(present),
    }
