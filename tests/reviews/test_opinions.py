from datetime import date, timedelta

import pytest
from django.db import Error, transaction

from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Opinion
from kerjasama.reviews.services import end_member, record_opinion
from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.reviews import AgendaItemFactory, AttendanceFactory, MeetingFactory, OpinionFactory

pytestmark = pytest.mark.django_db


def test_the_newest_opinion_counts_and_the_older_stays(subject, team, monday):
    chair, changing = team.members.get(seat="CHAIR"), team.members.get(seat="CHANGING")
    record_opinion(subject, changing.user, "AGREE")
    record_opinion(subject, chair.user, "DISAGREE", "Anggaran belum ada.")
    monday.shift(timedelta(minutes=5))
    record_opinion(subject, chair.user, "AGREE_WITH_NOTES", " Tunggu Perubahan APBD. ")
    assert [(o.member, o.verdict, o.note) for o in selectors.opinions(subject)] == [
        (chair, "AGREE_WITH_NOTES", "Tunggu Perubahan APBD."),
        (changing, "AGREE", ""),
    ]
    assert Opinion.objects.filter(member=chair).count() == 2
    assert selectors.opinions(OrgUnitFactory()) == []


def test_two_opinions_of_one_moment_count_in_their_order(subject, team):
    member = team.members.get(seat="CHAIR")
    for verdict in ("AGREE", "DISAGREE"):
        record_opinion(subject, member.user, verdict, "Alasan")
    assert [o.verdict for o in selectors.opinions(subject)] == ["DISAGREE"]


def test_only_members_of_the_team_in_force_are_heard(subject, team, kabag):
    member = team.members.get(seat="CHANGING")
    end_member(member, last_day=date(2026, 11, 22), reason="Mutasi", by=kabag)
    for stranger in (member.user, UserFactory(office="TKKSD")):
        with pytest.raises(NotYours):
            record_opinion(subject, stranger, "AGREE")
    assert not Opinion.objects.exists()


@pytest.mark.parametrize(("verdict", "field"), [("AGREE_WITH_NOTES", "note"), ("DISAGREE", "note"), ("OK", "verdict")])
def test_anything_but_agreement_says_why(subject, team, verdict, field):
    with pytest.raises(BadInput) as refused:
        record_opinion(subject, team.members.first().user, verdict, " ")
    assert list(refused.value.errors) == [field]


def test_after_the_conclusion_no_opinion_is_added(subject, team):
    AgendaItemFactory(about=subject, meeting__team=team, concluded=True)
    with pytest.raises(NotYet):
        record_opinion(subject, team.members.first().user, "AGREE")


def test_what_awaits_a_member(subject, team, django_assert_num_queries):
    member, other = team.members.get(seat="CHAIR"), team.members.get(seat="SECRETARY")
    later = MeetingFactory(team=team, held_on=date(2026, 12, 1))
    sooner = MeetingFactory(team=team)
    for meeting in (later, sooner):
        for invited in (member, other):
            AttendanceFactory(meeting=meeting, member=invited)
    second = AgendaItemFactory(meeting=later)
    first = AgendaItemFactory(meeting=sooner, about=subject)
    AgendaItemFactory(meeting=sooner, concluded=True)
    AgendaItemFactory(meeting=sooner, called_off_on=date(2026, 11, 23))
    OpinionFactory(about=subject, member=other)
    user, subjects = member.user, [subject, second.subject]
    with django_assert_num_queries(3):
        waiting = selectors.awaiting_opinion(user)
        assert [item.subject for item in waiting] == subjects
    assert waiting == [first, second]
    assert selectors.awaiting_opinion(other.user) == [second]
    assert selectors.awaiting_opinion(UserFactory()) == []


def test_the_database_keeps_an_opinion_as_it_was_said(team):
    opinion = OpinionFactory(member=team.members.first())
    with pytest.raises(Error, match="hanya dapat ditambah"), transaction.atomic():
        Opinion.objects.filter(pk=opinion.pk).update(verdict="DISAGREE", note="Berubah")
    with pytest.raises(Error), transaction.atomic():
        opinion.delete()
