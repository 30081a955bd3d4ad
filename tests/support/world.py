"""Wanasari set up once for a module: its people stand in a transaction that the tests share and none of them keeps.

Each test works behind a savepoint of its own. A module that uses this leaves the fixtures `db` and `fresh_db` alone.
The steps on which cases come to where tests begin are walked once for all modules (tests.support.trail).
"""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from kerjasama.accounts.models import User
from kerjasama.demo.walk import Walk
from kerjasama.documents import rendering
from tests.support import trail
from tests.support.press import small_paper
from tests.support.wanasari import new_walk, set_up


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened afterwards."""
    with trail.returned(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _wanasari(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), undone(), trail.watched():
        trail.taken("set_up", set_up)
        yield


@pytest.fixture
def people(
    _wanasari: None, django_db_blocker: DjangoDbBlocker, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, User]]:
    """Everyone of the cast in office, read anew for each test."""
    with django_db_blocker.unblock(), trail.with_patches(lambda: monkeypatch._setattr), undone():
        yield {user.username: user for user in User.objects.filter(is_demo=True)}


@pytest.fixture
def walk(people: dict[str, User]) -> Walk:
    """A case of the DLH that has not begun, budgeted and without burden on the community."""
    return new_walk(people)


def walked(doing: Callable[[dict[str, User]], Walk]) -> Callable[..., Iterator[Walk]]:
    """A fixture for the whole module: a case walked once to where its tests begin. Take it up with `resumed`."""

    @pytest.fixture(scope="module")
    def fixture(
        _wanasari: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
    ) -> Iterator[Walk]:
        media: Path = tmp_path_factory.getbasetemp() / "media"
        with django_db_blocker.unblock(), undone(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(rendering, "render_pdf", small_paper)
            with override_settings(MEDIA_ROOT=media):
                done = doing({user.username: user for user in User.objects.filter(is_demo=True)})
            yield done

    return fixture


def resumed(walk: Walk, people: dict[str, User]) -> Walk:
    """A copy of a walker that one test may lead on: its own people, rows read anew."""
    fresh = copy.deepcopy(
        {k: v for k, v in vars(walk).items() if k not in {"story", "people", "proposal", "agreement", "report"}}
    )
    taken = copy.copy(walk)
    vars(taken).update(fresh, people=people)
    for name in ("proposal", "agreement", "report"):
        if name in vars(walk):
            setattr(taken, name, type(getattr(walk, name)).objects.get(pk=getattr(walk, name).pk))
    return taken
