"""What a draft abroad says besides its text: how long a letter of intent holds, and whether a naskah brings a grant."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from agreements.act_forms import SendToLegalForm
from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.core.calendar import months_later
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.demo import abroad, plans
from kerjasama.demo.walk import Walk
from kerjasama.workflow.services import lacks_of
from proposals.stages import Stage
from tests.support.abroad import abroad_walk
from tests.support.facts import scan
from tests.support.foreign_fixtures import to_submission
from tests.support.world import resumed, walked


def writing_intent(people: dict[str, User]) -> Walk:
    walk = abroad_walk(people, "KSDPL")
    walk.go([*abroad.explored(walk.story), *abroad.consulted()])
    abroad.open_naskah(walk, "LOI")
    return walk


def writing_naskah(people: dict[str, User]) -> Walk:
    walk = to_submission(people).go([*abroad.submitted(), abroad.verified()])
    abroad.open_naskah(walk, "MOU")
    return walk


intent, draft = walked(writing_intent), walked(writing_naskah)


@pytest.fixture
def loi(intent: Walk, people: dict[str, User]) -> Walk:
    return resumed(intent, people)


@pytest.fixture
def mou(draft: Walk, people: dict[str, User]) -> Walk:
    return resumed(draft, people)


def test_3_a_letter_of_intent_may_hold_for_less_than_a_year_and_says_so(loi: Walk) -> None:
    loi.sub_act("set_validity", "staf", months=6)
    newest = loi.agreement.versions.first()
    assert next(c.paragraphs for c in newest.content if c.key == "term") == (
        "Pernyataan kehendak ini berlaku 6 (enam) bulan sejak ditandatangani.",
    )
    assert [c["paragraphs"] for c in newest.translation["clauses"] if c["key"] == "term"] == [
        ["This Letter of Intent is valid for 6 months from the date of signature."]
    ]
    loi.go(
        [
            *abroad.locked(),
            *abroad.signed(),
            abroad.came_for_text(0, "send_intent_copy", "LOI", "Surat"),
            plans.REGISTERED,
        ]
    )
    assert loi.agreement.ends_on == months_later(loi.agreement.signed_on, 6)
    loi.proposal.refresh_from_db()
    assert loi.proposal.stage == Stage.PLAN
    abroad.write_plan(loi)
    ends, found = loi.agreement.ends_on, []
    for day in (ends, ends + timedelta(days=1)):
        loi.day = day
        lacks = loi.on_that_day(lambda: lacks_of(loi.proposal, loi.proposal.arrow("submit_plan"), None))
        found.append("Pernyataan kehendak (LoI) tidak sedang berlaku." in {lack.sentence for lack in lacks})
    assert found == [False, True]


@pytest.mark.parametrize("months", [0, 13])
def test_3_never_for_longer_than_the_year_of_the_law(loi: Walk, months: int) -> None:
    with pytest.raises(BadInput) as refusal:
        loi.sub_act("set_validity", "staf", months=months)
    assert refusal.value.errors == {"months": ["Masa berlaku LoI 1 sampai 12 bulan."]}
    with pytest.raises(IntegrityError, match="agreement_months_of_intent_only"), transaction.atomic():
        Agreement.objects.filter(pk=loi.agreement.pk).update(term_months=13)


def test_a_grant_is_asked_for_abroad_only(mou: Walk, loi: Walk) -> None:
    asked = [
        "grant" in SendToLegalForm(subject=walk.agreement, arrow=walk.agreement.arrow("send_to_legal")).fields
        for walk in (mou, loi)
    ]
    assert asked == [True, False]


def test_goods_whose_owner_is_not_settled_are_coordinated_with_the_menteri_before_the_signing(mou: Walk) -> None:
    mou.sub_act("send_to_legal", "staf", partner_note="Risalah", grant="UNSETTLED")
    mou.sub_act("approve_text", "hukum")
    through = [plans.text(1, "prepare_draft_letter", "staf"), plans.text(1, "sign_draft_letter", "aditya"),
               plans.text(1, "record_governor_receipt", "staf"), abroad.came_for_text(2, "record_forwarding", "GUB2", "Surat")]  # fmt: skip
    mou.go([*through, *abroad.confirmed(), *plans.parafs()])
    with pytest.raises(NotYet) as refusal:
        abroad.plan_signing(mou, 2)
    assert "koordinasi dengan Menteri belum dicatat" in refusal.value.detail
    mou.sub_act(
        "record_grant_coordination", "staf", number="R/5/2026", file=scan("R/5"), summary="Menjadi aset daerah."
    )
    abroad.plan_signing(mou, 2)
    assert mou.agreement.stage == "SIGNING"


def test_a_grant_whose_goods_the_naskah_settles_asks_for_nothing_more(mou: Walk) -> None:
    mou.sub_act("send_to_legal", "staf", partner_note="Risalah", grant="SETTLED")
    assert (mou.agreement.grant, mou.agreement.stage) == ("SETTLED", "LEGAL_REVIEW")
    with pytest.raises(NotYet):
        mou.sub_act("record_grant_coordination", "staf", number="R/5", file=scan("R/5"), summary="Tidak perlu.")
