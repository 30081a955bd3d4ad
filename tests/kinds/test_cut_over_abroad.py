"""A case abroad that began on paper enters with its consultations, its letter of intent and its plan, and goes on through the same door."""

from datetime import date, timedelta
from typing import Any

import pytest

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.demo import abroad, plans
from kerjasama.demo.walk import Walk
from kerjasama.reviews import selectors as reviews
from proposals import cut_over
from proposals.models import Proposal
from tests.support.abroad import abroad_walk
from tests.support.facts import scan

WHY = "Dimulai sebelum aplikasi dipakai."


def papers(*rows: tuple[str, date]) -> dict[str, Any]:
    return {
        code: {"number": f"100/{code}/2026", "dated": dated, "file": scan(f"kertas {code}")} for code, dated in rows
    }


def entering(stage: str, *rows: tuple[str, date], **changed: Any) -> dict[str, Any]:
    return {"stage": stage, "papers": papers(*rows), "outcome": "", "reason": WHY, **changed}


def begun(people: dict[str, User], sort: str) -> Walk:
    """A case whose initiative is recorded; what came after it stands on paper."""
    walk = abroad_walk(people, sort)
    return walk.go(
        [plans.Step(0, abroad.open_case), abroad.came(0, "record_initiative", "opd", "PRAKARSA", "Nota usulan")]
    )


def asked(*exchanges: Any) -> list[tuple[str, str, str, Any]]:
    return [(row.authority, row.purpose, row.reply, row.answered_on) for row in exchanges]


STUDY, LETTER, MINISTER, MENLU, LOI = (
    date(2025, 9, 1),
    date(2025, 9, 15),
    date(2025, 11, 3),
    date(2025, 11, 17),
    date(2025, 12, 1),
)


def test_it_waits_for_the_menteri_and_its_letter_of_intent_comes_in_signed(people: dict[str, User]) -> None:
    walk = begun(people, "KSDPL")
    walk.act(
        "enter_exploration_from_paper",
        "ratna",
        **entering("INTENT_CONSULTATION", ("study", STUDY), ("intent_request", LETTER)),
    )
    case = walk.proposal
    assert (case.stage, case.stage_since, case.from_paper_on) == ("INTENT_CONSULTATION", LETTER, walk.day)
    told = {"signed_by": "Sekretaris Jenderal", "summary": "Dapat dilanjutkan."}
    walk.act(
        "record_minister_on_intent",
        "staf",
        occurred_on=MINISTER,
        number="SJ-1",
        file=scan("SJ"),
        reply="ANSWERED",
        **told,
    )
    walk.act(
        "record_menlu_on_intent",
        "staf",
        occurred_on=MENLU,
        number="",
        file=scan("Kemlu"),
        reply="MINUTES",
        summary="Tidak ada keberatan.",
    )
    walk.act("open_intent", "staf")
    walk.on_that_day(lambda: abroad.open_naskah(walk, "LOI"))
    slots = {
        party.order: {"number": f"LOI/{party.order}", "name": f"Pejabat {party.order}", "title": "Bupati"}
        for party in walk.agreement.parties.all()
    }
    signed = {
        "occurred_on": LOI,
        "ends_on": LOI + timedelta(days=364),
        "slots": slots,
        "file": scan("LoI"),
        "reason": WHY,
    }
    with pytest.raises(BadInput) as late:
        walk.sub_act("enter_signed", "ratna", **{**signed, "ends_on": LOI + timedelta(days=400), "file": scan("LoI")})
    assert list(late.value.errors) == ["ends_on"]
    with pytest.raises(BadInput) as early:
        walk.sub_act(
            "enter_signed", "ratna", **{**signed, "occurred_on": MENLU - timedelta(days=1), "file": scan("LoI")}
        )
    assert early.value.errors["occurred_on"][0].startswith("Konsultasi dengan Menteri Luar Negeri")
    walk.sub_act("enter_signed", "ratna", **signed).sub_act("validate_scan", "galih")
    walk.go([abroad.came_for_text(0, "send_intent_copy", "LOI", "Surat pengantar salinan LoI"), plans.REGISTERED])
    walk.proposal.refresh_from_db()
    assert (Agreement.objects.get(pk=walk.agreement.pk).stage, walk.proposal.stage) == ("IN_FORCE", "PLAN")
    walk.go([plans.Step(0, abroad.study), *abroad.planned()])
    assert walk.proposal.stage == "DPRD_ASSESSMENT"


def at_plan(people: dict[str, User]) -> Walk:
    """A case whose letter of intent came in as a paper, with its plan written as it was handed in."""
    walk = begun(people, "KSDPL")
    rows = (("study", STUDY), ("minister", MINISTER), ("menlu", MENLU), ("intent", LOI))
    walk.act("enter_exploration_from_paper", "ratna", **entering("PLAN", *rows))
    return walk.go([plans.Step(0, abroad.study), plans.Step(1, abroad.write_plan)])


