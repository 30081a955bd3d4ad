"""The way of a list and its rows, from the idea of a unit to the decree."""

from datetime import date
from decimal import Decimal

import pytest

from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.documents.models import Document
from kerjasama.workflow.models import StageEvent
from proposals.models import PlanRow, PlanYear
from proposals.services import planning
from tests.support.plan import CLOSES, TODAY, YEAR, Planner, at, scores


def stage(row: PlanRow) -> str:
    return PlanRow.objects.get(pk=row.pk).stage


def test_a_row_goes_from_the_unit_to_the_decree(planner: Planner) -> None:
    row = planner.draft()
    seen = [stage(row)]
    for name, by, facts in (
        ("submit", "dlh", {}),
        ("verify_as_bagian", "dewi", {"scores": scores()}),
        ("verify_as_bappeda", "bappeda", {"note": "Sejalan dengan RKPD."}),
        ("discuss", "ratna", {"note": "Layak."}),
    ):
        planner.act(row, name, by, **facts)
        seen.append(stage(row))
    plan = planner.adopt()
    assert [*seen, stage(row)] == ["DRAFT", "PROPOSED", "PROPOSED", "VERIFIED", "DISCUSSED", "ADOPTED"]
    row.refresh_from_db()
    assert (row.bagian_verified_on, row.bappeda_verified_on, row.discussed_on) == (TODAY, TODAY, TODAY)
    assert (row.score, row.rank, row.bappeda_note, row.tkksd_note) == (
        Decimal("60.00"),
        1,
        "Sejalan dengan RKPD.",
        "Layak.",
    )
    assert (plan.stage, plan.decree_number, plan.decree_on) == ("ADOPTED", "100.3.7/001/KEP/KS/III/2026", TODAY)
    acts = list(
        StageEvent.objects.filter(object_id=row.pk, subject_type__model="planrow")
        .order_by("seq")
        .values_list("act", flat=True)
    )
    assert acts == ["begin", "submit", "verify_as_bagian", "verify_as_bappeda", "discuss", "adopt"]


def test_the_two_verify_in_either_order(planner: Planner) -> None:
    row = planner.proposed()
    assert (row.turn_office, stage(row)) == ("BAGIAN", "PROPOSED")
    planner.act(row, "verify_as_bappeda", "bappeda")
    assert (row.turn_office, stage(row)) == ("BAGIAN", "PROPOSED")
    planner.act(row, "verify_as_bagian", "dewi", scores=scores())
    assert (row.turn_office, stage(row)) == ("KABAG", "VERIFIED")


def test_after_the_bagian_it_is_the_turn_of_bappeda(planner: Planner) -> None:
    row = planner.act(planner.proposed(), "verify_as_bagian", "dewi", scores=scores())
    assert (row.turn_office, row.rank) == ("BAPPEDA", None)


def test_nobody_verifies_twice_or_for_the_other(planner: Planner) -> None:
    row = planner.act(planner.proposed(), "verify_as_bagian", "dewi", scores=scores())
    with pytest.raises(NotYet):
        planner.act(row, "verify_as_bagian", "galih", scores=scores())
    with pytest.raises(NotYours):
        planner.act(row, "verify_as_bappeda", "dewi")
    with pytest.raises(NotYours):
        planner.act(row, "verify_as_bappeda", "dlh")


@pytest.mark.parametrize("by", ["dewi", "bappeda"])
def test_each_of_the_two_may_return_with_a_reason(planner: Planner, by: str) -> None:
    row = planner.act(planner.proposed(), "verify_as_bappeda", "bappeda", note="Cek program.")
    with pytest.raises(BadInput):
        planner.act(row, "return_row", by)
    planner.act(row, "return_row", by, reason="Biaya belum dirinci.")
    assert (row.stage, row.bappeda_verified_on, row.bappeda_note) == ("DRAFT", None, "")
    assert planner.act(row, "submit", "dlh").stage == "PROPOSED"


