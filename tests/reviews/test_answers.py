from datetime import date

import pytest

from kerjasama.accounts.permissions import system_user
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.reviews import selectors
from kerjasama.reviews.models.clearance import ClearanceStatus
from kerjasama.reviews.services import ask_dprd, decide, deem, follow_up, mark_overdue
from tests.factories.accounts import UserFactory
from tests.factories.reviews import GROUNDS, ClearanceFactory, ClearanceNoteFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
DUE_PASSED = date(2026, 12, 22)


@pytest.fixture
def setwan(db):
    return UserFactory(office="SETWAN")


@pytest.fixture
def pending(subject):
    return ClearanceFactory(about=subject, received=True)


def answer(clearance, by, decision, **changes):
    facts = {"number": "100.3.7/15/DPRD/2026", "decided_on": TODAY, "session_on": TODAY}
    return decide(clearance, decision=decision, **{**facts, **changes}, by=by)


def test_an_approval(pending, setwan, subject):
    answer(pending, setwan, "APPROVED")
    assert (pending.status, pending.is_granted, pending.is_open) == ("APPROVED", True, False)
    assert (pending.decision_number, pending.decided_on, pending.session_on) == ("100.3.7/15/DPRD/2026", TODAY, TODAY)
    assert pending.history.first().history_change_reason == "Jawaban DPRD: Disetujui"
    with pytest.raises(NotYet):
        answer(pending, setwan, "REJECTED", reason="Keliru")


def test_notes_wait_for_a_follow_up(pending, setwan, subject, kabag):
    answer(pending, setwan, "APPROVED_WITH_NOTES", notes=[" Harga ditinjau. ", " ", "Lapor Komisi C."])
    first, second = selectors.open_notes(subject)
    assert [first.text, second.text] == ["Harga ditinjau.", "Lapor Komisi C."]
    follow_up(first, text=" Dimuat dalam Pasal 7. ", by=kabag)
    assert (first.follow_up, first.followed_up_on, first.followed_up_by) == ("Dimuat dalam Pasal 7.", TODAY, kabag)
    assert selectors.open_notes(subject) == [second]
    with pytest.raises(NotYet):
        follow_up(first, text="Lagi", by=kabag)
    with pytest.raises(BadInput) as refused:
        follow_up(second, text=" ", by=kabag, on=date(2026, 11, 22))
    assert list(refused.value.errors) == ["text", "occurred_on"]


def test_notes_of_an_older_request_are_no_longer_open(subject, setwan, kabag):
    old = ClearanceFactory(about=subject, received=True)
    ClearanceNoteFactory(clearance=old)
    answer(old, setwan, "REJECTED", reason="Belum layak.")
    ask_dprd(subject, letter_number="", asked_on=TODAY, grounds=GROUNDS, by=kabag)
    assert selectors.open_notes(subject) == []


@pytest.mark.parametrize(
    ("decision", "changes", "fields"),
    [
        ("SETUJU", {}, ["decision"]),
        ("APPROVED", {"number": " "}, ["number"]),
        ("APPROVED", {"decided_on": date(2026, 11, 24)}, ["decided_on"]),
        ("APPROVED", {"decided_on": date(2026, 10, 18)}, ["decided_on", "session_on"]),
        ("APPROVED", {"session_on": None}, ["session_on"]),
        ("REJECTED", {"session_on": None, "reason": "Belum layak."}, ["session_on"]),
        ("APPROVED", {"decided_on": date(2026, 11, 20)}, ["session_on"]),
        ("APPROVED", {"session_on": date(2026, 10, 18)}, ["session_on"]),
        ("APPROVED", {"notes": ["Harga ditinjau."]}, ["notes"]),
        ("APPROVED_WITH_NOTES", {"notes": [" "]}, ["notes"]),
        ("REJECTED", {"reason": " "}, ["reason"]),
        ("RETURNED", {"number": ""}, ["reason"]),
    ],
)
def test_an_answer_is_complete(pending, setwan, decision, changes, fields):
    with pytest.raises(BadInput) as refused:
        answer(pending, setwan, decision, **changes)
    assert list(refused.value.errors) == fields
    pending.refresh_from_db()
    assert pending.status == "RECEIVED"


def test_the_paripurna_is_one_day_and_its_keputusan_another(pending, setwan):
    answer(pending, setwan, "APPROVED", session_on=date(2026, 11, 18), decided_on=date(2026, 11, 20))
    assert (pending.session_on, pending.decided_on) == (date(2026, 11, 18), date(2026, 11, 20))


def test_a_request_for_repair_is_a_letter_without_a_paripurna(pending, setwan):
    answer(pending, setwan, "RETURNED", reason="Anggaran kabur.", session_on=None)
    assert (pending.session_on, pending.decided_on) == (None, TODAY)


def test_what_was_not_received_is_not_answered(setwan):
    with pytest.raises(NotYet) as refused:
        answer(ClearanceFactory(sent=True), setwan, "APPROVED")
    assert "“Surat dikirim”" in str(refused.value)


def test_a_foreign_kind_keeps_its_clock_running(pending, setwan):
    answer(pending, setwan, "RETURNED", reason="Anggaran kabur.", clock_may_stop=False)
    assert (pending.status, pending.stopped_on, pending.is_open) == ("RETURNED", None, False)


def test_the_deadline_passes_on_the_day_after(pending, subject):
    assert selectors.past_due(date(2026, 12, 21)) == []
    with pytest.raises(NotYet) as refused:
        mark_overdue(pending, date(2026, 12, 21))
    assert str(refused.value) == "Tenggat DPRD baru berakhir pada 21 Desember 2026."
    assert [c.subject for c in selectors.past_due(DUE_PASSED)] == [subject]
    mark_overdue(pending, DUE_PASSED)
    assert (pending.status, pending.is_open, pending.is_granted) == ("OVERDUE", True, False)
    assert pending.history.first().history_user == system_user()
    assert selectors.past_due(DUE_PASSED) == []
    with pytest.raises(NotYet):
        mark_overdue(pending, DUE_PASSED)


def test_the_dprd_may_still_answer_late(pending, setwan, monday):
    monday.move_to(date(2026, 12, 28))
    mark_overdue(pending, DUE_PASSED)
    answer(pending, setwan, "RETURNED", reason="Anggaran kabur.", decided_on=date(2026, 12, 23), session_on=None)
    # After the deadline there is nothing left to stop.
    assert pending.stopped_on is None


@pytest.mark.parametrize("marked", [True, False])
def test_silence_is_consent_only_where_allowed_and_by_a_memo(pending, kabag, monday, marked):
    monday.move_to(DUE_PASSED)
    if marked:
        mark_overdue(pending, DUE_PASSED)
    with pytest.raises(NotYet):
        deem(pending, memo="Tidak ada jawaban.", by=kabag, allowed=False)
    with pytest.raises(BadInput):
        deem(pending, memo=" ", by=kabag, allowed=True)
    deem(pending, memo="Diterima 19-10-2026; tidak ada jawaban.", by=kabag, allowed=True)
    assert (pending.status, pending.decided_on, pending.is_granted) == (ClearanceStatus.DEEMED, DUE_PASSED, True)


def test_silence_before_the_deadline_means_nothing(pending, kabag):
    with pytest.raises(NotYet):
        deem(pending, memo="Tidak ada jawaban.", by=kabag, allowed=True)
    pending.refresh_from_db()
    assert pending.status == "RECEIVED"
