"""Scenarios of planning: an object outside the development plan, with and without an exception and its evidence."""

from dataclasses import replace
from typing import Any

import pytest

from kerjasama.core.errors import NotYet
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from proposals.guards import requirement_of, stands_in_plan
from proposals.routes import ROUTES, Trait
from proposals.services import drafting
from tests.support.facts import scan

EMERGENCY = {
    "plan_standing": "EXCEPTION",
    "plan_exception": "EMERGENCY",
    "plan_reference": "Keputusan Bupati tentang Status Tanggap Darurat Banjir",
}
NO_EVIDENCE = "Bukti pengecualian perencanaan belum diunggah, misalnya keputusan keadaan darurat atau surat penugasan."


def flood(walk: Walk, **facts: Any) -> Walk:
    """A case on a flood that no plan foresaw, with everything else written."""
    walk.story = replace(walk.story, title="Penanganan Banjir Bandang Sungai Cimandala", unbudgeted=True)
    walk.open()
    doings.fill_in(walk)
    walk.proposal = drafting.write(walk.proposal, facts, by=walk.who("opd"))
    return walk


def prove(walk: Walk) -> Document:
    return documents.attach_upload(
        walk.proposal, "PLAN_EVIDENCE", "Bukti", scan("Keputusan tanggap darurat"), by=walk.who("opd")
    )


def lacking(walk: Walk) -> list[str]:
    return [lack.sentence for lack in stands_in_plan.lacks(walk.proposal, None)]


def test_scenario_18_flood_emergency_outside_the_plan_goes_on_with_exception_and_evidence(walk: Walk) -> None:
    flood(walk, **EMERGENCY)
    prove(walk)
    walk.act("submit", "opd")
    assert walk.proposal.stage == "VERIFICATION"
    # The trigger of the DPRD is still worked out from the facts: the money is not in the budget.
    assert requirement_of(walk.proposal).required is True


def test_scenario_18_without_exception_it_is_blocked(walk: Walk) -> None:
    flood(walk, plan_standing="", plan_reference="")
    with pytest.raises(NotYet) as refusal:
        walk.act("submit", "opd")
    assert "Kedudukan objek dalam perencanaan belum dipilih." in refusal.value.detail
    assert walk.proposal.stage == "PREPARATION"


def test_scenario_18_words_alone_are_no_evidence(walk: Walk) -> None:
    flood(walk, **EMERGENCY)
    assert lacking(walk) == [NO_EVIDENCE]
    with pytest.raises(NotYet) as refusal:
        walk.act("submit", "opd")
    assert NO_EVIDENCE in refusal.value.detail


def test_scenario_18_annulled_evidence_counts_no_more(walk: Walk) -> None:
    flood(walk, **EMERGENCY)
    documents.annul(prove(walk), reason="Salah berkas.", by=walk.who("opd"))
    assert lacking(walk) == [NO_EVIDENCE]


@pytest.mark.parametrize("exception", ["EMERGENCY", "NATIONAL_PROGRAMME", "ASSISTANCE_TASK"])
def test_each_of_the_three_exceptions_stands_with_evidence(walk: Walk, exception: str) -> None:
    flood(walk, **EMERGENCY | {"plan_exception": exception})
    prove(walk)
    assert lacking(walk) == []


def test_an_exception_must_be_named(walk: Walk) -> None:
    flood(walk, **EMERGENCY | {"plan_exception": ""})
    prove(walk)
    assert lacking(walk) == [
        "Pengecualian perencanaan belum disebut: keadaan darurat, program strategis nasional, atau tugas pembantuan."
    ]


def test_foreign_kinds_know_no_exception(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    flood(walk, **EMERGENCY)
    prove(walk)
    here = ROUTES.get(walk.proposal.route_key, walk.proposal.route_version)
    abroad = replace(here, traits=here.traits | {Trait.FOREIGN})
    monkeypatch.setattr(type(walk.proposal), "route", property(lambda proposal: abroad))
    assert lacking(walk) == [
        "Kerja sama luar negeri tidak mengenal pengecualian perencanaan: objeknya harus tercantum dalam RPJMD atau RKPD "
        "(Permendagri 25/2020 Pasal 5 ayat (1) huruf e)."
    ]
