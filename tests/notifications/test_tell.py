from datetime import UTC, datetime

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from kerjasama.accounts import permissions
from kerjasama.core import clock
from kerjasama.notifications import services
from kerjasama.notifications.models import Notification
from tests.factories.accounts import UserFactory
from tests.factories.notifications import NotificationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("task_queue")]
NEWS = {"key": "usulan:1:paraf", "title": "Menunggu paraf", "body": "Isi", "url": "/usulan/1/"}


def test_each_recipient_gets_a_line_and_a_queued_mail():
    people = [UserFactory(), UserFactory()]
    told = services.tell(people, **NEWS)
    assert [line.user for line in told] == people
    assert set(Notification.objects.values_list("title", "body", "url")) == {("Menunggu paraf", "Isi", "/usulan/1/")}
    queued = DBTaskResult.objects.values_list("args_kwargs", flat=True)
    assert sorted(task["args"][0] for task in queued) == [line.pk for line in told]


def test_the_same_occasion_reaches_nobody_twice():
    ani, budi = UserFactory(), UserFactory()
    services.tell([ani, ani], **NEWS)
    assert [line.user for line in services.tell([ani, budi], **NEWS)] == [budi]
    assert (Notification.objects.count(), DBTaskResult.objects.count()) == (2, 2)
    assert len(services.tell([ani], **{**NEWS, "key": "usulan:1:paraf:2"})) == 1


def test_the_inactive_and_the_clock_are_not_told():
    assert services.tell([UserFactory(is_active=False), permissions.system_user()], **NEWS) == []
    assert services.tell([], **NEWS) == []


def test_without_an_address_there_is_a_line_but_no_mail():
    assert len(services.tell([UserFactory(email="")], **NEWS)) == 1
    assert DBTaskResult.objects.count() == 0


def test_a_title_stays_on_one_line_and_within_its_column():
    line = services.tell([UserFactory()], **{**NEWS, "title": "Judul\r\nBcc: x\t" + "a" * 300})[0]
    assert line.title.startswith("Judul Bcc: x a")
    assert len(line.title) == 200


def test_a_rolled_back_act_tells_nobody():
    with pytest.raises(RuntimeError), transaction.atomic():
        services.tell([UserFactory()], **NEWS)
        raise RuntimeError
    assert (Notification.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_under_an_injected_clock_the_line_is_old_and_no_mail_leaves():
    then = datetime(2025, 1, 6, 3, 0, tzinfo=UTC)
    with clock.at(then):
        line = services.tell([UserFactory()], **NEWS)[0]
    assert line.created_at == then
    assert DBTaskResult.objects.count() == 0


@pytest.mark.parametrize("people", [1, 3])
def test_queries_grow_only_with_the_mails(people, django_assert_num_queries):
    recipients = UserFactory.create_batch(people)
    with django_assert_num_queries(5 + people):
        services.tell(recipients, **NEWS)


def test_one_line_is_marked_read_once_and_only_by_its_owner():
    line = NotificationFactory()
    stranger = UserFactory()
    assert services.mark_read(stranger, line.pk) is False
    assert services.mark_read(line.user, line.pk) is True
    line.refresh_from_db()
    first = line.read_at
    assert services.mark_read(line.user, line.pk) is True
    line.refresh_from_db()
    assert line.read_at == first


def test_the_whole_inbox_is_marked_read():
    line = NotificationFactory()
    NotificationFactory(user=line.user)
    NotificationFactory()
    assert services.mark_all_read(line.user) == 2
    assert services.mark_all_read(line.user) == 0
    assert Notification.objects.filter(read_at=None).count() == 1
