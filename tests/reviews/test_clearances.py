from datetime import date

import pytest

from kerjasama.core.errors import BadInput, NotYet
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Clearance
from kerjasama.reviews.services import ask_dprd, decide, mark_sent, receive, revoke, to_committee
from tests.factories.accounts import OrgUnitFactory
from tests.factories.core import HolidayFactory, ParameterFactory
from tests.factories.reviews import GROUNDS, ClearanceFactory, ClearanceNoteFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def ask(subject, by, **changes):
    facts = {"letter_number": "100.3.7/2114/2026", "asked_on": date(2026, 10, 16), "grounds": GROUNDS}
    return ask_dprd(subject, **{**facts, **changes}, by=by)


def test_a_request_from_letter_to_committee(subject, kabag):
    clearance = ask(subject, kabag)
    assert (clearance.status, clearance.number_in_row, clearance.grounds) == ("PREPARED", 1, GROUNDS)
    mark_sent(clearance, on=date(2026, 10, 16), by=kabag)
    receive(clearance, on=date(2026, 10, 19), by=kabag, proof="Agenda 512")
    assert (clearance.status, clearance.due_on, clearance.days_allowed) == ("RECEIVED", date(2026, 12, 21), 45)
    to_committee(clearance, committee="Komisi C", by=kabag)
    assert (clearance.status, clearance.committee) == ("IN_COMMITTEE", "Komisi C")
    assert [row.history_change_reason for row in clearance.history.order_by("history_id")] == [
        "Permohonan persetujuan DPRD disiapkan",
        "Surat permohonan dikirim",
        "Diterima Sekretariat DPRD",
        "Dibahas komisi DPRD",
    ]


def test_the_days_are_frozen_at_receipt_and_holidays_do_not_count(kabag):
    ParameterFactory(key="days_dprd", value=10)
    HolidayFactory(date=date(2026, 11, 25), name="Pemilihan")
    clearance = receive(ClearanceFactory(sent=True), on=TODAY, by=kabag)
    ParameterFactory._meta.model.objects.update(value=20)
    clearance.refresh_from_db()
    assert (clearance.days_allowed, clearance.due_on) == (10, date(2026, 12, 8))


def test_one_open_request_for_a_subject(subject, kabag):
    ask(subject, kabag)
    with pytest.raises(NotYet) as refused:
        ask(subject, kabag)
    assert str(refused.value) == (
        "Permohonan ke-1 kepada DPRD belum selesai (surat disiapkan). "
        "Tunggu jawabannya atau cabut dahulu permohonan itu."
    )
    assert ask(OrgUnitFactory(), kabag).number_in_row == 1


def test_a_refused_or_revoked_request_stays_and_the_next_is_a_new_row(subject, kabag):
    first = ClearanceFactory(about=subject, received=True)
    decide(
        first,
        decision="REJECTED",
        decided_on=TODAY,
        session_on=TODAY,
        number="15/DPRD/2026",
        reason="Belum layak.",
        by=kabag,
    )
    second = ask(subject, kabag)
    revoke(second, reason="Anggaran masuk Perubahan APBD", by=kabag)
    third = ask(subject, kabag)
    assert [(c.number_in_row, c.status) for c in selectors.clearances(subject)] == [
        (3, "PREPARED"),
        (2, "REVOKED"),
        (1, "REJECTED"),
    ]
    assert selectors.current_clearance(subject) == third
    assert third.continues is None


@pytest.mark.parametrize("status", ["APPROVED", "REVOKED", "DEEMED"])
def test_what_is_closed_is_not_revoked(kabag, status):
    day = date(2026, 12, 22)
    facts = {"decision_number": "15", "decided_on": day, "session_on": day, "reason": "x", "memo": "x"}
    clearance = ClearanceFactory(received=True, **facts)
    Clearance.objects.update(status=status)
    with pytest.raises(NotYet):
        revoke(clearance, reason="Keliru", by=kabag)


