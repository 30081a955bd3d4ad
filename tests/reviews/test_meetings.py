from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Condition, Meeting
from kerjasama.reviews.services import call_meeting, call_off, record_meeting, settle_condition
from tests.factories.accounts import OrgUnitFactory
from tests.factories.core import ParameterFactory
from tests.factories.reviews import ConditionFactory, TeamFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def call(subject, by, **changes):
    facts = {"held_on": TODAY, "held_at": time(9), "place": "Ruang Rapat Sekda", "agenda": "Penilaian usulan"}
    return call_meeting(subject, **{**facts, **changes}, by=by)


def states(item, *given):
    """The attendance typed for the members in their rank: S self, R represented, A absent, - left out."""
    codes = {"S": ("SELF", ""), "R": ("REPRESENTED", "Sri Lestari, Sekretaris"), "A": ("ABSENT", "")}
    members = selectors.members_of(item)
    return {m.pk: codes[g] for m, g in zip(members, given, strict=True) if g != "-"}


def record(item, by, given="SSSAAA", **changes):
    facts = {
        "attendance": states(item, *given),
        "discussion": "Usulan sejalan dengan RKPD.",
        "conclusion": "RECOMMENDED",
        "conditions": [],
        "on": TODAY,
    }
    return record_meeting(item, **{**facts, **changes}, by=by)


def test_a_call_invites_everyone_and_freezes_the_quorum(subject, team, kabag):
    item = call(subject, kabag)
    assert (item.meeting.fixed_count, item.meeting.quorum_needed) == (5, 3)
    assert item.subject == subject
    assert [a.state for a in selectors.attendances(item)] == ["INVITED"] * 6
    assert Attendance.history.filter(history_user=kabag).count() == 6
    ParameterFactory(key="tkksd_quorum", value="ALL")
    item.meeting.refresh_from_db()
    assert item.meeting.quorum_needed == 3


@pytest.mark.parametrize(
    ("rule", "seats", "needed"),
    [
        ("MORE_THAN_HALF", "CHAIR FIXED FIXED FIXED", 3),
        ("MORE_THAN_HALF", "CHAIR", 1),
        ("TWO_THIRDS", "CHAIR FIXED FIXED FIXED", 3),
        ("TWO_THIRDS", "CHAIR DEPUTY SECRETARY", 2),
        ("ALL", "CHAIR DEPUTY SECRETARY CHANGING", 3),
    ],
)
def test_the_quorum_counts_fixed_members(subject, kabag, rule, seats, needed):
    TeamFactory(seats=seats)
    ParameterFactory(key="tkksd_quorum", value=rule)
    assert call(subject, kabag).meeting.quorum_needed == needed


def test_meetings_are_numbered_within_the_year(team, kabag):
    days = [TODAY, date(2026, 12, 1), date(2027, 1, 4)]
    items = [call(OrgUnitFactory(), kabag, held_on=day) for day in days]
    assert [(i.meeting.year, i.meeting.number) for i in items] == [(2026, 1), (2026, 2), (2027, 1)]


def test_no_team_no_meeting(subject, kabag):
    TeamFactory(seats="CHANGING")
    with pytest.raises(NotYet) as refused:
        call(subject, kabag)
    assert str(refused.value) == "Belum ada TKKSD yang berlaku pada 23 November 2026."
    assert "Keputusan Kepala Daerah" in refused.value.detail
    assert not Meeting.objects.exists()


def test_a_meeting_is_not_called_for_a_past_day(subject, team, kabag):
    with pytest.raises(BadInput) as refused:
        call(subject, kabag, held_on=date(2026, 11, 22), place=" ")
    assert list(refused.value.errors) == ["held_on", "place"]


def test_an_injected_clock_may_write_the_past(subject, team, kabag):
    with clock.at(datetime(2026, 6, 1, 8, tzinfo=ZoneInfo("Asia/Jakarta"))):
        item = call(subject, kabag, held_on=date(2026, 5, 29))
    assert item.meeting.held_on == date(2026, 5, 29)


def test_calling_again_takes_the_subject_off_the_earlier_agenda(subject, team, kabag):
    first = call(subject, kabag)
    second = call(subject, kabag, held_on=date(2026, 11, 30))
    first.refresh_from_db()
    assert (first.is_open, first.called_off_on) == (False, TODAY)
    assert selectors.current_item(subject) == second
    with pytest.raises(NotYet):
        record(first, kabag)


def test_calling_off(subject, team, kabag):
    assert call_off(subject, reason="Usulan ditarik", by=kabag) is None
    call(subject, kabag)
    item = call_off(subject, reason="Usulan ditarik", by=kabag)
    assert item.history.first().history_change_reason == "Usulan ditarik"
    assert call_off(subject, reason="Usulan ditarik", by=kabag) is None


