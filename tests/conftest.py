"""What every test may ask for.

db          the application's role in one transaction that is rolled back (for nearly every test)
fresh_db    a database of its own, copied from the template, for tests that commit
task_queue  tasks become rows for `db_worker`, as in production, instead of running at once
site        gunicorn and worker as processes on a fresh database; `page` opens it in a browser
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis
from pytest_django.plugin import DjangoDbBlocker

from tests.support import databases
from tests.support.nursery import Nursery
from tests.support.site import Site, free_port

NO_TRUNCATION = "Emptying tables is refused by the database itself. Use the fixture fresh_db for tests that commit."
CHROMIUM = "/usr/bin/chromium"

# How fast a machine is says nothing about whether the code is right.
hypothesis.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("house")


def _name(kind: str) -> str:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return f"{databases.PREFIX}_run_{os.getpid()}_{worker}_{kind}"


@pytest.fixture(scope="session")
def template_database(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Name of the migrated database all others are copied from."""
    with django_db_blocker.unblock(), databases.template() as name:
        yield name


@pytest.fixture(scope="session")
def django_db_setup(template_database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Our own database of this run, in place of the one Django would build as the application's role."""
    with django_db_blocker.unblock():
        databases.recreate(_name("shared"), template_database)
    yield
    with django_db_blocker.unblock():
        databases.drop(_name("shared"))
        databases.finish()


@pytest.fixture
def fresh_db(
    template_database: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> Iterator[str]:
    """A database of its own in which the test may commit; its name. Connections `default` and `owner` speak to it."""
    if "db" in request.fixturenames or request.node.get_closest_marker("django_db"):
        pytest.fail("fresh_db stands alone: leave out db and the mark django_db.")
    with django_db_blocker.unblock():
        databases.recreate(_name("fresh"), template_database)
        yield _name("fresh")
        databases.discard(_name("fresh"))
        databases.use(_name("shared"))


def _long_ones_first(items: list[pytest.Item]) -> list[pytest.Item]:
    """Two halves, as two workers begin on them, each with its share of the long tests, so that neither is left alone with one.

    The second begins with what needs no database: the first is still making the template.
    """
    long = [item for item in items if item.nodeid.startswith(LONG)]
    plain = [item for item in items if not item.nodeid.startswith(LONG) and not _uses_database(item)]
    known = {*long, *plain}
    short = [item for item in items if item not in known]
    one, other = long[::2], long[1::2]
    rest = max(len(items) // 2 - len(one), 0)
    return [*one, *short[:rest], *plain, *other, *short[rest:]]


def _uses_database(item: pytest.Item) -> bool:
    return bool(
        item.get_closest_marker("django_db") or {"django_db_setup", "db"} & {*getattr(item, "fixturenames", ())}
    )


@pytest.fixture
def transactional_db() -> None:
    pytest.fail(NO_TRUNCATION)


@pytest.fixture
def django_db_reset_sequences() -> None:
    pytest.fail(NO_TRUNCATION)


#: What runs longest by far.
LONG = ("tests/journeys/", "tests/workflow/test_stateful.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = _long_ones_first(items)
    for item in items:
        mark = item.get_closest_marker("django_db")
        if mark and (mark.kwargs.get("transaction") or mark.kwargs.get("reset_sequences") or mark.args):
            raise pytest.UsageError(f"{item.nodeid}: {NO_TRUNCATION}")


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test writes into the files of the product."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "media"


@pytest.fixture
def task_queue(settings: Any) -> None:
    """Tasks enqueued here are rows of the database, as in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}


@pytest.fixture
def site_settings() -> dict[str, str]:
    """Variables with which the site runs beside those of every test; a module may give others."""
    return {}


@pytest.fixture(scope="session")
def site_port() -> int:
    return free_port()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where the processes of all sites of this run come from."""
    found = Nursery()
    yield found
    found.close()


@pytest.fixture
def site(
    fresh_db: str, task_queue: None, settings: Any, site_settings: dict[str, str], site_port: int, nursery: Nursery,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:  # fmt: skip
    """A running site (see tests.support.site.Site) on the test's own database.

    Its port and folder are those of the site before, so that its processes begin with the same variables.
    """
    folder, media = tmp_path_factory.getbasetemp() / "site", Path(settings.MEDIA_ROOT)
    running = Site(folder, fresh_db, media, site_port, nursery, site_settings)
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's chromium in place of one that Playwright would have to download."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    plain = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": [*plain, *quiet]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    screen = {"width": 1440, "height": 900}
    return {**browser_context_args, "locale": "id-ID", "timezone_id": "Asia/Jakarta", "viewport": screen}
