"""The Perubahan: what is new, changed and given up, and what it does to the list before it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kerjasama.core.errors import NotYet, NotYours
from kerjasama.documents import selectors as documents
from proposals.models import PlanRow, PlanYear
from proposals.plan_changes import changes_of, parts_changed
from proposals.services import plan_rows, planning
from tests.support.plan import YEAR, Planner, scores

LATER = date(YEAR, 7, 31)


def revised(planner: Planner) -> tuple[PlanRow, PlanRow, PlanYear]:
    """Two adopted rows and an open Perubahan."""
    first, second = planner.discussed("Pertama"), planner.discussed("Kedua", "dinkes")
    planner.adopt()
    first.refresh_from_db(), second.refresh_from_db()
    return first, second, planning.open_revision(planner.plan, LATER, by=planner.people["ratna"])


def adopt_row(planner: Planner, row: PlanRow, plan: PlanYear) -> None:
    for name, by, facts in (
        ("submit", row.author.username, {}), ("verify_as_bagian", "dewi", {"scores": scores()}), ("verify_as_bappeda", "bappeda", {}),
        ("discuss", "ratna", {"note": "Layak."}),
    ):  # fmt: skip
        planner.act(row, name, by, **facts)
    planner.plan = plan
    planner.adopt()


def test_a_revision_follows_an_adopted_list_only(planner: Planner) -> None:
    planner.discussed()
    with pytest.raises(NotYet):
        planning.open_revision(planner.plan, LATER, by=planner.people["ratna"])
    planner.adopt()
    with pytest.raises(NotYours):
        planning.open_revision(planner.plan, LATER, by=planner.people["bappeda"])
    plan = planning.open_revision(planner.plan, LATER, by=planner.people["ratna"])
    assert (plan.edition, plan.case_code, str(plan)) == (
        2,
        "RKS-2026-P1",
        "Perubahan Daftar Rencana Kerja Sama Tahun 2026",
    )
    with pytest.raises(NotYet):
        planning.open_revision(planner.plan, LATER, by=planner.people["ratna"])


def test_a_changed_row_takes_the_place_of_the_old_one_on_adoption(planner: Planner) -> None:
    first, second, plan = revised(planner)
    fresh = plan_rows.revise_row(first, plan, by=planner.people["dlh"])
    plan_rows.write(fresh, {"cost_amount": Decimal(2_000_000_000)}, by=planner.people["dlh"])
    assert PlanRow.objects.get(pk=first.pk).stage == "ADOPTED"
    adopt_row(planner, fresh, plan)
    for row in (first, second, fresh):
        row.refresh_from_db()
    assert (first.stage, second.stage, fresh.stage, fresh.rank) == ("DROPPED", "ADOPTED", "ADOPTED", 1)
    assert (
        first.drop_reason == f"Diganti dengan baris {fresh.code} pada Perubahan Daftar Rencana Kerja Sama Tahun 2026."
    )


def test_the_decree_of_a_revision_lists_what_changed(planner: Planner) -> None:
    first, second, plan = revised(planner)
    fresh = plan_rows.revise_row(first, plan, by=planner.people["dlh"])
    plan_rows.write(fresh, {"cost_amount": Decimal(2_000_000_000)}, by=planner.people["dlh"])
    planner.act(second, "drop", "ratna", reason="Mitra mundur.")
    adopt_row(planner, fresh, plan)
    facts = documents.latest(plan, "PLAN_DECREE").facts()
    assert facts["about"] == (
        "Perubahan atas Keputusan Bupati Wanasari Nomor 100.3.7/001/KEP/KS/III/2026 tentang Daftar Rencana Kerja Sama Daerah Tahun 2026"
    )
    assert [[cell["text"] for cell in row][3:5] for row in facts["rows"]] == [
        ["Diubah", "perkiraan biaya: Rp1.200.000.000 menjadi Rp2.000.000.000"],
        ["Dicabut", "Mitra mundur."],
    ]
    assert "yang tidak disebut dalam Lampiran dinyatakan tetap berlaku" in facts["rulings"][1]["text"]
    assert facts["recalling"][-1].startswith("Keputusan Bupati Wanasari Nomor 100.3.7/001/KEP/KS/III/2026")


def test_a_row_is_changed_once_at_a_time_and_not_when_it_runs(planner: Planner) -> None:
    first, second, plan = revised(planner)
    plan_rows.revise_row(first, plan, by=planner.people["dlh"])
    with pytest.raises(NotYet):
        plan_rows.revise_row(first, plan, by=planner.people["dlh"])
    planner.act(second, "start", "dinkes", case="KSDD-2026-001")
    with pytest.raises(NotYet):
        plan_rows.revise_row(second, plan, by=planner.people["dinkes"])


class Line:
    """As much of a row as a comparison reads."""

    _meta = PlanRow._meta

    def __init__(self, **facts: Any) -> None:
        plain: dict[str, Any] = dict.fromkeys(
            (
                "title",
                "affair",
                "unit",
                "kind",
                "category",
                "partner_label",
                "location",
                "funding",
                "budget_status",
                "programme",
                "needs",
            ),
            "x",
        )
        self.__dict__.update(
            plain
            | {"benefit_amount": Decimal(1), "cost_amount": Decimal(1), "replaces": None, "drop_reason": ""}
            | facts
        )


def test_the_parts_that_differ_are_told_one_by_one() -> None:
    before, after = Line(), Line(location="y", cost_amount=Decimal(2), partner_label="")
    assert parts_changed(before, after) == (
        "calon mitra: x menjadi kosong", "lokasi: x menjadi y", "perkiraan biaya: Rp1 menjadi Rp2",
    )  # fmt: skip
    assert parts_changed(before, Line()) == ("tanpa perubahan isi",)


def test_new_changed_and_dropped_stand_in_this_order() -> None:
    old = Line()
    found = changes_of([Line(replaces=old, title="y"), Line(needs="TPA penuh.")], [Line(drop_reason="Mitra mundur.")])
    assert [(change.what, change.lines) for change in found] == [
        ("Diubah", ("objek kerja sama: x menjadi y",)), ("Baru", ("TPA penuh.",)), ("Dicabut", ("Mitra mundur.",)),
    ]  # fmt: skip