def test_a_meeting_with_a_quorum_concludes(subject, team, kabag):
    item = record(
        call(subject, kabag),
        kabag,
        given="SSRA-S",
        conclusion="WITH_REPAIR",
        conditions=[{"text": " Lampirkan RAB. ", "owner": "BPKAD", "due_on": date(2026, 12, 4)}],
    )
    assert (item.conclusion, item.concluded_on, item.concluded_by) == ("WITH_REPAIR", TODAY, kabag)
    seen = [a.state for a in selectors.attendances(item)]
    assert seen == ["SELF", "SELF", "REPRESENTED", "ABSENT", "ABSENT", "SELF"]
    assert [(c.text, c.shown_owner, c.due_on) for c in selectors.open_conditions(subject)] == [
        ("Lampirkan RAB.", "BPKAD", date(2026, 12, 4))
    ]
    assert selectors.latest_conclusion(subject) == "WITH_REPAIR"


def test_without_a_quorum_nothing_is_kept(subject, team, kabag):
    item = call(subject, kabag)
    with pytest.raises(NotYet) as refused:
        record(item, kabag, given="SRAAAS", conditions=[{"text": "RAB", "owner": "BPKAD"}])
    assert str(refused.value) == (
        "Kuorum belum terpenuhi: hadir 2 dari paling sedikit 3 anggota tetap (seluruhnya 5). Tidak ada yang disimpan."
    )
    assert set(Attendance.objects.values_list("state", flat=True)) == {"INVITED"}
    assert AgendaItem.objects.get().is_open
    assert not Condition.objects.exists()


def test_the_result_waits_for_the_day_of_the_meeting(subject, team, kabag):
    item = call(subject, kabag, held_on=date(2026, 11, 24))
    with pytest.raises(NotYet) as refused:
        record(item, kabag)
    assert str(refused.value) == "Rapat baru dilaksanakan pada 24 November 2026. Catat hasilnya setelah rapat."


def test_a_meeting_concludes_once(subject, team, kabag):
    item = record(call(subject, kabag), kabag)
    with pytest.raises(NotYet):
        record(item, kabag, conclusion="NOT_RECOMMENDED")
    assert selectors.latest_conclusion(subject) == "RECOMMENDED"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"on": date(2026, 11, 24)}, ["occurred_on"]),
        ({"on": date(2026, 11, 22)}, ["occurred_on"]),
        ({"discussion": " ", "conclusion": "LAYAK"}, ["discussion", "conclusion"]),
        ({"conclusion": "WITH_REPAIR"}, ["conditions"]),
        ({"conditions": [{"text": " ", "owner": "BPKAD"}]}, ["conditions"]),
        ({"conditions": [{"text": "RAB", "owner": " "}]}, ["conditions"]),
    ],
)
def test_a_result_is_complete(subject, team, kabag, changes, fields):
    item = call(subject, kabag)
    with pytest.raises(BadInput) as refused:
        record(item, kabag, **changes)
    assert list(refused.value.errors) == fields


@pytest.mark.parametrize("typed", [("REPRESENTED", " "), ("SELF", "Sri Lestari"), ("INVITED", ""), ("HADIR", "")])
def test_attendance_is_told_apart(subject, team, kabag, typed):
    item = call(subject, kabag)
    attendance = {**states(item, *"SSSSSS"), selectors.members_of(item)[0].pk: typed}
    with pytest.raises(BadInput) as refused:
        record(item, kabag, attendance=attendance)
    assert list(refused.value.errors) == ["attendance"]


def test_who_was_not_invited_is_not_counted(subject, team, kabag):
    item = call(subject, kabag)
    with pytest.raises(BadInput):
        record(item, kabag, attendance={**states(item, *"SSSSSS"), 0: ("SELF", "")})


def test_conditions_are_settled_once_with_a_note(kabag):
    condition = ConditionFactory()
    with pytest.raises(BadInput):
        settle_condition(condition, by=kabag, note=" ")
    with pytest.raises(BadInput) as refused:
        settle_condition(condition, by=kabag, note="RAB", on=date(2026, 11, 22))
    assert list(refused.value.errors) == ["occurred_on"]
    settle_condition(condition, by=kabag, note=" RAB dilampirkan. ")
    assert (condition.settled_on, condition.settled_by, condition.settled_note) == (TODAY, kabag, "RAB dilampirkan.")
    assert selectors.open_conditions(condition.item.subject) == []
    with pytest.raises(NotYet):
        settle_condition(condition, by=kabag, note="RAB dilampirkan.")
