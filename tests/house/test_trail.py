"""Steps that were taken once are laid down again: the same rows, the same walker, and off the trail as soon as anything differs."""

import pytest

from kerjasama.accounts.models import User
from kerjasama.core import parameters
from kerjasama.demo import doings
from kerjasama.demo.walk import Walk
from kerjasama.workflow.audit import verify
from tests.support import trail
from tests.support.press import quick_press
from tests.support.sql import run, settle
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, undone

__all__ = ["_wanasari", "people", "quick_press"]


def rows() -> dict[str, str]:
    """A fingerprint of every table."""
    tables = [name for (name,) in run("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")]
    return {
        name: run(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \"{name}\" t")[0][0] for name in tables
    }


def to_force(people: dict[str, User]) -> Walk:  # noqa: F811
    walk = new_walk(people).to_verification().to_answer().to_tkksd().to_assessment().to_instruments()
    return walk.whole_naskah("KB").open_report()


def taken(people: dict[str, User]) -> tuple[int, int]:  # noqa: F811
    """How many steps of a case to its TKKSD went through the doors, and how many were laid down."""
    walked, laid = trail.ground.walked, trail.ground.laid
    new_walk(people, title="Pengolahan Air").to_verification().to_answer().to_tkksd()
    return trail.ground.walked - walked, trail.ground.laid - laid


def test_a_step_laid_down_leaves_what_the_step_left(people: dict[str, User]) -> None:  # noqa: F811
    found = []
    for _ in range(2):
        with undone():
            walk = to_force(people)
            found.append((rows(), walk.day, walk.timepiece, walk.agreement.pk, walk.report.pk, walk.proposal.act_count))
    assert trail.ground.laid > 20
    assert found[0] == found[1]


def test_a_case_goes_on_from_where_it_was_laid(people: dict[str, User]) -> None:  # noqa: F811
    with undone():
        to_force(people)
    walk = to_force(people)
    walk.send_report().evaluate().close_report()
    walk.report.refresh_from_db()
    settle()
    assert (walk.report.stage, verify().problem) == ("CLOSED", "")


def test_the_second_time_no_door_is_opened(people: dict[str, User], monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    with undone():
        taken(people)
    with undone():
        assert taken(people)[0] == 0
    opened = []
    whole = doings.open_case
    monkeypatch.setattr(doings, "open_case", lambda walk: opened.append(walk) or whole(walk))
    assert taken(people) == (0, 0), "something was replaced: every step goes through the doors and none is kept"


def test_what_is_written_beside_a_step_leads_off_the_trail(people: dict[str, User]) -> None:  # noqa: F811
    with undone():
        taken(people)
    parameters.change("upload_max_mb", 7, reason="Uji")
    assert trail.ground.place is None
    assert taken(people) == (0, 0)


def test_another_setting_is_another_place(people: dict[str, User], settings) -> None:  # noqa: F811
    with undone():
        taken(people)
    settings.SITE_URL = "https://lain.example"
    assert taken(people)[1] == 0


def test_a_step_that_is_undone_is_taken_again(people: dict[str, User]) -> None:  # noqa: F811
    with undone():
        to_force(people)
    place = trail.ground.place
    with undone():
        to_force(people)
        assert trail.ground.place != place
    assert trail.ground.place == place
