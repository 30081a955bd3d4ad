"""The priority as plain arithmetic, and the order that follows from it."""

from decimal import Decimal

import pytest

from kerjasama.core import parameters
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.workflow.models import StageEvent
from proposals import scoring
from proposals.models import PlanRow
from proposals.services import planning
from tests.support.plan import Planner, scores

WEIGHTS = {"alignment": 25, "service": 20, "benefit": 20, "externality": 15, "readiness": 10, "funding": 10}


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        (scores(**dict.fromkeys(WEIGHTS, 5)), "100.00"),
        (scores(**dict.fromkeys(WEIGHTS, 1)), "20.00"),
        (scores(), "60.00"),
        (scores(alignment=5), "70.00"),
        (scores(funding=4), "62.00"),
        (scores(externality=2, readiness=5), "61.00"),
    ],
)
def test_the_total_is_the_weighted_share_of_the_highest(parts: dict[str, int], total: str) -> None:
    assert scoring.total(parts, WEIGHTS) == Decimal(total)


def test_thirds_are_rounded_half_up() -> None:
    assert scoring.total({"a": 1, "b": 2, "c": 2}, {"a": 1, "b": 1, "c": 1}) == Decimal("33.33")
    assert scoring.total({"a": 4, "b": 1}, {"a": 1, "b": 7}) == Decimal("27.50")


def test_no_weights_no_score() -> None:
    assert scoring.total({"a": 5}, {"a": 0}) == Decimal("0.00")


@pytest.mark.parametrize(
    ("score", "ranked", "place"),
    [("70", [], 1), ("70", ["80", "60"], 2), ("80", ["80", "60"], 2), ("90", ["80", "60"], 1), ("10", ["80", "60"], 3)],
)
def test_a_score_enters_before_the_first_lower_one(score: str, ranked: list[str], place: int) -> None:
    assert scoring.place(Decimal(score), [Decimal(one) for one in ranked]) == place


def test_the_formula_names_every_weight() -> None:
    told = scoring.formula(WEIGHTS)
    assert told.startswith("Skor = (25 × keselarasan dengan RPJMD dan RKPD + 20 × kebutuhan layanan masyarakat")
    assert told.endswith("÷ 500 × 100. Setiap nilai 1 sampai 5.")


@pytest.mark.django_db
def test_the_weights_are_parameters() -> None:
    assert scoring.weights() == WEIGHTS
    parameters.change("plan_weight_funding", 30, reason="Kebijakan daerah")
    assert scoring.weights() == WEIGHTS | {"funding": 30}


def order() -> list[tuple[int, str]]:
    return list(PlanRow.objects.filter(rank__isnull=False).order_by("rank").values_list("rank", "title"))


def test_verified_rows_stand_by_score_and_of_equals_the_earlier_first(planner: Planner) -> None:
    for title, parts in (
        ("Sedang", scores()),
        ("Tinggi", scores(benefit=5)),
        ("Rendah", scores(alignment=1)),
        ("Sedang juga", scores()),
    ):
        planner.verified(title, parts=parts)
    assert order() == [(1, "Tinggi"), (2, "Sedang"), (3, "Sedang juga"), (4, "Rendah")]


def test_a_row_is_moved_by_hand_with_a_reason_that_stays(planner: Planner) -> None:
    rows = {title: planner.verified(title, parts=scores(benefit=n)) for n, title in ((5, "A"), (4, "B"), (3, "C"))}
    with pytest.raises(BadInput):
        planner.act(rows["C"], "move", "dewi", by_places=-1)
    planner.act(rows["C"], "move", "ratna", by_places=-1, reason="Arahan TKKSD.")
    assert order() == [(1, "A"), (2, "C"), (3, "B")]
    event = StageEvent.objects.get(act="move")
    assert (event.reason, event.data) == ("Arahan TKKSD.", {"rank_before": 3, "rank": 2})
    with pytest.raises(NotYours):
        planner.act(rows["C"], "move", "dlh", by_places=-1, reason="Milik kami.")


def test_at_either_end_nothing_moves(planner: Planner) -> None:
    first, last = planner.verified("A", parts=scores(benefit=5)), planner.verified("B")
    planner.act(first, "move", "dewi", by_places=-1, reason="x")
    planner.act(last, "move", "dewi", by_places=1, reason="x")
    assert order() == [(1, "A"), (2, "B")]


def test_another_score_is_another_place(planner: Planner) -> None:
    planner.verified("A", parts=scores(benefit=5))
    second = planner.verified("B")
    planner.act(second, "score_again", "bappeda", scores=scores(benefit=5, funding=5), reason="Pendanaan sudah pasti.")
    assert (order(), second.score) == ([(1, "B"), (2, "A")], Decimal("72.00"))


def test_a_row_that_is_given_up_leaves_no_gap(planner: Planner) -> None:
    rows = [planner.verified(title, parts=scores(benefit=n)) for n, title in ((5, "A"), (4, "B"), (3, "C"))]
    planner.act(rows[0], "drop", "dlh", reason="Batal.")
    assert order() == [(1, "B"), (2, "C")]


def test_the_order_is_made_anew_by_the_weights_of_today(planner: Planner) -> None:
    planner.verified("Manfaat", parts=scores(benefit=5))
    planner.verified("Dana", parts=scores(funding=5))
    assert order() == [(1, "Manfaat"), (2, "Dana")]
    parameters.change("plan_weight_funding", 50, reason="Kebijakan")
    assert PlanRow.objects.get(title="Dana").score == Decimal("64.00")
    planning.act_on_plan(planner.plan, "rank_by_score", by=planner.people["dewi"], reason="Bobot baru.")
    assert order() == [(1, "Dana"), (2, "Manfaat")]
    held = PlanRow.objects.get(title="Dana")
    assert (held.score, held.score_weights["funding"]) == (Decimal("74.29"), 50)
