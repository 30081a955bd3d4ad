"""Paraf under a letter for the Kepala Daerah: order, whose, delegates, return, freezing, and what the database refuses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core.errors import BadInput, NotYet, NotYours
from kerjasama.core.models import Parameter
from kerjasama.demo import letter_marks
from kerjasama.demo.walk import Walk
from kerjasama.documents import letter_parafs, rendering
from kerjasama.documents.letter_kinds import LETTER_KINDS
from kerjasama.documents.models import Document, IssuedNumber, LetterParaf
from kerjasama.notifications.models import Notification
from kerjasama.parties.models import Partner
from kerjasama.statutory.models import ReportEdition
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import offers
from proposals.models import PlanYear, Proposal
from proposals.services import planning
from tests.factories.accounts import DelegationFactory, period
from tests.factories.core import ParameterFactory
from tests.support.plan import Planner, at
from tests.support.press import quick_press
from tests.support.sql import footprint, forge_event, refusal
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked

__all__ = ["_wanasari", "people", "quick_press"]
KABAG, SEKDA = "Kepala Bagian Kerja Sama", "Sekretaris Daerah"


def chain(*offices: str) -> None:
    if not Parameter.objects.filter(key="letter_paraf_chain").update(value=list(offices)):
        ParameterFactory(key="letter_paraf_chain", value=list(offices))


def waiting(people: dict[str, User], **facts: Any) -> Walk:
    """A letter of request that has been issued under the chain Kabag, Sekda."""
    chain("KABAG", "SEKDA")
    return new_walk(people, **facts).to_verification().to_answer()


issued = walked(waiting)


@pytest.fixture
def walk(issued: Walk, people: dict[str, User]) -> Walk:  # noqa: F811
    return resumed(issued, people)


def mark(walk: Walk, who: str, **facts: Any) -> Walk:
    return walk.act("give_letter_paraf", who, **{**letter_marks.facts_of(walk.proposal), "combined": False, **facts})


def rows(subject: Any) -> list[tuple[int, str, str]]:
    found = letter_parafs.of_subject(subject, letter_parafs.kind_at(subject) or "OFFER")
    return list(found.order_by("document_id", "order").values_list("order", "office", "state"))


def told(problem: Any) -> str:
    return f"{problem.value.message}\n{problem.value.detail}"


def letter(walk: Walk) -> Document:
    return Document.objects.filter(kind="OFFER", object_id=walk.proposal.pk).order_by("-pk")[0]


def stand_in(walk: Walk, username: str, office: str, principal: str, days: int = 14, title: str = "") -> None:
    DelegationFactory(
        office=office, delegate=walk.people[username], capacity="PLH", title=title, principal=walk.people[principal],
        period=period(walk.day, walk.day + timedelta(days=days)),
    )  # fmt: skip


def test_every_letter_of_the_tables_is_known_and_its_acts_ask_for_its_chain() -> None:
    kinds = set()
    for model in (Proposal, PlanYear, Agreement, ReportEdition):
        signs = {a.act for a in model.arrows() if any(g.name == "letter_paraf_is_complete" for g in a.guards)}
        backs = {a.act for a in model.arrows() if any(g.name == "letter_lies_before" for g in a.guards)}
        places = model.LETTER_STAGES.values()
        assert signs == {act for place in places for act in place.signs}
        assert backs == {place.back for place in places}
        assert set(model.arrow("give_letter_paraf").sources) == set(model.LETTER_STAGES)
        kinds |= {place.kind for place in places}
    assert kinds == set(LETTER_KINDS)
    assert {kind for kind, one in LETTER_KINDS.items() if one.light} == {
        "INTENT_REQUEST", "PLAN_SUBMISSION", "PLAN_DIRECT", "DRAFT_LETTER", "DRAFT_DIRECT", "ORIGINAL_LETTER",
    }  # fmt: skip


def test_without_a_chain_a_letter_goes_straight_to_the_head(people: dict[str, User]) -> None:  # noqa: F811
    chain()  # whatever a test before this one has set for the module
    walk = new_walk(people).to_verification().to_answer()
    assert (walk.proposal.turn_office, rows(walk.proposal)) == ("KDH", [])
    walk.act("sign_offer", "aditya")
    assert walk.proposal.stage == "WILLINGNESS"


def test_the_chain_is_laid_with_the_letter_and_its_first_office_is_in_turn(walk: Walk) -> None:
    assert rows(walk.proposal) == [(1, "KABAG", "PENDING"), (2, "SEKDA", "PENDING")]
    assert (walk.proposal.stage, walk.proposal.turn_office) == ("OFFER_SIGNING", "KABAG")
    lines = Notification.objects.filter(title__startswith="Giliran Anda: Penandatanganan surat permohonan")
    assert [line.user.username for line in lines] == ["ratna"]


def test_nobody_goes_before_his_turn(walk: Walk) -> None:
    with pytest.raises(NotYet) as early:
        mark(walk, "nurhayati")
    assert f"Menunggu paraf {KABAG} lebih dahulu." in told(early)
    # The walker itself would give what is lacking: here the head tries alone.
    with pytest.raises(NotYet) as unmarked:
        walk.on_that_day(lambda: letter_act(walk, "sign_offer", "aditya"))
    assert f"Paraf surat belum lengkap: menunggu {KABAG}." in told(unmarked)
    assert rows(walk.proposal) == [(1, "KABAG", "PENDING"), (2, "SEKDA", "PENDING")]


def letter_act(walk: Walk, name: str, who: str, **facts: Any) -> StageEvent:
    """Straight through the door, without what the walker does of itself."""
    from proposals.services.acts import act  # noqa: PLC0415

    return act(walk.proposal, name, by=walk.people[who], **facts)


def test_in_order_each_on_the_very_file_then_the_head(walk: Walk) -> None:
    file = letter(walk).file
    mark(walk, "ratna")
    assert (walk.proposal.stage, walk.proposal.turn_office) == ("OFFER_SIGNING", "SEKDA")
    mark(walk, "nurhayati")
    assert walk.proposal.turn_office == "KDH"
    given = LetterParaf.objects.filter(document=letter(walk)).order_by("order")
    assert [(r.office, r.given_by.username, r.seat_title, r.capacity, r.bound_sha256) for r in given] == [
        ("KABAG", "ratna", KABAG, "DEFINITIVE", file.sha256), ("SEKDA", "nurhayati", SEKDA, "DEFINITIVE", file.sha256),
    ]  # fmt: skip
    assert given[0].specimen != ""
    sheet = Document.objects.get(kind="LETTER_PARAF_SHEET", object_id=walk.proposal.pk)
    assert (sheet.context["letter"], sheet.context["text_hash"], sheet.context["letter_number"]) == (
        letter(walk).pk, file.sha256, letter(walk).number,
    )  # fmt: skip
    assert [row["office"] for row in sheet.context["rows"]] == [KABAG, SEKDA]
    event = walk.proposal.events.last()
    assert (event.act, event.office, event.data["text_hash"]) == ("give_letter_paraf", "SEKDA", file.sha256)
    assert sheet.pk in event.data["documents"]
    walk.on_that_day(lambda: letter_act(walk, "sign_offer", "aditya"))
    walk.proposal.refresh_from_db()
    assert walk.proposal.stage == "WILLINGNESS"


@pytest.mark.parametrize("who", ["dlh", "dewi", "hukum", "aditya", "admin"])
def test_it_is_nobody_elses_act(walk: Walk, who: str) -> None:
    before = footprint()
    with pytest.raises(NotYours):
        mark(walk, who)
    assert footprint() == before


def test_an_office_outside_the_frozen_chain_waits_for_nothing(walk: Walk) -> None:
    with pytest.raises(NotYet):
        mark(walk, "bambang")
    assert not any(offer.arrow.act == "give_letter_paraf" for offer in offers(walk.proposal, walk.people["bambang"]))


def test_once_for_each_office(walk: Walk) -> None:
    mark(walk, "ratna")
    with pytest.raises(NotYet) as again:
        mark(walk, "ratna")
    assert f"Menunggu paraf {SEKDA} lebih dahulu." in told(again)


@pytest.mark.parametrize("seal", ["", "0" * 64])
def test_it_binds_the_file_that_was_read(walk: Walk, seal: str) -> None:
    with pytest.raises(BadInput) as changed:
        mark(walk, "ratna", seal=seal)
    assert changed.value.message.startswith("Surat berubah sejak Anda membacanya.")


def test_a_letter_that_could_not_be_printed_is_not_marked(
    people: dict[str, User],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def jammed(*_: Any) -> bytes:
        raise OSError("kertas macet")

    monkeypatch.setattr(rendering, "render_pdf", jammed)
    walk = waiting(people)
    with pytest.raises(NotYet) as early:
        mark(walk, "ratna")
    assert "Surat yang akan diparaf masih dibuat atau gagal dibuat." in told(early)


def test_a_delegate_acts_inside_his_dates_with_both_names(walk: Walk) -> None:
    stand_in(walk, "galih", "KABAG", "ratna", days=3, title=KABAG)
    late = resumed(walk, walk.people).later(5)
    with pytest.raises(NotYours):
        mark(late, "galih")
    mark(walk, "galih")
    row = LetterParaf.objects.get(document=letter(walk), state="GIVEN")
    assert (row.office, row.given_by.username, row.capacity, row.seat_title, row.principal_name) == (
        "KABAG", "galih", "PLH", f"Plh. {KABAG}", walk.people["ratna"].full_name,
    )  # fmt: skip


def test_one_person_in_two_offices_says_so(walk: Walk) -> None:
    stand_in(walk, "ratna", "SEKDA", "nurhayati", title=SEKDA)
    mark(walk, "ratna")
    with pytest.raises(BadInput) as silent:
        mark(walk, "ratna")
    assert [*silent.value.errors] == ["combined"]
    mark(walk, "ratna", combined=True)
    row = LetterParaf.objects.get(document=letter(walk), office="SEKDA")
    assert (row.shown_seat, row.also_as) == (f"Plh. {SEKDA}, dirangkap oleh {KABAG}", KABAG)


def test_two_definitive_paraf_of_one_person_are_refused(walk: Walk) -> None:
    mark(walk, "ratna")
    row = LetterParaf.objects.get(document=letter(walk), office="SEKDA")
    facts = {"state": "GIVEN", "given_by": walk.people["ratna"], "given_at": row.history.first().history_date}
    sentence = refusal_of(lambda: LetterParaf.objects.filter(pk=row.pk).update(
        **facts, bound_sha256=letter(walk).file.sha256, seat_title=SEKDA
    ))  # fmt: skip
    assert "letterparaf_person_once" in sentence


def refusal_of(doing: Callable[[], Any]) -> str:
    from django.db import DatabaseError, transaction  # noqa: PLC0415

    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        doing()
    return str(refused.value)


def test_who_is_in_turn_sends_the_letter_back_and_every_paraf_falls(walk: Walk) -> None:
    mark(walk, "ratna")
    number = letter(walk).issued_number
    with pytest.raises(NotYet):
        walk.act("return_offer", "ratna", reason="Keliru.")
    walk.act("return_offer", "nurhayati", reason="Sebut lokasi TPA.")
    assert walk.proposal.stage == "OFFER_DRAFTING"
    assert rows(walk.proposal) == [(1, "KABAG", "VOID"), (2, "SEKDA", "VOID")]
    assert (letter(walk).status, letter(walk).annulled_reason) == ("ANNULLED", "Sebut lokasi TPA.")
    assert IssuedNumber.objects.get(pk=number.pk).state == IssuedNumber.State.CANCELLED
    assert walk.proposal.events.last().data["void"] == [walk.people["ratna"].pk]
    news = Notification.objects.filter(title__startswith="Kembalikan surat", user__username="ratna")
    assert [line.body.count("Sebut lokasi TPA.") for line in news] == [1]
    walk.act("prepare_offer", "dewi")
    assert rows(walk.proposal) == [
        (1, "KABAG", "VOID"), (2, "SEKDA", "VOID"), (1, "KABAG", "PENDING"), (2, "SEKDA", "PENDING"),
    ]  # fmt: skip
    assert walk.proposal.turn_office == "KABAG"


def test_the_head_sends_back_a_letter_with_all_its_paraf(walk: Walk) -> None:
    mark(mark(walk, "ratna"), "nurhayati").act("return_offer", "aditya", reason="Ubah kalimat penutup.")
    assert rows(walk.proposal) == [(1, "KABAG", "VOID"), (2, "SEKDA", "VOID")]
    sheet = Document.objects.get(kind="LETTER_PARAF_SHEET", object_id=walk.proposal.pk)
    assert (sheet.status, sheet.annulled_reason) == ("ANNULLED", "Ubah kalimat penutup.")


def test_a_changed_parameter_leaves_a_running_letter_alone(walk: Walk) -> None:
    chain("ASISTEN")
    mark(mark(walk, "ratna"), "nurhayati").act("return_offer", "aditya", reason="Ubah.").act("prepare_offer", "dewi")
    assert rows(walk.proposal)[2:] == [(1, "ASISTEN", "PENDING")]


def test_a_withdrawn_case_waits_for_no_paraf(walk: Walk) -> None:
    mark(walk, "ratna").act("withdraw", "ratna", reason="Tidak jadi.")
    assert rows(walk.proposal) == [(1, "KABAG", "GIVEN"), (2, "SEKDA", "VOID")]


def test_letters_to_several_addressees_are_marked_together(people: dict[str, User]) -> None:  # noqa: F811
    others = Partner.objects.filter(region__isnull=False).order_by("pk")[1:2]
    walk = waiting(people, also=tuple(others))
    assert rows(walk.proposal) == [(1, "KABAG", "PENDING"), (2, "SEKDA", "PENDING")] * 2
    mark(mark(walk, "ratna"), "nurhayati")
    assert {state for _, _, state in rows(walk.proposal)} == {"GIVEN"}
    assert Document.objects.filter(kind="LETTER_PARAF_SHEET", object_id=walk.proposal.pk).count() == 2


def test_the_decree_of_the_yearly_plan_is_marked_before_it_is_adopted(people: dict[str, User]) -> None:  # noqa: F811
    chain("KABAG", "SEKDA")
    with at():
        planner = Planner(people)
        planner.discussed()
        plan = planner.plan
        planning.act_on_plan(plan, "submit_list", by=people["ratna"])
        planner.print_papers()
        assert plan.turn_office == "KABAG"
        with pytest.raises(NotYet):
            planning.act_on_plan(plan, "adopt", by=people["aditya"], number="")
        for who in ("ratna", "nurhayati"):
            planning.act_on_plan(plan, "give_letter_paraf", by=people[who], **letter_marks.facts_of(plan))
        planning.act_on_plan(plan, "adopt", by=people["aditya"], number="")
    assert plan.stage == "ADOPTED"


def test_the_database_signs_no_letter_without_its_chain(walk: Walk) -> None:
    mark(walk, "ratna")
    forge_event(walk.proposal, "sign_offer", "WILLINGNESS", walk.people["aditya"])
    move = "UPDATE proposals_proposal SET stage = 'WILLINGNESS', act_count = act_count + 1 WHERE id = %s"
    assert "paraf belum lengkap" in refusal(move, walk.proposal.pk)
    assert Proposal.objects.get(pk=walk.proposal.pk).stage == "OFFER_SIGNING"


def test_the_database_keeps_order_file_and_what_was_given(walk: Walk) -> None:
    sha256, sekda = letter(walk).file.sha256, walk.people["nurhayati"].pk
    give = (
        "UPDATE documents_letterparaf SET state = 'GIVEN', given_by_id = %s, given_at = now(), seat_title = 'Sekda', bound_sha256 = %s "
        "WHERE document_id = %s AND office = %s"
    )
    assert "menurut urutan jabatan" in refusal(give, sekda, sha256, letter(walk).pk, "SEKDA")
    mark(walk, "ratna")
    assert "mengikat berkas surat itu sendiri" in refusal(give, sekda, "0" * 64, letter(walk).pk, "SEKDA")
    for change in (
        "state = 'PENDING', given_by_id = NULL, given_at = NULL, bound_sha256 = ''",
        "seat_title = 'Bupati'",
    ):
        statement = f"UPDATE documents_letterparaf SET {change} WHERE document_id = %s AND office = 'KABAG'"  # noqa: S608
        assert "tidak dapat diubah" in refusal(statement, letter(walk).pk)
    assert "letterparaf_given_has_facts" in refusal(
        "INSERT INTO documents_letterparaf (created_at, updated_at, document_id, \"order\", office, state, seat_title, capacity, also_as, "
        "principal_name, specimen, bound_sha256) VALUES (now(), now(), %s, 3, 'ASISTEN', 'GIVEN', '', 'DEFINITIVE', '', '', '', '')", letter(walk).pk,
    )  # fmt: skip
