"""Every kind of cooperation abroad can be walked from the initiative to the registered naskah, through the doors."""

import pytest

from agreements.stages import Stage
from kerjasama.accounts.models import User
from kerjasama.demo import abroad
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StageEvent
from tests.support.abroad import abroad_walk

PLANS = {
    "KSDPL": abroad.approved_case,
    "KSDLL_B": abroad.approved_case,
    "BODY": abroad.forwarded_to_body,
    "NONPROFIT": abroad.forwarded_to_nonprofit,
}


@pytest.mark.parametrize("sort", PLANS)
def test_a_case_abroad_reaches_the_register(people: dict[str, User], sort: str) -> None:
    walk = abroad_walk(people, sort)
    walk.go(PLANS[sort](walk.story))
    walk.agreement.refresh_from_db()
    walk.proposal.refresh_from_db()
    assert (walk.agreement.instrument, walk.agreement.stage) == ("MOU", Stage.IN_FORCE)
    assert (walk.proposal.dprd_outcome, walk.proposal.standing.state) == ("APPROVED", "IN_FORCE")
    assert walk.agreement.ends_on == walk.agreement.signed_on.replace(year=walk.agreement.signed_on.year + 5)
    assert walk.agreement.originals == 4
    assert [row.purpose for row in reviews.exchanges(walk.agreement)] == [
        "DRAFT",
        "DRAFT",
        "CONFIRMATION",
        "APPROVAL",
        "ORIGINAL",
    ]
    assert not reviews.exchanges(walk.agreement).filter(reply="").exists()
    assert StageEvent.objects.filter(act="enter_plan").count() == (1 if sort in {"KSDPL", "KSDLL_B"} else 0)