def test_the_tkksd_sends_back_and_the_order_closes_up(planner: Planner) -> None:
    first, second = planner.verified("Pertama", parts=scores(benefit=5)), planner.verified("Kedua")
    planner.act(first, "send_back", "ratna", reason="Lokasi belum jelas.")
    second.refresh_from_db()
    assert (first.stage, first.rank, first.bagian_verified_on, second.rank) == ("DRAFT", None, None, 1)


def test_several_rows_are_discussed_in_one_act(planner: Planner) -> None:
    rows = [planner.verified("Pertama"), planner.verified("Kedua", "dinkes")]
    events = planning.discuss(
        {row.pk: f"Catatan {row.title}" for row in rows}, held_on=TODAY, by=planner.people["ratna"]
    )
    assert [event.act for event in events] == ["discuss", "discuss"]
    assert list(PlanRow.objects.order_by("pk").values_list("stage", "tkksd_note")) == [
        ("DISCUSSED", "Catatan Pertama"),
        ("DISCUSSED", "Catatan Kedua"),
    ]


def test_one_row_that_cannot_be_discussed_stops_all(planner: Planner) -> None:
    ready, early = planner.verified("Pertama"), planner.proposed("Kedua")
    with pytest.raises(NotYet):
        planning.discuss({ready.pk: "Layak", early.pk: "Layak"}, held_on=TODAY, by=planner.people["ratna"])
    assert [stage(ready), stage(early)] == ["VERIFIED", "PROPOSED"]


@pytest.mark.parametrize("notes", [{}, {1: "  "}])
def test_a_discussion_needs_rows_and_words(planner: Planner, notes: dict[int, str]) -> None:
    with pytest.raises(BadInput):
        planning.discuss(notes, held_on=TODAY, by=planner.people["ratna"])


def test_only_the_kabag_records_the_tkksd(planner: Planner) -> None:
    row = planner.verified()
    with pytest.raises(NotYours):
        planning.discuss({row.pk: "Layak"}, held_on=TODAY, by=planner.people["dewi"])


def test_the_list_waits_for_every_row_that_was_handed_in(planner: Planner) -> None:
    planner.discussed("Pertama")
    planner.proposed("Kedua")
    planner.verified("Ketiga")
    planner.draft("Draf tidak menghalangi")
    with pytest.raises(NotYet) as refusal:
        planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    assert "Satu baris masih menunggu verifikasi." in refusal.value.detail
    assert "Satu baris masih menunggu catatan TKKSD." in refusal.value.detail


def test_an_empty_list_is_not_laid_before_the_head(planner: Planner) -> None:
    planner.draft()
    with pytest.raises(NotYet) as refusal:
        planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    assert "Belum ada baris yang dibahas TKKSD." in refusal.value.detail


def test_the_head_reads_the_draft_before_he_adopts(planner: Planner, task_queue: None) -> None:
    planner.discussed()
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    with pytest.raises(NotYet):
        planning.act_on_plan(planner.plan, "adopt", by=planner.people["aditya"])
    planner.print_papers()
    planning.act_on_plan(planner.plan, "adopt", by=planner.people["aditya"])
    assert planner.plan.stage == "ADOPTED"
    assert list(Document.objects.order_by("pk").values_list("kind", "number", "public")) == [
        ("PLAN_DRAFT", "", False),
        ("PLAN_DECREE", "100.3.7/001/KEP/KS/III/2026", True),
    ]


def test_only_the_head_adopts_and_his_stand_in(planner: Planner) -> None:
    planner.discussed()
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    planner.print_papers()
    for name in ("ratna", "nurhayati", "dewi", "bappeda", "dlh"):
        with pytest.raises(NotYours):
            planning.act_on_plan(planner.plan, "adopt", by=planner.people[name])


