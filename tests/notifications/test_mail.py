from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django_tasks_db.models import DBTaskResult

from kerjasama.core.outbox import MAX_ATTEMPTS, PAUSES
from kerjasama.notifications.tasks import send_mail_of
from tests.factories.accounts import UserFactory
from tests.factories.notifications import NotificationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("task_queue")]
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


class BrokenServer(EmailBackend):
    def send_messages(self, messages):
        raise OSError("peladen surel tidak menjawab")


@pytest.fixture(autouse=True)
def site_address(settings):
    settings.SITE_URL = "https://kerjasama.example/"


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = "tests.notifications.test_mail.BrokenServer"


@time_machine.travel(NOW, tick=False)
def test_the_mail_carries_the_line_and_an_absolute_link():
    line = NotificationFactory(user=UserFactory(full_name="Ani & Budi", email="ani@wanasari.example"))
    assert send_mail_of.func(line.pk) == "sent"
    message = mail.outbox[0]
    assert (message.to, message.subject) == (["ani@wanasari.example"], "Usulan menunggu paraf Anda")
    assert message.body.splitlines() == [
        "Yth. Ani & Budi,",
        "",
        "Usulan menunggu paraf Anda",
        "",
        "Usulan Pengelolaan air bersih.",
        "",
        "Buka: https://kerjasama.example/usulan/1/",
        "",
        "Surel ini dikirim oleh aplikasi kerja sama daerah. Balasan ke alamat ini tidak dibaca.",
    ]
    line.refresh_from_db()
    assert (line.mailed_at, line.mail_attempts, line.mail_error) == (NOW, 1, "")


def test_a_second_run_sends_nothing():
    line = NotificationFactory()
    send_mail_of.func(line.pk)
    assert send_mail_of.func(line.pk) == "already sent"
    assert len(mail.outbox) == 1


def test_a_line_break_in_a_title_cannot_add_a_header():
    line = NotificationFactory(title="Judul\r\nBcc: semua@wanasari.example")
    send_mail_of.func(line.pk)
    assert mail.outbox[0].subject == "Judul Bcc: semua@wanasari.example"
    assert mail.outbox[0].recipients() == [line.user.email]


@pytest.mark.parametrize("gone", [{"email": ""}, {"is_active": False}])
def test_nothing_is_sent_to_those_without_address_or_account(gone):
    line = NotificationFactory(user=UserFactory(**gone))
    assert send_mail_of.func(line.pk) == "not sent"
    line.refresh_from_db()
    assert (mail.outbox, line.mailed_at) == ([], None)
    assert line.mail_error == "Penerima tidak memiliki alamat surel atau sudah tidak aktif."


@pytest.mark.parametrize("failed_before", range(MAX_ATTEMPTS - 1))
@time_machine.travel(NOW, tick=False)
def test_a_failure_is_kept_and_tried_again_after_a_growing_pause(broken, failed_before):
    line = NotificationFactory(mail_attempts=failed_before)
    assert send_mail_of.func(line.pk) == "will retry"
    line.refresh_from_db()
    assert (line.mail_attempts, line.mailed_at) == (failed_before + 1, None)
    assert line.mail_error == "OSError: peladen surel tidak menjawab"
    task = DBTaskResult.objects.get()
    assert (task.run_after, task.args_kwargs["args"]) == (NOW + PAUSES[failed_before], [line.pk])


def test_after_the_fifth_failure_it_is_given_up_and_stays_visible(broken):
    line = NotificationFactory(mail_attempts=MAX_ATTEMPTS - 1)
    assert send_mail_of.func(line.pk) == "given up"
    line.refresh_from_db()
    assert (line.mail_attempts, DBTaskResult.objects.count()) == (MAX_ATTEMPTS, 0)
    assert line.mail_error != ""


def test_the_pauses_grow():
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES, timedelta()) > timedelta(hours=2)


def test_the_queue_keeps_what_the_worker_needs_to_run_it():
    line = NotificationFactory()
    send_mail_of.enqueue(line.pk)
    stored = DBTaskResult.objects.get()
    assert stored.task_path == "kerjasama.notifications.tasks.send_mail_of"
    assert stored.task.func(*stored.args_kwargs["args"]) == "sent"
