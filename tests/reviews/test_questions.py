"""Questions of the DPRD and the TKKSD: asked in an office, answered once by who is asked, told to everyone concerned."""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours, UploadRefused
from kerjasama.notifications.models import Notification
from kerjasama.reviews import questions
from kerjasama.reviews.models import Question
from kerjasama.reviews.services import answer, ask
from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.documents import upload
from tests.factories.reviews import QuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(db):
    return OrgUnitFactory(name="Dinas Lingkungan Hidup")


@pytest.fixture
def opd(unit):
    return UserFactory(office="OPD", office__unit=unit)


@pytest.fixture
def bagian(db):
    return UserFactory(office="BAGIAN")


@pytest.fixture
def setwan(db):
    return UserFactory(office="SETWAN")


def told(what: str) -> set[str]:
    return set(Notification.objects.filter(key__endswith=what).values_list("user__username", flat=True))


def test_the_dprd_asks_and_is_answered(subject, unit, opd, bagian, kabag, setwan, monday):
    other_unit, colleague = UserFactory(office="OPD"), UserFactory(office="SETWAN")
    question = ask(subject, body="DPRD", words=" Berapa beban tahun ketiga? ", by=setwan, unit=unit)
    assert (question.text, question.asked_by, question.asked_as) == (
        "Berapa beban tahun ketiga?",
        setwan,
        "Sekretariat DPRD",
    )
    assert (question.asked_at, question.addressee, question.is_open) == (clock.now(), "Dinas Lingkungan Hidup", True)
    assert told(":asked") == {opd.username, bagian.username, kabag.username}
    monday.shift(timedelta(days=1))
    answer(question, words=" Rp1,2 miliar. ", by=opd, file=upload())
    question.refresh_from_db()
    assert (question.answer, question.answered_by, question.answered_as) == ("Rp1,2 miliar.", opd, "Perangkat daerah")
    assert (question.answered_at, question.answer_paper.kind, question.is_open) == (clock.now(), "ANSWER_PAPER", False)
    assert told(":answered") == {setwan.username, colleague.username}
    assert other_unit.username not in told(":asked")
    assert question.history.count() == 2


def test_a_member_of_the_tkksd_asks_by_the_same_way(subject, team, bagian):
    member = team.members.get(seat="CHANGING")
    question = ask(subject, body="TKKSD", words="Siapa pengelolanya?", by=member.user, url="/admin/x/#pertanyaan")
    assert question.asked_as == f"Anggota tidak tetap TKKSD ({member.title})"
    assert question.addressee == "Bagian Kerja Sama"
    assert Notification.objects.get(user=bagian).url == "/admin/x/#pertanyaan"
    answer(question, words="BLUD.", by=bagian)
    assert told(":answered") == {member.user.username}


@pytest.mark.parametrize("body", ["DPRD", "TKKSD", "INSPEKTORAT"])
def test_nobody_asks_in_an_office_that_is_not_his(subject, body, bagian):
    with pytest.raises(NotYours):
        ask(subject, body=body, words="Mengapa?", by=bagian)
    assert not Question.objects.exists()


def test_who_is_asked_answers_or_the_bagian_for_it(subject, unit, opd, bagian, kabag, setwan):
    question = QuestionFactory(about=subject, unit=unit)
    others = [setwan, UserFactory(office="OPD"), UserFactory(office="HUKUM"), UserFactory()]
    assert [questions.answering_seat(question, p) is not None for p in (opd, bagian, kabag)] == [True, True, True]
    assert [questions.answering_seat(question, person) for person in others] == [None] * 4
    for stranger in others:
        with pytest.raises(NotYours):
            answer(question, words="Ya.", by=stranger)
    # What is asked of the Bagian is not for a unit to answer.
    assert questions.answering_seat(QuestionFactory(about=subject), opd) is None


def test_an_answer_is_given_once(subject, opd, unit, bagian):
    question = QuestionFactory(about=subject, unit=unit)
    again = Question.objects.get(pk=question.pk)
    answer(question, words="Ya.", by=opd)
    with pytest.raises(NotYet) as refused:
        answer(again, words="Tidak.", by=bagian)
    assert "sudah dijawab" in str(refused.value)
    assert Question.objects.get(pk=question.pk).answer == "Ya."


@pytest.mark.parametrize("words", ["", "  \n "])
def test_words_are_needed_on_both_sides(subject, setwan, bagian, words):
    with pytest.raises(BadInput) as refused:
        ask(subject, body="DPRD", words=words, by=setwan)
    assert list(refused.value.errors) == ["words"]
    with pytest.raises(BadInput):
        answer(QuestionFactory(about=subject), words=words, by=bagian)


def test_a_false_paper_leaves_nothing_behind(subject, setwan):
    with pytest.raises(UploadRefused), transaction.atomic():
        ask(subject, body="DPRD", words="Mengapa?", by=setwan, file=upload(b"MZ bukan pdf"))
    assert (Question.objects.count(), Notification.objects.count()) == (0, 0)


def test_the_database_keeps_what_was_asked_and_answered(subject, unit):
    asked, answered = QuestionFactory(about=subject, unit=unit), QuestionFactory(about=subject, answered=True)
    refused = [
        lambda: Question.objects.filter(pk=asked.pk).update(text="Lain"),
        lambda: Question.objects.filter(pk=asked.pk).update(unit=None),
        lambda: Question.objects.filter(pk=answered.pk).update(answer="Lain"),
        lambda: Question.objects.filter(pk=asked.pk).update(answer="Setengah"),
        lambda: Question.objects.filter(pk=asked.pk).delete(),
        lambda: QuestionFactory(about=subject, text=""),
        lambda: QuestionFactory(about=subject, body="LAIN"),
    ]
    for change in refused:
        with pytest.raises(Error), transaction.atomic():
            change()


def test_each_reads_what_is_his(subject, team, setwan, opd, bagian):
    dprd, tkksd = QuestionFactory(about=subject), QuestionFactory(about=subject, body="TKKSD")
    QuestionFactory()
    member = team.members.first().user
    assert [list(questions.seen_by(p, subject)) for p in (bagian, opd, member)] == [[dprd, tkksd]] * 3
    assert list(questions.seen_by(setwan, subject)) == [dprd]
    assert list(questions.seen_by(UserFactory(), subject)) == []


def test_what_waits_for_whom(subject, unit, opd, bagian, setwan, django_assert_num_queries):
    to_unit = QuestionFactory(about=subject, unit=unit)
    to_bagian, _ = QuestionFactory(about=subject), QuestionFactory(about=subject, answered=True)
    assert [list(questions.waiting_for(p)) for p in (opd, bagian)] == [[to_unit], [to_unit, to_bagian]]
    assert [list(questions.waiting_for(p)) for p in (setwan, UserFactory(office="OPD"))] == [[], []]
    with django_assert_num_queries(1):
        assert [q.addressee for q in questions.waiting_for(bagian)] == [unit.name, "Bagian Kerja Sama"]
