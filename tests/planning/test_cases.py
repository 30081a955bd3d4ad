"""A case and the row it starts from: opening, linking, the end of the one and the other; planned against realised."""

from decimal import Decimal

import pytest

from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.demo.walk import Walk
from kerjasama.parties.models import Partner
from proposals import plan_selectors
from proposals.guards import stands_in_plan
from proposals.models import PlanRow, Proposal
from proposals.plan_selectors import Realised
from proposals.services import drafting, plan_cases, plan_rows
from tests.planning.test_revision import adopt_row, revised
from tests.support.plan import TODAY, Planner, at
from tests.support.wanasari import new_walk


def lacking(proposal: Proposal) -> list[str]:
    return [lack.sentence for lack in stands_in_plan.lacks(proposal, None)]


@pytest.fixture
def partner(people: dict) -> Partner:
    return Partner.objects.filter(kind="REGION").order_by("pk").first()


def test_a_case_opens_with_what_the_row_knows(planner: Planner, partner: Partner) -> None:
    row = planner.adopted()
    case = plan_cases.open_proposal_from(row, by=planner.people["dlh"], partners=[partner])
    row.refresh_from_db()
    assert (row.stage, row.started_on, case.plan_row) == ("RUNNING", TODAY, row)
    assert (case.title, case.lead_unit, case.kind, case.category, case.direction, case.initiative) == (
        row.title, row.unit, "KSDD", "VOLUNTARY", "OUTGOING", "REGION",
    )  # fmt: skip
    assert (case.affair, case.location, case.benefits, case.amount) == (
        row.affair,
        row.location,
        row.benefits,
        row.cost_amount,
    )
    assert case.background == f"{row.needs}\n{row.potential}\n{row.characteristics}"
    assert (case.plan_standing, case.plan_reference) == (
        "LISTED", "Daftar Rencana Kerja Sama Tahun 2026, nomor urut 1, Keputusan Nomor 100.3.7/001/KEP/KS/III/2026 tanggal 2 Maret 2026",
    )  # fmt: skip
    assert lacking(case) == []


def test_a_mandatory_case_takes_the_mapping_along(planner: Planner, partner: Partner) -> None:
    case = plan_cases.open_proposal_from(
        planner.adopted(category="MANDATORY"), by=planner.people["dlh"], partners=[partner]
    )
    mapping = case.mapping
    assert (case.stage, mapping.potential, mapping.externality) == (
        "MAPPING",
        "TPA dengan sisa kapasitas tujuh tahun.",
        "Lindi mengalir ke hilir.",
    )


def test_a_row_opens_one_case_and_only_when_adopted(planner: Planner, partner: Partner) -> None:
    early = planner.discussed()
    with pytest.raises(NotYet):
        plan_cases.open_proposal_from(early, by=planner.people["dlh"], partners=[partner])
    planner.adopt()
    row = PlanRow.objects.get(pk=early.pk)
    plan_cases.open_proposal_from(row, by=planner.people["dlh"], partners=[partner])
    row.refresh_from_db()
    with pytest.raises(NotYet):
        plan_cases.open_proposal_from(row, by=planner.people["dlh"], partners=[partner])
    assert Proposal.objects.count() == 1


def test_it_is_opened_by_its_unit_or_the_bagian(planner: Planner, partner: Partner) -> None:
    row = planner.adopted()
    for name in ("dinkes", "bappeda", "ratna"):
        with pytest.raises(NotYours):
            plan_cases.open_proposal_from(row, by=planner.people[name], partners=[partner])
    assert plan_cases.open_proposal_from(row, by=planner.people["dewi"], partners=[partner]).lead_unit == row.unit


def test_a_deleted_draft_gives_its_row_back(planner: Planner, partner: Partner) -> None:
    row = planner.adopted()
    case = plan_cases.open_proposal_from(row, by=planner.people["dlh"], partners=[partner])
    drafting.delete_draft(case, by=planner.people["dlh"])
    row.refresh_from_db()
    assert (row.stage, row.started_on) == ("ADOPTED", None)


def test_a_case_may_start_from_another_row(planner: Planner, walk: Walk) -> None:
    first, second = planner.discussed("Pertama"), planner.discussed("Kedua")
    planner.adopt()
    first.refresh_from_db(), second.refresh_from_db()
    case = walk.open().proposal
    plan_cases.start_from(case, first, by=planner.people["dlh"])
    plan_cases.start_from(case, second, by=planner.people["dlh"])
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.stage, second.stage, case.plan_row) == ("ADOPTED", "RUNNING", second)
    plan_cases.start_from(case, None, by=planner.people["dlh"])
    second.refresh_from_db()
    assert (second.stage, case.plan_row) == ("ADOPTED", None)


