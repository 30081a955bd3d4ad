"""Cases abroad walked once for a module: a fixture for each place where tests begin."""

from kerjasama.accounts.models import User
from kerjasama.demo import abroad
from kerjasama.demo.walk import Walk
from tests.support.abroad import abroad_walk


def to_study(people: dict[str, User]) -> Walk:
    """The initiative is recorded; the study is to be written."""
    walk = abroad_walk(people, "KSDPL")
    return walk.go(abroad.explored(walk.story)[:2])


def to_consultation(people: dict[str, User]) -> Walk:
    """Our letter to the Menteri is out."""
    walk = abroad_walk(people, "KSDPL")
    return walk.go([*abroad.explored(walk.story), *abroad.asked_about_intent()])


def to_plan(people: dict[str, User]) -> Walk:
    """The letter of intent is registered."""
    walk = abroad_walk(people, "KSDPL")
    return walk.go([*abroad.explored(walk.story), *abroad.consulted(), *abroad.intended()])


def to_submission(people: dict[str, User]) -> Walk:
    """The DPRD has approved the plan."""
    return to_plan(people).go([*abroad.planned(), *abroad.cleared_by_dprd()])


def to_confirmation(people: dict[str, User]) -> Walk:
    """The ministries have discussed the draft; the Menlu is with the partner."""
    walk = to_submission(people)
    walk.go([*abroad.submitted(), abroad.verified(), *abroad.in_talks()])
    return walk.go([abroad.came_for_text(5, "record_discussion", "RISALAH", "Risalah", summary="Disepakati.")])


def to_permits(people: dict[str, User]) -> Walk:
    """A foreign nonprofit with both permits, its naskah in force."""
    walk = abroad_walk(people, "NONPROFIT")
    return walk.go(abroad.forwarded_to_nonprofit(walk.story))
