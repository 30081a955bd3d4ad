"""A case that began on paper enters at its true stage with its papers, and goes on through the same door."""

from collections.abc import Callable
from datetime import date
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
from proposals import cut_over
from proposals.models import Proposal
from tests.support.facts import scan
from tests.support.wanasari import new_walk
from tests.support.world import resumed, walked

verified = walked(lambda people: new_walk(people).go(plans.prepared(new_walk(people).story)))
GIVEN = {"KABAG": date(2026, 1, 5)}


@pytest.fixture
def submitted(verified: Walk, people: dict[str, User]) -> Walk:
    """A case of two regions that its unit has handed in."""
    return resumed(verified, people)


def paper(name: str) -> dict[str, Any]:
    return {"number": f"075/{name}/2025", "dated": date(2025, 11, 3), "file": scan(f"kertas {name}")}


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
    assert (submitted.proposal.stage, submitted.proposal.dprd_outcome, submitted.proposal.tkksd_since) == (
        "TKKSD_REVIEW",
        "",
        submitted.day,
    )


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
        key: [one.code for one in cut_over.behind(Proposal.ROUTES.newest(key, date(2026, 1, 5)), "INSTRUMENTS")]
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
