"""The database repeats the law: each fact tied to a status, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.factories.accounts import period
from tests.factories.reviews import (
    AgendaItemFactory,
    AttendanceFactory,
    ClearanceFactory,
    ClearanceNoteFactory,
    ConditionFactory,
    MeetingFactory,
    MemberFactory,
    OpinionFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "factory", "facts"),
    [
        ("team_has_first_day", TeamFactory, {"period": period(None)}),
        ("team_has_decree_number", TeamFactory, {"decree_number": ""}),
        ("member_seat_known", MemberFactory, {"seat": "KETUA"}),
        ("member_ends_after_start", MemberFactory, {"ended_on": date(2020, 1, 1)}),
        ("meeting_quorum_possible", MeetingFactory, {"quorum_needed": 6}),
        ("meeting_quorum_possible", MeetingFactory, {"quorum_needed": 0}),
        ("meeting_year_of_date", MeetingFactory, {"year": 2025}),
        ("meeting_place_and_agenda", MeetingFactory, {"agenda": ""}),
        ("agendaitem_conclusion_complete", AgendaItemFactory, {"concluded": True, "discussion": ""}),
        ("agendaitem_conclusion_complete", AgendaItemFactory, {"concluded": True, "concluded_by": None}),
        ("agendaitem_conclusion_complete", AgendaItemFactory, {"concluded": True, "called_off_on": DAY}),
        ("agendaitem_conclusion_complete", AgendaItemFactory, {"concluded_on": DAY}),
        ("attendance_state_known", AttendanceFactory, {"state": "HADIR"}),
        ("attendance_representative_named", AttendanceFactory, {"state": "REPRESENTED"}),
        ("attendance_representative_named", AttendanceFactory, {"state": "SELF", "represented_by": "Sri"}),
        ("condition_has_text", ConditionFactory, {"text": ""}),
        ("condition_has_owner", ConditionFactory, {"owner": ""}),
        ("condition_settled_complete", ConditionFactory, {"settled_on": DAY}),
        ("opinion_says_why", OpinionFactory, {"verdict": "DISAGREE"}),
        ("opinion_verdict_known", OpinionFactory, {"verdict": "OK", "note": "x"}),
        ("clearance_authority_known", ClearanceFactory, {"authority": "DPR"}),
        ("clearance_status_known", ClearanceFactory, {"received": True, "status": "DONE"}),
        ("clearance_number_from_one", ClearanceFactory, {"number_in_row": 0}),
        ("clearance_sent_has_letter", ClearanceFactory, {"sent": True, "letter_number": ""}),
        ("clearance_sent_has_letter", ClearanceFactory, {"sent": True, "sent_on": None}),
        ("clearance_received_has_date", ClearanceFactory, {"sent": True, "status": "RECEIVED"}),
        ("clearance_due_counts_from_receipt", ClearanceFactory, {"received": True, "due_on": None}),
        ("clearance_due_counts_from_receipt", ClearanceFactory, {"received": True, "days_allowed": None}),
        ("clearance_due_counts_from_receipt", ClearanceFactory, {"received": True, "counted_from": None}),
        ("clearance_due_counts_from_receipt", ClearanceFactory, {"received": True, "counted_from": DAY}),
        ("clearance_due_counts_from_receipt", ClearanceFactory, {"sent": True, "due_on": DAY}),
        ("clearance_decision_has_number", ClearanceFactory,
         {"received": True, "status": "APPROVED", "decided_on": DAY, "session_on": DAY}),
        ("clearance_decision_has_number", ClearanceFactory,
         {"received": True, "status": "APPROVED_WITH_NOTES", "decision_number": "15", "session_on": DAY}),
        ("clearance_decided_after_receipt", ClearanceFactory,
         {"received": True, "status": "APPROVED", "decision_number": "15", "decided_on": date(2026, 10, 18)}),
        ("clearance_refusal_says_why", ClearanceFactory,
         {"received": True, "status": "REJECTED", "decision_number": "15", "decided_on": DAY, "session_on": DAY}),
        ("clearance_decision_has_session", ClearanceFactory,
         {"received": True, "status": "APPROVED", "decision_number": "15", "decided_on": DAY}),
        ("clearance_session_before_decision", ClearanceFactory,
         {"received": True, "status": "APPROVED", "decision_number": "15", "decided_on": DAY, "session_on": date(2026, 11, 24)}),
        ("clearance_session_before_decision", ClearanceFactory,
         {"received": True, "status": "APPROVED", "decision_number": "15", "decided_on": DAY, "session_on": date(2026, 10, 18)}),
        ("clearance_refusal_says_why", ClearanceFactory, {"status": "REVOKED"}),
        ("clearance_return_has_date", ClearanceFactory, {"received": True, "status": "RETURNED", "reason": "RAB"}),
        ("clearance_clock_stops_in_repair", ClearanceFactory, {"received": True, "stopped_on": DAY}),
        ("clearance_deemed_has_memo", ClearanceFactory,
         {"received": True, "status": "DEEMED", "decided_on": date(2026, 12, 22)}),
        ("clearance_deemed_has_memo", ClearanceFactory,
         {"received": True, "status": "DEEMED", "decided_on": date(2026, 12, 21), "memo": "x"}),
        ("clearancenote_follow_up_complete", ClearanceNoteFactory, {"followed_up_on": DAY}),
        ("clearancenote_has_text", ClearanceNoteFactory, {"text": ""}),
    ],
)  # fmt: skip
def test_a_row_without_its_facts_is_refused(name, factory, facts):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        factory(**facts)


def test_two_teams_never_overlap():
    first = TeamFactory()
    with pytest.raises(IntegrityError, match="team_one_at_a_time"), transaction.atomic():
        TeamFactory()
    assert TeamFactory(period=period(first.period.upper, None)).pk


def test_one_open_item_and_one_open_request_for_a_subject(subject):
    AgendaItemFactory(about=subject)
    with pytest.raises(IntegrityError, match="agendaitem_one_open"), transaction.atomic():
        AgendaItemFactory(about=subject, meeting__team=TeamFactory(period=period(date(2031, 1, 1))))
    ClearanceFactory(about=subject)
    with pytest.raises(IntegrityError, match="clearance_one_open"), transaction.atomic():
        ClearanceFactory(about=subject, number_in_row=2)
    assert ClearanceFactory(about=subject, authority="MINISTER").pk


@pytest.mark.parametrize("seat", ["CHAIR", "SECRETARY"])
def test_one_chair_and_one_secretary(seat):
    member = MemberFactory(seat=seat)
    with pytest.raises(IntegrityError, match="member_single_chair_and_secretary"), transaction.atomic():
        MemberFactory(team=member.team, seat=seat)
