"""Writing rows: what must be there, who may, copies, drafts that are deleted, requests from outside."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kerjasama.accounts.models import OrgUnit
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.parties.models import Partner
from proposals.guards import plan as g
from proposals.models import Affair, PlanRow
from proposals.services import plan_rows, planning
from tests.support.plan import CLOSES, YEAR, Planner, at


def lacks(row: PlanRow, *guards: Any) -> list[str]:
    return [lack.sentence for guard in guards for lack in guard.lacks(row, None)]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("location", "Bagian lokasi belum diisi."),
        ("potential", "Bagian potensi belum diisi."),
        ("characteristics", "Bagian karakteristik belum diisi."),
        ("needs", "Bagian kebutuhan belum diisi."),
    ],
)
def test_every_part_of_the_mapping_is_asked_for(planner: Planner, field: str, sentence: str) -> None:
    row = planner.draft(**{field: " "})
    assert lacks(row, g.row_is_described) == [sentence]
    with pytest.raises(NotYet) as refusal:
        planner.act(row, "submit", "dlh")
    assert sentence in refusal.value.detail


def test_a_full_row_lacks_nothing(planner: Planner) -> None:
    assert (
        lacks(planner.draft(), g.row_is_described, g.row_is_costed, g.row_fits_development_plan, g.plan_takes_rows)
        == []
    )


def test_an_urusan_and_figures_are_asked_for(planner: Planner) -> None:
    row = planner.draft(affair=None, benefit_amount=None, cost_amount=None, funding="", budget_status="")
    assert lacks(row, g.row_is_described, g.row_is_costed) == [
        "Urusan pemerintahan belum dipilih.",
        "Bagian perkiraan manfaat belum diisi (tulis 0 bila tidak ada).",
        "Bagian perkiraan biaya belum diisi (tulis 0 bila tidak ada).",
        "Bagian sumber pembiayaan belum dipilih.",
        "Bagian status anggaran belum dipilih.",
    ]


def test_nothing_is_a_figure_too(planner: Planner) -> None:
    assert lacks(planner.draft(benefit_amount=Decimal(0), cost_amount=Decimal(0)), g.row_is_costed) == []


def test_who_asks_from_outside_has_a_name(planner: Planner) -> None:
    row = planner.draft(source="REGION", partner_name="", partner=None)
    assert lacks(row, g.row_is_described) == ["Pengusul dari luar belum disebut: pilih mitra atau tulis namanya."]


@pytest.mark.parametrize(
    ("facts", "lacking"),
    [
        ({"programme_document": "", "programme": ""}, 1),
        ({"programme_document": "RKPD", "programme": " "}, 1),
        ({"programme_document": "NONE", "programme": ""}, 1),
        ({"programme_document": "NONE", "programme": "", "exception": "EMERGENCY"}, 0),
        ({"programme_document": "NONE", "kind": "KSDPL", "category": "SISTER", "exception": "EMERGENCY"}, 1),
        ({"programme_document": "RPJMD", "programme": "Program A", "kind": "KSDPL", "category": "SISTER"}, 0),
    ],
)
def test_the_object_stands_in_a_development_plan_or_has_an_exception(
    planner: Planner, facts: dict[str, str], lacking: int
) -> None:
    assert len(lacks(planner.draft(**facts), g.row_fits_development_plan)) == lacking


def test_abroad_there_is_no_exception(planner: Planner) -> None:
    row = planner.draft(programme_document="NONE", kind="KSDLL", category="CENTRAL_APPROVAL", exception="EMERGENCY")
    assert lacks(row, g.row_fits_development_plan) == [
        "Kerja sama luar negeri tidak mengenal pengecualian: objeknya harus tercantum (Permendagri 25/2020 Pasal 5 ayat (1) huruf e)."
    ]


def test_benefit_for_each_rupiah(planner: Planner) -> None:
    assert planner.draft().ratio == Decimal("2.00")
    assert planner.draft(cost_amount=Decimal(0)).ratio is None


def test_rows_are_numbered_by_year(planner: Planner) -> None:
    assert [planner.draft().code, planner.draft().code] == ["RKS-2026-001", "RKS-2026-002"]


def test_a_unit_writes_its_own_rows_only(planner: Planner) -> None:
    unit, row = OrgUnit.objects.get(code="DLH"), planner.draft()
    for name in ("dinkes", "bappeda", "ratna", "aditya", "setwan", "admin"):
        with pytest.raises(NotYours):
            plan_rows.new_row(planner.plan, unit=unit, title="Objek asing", by=planner.people[name])
        with pytest.raises(NotYours):
            plan_rows.write(row, {"title": "Diubah"}, by=planner.people[name])
    assert plan_rows.write(row, {"title": "Dirapikan"}, by=planner.people["dewi"]).title == "Dirapikan"


def test_what_was_handed_in_is_not_written_any_more(planner: Planner) -> None:
    with pytest.raises(NotYet):
        plan_rows.write(planner.proposed(), {"title": "Diubah"}, by=planner.people["dlh"])


def test_a_draft_is_deleted_by_its_author_before_anything_happened(planner: Planner) -> None:
    row, sent = planner.draft(), planner.proposed("Terkirim")
    with pytest.raises(NotYours):
        plan_rows.delete_draft(row, by=planner.people["dewi"])
    with pytest.raises(NotYet):
        plan_rows.delete_draft(sent, by=planner.people["dlh"])
    plan_rows.delete_draft(row, by=planner.people["dlh"])
    assert list(PlanRow.objects.values_list("title", flat=True)) == ["Terkirim"]
    assert PlanRow.history.filter(title="Pengelolaan Sampah Regional", history_type="-").count() == 1


def test_rows_are_copied_once_without_scores_and_verifications(planner: Planner) -> None:
    source = planner.verified(cost_amount=Decimal(700))
    with at(date(YEAR + 1, 1, 11)):
        fresh = planning.open_year(YEAR + 1, date(YEAR + 1, 6, 30), by=planner.people["dewi"])
        [copy] = plan_rows.copy_rows([source], fresh, by=planner.people["dlh"])
        assert plan_rows.copy_rows([source], fresh, by=planner.people["dlh"]) == []
    assert (copy.code, copy.stage, copy.copied_from, copy.cost_amount, copy.needs) == (
        "RKS-2027-001", "DRAFT", source, Decimal(700), source.needs,
    )  # fmt: skip
    assert (copy.score, copy.rank, copy.bagian_verified_on, copy.tkksd_note, copy.budget_status) == (
        None,
        None,
        None,
        "",
        "",
    )


def test_a_unit_copies_its_own_rows_only(planner: Planner) -> None:
    source = planner.verified(by="dinkes")
    fresh = planning.open_year(YEAR + 1, CLOSES, by=planner.people["dewi"])
    with pytest.raises(NotYours):
        plan_rows.copy_rows([source], fresh, by=planner.people["dlh"])


def test_a_request_from_a_partner_becomes_a_draft_of_a_unit(planner: Planner) -> None:
    partner = Partner.objects.filter(kind="REGION").first()
    row = planning.propose_from_partner(
        planner.plan, by=planner.people["dewi"], unit=OrgUnit.objects.get(code="DLH"), title="Sampah Perbatasan", source="REGION",
        partner=partner, kind="KSDD", category="VOLUNTARY", affair=Affair.objects.get(name="Lingkungan hidup"), needs="TPA penuh.",
        location="Perbatasan", reference="Permohonan daring 7K4D",
    )  # fmt: skip
    assert (row.stage, row.source, row.partner_label, row.source_reference, row.turn_office) == (
        "DRAFT", "REGION", partner.name, "Permohonan daring 7K4D", "OPD",
    )  # fmt: skip
    assert row.events.get().label == "Mencatat usulan dari luar"
    assert plan_rows.may_write(row, planner.people["dlh"])


def test_only_the_bagian_takes_requests_in_and_somebody_must_ask(planner: Planner) -> None:
    unit = OrgUnit.objects.get(code="DLH")
    with pytest.raises(NotYours):
        planning.propose_from_partner(
            planner.plan, by=planner.people["dlh"], unit=unit, title="Objek baru", partner_name="PT A"
        )
    for facts in ({}, {"partner_name": " "}, {"source": "OPD", "partner_name": "PT A"}):
        with pytest.raises(BadInput):
            planning.propose_from_partner(
                planner.plan, by=planner.people["dewi"], unit=unit, title="Objek baru", **facts
            )
    with at(date(YEAR, 7, 1)), pytest.raises(NotYet):
        planning.propose_from_partner(
            planner.plan, by=planner.people["dewi"], unit=unit, title="Objek baru", partner_name="PT A"
        )


@pytest.mark.parametrize(
    ("username", "seen"),
    [
        ("dewi", {"DRAFT", "PROPOSED", "VERIFIED"}), ("bappeda", {"DRAFT", "PROPOSED", "VERIFIED"}), ("dlh", {"DRAFT", "PROPOSED", "VERIFIED"}),
        ("hukum", {"PROPOSED", "VERIFIED"}), ("aditya", {"PROPOSED", "VERIFIED"}), ("inspektur", {"PROPOSED", "VERIFIED"}),
        ("dinkes", {"VERIFIED"}), ("dishub", set()), ("setwan", set()), ("admin", set()),
    ],
)  # fmt: skip
def test_who_sees_rows_before_adoption(planner: Planner, username: str, seen: set[str]) -> None:
    """Dinas Kesehatan sits in the TKKSD, so it sees what the TKKSD discusses; Dinas Perhubungan does not."""
    planner.draft(), planner.proposed(), planner.verified()
    assert set(PlanRow.visible_to(planner.people[username]).values_list("stage", flat=True)) == seen


def test_every_unit_sees_what_is_adopted(planner: Planner) -> None:
    planner.adopted()
    counts = {name: PlanRow.visible_to(planner.people[name]).count() for name in ("dishub", "bpbd", "setwan", "admin")}
    assert counts == {"dishub": 1, "bpbd": 1, "setwan": 0, "admin": 0}
