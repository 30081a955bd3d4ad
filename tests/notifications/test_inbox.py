from datetime import UTC, datetime

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kerjasama.core import clock
from kerjasama.notifications import frame, selectors
from tests.factories.accounts import UserFactory
from tests.factories.notifications import NotificationFactory

pytestmark = pytest.mark.django_db


def moment(day):
    return datetime(2026, 11, day, 3, 0, tzinfo=UTC)


@pytest.fixture
def ani():
    return UserFactory(full_name="Ani", office="KABAG")


def test_unread_lines_come_first_then_the_newest(ani):
    read_new = NotificationFactory(user=ani, created_at=moment(9), read_at=moment(9))
    old = NotificationFactory(user=ani, created_at=moment(1))
    new = NotificationFactory(user=ani, created_at=moment(5))
    read_old = NotificationFactory(user=ani, created_at=moment(2), read_at=moment(20))
    NotificationFactory()
    assert list(selectors.inbox(ani)) == [new, old, read_new, read_old]


def test_the_figure_on_the_bell_takes_one_query(ani, rf, django_assert_num_queries):
    NotificationFactory.create_batch(2, user=ani)
    NotificationFactory(user=ani, read_at=moment(1))
    request = rf.get("/")
    assert frame.share(request) == {"unread_count": 0}
    request.user = ani
    with django_assert_num_queries(1):
        assert frame.share(request) == {"unread_count": 2}
    drawn = Template("{% load notifications %}{% unread_count %}").render(Context({"request": request}))
    assert drawn == "2"
    assert Template("{% load notifications %}{% unread_count %}").render(Context()) == "0"


def test_the_inbox_shows_my_lines_only(client, ani):
    NotificationFactory(user=ani, title="Untuk Ani")
    NotificationFactory(title="Untuk orang lain")
    client.force_login(ani)
    body = client.get(reverse("notifications:inbox")).content.decode()
    assert ("Untuk Ani" in body, "Untuk orang lain" in body) == (True, False)


def test_an_empty_inbox_says_so(client, ani):
    client.force_login(ani)
    assert "Belum ada pemberitahuan" in client.get(reverse("notifications:inbox")).content.decode()


def test_opening_the_page_marks_nothing(client, ani):
    line = NotificationFactory(user=ani)
    client.force_login(ani)
    client.get(reverse("notifications:inbox"))
    line.refresh_from_db()
    assert line.read_at is None


def test_reading_takes_a_post_and_may_open_the_case(client, ani):
    line = NotificationFactory(user=ani)
    client.force_login(ani)
    address = reverse("notifications:read", args=[line.pk])
    assert client.get(address).status_code == 405
    with clock.at(moment(7)):
        assert client.post(address, {"buka": "1"})["Location"] == "/usulan/1/"
    line.refresh_from_db()
    assert line.read_at == moment(7)
    assert client.post(address)["Location"] == "/pemberitahuan/"


def test_a_line_never_leads_off_this_site(client, ani):
    line = NotificationFactory(user=ani, url="https://jahat.example/")
    client.force_login(ani)
    response = client.post(reverse("notifications:read", args=[line.pk]), {"buka": "1"})
    assert response["Location"] == "/pemberitahuan/"


def test_the_line_of_another_is_not_there(client, ani):
    line = NotificationFactory()
    client.force_login(ani)
    assert client.post(reverse("notifications:read", args=[line.pk])).status_code == 404
    line.refresh_from_db()
    assert line.read_at is None


def test_all_are_marked_read_at_once(client, ani):
    NotificationFactory.create_batch(2, user=ani)
    client.force_login(ani)
    client.post(reverse("notifications:read_all"))
    assert selectors.unread_count(ani) == 0
    assert client.get(reverse("notifications:read_all")).status_code == 405


def test_the_inbox_is_paged_by_25(client, ani):
    NotificationFactory.create_batch(26, user=ani)
    client.force_login(ani)
    page = client.get(reverse("notifications:inbox"))
    assert (len(page.context["page_obj"]), page.context["page_obj"].paginator.num_pages) == (25, 2)


def test_the_page_takes_the_same_queries_for_one_line_and_for_three(client, ani):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("notifications:inbox"))
        return len(captured)

    NotificationFactory(user=ani)
    client.force_login(ani)
    queries()
    for_one = queries()
    NotificationFactory.create_batch(2, user=ani)
    assert queries() == for_one


def test_a_stranger_is_sent_to_the_door(client):
    line = NotificationFactory()
    assert client.get(reverse("notifications:inbox")).status_code == 302
    for name, args in (("read", [line.pk]), ("read_all", [])):
        assert client.post(reverse(f"notifications:{name}", args=args)).status_code == 302


@pytest.mark.parametrize("state", ["terkirim", "menunggu", "gagal"])
def test_the_admin_shows_what_became_of_the_mail_and_changes_nothing(client, state):
    client.force_login(UserFactory(office="ADMIN", is_staff=True))
    lines = {
        "terkirim": NotificationFactory(mailed_at=moment(1)),
        "menunggu": NotificationFactory(),
        "gagal": NotificationFactory(mail_error="OSError", mail_attempts=5),
    }
    changelist = reverse("admin:notifications_notification_changelist")
    found = client.get(changelist, {"surel": state}).context["cl"].result_list
    assert list(found) == [lines[state]]
    change = reverse("admin:notifications_notification_change", args=[lines[state].pk])
    assert client.get(change).status_code == 200
    assert client.post(change, {"title": "x"}).status_code == 403
    assert client.get(reverse("admin:notifications_notification_add")).status_code == 403
