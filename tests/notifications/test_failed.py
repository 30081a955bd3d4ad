"""E-mail that was given up: the administrator sees it, and sends it again."""

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.core.outbox import MAX_ATTEMPTS
from kerjasama.desk.worklist import tasks
from kerjasama.notifications.models import Notification
from kerjasama.notifications.services import send_again
from tests.factories.accounts import HoldingFactory, UserFactory
from tests.factories.notifications import NotificationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("task_queue")]
LIST = "/admin/notifications/notification/"


@pytest.fixture
def admin() -> User:
    return UserFactory(office="ADMIN", is_staff=True)


@pytest.fixture
def failed() -> Notification:
    return NotificationFactory(mail_attempts=MAX_ATTEMPTS, mail_error="OSError: peladen surel tidak menjawab")


def test_it_is_one_task_of_the_administrator(admin: User, failed: Notification) -> None:
    NotificationFactory(mail_attempts=1, mail_error="OSError: sebentar lagi")
    found = [task for task in tasks(admin) if "surel" in task.code]
    assert [(task.title, task.code, task.url) for task in found] == [
        (
            "Periksa surel yang gagal terkirim",
            "1 surel",
            f"{reverse('admin:notifications_notification_changelist')}?surel=menyerah",
        )
    ]


def test_nobody_else_is_troubled_with_it(failed: Notification) -> None:
    assert tasks(HoldingFactory(office=Office.BAGIAN).user) == []


def test_sending_again_starts_from_the_first_attempt(failed: Notification) -> None:
    done = NotificationFactory()
    assert send_again(Notification.objects.all()) == 1
    failed.refresh_from_db()
    assert (failed.mail_attempts, failed.mail_error) == (0, "")
    assert [row.args_kwargs["args"] for row in DBTaskResult.objects.all()] == [[failed.pk]]
    assert done.mail_attempts == 0


def test_from_the_list(admin: User, failed: Notification, client: Client) -> None:
    client.force_login(admin)
    assert client.get(f"{LIST}?surel=menyerah").context["cl"].queryset.get() == failed
    chosen = {"action": "send_again", "_selected_action": [failed.pk]}
    answer = client.post(f"{LIST}?surel=menyerah", chosen, follow=True)
    assert "1 surel dimasukkan kembali ke antrean." in answer.content.decode()
    assert DBTaskResult.objects.count() == 1