SENT, PASSED_ON = date(2026, 1, 12), date(2026, 1, 19)
BEHIND_PLAN = (("plan", date(2025, 12, 8)), ("tkksd", date(2025, 12, 15)), ("dprd", date(2026, 1, 5)))


def test_it_waits_at_the_menteri_and_goes_on_to_its_naskah(people: dict[str, User]) -> None:
    walk = at_plan(people)
    assert asked(*reviews.exchanges(walk.proposal)) == [
        ("MINISTER", "INTENT", "ANSWERED", MINISTER), ("FOREIGN_MINISTER", "INTENT", "ANSWERED", MENLU),
    ]  # fmt: skip
    with pytest.raises(NotYet) as refusal:
        walk.act("submit_plan", "opd")
    assert (
        refusal.value.detail == "Pernyataan kehendak (LoI) tidak sedang berlaku. (Permendagri 25/2020 Pasal 14 dan 15)"
    )
    walk.act(
        "enter_plan_from_paper",
        "ratna",
        **entering("MINISTER_REVIEW", *BEHIND_PLAN, ("forwarding", PASSED_ON), outcome="APPROVED"),
    )
    case = walk.proposal
    assert (case.stage, case.stage_since, case.dprd_outcome, case.scope) == (
        "MINISTER_REVIEW",
        PASSED_ON,
        "APPROVED",
        case.cooperation_plan.scope,
    )
    assert asked(*reviews.exchanges(case))[2:] == [
        ("GOVERNOR", "PLAN", "FORWARDED", PASSED_ON),
        ("MINISTER", "PLAN", "", None),
    ]
    walk.go([abroad.verified(), *abroad.whole_naskah()])
    assert Agreement.objects.get(pk=walk.agreement.pk).stage == "IN_FORCE"


def test_it_waits_at_the_gubernur_since_our_letter(people: dict[str, User]) -> None:
    walk = at_plan(people)
    walk.act(
        "enter_plan_from_paper", "ratna", **entering("GOVERNOR", *BEHIND_PLAN, ("submission", SENT), outcome="APPROVED")
    )
    assert (walk.proposal.stage, walk.proposal.stage_since, walk.proposal.due_on) == ("GOVERNOR", SENT, None)
    walk.act("record_governor_receipt", "staf", occurred_on=SENT + timedelta(days=1))
    assert walk.proposal.due_on == date(2026, 1, 20)


def test_abroad_the_dprd_is_always_asked(people: dict[str, User]) -> None:
    walk = at_plan(people)
    facts = entering("SUBMISSION", *BEHIND_PLAN, outcome="NOT_REQUIRED")
    with pytest.raises(BadInput) as refusal:
        walk.act("enter_plan_from_paper", "ratna", **facts)
    assert list(refusal.value.errors) == ["outcome"]
    walk.act(
        "enter_plan_from_paper",
        "ratna",
        **entering("DPRD_PENDING", *BEHIND_PLAN[:2], ("dprd_request", date(2026, 1, 5))),
    )
    assert (walk.proposal.stage, reviews.current_clearance(walk.proposal).status) == ("DPRD_PENDING", "SENT")


def test_a_case_that_began_here_keeps_its_own_way(people: dict[str, User]) -> None:
    walk = abroad_walk(people, "KSDPL")
    walk.go([*abroad.explored(walk.story), *abroad.consulted(), *abroad.intended(), plans.Step(1, abroad.write_plan)])
    with pytest.raises(NotYet):
        walk.act("enter_plan_from_paper", "ratna", **entering("SUBMISSION", *BEHIND_PLAN, outcome="APPROVED"))


def test_a_forwarding_comes_in_with_its_plan(people: dict[str, User]) -> None:
    walk = begun(people, "BODY")
    walk.go([plans.Step(0, abroad.write_forwarding), plans.Step(0, abroad.write_plan)])
    walk.act("enter_plan_from_paper", "ratna", **entering("TKKSD_REVIEW", ("plan", date(2025, 12, 8))))
    assert (walk.proposal.stage, walk.proposal.tkksd_since, walk.proposal.from_paper_on) == (
        "TKKSD_REVIEW",
        date(2025, 12, 8),
        walk.day,
    )


def test_where_the_dprd_is_not_asked_its_answer_says_so(people: dict[str, User]) -> None:
    route = Proposal.ROUTES.newest("KSDLL.A.BODY.KAB.BEBAS", date(2026, 1, 5))
    assert cut_over.targets(route, "PLAN") == ("TKKSD_REVIEW", "SUBMISSION", "GOVERNOR", "MINISTER_REVIEW")
    assert [one.code for one in cut_over.behind(route, "PLAN", "MINISTER_REVIEW")] == ["plan", "tkksd", "forwarding"]