def test_the_row_of_another_unit_is_refused(planner: Planner, walk: Walk) -> None:
    row = planner.adopted(by="dinkes")
    with pytest.raises(BadInput):
        plan_cases.start_from(walk.open().proposal, row, by=planner.people["dewi"])
    row.refresh_from_db()
    assert row.stage == "ADOPTED"


def test_a_naskah_in_force_ends_the_row_and_a_second_changes_nothing(planner: Planner, walk: Walk) -> None:
    row = planner.adopted()
    walk.plan_row = row.pk
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    row.refresh_from_db()
    assert (row.stage, row.finished_on) == ("FINISHED", walk.agreement.registered_on)
    assert row.events.last().actor.username == "sistem"
    walk.whole_naskah("PKS")
    assert row.events.filter(act="finish").count() == 1


def test_a_withdrawn_case_takes_its_row_along_with_the_reason(planner: Planner, walk: Walk) -> None:
    row = planner.adopted()
    walk.plan_row = row.pk
    walk.to_verification().act("withdraw", "opd", reason="Mitra mengundurkan diri.")
    row.refresh_from_db()
    assert (row.stage, row.drop_reason) == (
        "DROPPED",
        f"Usulan {walk.proposal.code} ditutup: Ditarik. Mitra mengundurkan diri.",
    )


def test_listed_in_words_is_enough_while_no_list_is_kept_here(walk: Walk) -> None:
    walk.to_verification()
    assert (walk.proposal.plan_row, lacking(walk.proposal)) == (None, [])


def test_where_the_list_is_kept_here_its_row_must_be_named(planner: Planner, walk: Walk) -> None:
    planner.adopted()
    with pytest.raises(NotYet) as refusal:
        walk.to_verification()
    assert "Baris daftar rencana tahun 2026 belum dipilih." in refusal.value.detail


def test_what_stands_in_the_development_plan_goes_on_with_a_note(planner: Planner, walk: Walk) -> None:
    planner.adopted()
    case = drafting.write(
        walk.open().proposal, {"plan_standing": "IN_PLAN", "plan_reference": ""}, by=planner.people["dlh"]
    )
    assert lacking(case) == ["Rujukan perencanaan belum disebut."]
    case = drafting.write(case, {"plan_reference": "RKPD 2026, program 1.05"}, by=planner.people["dlh"])
    assert lacking(case) == []


def test_planned_against_realised(planner: Planner, walk: Walk) -> None:
    rows = [planner.discussed(title) for title in ("Selesai", "Gugur", "Menunggu", "Berjalan")]
    planner.adopt()
    walk.plan_row = rows[0].pk
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    with at():
        planner.act(rows[1], "drop", "ratna", reason="Batal.")
        running = PlanRow.objects.get(pk=rows[3].pk)
        partner = Partner.objects.filter(kind="REGION").last()
        plan_cases.open_proposal_from(running, by=planner.people["dlh"], partners=[partner])
        outside = new_walk(planner.people, title="Di luar daftar").open().proposal
        drafting.write(outside, {"plan_standing": "IN_PLAN", "plan_reference": "RKPD"}, by=planner.people["dlh"])
    assert plan_selectors.realised(planner.people["dewi"]) == [
        Realised(
            year=2026, planned=4, waiting=1, running=1, finished=1, dropped=1, planned_cost=Decimal(4_800_000_000),
            started_value=Decimal(2_400_000_000), outside=1,
        )
    ]  # fmt: skip


def test_a_replaced_row_is_counted_once(planner: Planner) -> None:
    first, _, plan = revised(planner)
    adopt_row(planner, plan_rows.revise_row(first, plan, by=planner.people["dlh"]), plan)
    [year] = plan_selectors.realised(planner.people["dewi"])
    assert (year.planned, year.waiting, year.dropped) == (2, 2, 0)


@pytest.mark.parametrize(
    ("kind", "category", "partner_kind", "legal_class"),
    [
        ("KSDPK", "PUBLIC_SERVICE", "COMPANY", "LIMITED_COMPANY"),
        ("KSDPL", "SISTER", "FOREIGN_REGION", "FOREIGN_REGION"),
        ("SINERGI", "SYNERGY", "CENTRAL", "MINISTRY"),
    ],
)
def test_a_row_of_every_kind_opens_its_case(
    planner: Planner, kind: str, category: str, partner_kind: str, legal_class: str
) -> None:
    row = planner.adopted(kind=kind, category=category)
    other = Partner.objects.create(kind=partner_kind, legal_class=legal_class, name="Mitra Rekaan")
    case = plan_cases.open_proposal_from(row, by=planner.people["dlh"], partners=[other])
    row.refresh_from_db()
    assert (case.kind, case.category, case.plan_row, case.plan_standing, row.stage) == (
        kind, category, row, "LISTED", "RUNNING",
    )  # fmt: skip
