"""The ground the other tests stand on."""

import urllib.request

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections
from django_tasks_db.models import DBTaskResult
from psycopg2.errors import InsufficientPrivilege, ObjectInUse

from kerjasama.accounts.tasks import send_invitation_of
from kerjasama.core.models import Holiday
from kerjasama.documents.tasks import render_document
from kerjasama.notifications.tasks import send_mail_of
from kerjasama.workflow.models import StageEvent
from tests.support import databases


def _role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_tests_work_in_the_role_of_the_application():
    assert _role() == settings.DATABASES["default"]["USER"] != connections["owner"].settings_dict["USER"]


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["UPDATE {} SET seq = 9", "DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}"])
def test_the_application_cannot_touch_the_ledger(statement):
    with pytest.raises(DatabaseError, match="permission denied|must be owner"), connection.cursor() as cursor:
        cursor.execute(statement.format(StageEvent._meta.db_table))


def test_the_driver_is_psycopg2():
    with pytest.raises(ImportError):
        __import__("psycopg")


@pytest.mark.parametrize("_round", [1, 2])
def test_each_committing_test_gets_a_fresh_database(fresh_db, _round):
    assert Holiday.objects.filter(name="Hari uji").count() == 0
    Holiday.objects.create(date="2031-01-02", name="Hari uji", kind="LOCAL")
    assert Holiday.objects.filter(name="Hari uji").count() == 1
    assert Holiday.objects.using("owner").filter(name="Hari uji").count() == 1


@pytest.mark.django_db
def test_nothing_of_it_reaches_the_other_tests():
    assert Holiday.objects.filter(name="Hari uji").count() == 0


@pytest.mark.django_db
def test_tasks_can_be_rows(task_queue):
    send_mail_of.enqueue(1)
    assert DBTaskResult.objects.count() == 1


def test_the_site_answers_and_survives_being_killed(site):
    with urllib.request.urlopen(f"{site.url}/healthz", timeout=10) as answer:
        assert answer.status == 200
    site.kill_web()
    with pytest.raises(OSError, match="refused|reset"):
        urllib.request.urlopen(f"{site.url}/healthz", timeout=10)
    site.restart_web()
    send_mail_of.enqueue(0)
    site.run_worker_until_idle()
    assert list(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED"]


def test_mail_goes_before_papers_that_wait_to_be_printed(site):
    site.kill_worker()
    DBTaskResult.objects.all().delete()
    for _ in range(3):
        render_document.enqueue(0)
    send_mail_of.enqueue(0)
    send_invitation_of.enqueue(0)
    site.run_worker_until_idle()
    ran = DBTaskResult.objects.order_by("started_at").values_list("task_path", flat=True)
    assert [path.rpartition(".")[2] for path in ran] == [
        "send_invitation_of", "send_mail_of", "render_document", "render_document", "render_document",
    ]  # fmt: skip


@pytest.mark.parametrize(("cause", "swallowed"), [(InsufficientPrivilege, True), (ObjectInUse, False)])
def test_only_a_database_that_autovacuum_holds_is_left_to_the_next_run(monkeypatch, cause, swallowed):
    def refuse(name):
        raise DatabaseError(name) from cause(name)

    monkeypatch.setattr(databases, "_drop", refuse)
    monkeypatch.setattr(databases, "leave", lambda: None)
    if swallowed:
        databases.drop("test_kerjasama_run_0_nothing")
    else:
        with pytest.raises(DatabaseError, match="test_kerjasama_run_0_nothing"):
            databases.drop("test_kerjasama_run_0_nothing")


@pytest.mark.browser
def test_the_sign_in_page_opens_in_a_browser(site, page):
    problems = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(f"{site.url}/akun/masuk/")
    assert page.get_by_role("button", name="Masuk").count() == 1
    assert problems == []