def test_the_head_returns_the_list_and_its_draft_is_annulled(planner: Planner) -> None:
    row = planner.discussed()
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    planning.act_on_plan(planner.plan, "return_list", by=planner.people["aditya"], reason="Tambahkan sektor air.")
    draft = Document.objects.get(kind="PLAN_DRAFT")
    assert (planner.plan.stage, draft.status, draft.annulled_reason, stage(row)) == (
        "OPEN",
        "ANNULLED",
        "Tambahkan sektor air.",
        "DISCUSSED",
    )
    assert planner.act(row, "drop", "ratna", reason="Tidak jadi.").stage == "DROPPED"


def test_a_number_of_the_central_agenda_is_taken_as_it_is(planner: Planner) -> None:
    planner.discussed()
    assert planner.adopt(number="188.4/77/2026").decree_number == "188.4/77/2026"


def test_a_list_before_the_head_and_an_adopted_one_are_locked(planner: Planner) -> None:
    first, second = planner.discussed("Pertama"), planner.discussed("Kedua")
    planning.act_on_plan(planner.plan, "submit_list", by=planner.people["ratna"])
    acts = (
        ("move", "dewi", {"by_places": 1, "reason": "x"}), ("score_again", "dewi", {"scores": scores(), "reason": "x"}),
        ("send_back", "ratna", {"reason": "x"}), ("drop", "ratna", {"reason": "x"}),
    )  # fmt: skip
    for name, by, facts in acts:
        with pytest.raises(NotYet):
            planner.act(first, name, by, **facts)
    planner.print_papers()
    planning.act_on_plan(planner.plan, "adopt", by=planner.people["aditya"])
    with pytest.raises(NotYet):
        planner.act(second, "move", "dewi", by_places=-1, reason="x")


def test_after_the_day_no_row_is_handed_in_until_the_day_is_moved(planner: Planner) -> None:
    row = planner.draft()
    with at(date(YEAR, 7, 1)):
        with pytest.raises(NotYet):
            planner.act(row, "submit", "dlh")
        with pytest.raises(NotYet):
            planner.draft("Terlambat")
        planning.act_on_plan(
            planner.plan, "extend", by=planner.people["dewi"], open_until=date(YEAR, 7, 31), reason="Dua dinas meminta."
        )
        assert planner.act(row, "submit", "dlh").stage == "PROPOSED"
    assert (planner.plan.open_until, planner.plan.due_on) == (date(YEAR, 7, 31), date(YEAR, 7, 31))


def test_the_last_day_still_counts(planner: Planner) -> None:
    row = planner.draft()
    with at(CLOSES):
        assert planner.act(row, "submit", "dlh").stage == "PROPOSED"


def test_a_year_is_opened_once_by_the_bagian_and_not_for_the_past(planner: Planner) -> None:
    with pytest.raises(NotYet):
        planning.open_year(YEAR, CLOSES, by=planner.people["ratna"])
    with pytest.raises(NotYours):
        planning.open_year(YEAR + 1, CLOSES, by=planner.people["dlh"])
    for year, until in ((YEAR - 1, CLOSES), (YEAR + 3, CLOSES), (YEAR + 1, date(YEAR, 1, 1))):
        with pytest.raises(BadInput):
            planning.open_year(year, until, by=planner.people["dewi"])
    assert planning.open_year(YEAR + 1, CLOSES, by=planner.people["ratna"]).case_code == "RKS-2027"
    assert list(PlanYear.objects.values_list("year", "edition")) == [(2027, 1), (2026, 1)]


@pytest.mark.parametrize("by", ["dlh", "ratna"])
def test_a_row_is_given_up_with_a_reason(planner: Planner, by: str) -> None:
    row = planner.proposed()
    with pytest.raises(BadInput):
        planner.act(row, "drop", by)
    planner.act(row, "drop", by, reason="Mitra mundur.")
    assert (row.stage, row.drop_reason, row.finished_on, row.closed) == ("DROPPED", "Mitra mundur.", TODAY, True)


def test_another_unit_does_not_give_it_up(planner: Planner) -> None:
    row = planner.proposed()
    with pytest.raises(NotYours):
        planner.act(row, "drop", "dinkes", reason="x")
