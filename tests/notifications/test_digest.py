"""A digest by choice: news wait for the morning, what waits for the person does not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.core import mail
from django_tasks_db.models import DBTaskResult

from kerjasama.accounts.models import User
from kerjasama.notifications.digest import send_digest_of, send_digests
from kerjasama.notifications.models import Notification
from kerjasama.notifications.services import tell
from tests.factories.accounts import UserFactory
from tests.factories.core import HolidayFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("task_queue")]
# Monday 23 November 2026; the region's clock is seven hours ahead.
SEVEN, SIX = datetime(2026, 11, 23, 0, 0, tzinfo=UTC), datetime(2026, 11, 22, 23, 0, tzinfo=UTC)
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 22)


@pytest.fixture
def ani() -> User:
    return UserFactory(full_name="Ani", email="ani@wanasari.example", mail_mode="DIGEST")


def queued() -> list[tuple[str, list[Any]]]:
    return [
        (row.task_path.rsplit(".", 1)[1], row.args_kwargs["args"])
        for row in DBTaskResult.objects.order_by("enqueued_at")
    ]


def news(person: User, key: str) -> Notification:
    return tell([person], key=key, title=f"Kabar {key}", url="/usulan/KSDD-2026-001/", news=True)[0]


def test_news_wait_and_a_turn_does_not(ani: User) -> None:
    kept = news(ani, "a")
    turn = tell([ani], key="b", title="Giliran Anda")[0]
    assert (kept.in_digest, turn.in_digest) == (True, False)
    assert queued() == [("send_mail_of", [turn.pk])]


def test_who_chose_nothing_gets_each_at_once() -> None:
    line = news(UserFactory(), "a")
    assert (line.in_digest, queued()) == (False, [("send_mail_of", [line.pk])])


@time_machine.travel(SEVEN, tick=False)
def test_one_each_morning_however_often_the_clock_asks(ani: User) -> None:
    news(ani, "a")
    news(ani, "b")
    assert [send_digests(MONDAY), send_digests(MONDAY)] == [1, 0]
    # What comes later in the day waits for tomorrow.
    late = news(ani, "c")
    assert send_digests(MONDAY) == 0
    assert queued() == [("send_digest_of", [ani.pk, "2026-11-23"])]
    send_digest_of.func(ani.pk, "2026-11-23")
    late.refresh_from_db()
    assert late.mailed_at is None
    with time_machine.travel(datetime(2026, 11, 24, 0, 0, tzinfo=UTC), tick=False):
        assert send_digests(TUESDAY) == 1


@pytest.mark.parametrize(("moment", "day"), [(SIX, MONDAY), (datetime(2026, 11, 22, 3, 0, tzinfo=UTC), SUNDAY)])
def test_never_before_seven_nor_on_a_sunday(ani: User, moment: datetime, day: date) -> None:
    with time_machine.travel(moment, tick=False):
        news(ani, "a")
        assert send_digests(day) == 0


@time_machine.travel(SEVEN, tick=False)
def test_never_on_a_holiday(ani: User) -> None:
    HolidayFactory(date=MONDAY)
    news(ani, "a")
    assert send_digests(MONDAY) == 0


@time_machine.travel(SEVEN, tick=False)
def test_the_letter_names_each_with_its_link(ani: User) -> None:
    news(ani, "a")
    news(ani, "b")
    send_digests(MONDAY)
    assert send_digest_of.func(ani.pk, "2026-11-23") == "sent"
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["ani@wanasari.example"], "Ringkasan kerja sama, 23 November 2026: 2 kabar")
    named = [line for line in letter.body.splitlines() if line.startswith(("- ", "Buka: "))]
    assert [line.split("http")[0] for line in named] == ["- Kabar a", "Buka: ", "- Kabar b", "Buka: "]
    assert set(Notification.objects.values_list("mailed_at", "mail_attempts")) == {(SEVEN, 1)}


@time_machine.travel(SEVEN, tick=False)
def test_a_digest_that_fails_is_tried_again_and_kept(ani: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "tests.notifications.test_mail.BrokenServer"
    line = news(ani, "a")
    send_digests(MONDAY)
    told = [send_digest_of.func(ani.pk, "2026-11-23") for _ in range(5)]
    assert told == ["will retry"] * 4 + ["given up"]
    line.refresh_from_db()
    assert (line.mail_attempts, line.mail_error) == (5, "OSError: peladen surel tidak menjawab")


def test_who_has_left_since_gets_none_and_the_lines_say_why(ani: User) -> None:
    line = news(ani, "a")
    Notification.objects.update(digest_on=MONDAY)
    User.objects.filter(pk=ani.pk).update(is_active=False)
    assert send_digest_of.func(ani.pk, MONDAY.isoformat()) == "not sent"
    line.refresh_from_db()
    assert (line.mailed_at, line.mail_error, mail.outbox) == (
        None,
        "Penerima tidak memiliki alamat surel atau sudah tidak aktif.",
        [],
    )
