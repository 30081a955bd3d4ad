"""The one door: what it refuses leaves nothing, what it does is recorded once and whole."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters, text
from kerjasama.core.errors import BadInput, NotYet, NotYours, Refusal, Stale, UploadRefused
from kerjasama.demo.walk import Walk
from kerjasama.notifications.models import Notification
from kerjasama.workflow.services import offers
from tests.support import facts
from tests.support.sql import footprint
from tests.support.wanasari import MONDAY, new_walk
from tests.support.world import resumed, walked

verification = walked(lambda people: new_walk(people).to_verification())
waiting = walked(lambda people: new_walk(people).to_verification().to_answer().act("sign_offer", "aditya"))


@pytest.fixture
def case(verification: Walk, people: dict[str, User]) -> Walk:
    """A case that waits for verification."""
    return resumed(verification, people)


@pytest.fixture
def asked(waiting: Walk, people: dict[str, User]) -> Walk:
    """A case whose offer lies with the other side."""
    return resumed(waiting, people)


def refused(walk: Walk, kind: type[Refusal], act: str, by: str, **given: object) -> Refusal:
    """The refusal of an act, which has left nothing behind."""
    before, stage, count = footprint(), walk.proposal.stage, walk.proposal.act_count
    with pytest.raises(Refusal) as told:
        walk.act(act, by, **given)
    assert type(told.value) is kind
    assert footprint() == before
    walk.proposal.refresh_from_db()
    assert (walk.proposal.stage, walk.proposal.act_count) == (stage, count)
    return told.value


def test_an_act_on_an_older_page_is_stale(case: Walk) -> None:
    seen = case.proposal.act_count
    case.act("return_for_repair", "dewi", reason="Lengkapi lokasi.", expect=seen)
    case.act("submit", "dlh", expect=seen + 1)
    refusal = refused(case, Stale, "verify", "galih", expect=seen)
    assert (refusal.status, "Muat ulang" in refusal.message) == (409, True)
    case.act("verify", "galih", expect=seen + 2)
    assert case.proposal.stage == "OFFER_DRAFTING"


def test_the_wrong_office_hears_whose_act_it_is(case: Walk) -> None:
    refusal = refused(case, NotYours, "verify", "aditya")
    assert (refusal.status, "Bagian Kerja Sama" in refusal.message) == (403, True)
    refused(case, NotYours, "withdraw", "dinkes", reason="Bukan kasusnya.")


def test_the_right_office_too_early_hears_where_the_case_stands(case: Walk) -> None:
    refusal = refused(case, NotYet, "prepare_offer", "dewi")
    assert (refusal.status, "Verifikasi administrasi" in refusal.message) == (409, True)


def test_the_same_act_twice_is_done_once(case: Walk) -> None:
    case.act("verify", "dewi")
    refused(case, NotYet, "verify", "galih")
    assert case.proposal.events.filter(act="verify").count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_return_without_a_reason_is_refused(case: Walk, reason: str) -> None:
    refusal = refused(case, BadInput, "return_for_repair", "dewi", reason=reason)
    assert (refusal.status, list(refusal.errors)) == (422, ["reason"])


def test_nothing_happens_in_the_future(asked: Walk) -> None:
    told = facts.their_letter("075/9/2026", dated=asked.day)
    refusal = refused(asked, BadInput, "record_willing", "dewi", occurred_on=asked.day + timedelta(days=1), **told)
    assert (refusal.status, list(refusal.errors)) == (422, ["occurred_on"])


def test_nothing_happens_before_its_stage_began(asked: Walk) -> None:
    began = asked.proposal.stage_since
    told = facts.their_letter("075/9/2026", dated=asked.day)
    asked.later(2)
    refusal = refused(asked, BadInput, "record_willing", "dewi", occurred_on=began - timedelta(days=1), **told)
    assert refusal.errors == {
        "occurred_on": [
            f"Tahap {asked.proposal.stage_label()} dimulai pada {text.date_long(began)}. Tanggal kejadian tidak boleh mendahuluinya."
        ]
    }
    asked.act("record_willing", "dewi", occurred_on=began, **told)
    assert asked.proposal.events.last().occurred_on == began


def test_a_request_may_be_older_than_our_record_of_it(people: dict[str, User]) -> None:
    walk = new_walk(people, direction="INCOMING").open()
    arrived = walk.proposal.stage_since - timedelta(days=5)
    letter = facts.their_letter("075/3/2026", dated=arrived)
    walk.act("register_request", "dewi", occurred_on=arrived, **letter)
    assert walk.proposal.events.last().occurred_on == arrived


def test_what_happened_earlier_is_recorded_as_such(asked: Walk) -> None:
    letter, arrived = facts.their_letter("075/9/2026", dated=asked.day), asked.day
    asked.later(4)
    asked.act("record_willing", "dewi", occurred_on=arrived, **letter)
    event = asked.proposal.events.last()
    assert (event.occurred_on, event.recorded_at.astimezone(clock.zone()).date()) == (arrived, asked.day)
    assert asked.proposal.stage_since == arrived, "the days of the next stage count from what happened"


def test_a_file_that_is_not_what_it_says_keeps_nothing(asked: Walk) -> None:
    wrong = SimpleUploadedFile("surat.pdf", b"<html>bukan surat</html>", "application/pdf")
    refusal = refused(asked, UploadRefused, "record_willing", "dewi", **{**facts.their_letter("1"), "file": wrong})
    assert refusal.status == 422
    refused(
        asked,
        UploadRefused,
        "record_willing",
        "dewi",
        **{**facts.their_letter("1"), "file": SimpleUploadedFile("surat.pdf", b"")},
    )


def test_an_effect_that_fails_takes_the_act_back(case: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    case.act("verify", "dewi")
    before = footprint()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("proposals.effects.letters._ours", broken)
    with pytest.raises(RuntimeError):
        case.act("prepare_offer", "dewi")
    assert footprint() == before
    case.proposal.refresh_from_db()
    assert case.proposal.stage == "OFFER_DRAFTING"


def test_an_act_is_one_event_with_everything_that_counts(case: Walk) -> None:
    case.act("return_for_repair", "dewi", reason=" Lengkapi lokasi. ")
    event = case.proposal.events.last()
    told = {
        name: getattr(event, name)
        for name in ("act", "source", "target", "office", "capacity", "principal_name", "reason", "occurred_on", "seq")
    }
    assert told == {
        "act": "return_for_repair", "source": "VERIFICATION", "target": "PREPARATION", "office": "BAGIAN", "capacity": "DEFINITIVE",
        "principal_name": "", "reason": "Lengkapi lokasi.", "occurred_on": case.day, "seq": case.proposal.act_count,
    }  # fmt: skip
    assert (event.actor.username, event.seat_title, event.label) == (
        "dewi",
        "Analis Kerja Sama",
        "Kembalikan untuk diperbaiki",
    )


def test_an_act_is_one_history_row_with_the_person_and_the_day(case: Walk) -> None:
    before = case.proposal.history.count()
    case.act("verify", "dewi")
    row = case.proposal.history.first()
    assert case.proposal.history.count() == before + 1
    assert (row.stage, row.history_user.username, row.history_change_reason) == (
        "OFFER_DRAFTING",
        "dewi",
        "Nyatakan lengkap",
    )
    assert row.history_date == case.proposal.events.last().recorded_at


def test_a_return_reaches_everyone_concerned_with_its_reason(case: Walk) -> None:
    case.act("return_for_repair", "dewi", reason="Lengkapi lokasi.")
    told = Notification.objects.filter(body__contains="Alasan: Lengkapi lokasi.")
    assert {row.user.username for row in told} == {"dlh", "galih", "ratna"}, "not the one who did it"


def test_a_deadline_is_frozen_when_its_stage_begins(case: Walk) -> None:
    due = case.proposal.due_on
    assert due == MONDAY + timedelta(days=4), "Tuesday, then three working days"
    parameters.change("days_verification", 20, reason="Uji")
    case.proposal.refresh_from_db()
    assert case.proposal.due_on == due
    case.act("return_for_repair", "dewi", reason="Lengkapi lokasi.").act("submit", "dlh")
    assert case.proposal.due_on > due


def test_a_running_case_keeps_its_route_when_the_policy_changes(case: Walk, people: dict[str, User]) -> None:
    parameters.change("dprd_gate", "between_kb_and_pks", reason="Uji")
    case.to_answer().to_tkksd().to_assessment()
    assert (case.proposal.route_key, case.proposal.stage) == ("KSDD.OUT.FIRST", "DPRD_ASSESSMENT")
    assert new_walk(people).open().proposal.route_key == "KSDD.OUT.BETWEEN"


def test_what_is_offered_is_what_may_be_done(case: Walk) -> None:
    assert offered(case, "dewi") == {"verify": True, "return_for_repair": True}
    assert offered(case, "dlh") == {"withdraw": True}
    assert (
        offered(case, "aditya")
        == offered(case, "setwan")
        == offered(case, "dinkes")
        == offered(case, "inspektur")
        == {}
    )


def offered(walk: Walk, username: str) -> dict[str, bool]:
    """act -> ready, as the page would offer it."""
    told = walk.on_that_day(lambda: offers(walk.proposal, walk.who(username)))
    return {offer.arrow.act: offer.ready for offer in told}
