"""Acceptance scenarios of domestic cooperation around the DPRD, paraf and end, as rulings 1 to 6 read them."""

from datetime import date, timedelta

import pytest

from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.core.holidays import load_year
from kerjasama.demo.walk import Walk
from kerjasama.desk.clockwork import run_due
from kerjasama.reviews import selectors as reviews
from proposals.dprd import dprd_requirement
from tests.support.wanasari import new_walk


@pytest.fixture
def begin(people, quick_press):
    def walk(gate: str = "before_first_signing", **facts: object) -> Walk:
        parameters.change("dprd_gate", gate, reason="Uji")
        return new_walk(people, **facts)

    return walk


def to_assessment(walk: Walk) -> Walk:
    return walk.to_verification().to_answer().to_tkksd().to_assessment()


def test_scenario_1_budgeted_and_without_burden_opens_the_pks_at_once(begin) -> None:
    walk = begin("between_kb_and_pks").to_verification().to_answer().to_tkksd()
    walk.go([]).meet().act("accept_recommendation", "ratna").whole_naskah("KB")
    walk.act("open_dprd_gate", "ratna").to_instruments()
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == ("CLEARED", "NOT_REQUIRED")
    assert walk.open_naskah("PKS").agreement.stage == "DRAFTING"


def test_scenario_2_unbudgeted_blocks_the_pks_but_not_the_kb(begin) -> None:
    walk = begin("between_kb_and_pks", unbudgeted=True).to_verification().to_answer().to_tkksd().meet()
    walk.act("accept_recommendation", "ratna").whole_naskah("KB")
    assert walk.agreement.stage == "IN_FORCE"
    walk.act("open_dprd_gate", "ratna")
    with pytest.raises(NotYet):
        walk.open_naskah("PKS")
    with pytest.raises(NotYet, match="belum dapat dilakukan"):
        walk.act("establish_not_required", "ratna", reason="Kira-kira cukup.")
    walk.to_dprd().decide("APPROVED")
    assert walk.open_naskah("PKS").agreement.stage == "DRAFTING"


@pytest.mark.parametrize(("policy", "required"), [("conservative", True), ("strict", False)])
def test_scenario_4_a_burden_on_the_community_alone_follows_the_policy(policy: str, required: bool) -> None:
    answer = dprd_requirement(True, False, False, policy=policy)
    assert (answer.required, bool(answer.note)) == (required, True)


def test_scenario_7_silence_past_45_working_days_needs_a_person_and_the_parameter(begin, people) -> None:
    for year in (2026, 2027):
        load_year(year)
    walk = to_assessment(begin(unbudgeted=True)).to_dprd()
    request = reviews.current_clearance(walk.proposal)
    assert request.due_on == WorkCalendar.load().add(request.received_on, 45)
    with clock.at(
        clock.now().replace(year=request.due_on.year, month=request.due_on.month, day=request.due_on.day)
        + timedelta(days=1)
    ):
        run_due()
    walk.proposal.refresh_from_db()
    assert (walk.proposal.stage, reviews.current_clearance(walk.proposal).status) == ("DPRD_PENDING", "OVERDUE")
    walk.day = request.due_on + timedelta(days=1)
    with pytest.raises(NotYet) as refusal:
        walk.act("deem_approved", "ratna", reason="Nota: diterima, lewat 45 hari kerja, belum ada jawaban.")
    assert "dprd_silence_is_consent" in refusal.value.detail
    parameters.change("dprd_silence_is_consent", True, reason="Uji")
    walk.act("deem_approved", "ratna", reason="Nota: diterima, lewat 45 hari kerja, belum ada jawaban.")
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == ("INSTRUMENTS", "DEEMED")


def test_scenario_8_a_refusal_blocks_and_the_next_request_is_number_2_while_the_kb_stays(begin) -> None:
    walk = begin("between_kb_and_pks", unbudgeted=True).to_verification().to_answer().to_tkksd().meet()
    walk.act("accept_recommendation", "ratna").whole_naskah("KB").act("open_dprd_gate", "ratna").to_dprd()
    walk.decide("REJECTED", reason="Rencana pembiayaan belum jelas.")
    walk.agreement.refresh_from_db()
    assert (walk.proposal.stage, walk.agreement.stage) == ("DPRD_REJECTED", "IN_FORCE")
    walk.act("apply_again", "ratna", reason="Pembiayaan diperjelas.").to_dprd()
    rows = list(reviews.clearances(walk.proposal))
    assert [(row.number_in_row, row.status) for row in rows] == [(2, "RECEIVED"), (1, "REJECTED")]


def test_scenario_9_a_budget_that_arrives_withdraws_the_requirement_and_revokes_the_letter(begin) -> None:
    walk = to_assessment(begin(unbudgeted=True)).to_dprd()
    walk.act("revoke_request", "ratna", reason="Masuk dalam Perubahan APBD yang disahkan.")
    walk.act(
        "revise_budget_facts", "ratna", reason="Perubahan APBD disahkan.", burdens_community=False, burdens_region=True,
        unbudgeted=False, budget_reference="Perubahan APBD 2026, DPPA DLH",
    )  # fmt: skip
    walk.act("establish_not_required", "ratna", reason="Pendanaan telah teranggarkan.")
    assert (walk.proposal.stage, walk.proposal.dprd_outcome) == ("INSTRUMENTS", "NOT_REQUIRED")
    assert reviews.current_clearance(walk.proposal).status == "REVOKED"
    assert walk.proposal.letters.model.objects.filter(ours=True, annulled=True).count() == 0


def test_scenario_24_a_text_changed_after_the_asisten_voids_every_paraf(begin) -> None:
    walk = to_assessment(begin()).to_instruments().open_naskah("KB").to_paraf().paraf("ratna", "bambang")
    walk.sub_act("pull_back", "dewi", reason="Pasal 4 diperbaiki.")
    assert {row.state for row in walk.agreement.parafs.all()} == {"VOID"}
    walk.to_paraf()
    with pytest.raises(NotYet) as refusal:
        walk.sub_act("give_paraf", "nurhayati", text_hash=walk.agreement.text_hash)
    assert "Menunggu paraf Kepala Bagian Kerja Sama lebih dahulu." in refusal.value.detail


def test_scenario_25_a_naskah_ends_with_its_term_and_the_last_report_is_still_owed(begin) -> None:
    walk = to_assessment(begin(years=1)).to_instruments().whole_naskah("KB")
    ends = walk.agreement.ends_on
    with clock.at(clock.now().replace(year=ends.year, month=ends.month, day=ends.day) + timedelta(days=1)):
        run_due()
        walk.agreement.refresh_from_db()
        assert (walk.agreement.stage, walk.agreement.end_ground) == ("ENDED", "TERM")
    later = date(ends.year, 7, 1) if ends.month <= 6 else date(ends.year + 1, 1, 1)
    with clock.at(clock.now().replace(year=later.year, month=later.month, day=later.day)):
        run_due()
    assert walk.agreement.reports.filter(stage="OPEN").exists()


def test_scenario_27_an_unanswered_offer_expires_and_is_never_accepted(begin) -> None:
    walk = begin().to_verification().to_answer().act("sign_offer", "aditya")
    due = walk.proposal.due_on
    assert due == walk.day + timedelta(days=30)
    with clock.at(clock.now().replace(year=due.year, month=due.month, day=due.day) + timedelta(days=1)):
        run_due()
    walk.proposal.refresh_from_db()
    assert walk.proposal.stage == "EXPIRED"
