"""E-mail as it really travels: to a mail server that listens, answers, refuses, and is not there."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django_tasks_db.models import DBTaskResult

from kerjasama.notifications.digest import send_digest_of
from kerjasama.notifications.outside import send_outside
from kerjasama.notifications.tasks import send_mail_of
from tests.factories.accounts import UserFactory
from tests.factories.notifications import NotificationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("task_queue")]
CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


class Postmaster:
    """Keeps what it was given; refuses whom it does not know, and everything while it is busy."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.unknown: set[str] = set()
        self.busy = False

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if address in self.unknown:
            return "550 5.1.1 tidak dikenal"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.busy:
            return "451 4.3.0 coba lagi nanti"
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def post(settings: Any) -> Iterator[Postmaster]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    postmaster = Postmaster()
    server = Controller(postmaster, hostname="127.0.0.1", port=port)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.SITE_URL = "https://kerjasama.example"
    server.start()
    yield postmaster
    server.stop()


def body_of(letter: EmailMessage) -> str:
    return letter.get_body(("plain",)).get_content().replace("\r\n", "\n").strip()


def test_a_notice_arrives_whole(post: Postmaster) -> None:
    line = NotificationFactory(user=UserFactory(full_name="Ani Ångström", email="ani@wanasari.example"))
    assert send_mail_of.func(line.pk) == "sent"
    (letter,) = post.letters
    assert (letter["To"], letter["Subject"]) == ("ani@wanasari.example", "Usulan menunggu paraf Anda")
    assert body_of(letter).splitlines()[0] == "Yth. Ani Ångström,"
    assert "Buka: https://kerjasama.example/usulan/1/" in body_of(letter).splitlines()


def test_an_invitation_carries_its_calendar_file(post: Postmaster) -> None:
    line = NotificationFactory(calendar=CALENDAR)
    send_mail_of.func(line.pk)
    (part,) = post.letters[0].iter_attachments()
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == (
        "text/calendar",
        "REQUEST",
        "rapat.ics",
    )
    assert part.get_content().splitlines() == CALENDAR.splitlines()


def test_a_busy_server_gets_it_once_when_it_is_free_again(post: Postmaster) -> None:
    line = NotificationFactory()
    post.busy = True
    assert send_mail_of.func(line.pk) == "will retry"
    line.refresh_from_db()
    assert "451" in line.mail_error
    assert DBTaskResult.objects.count() == 1
    post.busy = False
    assert [send_mail_of.func(line.pk), send_mail_of.func(line.pk)] == ["sent", "already sent"]
    assert len(post.letters) == 1


def test_an_unknown_recipient_is_kept_as_the_server_said_it(post: Postmaster) -> None:
    line = NotificationFactory()
    post.unknown.add(line.user.email)
    assert send_mail_of.func(line.pk) == "will retry"
    line.refresh_from_db()
    assert line.mail_error.startswith("SMTPRecipientsRefused:")
    assert "550" in line.mail_error
    assert post.letters == []


def test_no_server_at_all_loses_nothing(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        settings.EMAIL_HOST, settings.EMAIL_PORT = taken.getsockname()
        line = NotificationFactory()
        assert send_mail_of.func(line.pk) == "will retry"
    line.refresh_from_db()
    assert line.mail_error.startswith("ConnectionRefusedError:")


def test_a_letter_outside_arrives_with_its_link(post: Postmaster) -> None:
    told = send_outside.func(
        "mitra@contoh.example",
        "Sari",
        "Permohonan\nditerima",
        ["Permohonan Anda diterima."],
        "https://a.example/lacak/",
    )
    assert told == "sent"
    (letter,) = post.letters
    assert (letter["To"], letter["Subject"]) == ("mitra@contoh.example", "Permohonan diterima")
    assert "https://a.example/lacak/" in body_of(letter)


def test_a_digest_arrives_as_one_letter(post: Postmaster) -> None:
    person = UserFactory(full_name="Ani", email="ani@wanasari.example")
    day = "2026-11-23"
    for title in ("Usulan dikembalikan: KSDD-2026-001", "Usulan ditolak: KSDD-2026-002"):
        NotificationFactory(user=person, title=title, in_digest=True, digest_on=day)
    assert [send_digest_of.func(person.pk, day), send_digest_of.func(person.pk, day)] == ["sent", "nothing to send"]
    (letter,) = post.letters
    assert letter["Subject"] == "Ringkasan kerja sama, 23 November 2026: 2 kabar"
    assert [line for line in body_of(letter).splitlines() if line.startswith("- ")] == [
        "- Usulan dikembalikan: KSDD-2026-001", "- Usulan ditolak: KSDD-2026-002",
    ]  # fmt: skip