def test_the_facts_of_a_request_are_all_there(subject, kabag):
    with pytest.raises(ValueError, match="basis"):
        ask(subject, kabag, grounds={key: GROUNDS[key] for key in GROUNDS if key != "basis"})
    with pytest.raises(BadInput) as refused:
        ask(subject, kabag, asked_on=date(2026, 11, 24))
    assert list(refused.value.errors) == ["asked_on"]
    assert not Clearance.objects.exists()


def test_a_letter_leaves_with_its_number(subject, kabag):
    clearance = ask(subject, kabag, letter_number="")
    with pytest.raises(BadInput) as refused:
        mark_sent(clearance, on=date(2026, 10, 15), by=kabag)
    assert list(refused.value.errors) == ["occurred_on", "letter_number"]
    mark_sent(clearance, on=TODAY, by=kabag, letter_number="100.3.7/2200/2026")
    with pytest.raises(NotYet):
        mark_sent(clearance, on=TODAY, by=kabag)


def test_an_earlier_receipt_is_proved(kabag):
    clearance = ClearanceFactory(sent=True)
    for on, proof, field in (
        (date(2026, 11, 20), "", "proof"),
        (date(2026, 10, 15), "Agenda 512", "occurred_on"),
        (date(2026, 11, 24), "Agenda 512", "occurred_on"),
    ):
        with pytest.raises(BadInput) as refused:
            receive(clearance, on=on, by=kabag, proof=proof)
        assert list(refused.value.errors) == [field]
    receive(clearance, on=TODAY, by=kabag)
    with pytest.raises(NotYet):
        receive(clearance, on=TODAY, by=kabag)


def returned(kabag, subject, **changes):
    """Received 19 October, 45 days; returned on Monday 2 November, day 10."""
    clearance = ClearanceFactory(about=subject, received=True, **changes)
    ClearanceNoteFactory(clearance=clearance, text="Lampirkan RAB.")
    return decide(clearance, decision="RETURNED", decided_on=date(2026, 11, 2), reason="Anggaran kabur.", by=kabag)


def again(kabag, subject):
    clearance = ask(subject, kabag, letter_number="100.3.7/2300/2026", asked_on=date(2026, 11, 13))
    mark_sent(clearance, on=date(2026, 11, 13), by=kabag)
    return receive(clearance, on=date(2026, 11, 16), by=kabag, proof="Agenda 600")


def test_a_repaired_plan_goes_on_with_the_days_left(subject, kabag):
    first = returned(kabag, subject)
    assert first.stopped_on == date(2026, 11, 2)
    second = again(kabag, subject)
    # Ten working days stood still, from 3 to 16 November: 21 December moves to 4 January.
    assert (second.number_in_row, second.continues, second.counted_from) == (2, first, date(2026, 10, 19))
    assert (second.stopped_days, second.pauses) == (10, [["2026-11-02", "2026-11-16"]])
    assert second.due_on == date(2027, 1, 4)
    assert [note.follow_up for note in first.notes.all()] == ["Diajukan kembali dengan permohonan ke-2."]


def test_the_clock_does_not_stop_where_the_region_says_so(subject, kabag):
    ParameterFactory(key="dprd_repair_stops_clock", value=False)
    assert returned(kabag, subject).stopped_on is None
    second = again(kabag, subject)
    assert (second.due_on, second.stopped_days, second.pauses) == (date(2026, 12, 21), 0, [])


def test_two_repairs_add_up(subject, kabag):
    returned(kabag, subject)
    second = again(kabag, subject)
    decide(second, decision="RETURNED", decided_on=date(2026, 11, 18), reason="Masih kabur.", by=kabag)
    third = ask(subject, kabag, asked_on=date(2026, 11, 20))
    mark_sent(third, on=date(2026, 11, 20), by=kabag)
    receive(third, on=TODAY, by=kabag)
    assert (third.stopped_days, third.due_on) == (13, date(2027, 1, 7))
    assert third.pauses == [["2026-11-02", "2026-11-16"], ["2026-11-18", "2026-11-23"]]
