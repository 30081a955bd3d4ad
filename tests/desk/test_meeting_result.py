"""The result of each case of a meeting, recorded in the room of the meeting, through the one door."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Meeting
from kerjasama.workflow.models import StageEvent
from proposals.services import meetings
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked  # noqa: F401 - fixtures

CALL = {"held_at": "09:00", "place": "Aula", "agenda": "Pembahasan"}
first = walked(lambda cast: new_walk(cast, title="Trayek Perbatasan").to_verification().to_answer().to_tkksd())
second = walked(lambda cast: new_walk(cast, title="Air Minum Curah").to_verification().to_answer().to_tkksd())


@pytest.fixture
def called(first: Walk, second: Walk, people) -> Meeting:  # noqa: F811
    """A meeting of today about two cases, nobody's attendance recorded yet."""
    cases = [resumed(walk, people).proposal for walk in (first, second)]
    return meetings.convene(cases, **CALL, held_on=clock.today(), by=people["ratna"])


@pytest.fixture
def attended(called: Meeting, people) -> Meeting:  # noqa: F811
    came = {member.pk: ("SELF", "") for member in selectors.invited(called) if member.is_fixed}
    meetings.attend(called, came, by=people["ratna"])
    return called


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(item: AgendaItem) -> str:
    return reverse("admin:reviews_meeting_result", args=[item.meeting_id, item.subject.code])


def typed(item: AgendaItem, **changed: str) -> dict[str, str]:
    whole = {
        "occurred_on": f"{item.meeting.held_on:%d-%m-%Y}", "discussion": "Sesuai rencana.", "conclusion": "WITH_REPAIR",
        "condition_1": "Peta trayek.", "owner_1": "Dinas Perhubungan", "expect": str(item.subject.act_count),
    }  # fmt: skip
    return {**whole, **changed}


def test_every_case_of_the_meeting_is_concluded_where_it_was_held(attended, people) -> None:  # noqa: F811
    one, two = attended.items.order_by("pk").prefetch_related("subject")
    client, room = client_of(people["ratna"]), attended.get_absolute_url()
    words = client.get(room).content.decode()
    assert page_of(one) in words
    assert page_of(two) in words
    assert "Kuorum terpenuhi" in client.get(page_of(one)).content.decode()
    done = client.post(page_of(one), typed(one), follow=True)
    assert done.redirect_chain == [(room, 302)]
    assert "1 usulan belum disimpulkan." in done.content.decode()
    assert page_of(one) not in done.content.decode()
    one.refresh_from_db()
    assert (one.conclusion, one.discussion, one.concluded_by) == ("WITH_REPAIR", "Sesuai rencana.", people["ratna"])
    assert [(c.text, c.owner_unit.code) for c in one.conditions.all()] == [("Peta trayek.", "DISHUB")]
    event = StageEvent.objects.get(act="record_meeting")
    assert (event.object_id, event.data["conclusion"], len(event.data["documents"])) == (
        one.object_id,
        "WITH_REPAIR",
        2,
    )
    plain = typed(two, conclusion="RECOMMENDED", condition_1="", owner_1="")
    last = client.post(page_of(two), plain, follow=True).content.decode()
    assert "Semua usulan pada rapat ini sudah disimpulkan." in last
    assert meetings.open_cases(attended) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"discussion": " "}, "discussion"),
        ({"conclusion": ""}, "conclusion"),
        ({"condition_1": ""}, "condition_1"),
        ({"owner_1": ""}, "owner_1"),
        ({"due_1": "besok"}, "due_1"),
        ({"occurred_on": "01-01-2020"}, "occurred_on"),
    ],
)
def test_what_is_lacking_is_said_and_nothing_typed_is_lost(attended, people, changed, field) -> None:  # noqa: F811
    item = attended.items.order_by("pk").first()
    given = typed(item, **{"owner_2": "Tim teknis", **changed})
    answer = client_of(people["ratna"]).post(page_of(item), given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert 'value="Tim teknis"' in answer.content.decode()
    item.refresh_from_db()
    assert item.conclusion == ""


def test_no_result_before_the_attendance_makes_a_quorum(called, people) -> None:  # noqa: F811
    item, client = called.items.order_by("pk").first(), client_of(people["ratna"])
    before = client.get(page_of(item), follow=True)
    assert "Catat daftar hadir rapat lebih dahulu." in before.content.decode()
    meetings.attend(called, {selectors.invited(called)[0].pk: ("SELF", "")}, by=people["ratna"])
    few = client.post(page_of(item), typed(item), follow=True)
    assert "Kuorum belum terpenuhi" in few.content.decode()
    assert not AgendaItem.objects.exclude(conclusion="").exists()


def test_it_is_the_act_of_whoever_may_record_it_on_the_case(attended, people) -> None:  # noqa: F811
    item = attended.items.order_by("pk").first()
    own = f"/usulan/{item.subject.code}/tindakan/catat-hasil-rapat/"
    for name in ("dewi", "hukum", "nurhayati", "inspektur", "dlh", "dishub", "setwan", "admin"):
        client = client_of(people[name])
        told = client.get(attended.get_absolute_url()).content.decode()
        codes = {client.get(page_of(item)).status_code, client.post(page_of(item), typed(item)).status_code}
        allowed = client.get(own).status_code == 200
        assert allowed == (page_of(item) in told), name
        assert allowed or codes <= {302, 403, 404}, (name, codes)
    assert StageEvent.objects.filter(act="record_meeting").count() == 0
    assert Client().get(page_of(item)).status_code == 302


def test_a_case_is_concluded_in_its_own_meeting_only(attended, people) -> None:  # noqa: F811
    item, client = attended.items.order_by("pk").first(), client_of(people["ratna"])
    later = clock.today() + timedelta(days=1)
    other = meetings.carry_on(attended, **CALL, held_on=later, by=people["ratna"])
    assert client.get(page_of(item)).status_code == 404
    there = reverse("admin:reviews_meeting_result", args=[other.pk, "KSDD-1999-001"])
    assert client.get(there).status_code == 404
