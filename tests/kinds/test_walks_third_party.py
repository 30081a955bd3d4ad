"""The walker goes through the doors to the signed, registered naskah, on every way of a third party and of synergy."""

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import parameters
from kerjasama.demo import plans
from kerjasama.demo import synergy as together
from kerjasama.demo import third_party as plan
from kerjasama.documents.models import Document
from proposals.models import SkippedStep
from tests.support.partners import synergy, third_party


@pytest.mark.parametrize("gate", ["before_first_signing", "between_kb_and_pks"])
def test_on_our_initiative(people: dict[str, User], gate: str) -> None:
    parameters.change("dprd_gate", gate, by=people["admin"], reason="Uji")
    walk = third_party(people)
    walk.go(plan.region_willing(walk.story))
    if gate == "before_first_signing":
        walk.go(plans.cleared(walk.story)).go(plans.whole_naskah("KB"))
    else:
        walk.go(plans.whole_naskah("KB")).go([plans.case(1, "open_dprd_gate", "ratna")]).go(plans.cleared(walk.story))
    walk.go(plans.whole_naskah("PKS"))
    walk.proposal.refresh_from_db()
    assert (walk.proposal.route_key, walk.proposal.standing.state) == (
        "KSDPK.OUT.FIRST" if gate == "before_first_signing" else "KSDPK.OUT.BETWEEN",
        "IN_FORCE",
    )
    assert {a.route_key: a.stage for a in walk.proposal.agreements.all()} == {
        "KSDPK.KB": "IN_FORCE",
        "KSDPK.PKS": "IN_FORCE",
    }


def test_on_their_initiative(people: dict[str, User]) -> None:
    walk = third_party(people, theirs=True)
    walk.go(plan.partner_cleared(walk.story)).go(plans.whole_naskah("KB")).go(plans.whole_naskah("PKS"))
    walk.proposal.refresh_from_db()
    assert (walk.proposal.route_key, walk.proposal.standing.state) == ("KSDPK.IN.FIRST", "IN_FORCE")
    assert Document.objects.filter(template="surat_kesediaan_pihak_ketiga", public=True).count() == 1


def test_on_their_initiative_under_sector_law_with_a_skipped_stage(people: dict[str, User]) -> None:
    walk = third_party(
        people, theirs=True, category="INVESTMENT", key="energy", title="Pembangkit Listrik Tenaga Surya Atap"
    )
    walk.go([*plan.partner_prepared(walk.story), plans.case(1, "verify", "staf"), plan.skipped()])
    assert walk.proposal.stage == "ANSWER_DRAFTING"
    walk.go(
        [
            plans.case(1, "prepare_answer", "staf", answer="WILLING", statement=""),
            plans.case(1, "sign_willingness", "aditya"),
        ]
    )
    walk.go(plans.cleared(walk.story)).go(plans.whole_naskah("KB")).go(plans.whole_naskah("PKS"))
    walk.proposal.refresh_from_db()
    assert (walk.proposal.route_key, walk.proposal.standing.state) == ("KSDPK.SEKTOR.IN.FIRST", "IN_FORCE")
    assert SkippedStep.objects.get(proposal=walk.proposal).stage == "TKKSD_REVIEW"


@pytest.mark.parametrize("theirs", [False, True])
def test_synergy(people: dict[str, User], theirs: bool) -> None:
    walk = synergy(people, theirs=theirs)
    walk.go(together.agreed(walk.story)).go(together.note_in_force())
    walk.proposal.refresh_from_db()
    assert (walk.proposal.route_key, walk.proposal.standing.state) == (
        f"SINERGI.{'IN' if theirs else 'OUT'}.FIRST",
        "IN_FORCE",
    )
    assert [(a.route_key, a.stage) for a in walk.proposal.agreements.all()] == [("SINERGI.NK", "IN_FORCE")]
