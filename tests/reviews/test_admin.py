from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kerjasama.reviews.models import Member, Team
from tests.factories.accounts import UserFactory
from tests.factories.reviews import TeamFactory

pytestmark = pytest.mark.django_db


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(db):
    return client_of(UserFactory(office="KABAG", is_staff=True))


def seats(*rows):
    """The inline of a new team, one row for each (user, seat)."""
    typed = {"members-TOTAL_FORMS": str(len(rows)), "members-INITIAL_FORMS": "0"}
    for place, (user, seat) in enumerate(rows):
        row = {"user": str(user.pk), "seat": seat, "title": "Kepala"}
        typed |= {f"members-{place}-{field}": value for field, value in row.items()}
    return typed


DECREE = {"decree_number": "100.3.7/12/KEP/2026", "decree_date": "02-01-2026", "starts_on": "05-01-2026", "ends_on": ""}


def test_a_decree_is_typed_on_one_page(keeper):
    chair, fixed = UserFactory(), UserFactory()
    answer = keeper.post(reverse("admin:reviews_team_add"), {**DECREE, **seats((chair, "CHAIR"), (fixed, "FIXED"))})
    assert answer.status_code == 302
    assert list(Member.objects.order_by("pk").values_list("user", "seat", "since")) == [
        (chair.pk, "CHAIR", date(2026, 1, 5)),
        (fixed.pk, "FIXED", date(2026, 1, 5)),
    ]
    assert Team.objects.get().history.get().history_change_reason == "Keputusan Kepala Daerah Nomor 100.3.7/12/KEP/2026"


def test_a_decree_without_a_chair_is_shown_again(keeper):
    answer = keeper.post(reverse("admin:reviews_team_add"), {**DECREE, **seats((UserFactory(), "FIXED"))})
    assert answer.status_code == 200
    assert "tepat satu ketua" in answer.content.decode()
    assert not Team.objects.exists()


def test_an_overlapping_decree_is_shown_again(keeper):
    TeamFactory()
    answer = keeper.post(reverse("admin:reviews_team_add"), {**DECREE, **seats((UserFactory(), "CHAIR"))})
    assert answer.status_code == 200
    assert "masih berlaku sampai" in answer.content.decode()


def test_a_member_joins_a_standing_team(keeper, team):
    joining = UserFactory()
    page = reverse("admin:reviews_team_change", args=[team.pk])
    assert keeper.get(page).status_code == 200
    typed = {**seats((joining, "CHANGING")), "members-0-since": "23-11-2026", "last_day": "", "reason": ""}
    assert keeper.post(page, typed).status_code == 302
    assert team.members.get(user=joining).since == date(2026, 11, 23)
    team.refresh_from_db()
    assert team.ends_on == date(2030, 12, 31)


def test_a_taken_seat_is_said_at_its_row(keeper, team):
    page = reverse("admin:reviews_team_change", args=[team.pk])
    answer = keeper.post(page, {**seats((UserFactory(), "CHAIR")), "last_day": "", "reason": ""})
    assert answer.status_code == 200
    assert "Kedudukan ini sudah diisi." in answer.content.decode()


def test_a_team_and_a_member_are_ended_with_a_reason(keeper, team):
    member = team.members.get(seat="CHANGING")
    page = reverse("admin:reviews_member_change", args=[member.pk])
    assert keeper.get(page).status_code == 200
    assert keeper.post(page, {"last_day": "22-11-2026", "reason": ""}).status_code == 200
    assert keeper.post(page, {"last_day": "22-11-2026", "reason": "Mutasi"}).status_code == 302
    member.refresh_from_db()
    assert member.ended_on == date(2026, 11, 22)
    page = reverse("admin:reviews_team_change", args=[team.pk])
    typed = {**seats(), "last_day": "31-12-2026", "reason": "Keputusan baru"}
    assert keeper.post(page, typed).status_code == 302
    team.refresh_from_db()
    assert team.ends_on == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("office", "reads", "writes"),
    [("ADMIN", 200, 200), ("KABAG", 200, 200), ("INSPEKTORAT", 200, 403), ("TKKSD", 403, 403), ("BAGIAN", 403, 403)],
)
def test_who_keeps_and_who_reads(office, reads, writes, team):
    client = client_of(UserFactory(office=office, is_staff=True))
    member = team.members.first()
    assert client.get(reverse("admin:reviews_team_changelist")).status_code == reads
    assert client.get(reverse("admin:reviews_member_changelist")).status_code == reads
    assert client.get(reverse("admin:reviews_member_change", args=[member.pk])).status_code == reads
    assert client.get(reverse("admin:reviews_team_change", args=[team.pk])).status_code == reads
    assert client.get(reverse("admin:reviews_team_add")).status_code == writes
    assert client.get(reverse("admin:reviews_team_delete", args=[team.pk])).status_code == 403
    assert client.get(reverse("admin:reviews_member_add")).status_code == 403
