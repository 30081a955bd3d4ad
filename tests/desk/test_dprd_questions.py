"""Questions of the DPRD over its pages and those of the executive: who asks, who answers, who reads."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.demo.walk import Walk
from kerjasama.desk import worklist
from kerjasama.notifications.models import Notification
from kerjasama.reviews.models import Question
from tests.desk.test_dprd_pages import client_of, on, page, received, sent
from tests.factories.accounts import HoldingFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.reviews import QuestionFactory
from tests.support.wanasari import new_walk

pytestmark = pytest.mark.usefixtures("quick_press")
__all__ = ["client_of"]

Sign = Callable[[str], Client]


@pytest.fixture
def member(people: dict[str, User]) -> Client:
    """A member of the DPRD."""
    client = Client()
    client.force_login(UserFactory(office=Office.DPRD_MEMBER))
    return client


def answer_page(walk: Walk, question: Question) -> str:
    return f"/usulan/{walk.proposal.code}/pertanyaan/{question.pk}/jawab/"


def test_the_dprd_asks_and_the_unit_answers(people, client_of) -> None:
    walk, setwan, dlh = received(people), client_of("setwan"), client_of("dlh")
    with on(walk.day):
        asked = setwan.post(page(walk, "pertanyaan/"), {"to": "UNIT", "words": "Berapa beban tahun ketiga?"})
        question = Question.objects.get()
        task = [t for t in worklist.tasks(people["dlh"]) if t.title == "Jawab pertanyaan DPRD"]
        offered = dlh.get(walk.proposal.get_absolute_url()).content.decode()
        answered = dlh.post(answer_page(walk, question), {"words": "Rp1,2 miliar dari APBD."})
        seen = setwan.get(page(walk)).content.decode()
        again = dlh.post(answer_page(walk, question), {"words": "Lain."})
        left = [t for t in worklist.tasks(people["dlh"]) if t.title == "Jawab pertanyaan DPRD"]
    assert (asked.status_code, asked["Location"]) == (302, page(walk) + "#pertanyaan")
    assert question.unit == walk.proposal.lead_unit
    assert [t.action_url for t in task] == [answer_page(walk, question)]
    assert answer_page(walk, question) in offered
    assert (answered.status_code, again.status_code, left) == (302, 409, [])
    assert "Rp1,2 miliar dari APBD." in seen
    told = Notification.objects.get(user=people["setwan"], key=f"question:{question.pk}:answered")
    assert told.url == walk.proposal.get_absolute_url() + "#pertanyaan"


def test_an_empty_question_and_a_false_paper_are_shown_again(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")
    from_nothing = client.post(page(walk, "pertanyaan/"), {"to": "BAGIAN", "words": " "})
    assert (from_nothing.status_code, list(from_nothing.context["form"].errors)) == (422, ["words"])
    assert not Question.objects.exists()


@pytest.mark.parametrize("username", ["dewi", "dlh", "aditya"])
def test_only_the_sekretariat_asks(people, client_of, username) -> None:
    walk = received(people)
    assert client_of(username).post(page(walk, "pertanyaan/"), {"to": "UNIT", "words": "?"}).status_code == 403


def test_who_is_not_asked_has_no_page_to_answer(people, client_of) -> None:
    walk = received(people)
    question = QuestionFactory(about=walk.proposal, unit=walk.proposal.lead_unit)
    tkksd = QuestionFactory(about=walk.proposal, body="TKKSD")
    codes = {name: client_of(name).get(answer_page(walk, question)).status_code for name in
             ("dlh", "dewi", "ratna", "hukum", "setwan", "dispar")}  # fmt: skip
    assert codes == {"dlh": 200, "dewi": 200, "ratna": 200, "hukum": 403, "setwan": 403, "dispar": 404}
    assert client_of("setwan").get(answer_page(walk, tkksd)).status_code == 404
    assert "TKKSD" not in client_of("setwan").get(page(walk)).context["questions"]


def test_after_the_decision_nothing_is_asked(people, client_of) -> None:
    walk = received(people).later(5).decide("APPROVED")
    client = client_of("setwan")
    assert client.get(page(walk)).context["may_ask"] is False
    assert client.post(page(walk, "pertanyaan/"), {"to": "UNIT", "words": "?"}).status_code == 409


def test_more_questions_cost_no_more_queries(people, client_of) -> None:
    walk, client = received(people), client_of("setwan")

    def cost() -> int:
        client.get(page(walk))
        with CaptureQueriesContext(connection) as caught:
            client.get(page(walk))
        return len(caught)

    QuestionFactory(about=walk.proposal, asked_by=people["setwan"])
    one = cost()
    for _ in range(5):
        QuestionFactory(about=walk.proposal, asked_by=people["setwan"], answered=True)
    assert cost() == one


# a seat to read


def test_a_member_reads_everything_of_the_dprd_and_acts_in_nothing(people, member) -> None:
    walk, other = received(people), new_walk(people).to_verification()
    addresses = ("/dprd/", "/dprd/unduh.csv", "/dprd/riwayat/", "/dprd/statistik/", "/panduan/", page(walk))
    assert [member.get(a).status_code for a in addresses] == [200] * 6
    shown = member.get(page(walk)).context
    assert (shown["acts"], shown["may_ask"]) == ([], False)
    forced = [
        member.get(page(walk, "tindakan/putuskan-dprd/")).status_code,
        member.post(page(walk, "tindakan/terima-di-dprd/"), {}).status_code,
        member.post(page(walk, "pertanyaan/"), {"words": "?"}).status_code,
    ]
    assert forced == [403, 403, 403]
    assert member.get(page(other)).status_code == 404
    assert member.get("/")["Location"] == "/dprd/"


def test_the_dprd_opens_only_what_was_laid_before_it(people, client_of, member) -> None:
    walk = sent(people)
    theirs = DocumentFactory(subject=walk.proposal, kind="KAK")
    inside = DocumentFactory(subject=walk.proposal, kind="TKKSD_QUESTION")
    codes = [
        [client.get(d.get_absolute_url()).status_code for d in (theirs, inside)]
        for client in (client_of("setwan"), member, client_of("dewi"))
    ]
    # The bytes of these are not there: 410 says that the paper itself may be opened.
    assert codes == [[410, 404], [410, 404], [410, 410]]
    HoldingFactory(user=people["setwan"], office=Office.BAGIAN)
    assert client_of("setwan").get(inside.get_absolute_url()).status_code == 410
