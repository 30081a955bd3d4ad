"""A case through every door, without a browser: the shortest proof that the rooms fit together."""

from agreements.stages import Stage as NaskahStage
from kerjasama.demo.walk import Walk
from kerjasama.workflow.models import StageEvent
from monitoring.stages import Stage as ReportStage
from proposals.stages import Stage
from tests.support.wanasari import new_walk


def test_an_outgoing_case_reaches_its_closed_evaluation(walk: Walk) -> None:
    walk.to_verification()
    assert walk.proposal.stage == Stage.VERIFICATION
    walk.to_answer()
    assert walk.proposal.stage == Stage.OFFER_SIGNING
    walk.to_tkksd()
    assert walk.proposal.stage == Stage.TKKSD_REVIEW
    walk.to_assessment()
    assert walk.proposal.stage == Stage.DPRD_ASSESSMENT
    walk.to_instruments()
    assert walk.proposal.stage == Stage.INSTRUMENTS
    walk.whole_naskah("KB")
    assert walk.agreement.stage == NaskahStage.IN_FORCE
    walk.whole_naskah("PKS")
    assert walk.agreement.stage == NaskahStage.IN_FORCE
    walk.open_report().send_report().evaluate().close_report()
    assert walk.report.stage == ReportStage.CLOSED


def test_an_incoming_case_with_dprd_reaches_force(people) -> None:
    walk = new_walk(people, direction="INCOMING", unbudgeted=True)
    walk.to_verification().to_answer().to_tkksd().to_assessment().to_instruments().whole_naskah("KB")
    assert walk.agreement.stage == NaskahStage.IN_FORCE
    assert StageEvent.objects.filter(act="receive_request").count() == 1
