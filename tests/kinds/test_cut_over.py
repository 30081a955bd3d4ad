"""A case that began on paper enters at its true stage with its papers, and goes on through the same door."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from agreements.amendments import end_on
from agreements.models import Agreement, RegisterEntry
from kerjasama.accounts.models import User
from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo import doings, plans
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.services import due_date
from proposals import cut_over
from proposals.models import Proposal
from tests.support.facts import scan
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

verified = walked(lambda people: new_walk(people).go(plans.prepared(new_walk(people).story)))
GIVEN = {"KABAG": date(2026, 1, 5)}
PAPER_DAY = date(2025, 11, 3)


@pytest.fixture
def submitted(verified: Walk, people: dict[str, User]) -> Walk:
    """A case of two regions that its unit has handed in."""
    return resumed(verified, people)


def paper(name: str) -> dict[str, Any]:
    return {"number": f"075/{name}/2025", "dated": PAPER_DAY, "file": scan(f"kertas {name}")}


def entering(stage: str = "INSTRUMENTS", without: str = "", **changed: Any) -> dict[str, Any]:
    names = [name for name in ("offer", "willing", "tkksd", "dprd") if name != without]
    return {
        "stage": stage, "papers": {name: paper(name) for name in names}, "outcome": "APPROVED", "reason": "Dimulai sebelum aplikasi dipakai.", **changed,
    }  # fmt: skip


def refused(doing: Callable[[], Any]) -> dict[str, list[str]]:
    with pytest.raises(BadInput) as refusal:
        doing()
    return refusal.value.errors


def test_it_stands_where_it_stood_with_every_paper_and_a_mark(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **entering())
    case = submitted.proposal
    assert (case.stage, case.dprd_outcome, case.from_paper_on, case.turn_office) == (
        "INSTRUMENTS",
        "APPROVED",
        submitted.day,
        "BAGIAN",
    )
    event = case.events.get(act="enter_from_paper")
    kept = Document.objects.filter(pk__in=event.data["documents"]).order_by("pk")
    assert [(row.title, row.number, row.dated) for row in kept] == [
        ("Surat permohonan atau penawaran kita (proses kertas)", "075/offer/2025", date(2025, 11, 3)),
        ("Surat kesediaan mitra (proses kertas)", "075/willing/2025", date(2025, 11, 3)),
        ("Rekomendasi atau berita acara rapat TKKSD (proses kertas)", "075/tkksd/2025", date(2025, 11, 3)),
        ("Keputusan DPRD, atau penetapan bahwa persetujuan tidak diperlukan (proses kertas)", "075/dprd/2025", date(2025, 11, 3)),
    ]  # fmt: skip
    assert (event.data["from_paper"], event.reason) == ("INSTRUMENTS", "Dimulai sebelum aplikasi dipakai.")


@pytest.mark.parametrize("without", ["offer", "willing", "tkksd", "dprd"])
def test_without_one_of_its_papers_it_does_not_enter(submitted: Walk, without: str) -> None:
    errors = refused(lambda: submitted.act("enter_from_paper", "ratna", **entering(without=without)))
    assert list(errors) == [f"file_{without}"]
    assert Proposal.objects.get(pk=submitted.proposal.pk).stage == "VERIFICATION"


def test_what_lies_ahead_needs_no_paper(submitted: Walk) -> None:
    facts = entering("TKKSD_REVIEW")
    submitted.act(
        "enter_from_paper",
        "ratna",
        **{**facts, "papers": {name: facts["papers"][name] for name in ("offer", "willing")}, "outcome": ""},
    )
    case = submitted.proposal
    assert (case.stage, case.dprd_outcome, case.tkksd_since) == ("TKKSD_REVIEW", "", PAPER_DAY)
    assert (case.stage_since, case.due_on) == (PAPER_DAY, due_date(case.step.deadline, PAPER_DAY))
    assert list(case.letters.order_by("pk").values_list("kind", "ours", "number", "answer", "signed_on")) == [
        ("REQUEST", True, "075/offer/2025", "", PAPER_DAY), ("ANSWER", False, "075/willing/2025", "WILLING", None),
    ]  # fmt: skip


def test_what_the_dprd_said_is_named_and_the_stage_is_one_of_the_route(submitted: Walk) -> None:
    assert list(refused(lambda: submitted.act("enter_from_paper", "ratna", **entering(outcome="")))) == ["outcome"]
    assert list(refused(lambda: submitted.act("enter_from_paper", "ratna", **entering(outcome="DEEMED")))) == [
        "outcome"
    ]
    assert list(refused(lambda: submitted.act("enter_from_paper", "ratna", **entering("CLEARED")))) == ["stage"]
    with pytest.raises(NotYours):
        submitted.act("enter_from_paper", "staf", **entering())


def test_each_kind_owes_the_papers_of_its_own_route() -> None:
    owed = {
        key: [
            one.code
            for one in cut_over.behind(Proposal.ROUTES.newest(key, date(2026, 1, 5)), "VERIFICATION", "INSTRUMENTS")
        ]
        for key in (
            "KSDD.OUT.FIRST",
            "KSDD.IN.FIRST",
            "KSDD.OUT.BETWEEN",
            "KSDD.WAJIB.FIRST",
            "KSDPK.OUT.FIRST",
            "SINERGI.OUT.FIRST",
        )
    }
    assert owed == {
        "KSDD.OUT.FIRST": ["offer", "willing", "tkksd", "dprd"], "KSDD.IN.FIRST": ["answer", "tkksd", "dprd"],
        "KSDD.OUT.BETWEEN": ["offer", "willing", "tkksd"], "KSDD.WAJIB.FIRST": ["coordination", "tkksd", "dprd"],
        "KSDPK.OUT.FIRST": ["tkksd", "offer", "willing", "dprd"], "SINERGI.OUT.FIRST": ["offer", "willing", "tkksd", "dprd"],
    }  # fmt: skip


def waiting(stage: str, *names: str, **changed: Any) -> dict[str, Any]:
    """An entry at a stage with just these papers."""
    return {
        "stage": stage, "papers": {name: paper(name) for name in names}, "outcome": "", "reason": "Dimulai sebelum aplikasi dipakai.", **changed,
    }  # fmt: skip


# --- waiting for the other side


def test_a_letter_that_went_out_on_paper_is_waited_for_since_its_day(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("WILLINGNESS", "offer"))
    case = submitted.proposal
    assert (case.stage, case.stage_since, case.tkksd_since, case.turn_office) == (
        "WILLINGNESS",
        PAPER_DAY,
        None,
        "BAGIAN",
    )
    assert case.due_on == PAPER_DAY + timedelta(days=int(parameters.value("days_offer_answer")))
    answered = date(2025, 12, 1)
    submitted.act(
        "record_willing", "staf", occurred_on=answered, number="600/12/2025", dated=answered, file=scan("jawaban")
    )
    assert (submitted.proposal.stage, submitted.proposal.stage_since) == ("TKKSD_REVIEW", answered)


def test_what_answers_a_letter_is_not_older_than_the_letter(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("WILLINGNESS", "offer"))
    early = PAPER_DAY - timedelta(days=1)
    told = refused(
        lambda: submitted.act(
            "record_willing", "staf", occurred_on=early, number="600/12/2025", dated=early, file=scan("jawaban")
        )
    )
    assert list(told) == ["occurred_on"]


# --- waiting for the DPRD

AT_DPRD = ("offer", "willing", "tkksd", "dprd_request")
RECEIVED = {"received_on": date(2025, 11, 10), "proof": "Agenda 12/DPRD/2025"}


def test_a_request_that_lies_at_the_dprd_has_its_clock_from_the_day_of_receipt(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("DPRD_PENDING", *AT_DPRD, **RECEIVED))
    case = submitted.proposal
    asked = reviews.current_clearance(case)
    assert (case.stage, case.dprd_since, case.due_on, case.turn_office) == (
        "DPRD_PENDING",
        PAPER_DAY,
        asked.due_on,
        "SETWAN",
    )
    assert (asked.status, asked.letter_number, asked.sent_on, asked.received_on, asked.received_proof) == (
        "RECEIVED", "075/dprd_request/2025", PAPER_DAY, date(2025, 11, 10), "Agenda 12/DPRD/2025",
    )  # fmt: skip
    kept = Document.objects.get(number="075/dprd_request/2025")
    assert (kept.kind, kept.title) == ("DPRD_REQUEST", "Surat permohonan kepada DPRD (proses kertas)")
    submitted.decide("APPROVED")
    assert (submitted.proposal.stage, submitted.proposal.dprd_outcome) == ("INSTRUMENTS", "APPROVED")


def test_a_receipt_nobody_knows_of_is_recorded_by_the_secretariat(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("DPRD_PENDING", *AT_DPRD))
    assert (submitted.proposal.due_on, reviews.current_clearance(submitted.proposal).status) == (None, "SENT")
    submitted.act("receive_request", "setwan", occurred_on=date(2025, 11, 12), proof="Agenda 12")
    assert submitted.proposal.due_on == reviews.current_clearance(submitted.proposal).due_on


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"received_on": PAPER_DAY - timedelta(days=1), "proof": "Agenda 12"}, "received_on"),
        ({"received_on": date(2099, 1, 1), "proof": "Agenda 12"}, "received_on"),
        ({"received_on": date(2025, 11, 10), "proof": " "}, "proof"),
    ],
)
def test_a_receipt_that_cannot_be_is_refused(submitted: Walk, changed: dict[str, Any], field: str) -> None:
    facts = waiting("DPRD_PENDING", *AT_DPRD, **changed)
    assert list(refused(lambda: submitted.act("enter_from_paper", "ratna", **facts))) == [field]
    assert reviews.current_clearance(submitted.proposal) is None


def test_a_paper_of_tomorrow_is_refused(submitted: Walk) -> None:
    facts = waiting("WILLINGNESS", "offer")
    facts["papers"]["offer"]["dated"] = date(2099, 1, 1)
    assert list(refused(lambda: submitted.act("enter_from_paper", "ratna", **facts))) == ["dated_offer"]


def test_an_answer_is_not_older_than_its_letter(submitted: Walk) -> None:
    facts = waiting("TKKSD_REVIEW", "offer", "willing")
    facts["papers"]["willing"]["dated"] = PAPER_DAY - timedelta(days=1)
    told = refused(lambda: submitted.act("enter_from_paper", "ratna", **facts))
    assert told == {"dated_willing": ["Tanggalnya mendahului surat permohonan atau penawaran kita."]}


def test_a_third_party_owes_its_study_and_its_criteria_on_paper_too() -> None:
    route = Proposal.ROUTES.newest("KSDPK.IN.FIRST", date(2026, 1, 5))
    assert [one.code for one in cut_over.behind(route, "VERIFICATION", "INSTRUMENTS")] == [
        "tkksd",
        "criteria",
        "answer",
        "dprd",
    ]
    verify, enter = Proposal.arrow("verify"), Proposal.arrow("enter_from_paper")
    assert set(verify.guards) <= set(enter.guards)


def test_a_request_from_paper_can_be_revoked(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("DPRD_PENDING", *AT_DPRD, **RECEIVED))
    submitted.act("revoke_request", "ratna", reason="Pendanaan masuk Perubahan APBD.")
    kept = Document.objects.get(number="075/dprd_request/2025")
    assert (submitted.proposal.stage, reviews.current_clearance(submitted.proposal).status, kept.status) == (
        "DPRD_ASSESSMENT", "REVOKED", "ANNULLED",
    )  # fmt: skip


def test_the_dprd_is_a_door_for_a_case_that_came_in_before_it(submitted: Walk) -> None:
    submitted.act("enter_from_paper", "ratna", **waiting("DPRD_ASSESSMENT", "offer", "willing", "tkksd"))
    assert cut_over.targets(submitted.proposal.route, "DPRD_ASSESSMENT") == ("DPRD_PENDING", "INSTRUMENTS")
    submitted.act("enter_dprd_from_paper", "ratna", **waiting("INSTRUMENTS", "dprd", outcome="APPROVED"))
    assert (submitted.proposal.stage, submitted.proposal.dprd_outcome, submitted.proposal.from_paper_on) == (
        "INSTRUMENTS", "APPROVED", submitted.day,
    )  # fmt: skip


def test_a_case_that_came_to_the_dprd_here_is_not_carried_past_it(people: dict[str, User]) -> None:
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment()
    with pytest.raises(NotYet):
        walk.act("enter_dprd_from_paper", "ratna", **waiting("INSTRUMENTS", "dprd", outcome="APPROVED"))


def test_where_the_kb_comes_first_the_dprd_is_entered_after_it() -> None:
    route = Proposal.ROUTES.newest("KSDD.OUT.BETWEEN", date(2026, 1, 5))
    assert (cut_over.targets(route, "VERIFICATION"), cut_over.targets(route, "DPRD_ASSESSMENT")) == (
        ("WILLINGNESS", "TKKSD_REVIEW", "INSTRUMENTS"), ("DPRD_PENDING", "CLEARED"),
    )  # fmt: skip


# --- the naskah


@pytest.fixture
def drafted(submitted: Walk) -> Walk:
    submitted.act("enter_from_paper", "ratna", **entering())
    return submitted.open_naskah("KB")


def marking(given: dict[str, date], **changed: Any) -> dict[str, Any]:
    return {"given": given, "file": scan("lembar paraf kertas"), "reason": "Sudah diedarkan di atas kertas.", **changed}


def test_a_naskah_enters_the_chain_where_it_was_and_goes_on_to_the_register(drafted: Walk) -> None:
    drafted.sub_act("enter_from_paper", "ratna", **marking(GIVEN))
    naskah = drafted.agreement
    assert (naskah.stage, naskah.turn_office, naskah.from_paper_on) == ("PARAF", "ASISTEN", drafted.day)
    first = naskah.parafs.get(office="KABAG")
    assert (first.state, first.given_by.username, first.on_paper, first.shown_seat) == (
        "GIVEN", "ratna", True, "Kepala Bagian Kerja Sama, di atas kertas",
    )  # fmt: skip
    drafted.go(
        [
            *plans.parafs("bambang", "nurhayati"),
            plans.signing_planned(0, 1),
            plans.signed(1),
            *plans.scanned(),
            plans.REGISTERED,
        ]
    )
    assert Agreement.objects.get(pk=naskah.pk).stage == "IN_FORCE"


def test_a_chain_that_is_complete_on_paper_is_ready_to_be_signed(drafted: Walk) -> None:
    days = {office: date(2026, 1, 5 + n) for n, office in enumerate(("KABAG", "ASISTEN", "SEKDA"))}
    drafted.sub_act("enter_from_paper", "ratna", **marking(days))
    assert (drafted.agreement.stage, drafted.agreement.parafs.filter(state="PENDING").count()) == (
        "SIGNING_PREPARATION",
        0,
    )
    drafted.go([plans.signing_planned(0, 1), plans.signed(1)])
    assert drafted.agreement.stage == "SCANNING"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "on_KABAG"),
        ({"ASISTEN": date(2026, 1, 5)}, "on_KABAG"),
        ({"KABAG": date(2026, 1, 5), "SEKDA": date(2026, 1, 6)}, "on_ASISTEN"),
        ({"KABAG": date(2026, 1, 6), "ASISTEN": date(2026, 1, 5)}, "on_ASISTEN"),
        ({"KABAG": date(2099, 1, 1)}, "on_KABAG"),
    ],
)
def test_a_chain_that_cannot_be_is_refused(drafted: Walk, given: dict[str, date], field: str) -> None:
    assert field in refused(lambda: drafted.sub_act("enter_from_paper", "ratna", **marking(given)))
    assert Agreement.objects.get(pk=drafted.agreement.pk).parafs.count() == 0


def test_coordination_comes_before_the_last_of_the_chain(drafted: Walk) -> None:
    parameters.change("paraf_coordination", ["HUKUM"], reason="Uji")
    days = {office: date(2026, 1, 5) for office in ("KABAG", "ASISTEN", "SEKDA")}
    assert list(refused(lambda: drafted.sub_act("enter_from_paper", "ratna", **marking(days)))) == ["on_HUKUM"]
    drafted.sub_act("enter_from_paper", "ratna", **marking({**days, "HUKUM": date(2026, 1, 5)}))
    assert drafted.agreement.stage == "SIGNING_PREPARATION"


def test_a_changed_text_voids_what_stood_on_paper_too(drafted: Walk) -> None:
    drafted.sub_act("enter_from_paper", "ratna", **marking(GIVEN))
    drafted.sub_act("pull_back", "dewi", reason="Pasal 4 keliru.")
    assert [row.state for row in drafted.agreement.parafs.all()] == ["VOID", "VOID", "VOID"]


def signing(walk: Walk, **changed: Any) -> dict[str, Any]:
    slots = {
        party.order: {"number": f"075/{party.order}/KB/2024", "name": f"Pejabat {party.order}", "title": "Bupati"}
        for party in walk.agreement.parties.all()
    }
    return {
        "occurred_on": date(2024, 6, 3), "ends_on": date(2029, 6, 2), "slots": slots, "file": scan("KB kertas"),
        "reason": "Ditandatangani sebelum aplikasi dipakai.", **changed,
    }  # fmt: skip


def test_a_kb_that_holds_on_paper_bears_a_pks_and_owes_no_old_reports(drafted: Walk) -> None:
    entered = drafted.day
    drafted.sub_act("enter_signed", "ratna", **signing(drafted))
    with pytest.raises(NotYours):
        drafted.sub_act("validate_scan", "ratna")
    drafted.sub_act("validate_scan", "galih").go([plans.REGISTERED])
    kb = Agreement.objects.get(pk=drafted.agreement.pk)
    assert (kb.stage, kb.signed_on, kb.ends_on, kb.from_paper_on) == (
        "IN_FORCE",
        date(2024, 6, 3),
        date(2029, 6, 2),
        entered,
    )
    assert [(p.number, p.signatory_name, p.signed_on) for p in kb.parties.order_by("order")] == [
        ("075/1/KB/2024", "Pejabat 1", date(2024, 6, 3)), ("075/2/KB/2024", "Pejabat 2", date(2024, 6, 3)),
    ]  # fmt: skip
    # Its last day was told, not counted from its term.
    assert end_on(kb, entered) == date(2029, 6, 2)
    entry = RegisterEntry.objects.get(agreement=kb)
    assert (entry.state, "075/1/KB/2024" in entry.numbers) == ("IN_FORCE", True)
    doings.clock_strikes(drafted)
    assert kb.reports.count() == 0
    drafted.open_naskah("PKS")
    assert (drafted.agreement.parent_id, drafted.agreement.stage) == (kb.pk, "DRAFTING")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ends_on": date(2025, 6, 2)}, "ends_on"),
        ({"ends_on": date(2030, 1, 1), "slots": {}}, "number_1"),
    ],
)
def test_what_does_not_hold_any_more_or_bears_no_number_is_refused(
    drafted: Walk, changed: dict[str, Any], field: str
) -> None:
    assert list(refused(lambda: drafted.sub_act("enter_signed", "ratna", **signing(drafted, **changed)))) == [field]
    assert Agreement.objects.get(pk=drafted.agreement.pk).stage == "DRAFTING"


def test_a_case_that_has_begun_here_does_not_come_in_from_paper(people: dict[str, User]) -> None:
    walk = new_walk(people).to_verification().to_answer()
    with pytest.raises(NotYet):
        walk.act("enter_from_paper", "ratna", **entering())
