"""The admin of the TKKSD: who may do what, over the real pages."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from kerjasama.core import clock
from kerjasama.demo.walk import Walk
from kerjasama.documents.models import Document
from kerjasama.reviews import selectors
from kerjasama.reviews.models import Meeting, Question, Remark
from proposals.services import meetings
from tests.support.wanasari import new_walk
from tests.support.world import _wanasari, people, resumed, walked  # noqa: F401 - fixtures

OFFICES = ("ratna", "dewi", "hukum", "nurhayati", "dlh", "dishub", "setwan", "inspektur", "admin", "aditya")
KEEPERS = {"ratna", "dewi"}
case = walked(lambda cast: new_walk(cast).to_verification().to_answer().to_tkksd())


@pytest.fixture
def called(case: Walk, people) -> Meeting:  # noqa: F811
    """A meeting in three days about the case; the present is the real one, so that a browser could follow."""
    walk = resumed(case, people)
    held = clock.today() + timedelta(days=3)
    return meetings.convene(
        [walk.proposal], held_on=held, held_at="09:00", place="Aula", agenda="Pembahasan", by=people["ratna"]
    )


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(meeting: Meeting) -> str:
    return reverse("admin:reviews_agendaitem_change", args=[meeting.items.get().pk])


def test_no_office_finds_a_way_to_delete_or_to_type_a_stage_over(called, people) -> None:  # noqa: F811
    """Every address of the admin, for each office: no page breaks, none deletes, none offers a stage to type over."""
    keys = {
        model: model._default_manager.order_by("pk").values_list("pk", flat=True).first()
        for model in admin.site._registry
    }
    wrong = []
    for username in OFFICES:
        client = client_of(people[username])
        for url in ["/admin/", *(url for model, key in keys.items() for url in _addresses(model, key))]:
            answer = client.get(url)
            text = answer.content.decode() if answer.status_code == 200 else ""
            if answer.status_code >= 500 or 'name="stage"' in text or "deletelink" in text or "delete_selected" in text:
                wrong.append((username, url, answer.status_code))
            if url.endswith("/delete/") and client.post(url, {"post": "yes"}).status_code not in (302, 403, 404):
                wrong.append((username, url, "POST"))
    assert wrong == []
    left = {model: model._default_manager.order_by("pk").values_list("pk", flat=True).first() for model in keys}
    assert left == keys


def _addresses(model, key) -> list[str]:
    base = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    one = [f"{base}{key}/change/", f"{base}{key}/delete/", f"{base}{key}/history/"] if key else []
    return [base, f"{base}add/", *one]


def test_who_calls_and_who_reads_a_meeting(called, people) -> None:  # noqa: F811
    acts = [
        reverse("admin:reviews_meeting_act", args=[called.pk, slug]) for slug in ("jadwal", "batal", "tambah-acara")
    ]
    for username in OFFICES:
        client = client_of(people[username])
        mine = username in KEEPERS
        got = {client.get(url).status_code for url in (*acts, reverse("admin:reviews_meeting_add"))}
        assert (username, got <= {200, 302} and 200 in got) == (username, mine)
    assert client_of(people["hukum"]).get(called.get_absolute_url()).status_code == 200
    assert client_of(people["setwan"]).get(called.get_absolute_url()).status_code == 302  # no admin for it
    assert Client().get(called.get_absolute_url()).status_code == 302


def test_a_meeting_is_called_for_several_cases_on_one_page(case, people) -> None:  # noqa: F811
    walk = resumed(case, people)
    ratna = client_of(people["ratna"])
    url = reverse("admin:reviews_meeting_add")
    typed = {"held_at": "09.00", "place": "Aula", "agenda": "Pembahasan", "held_on": ""}
    answer = ratna.post(url, typed)
    assert (answer.status_code, "Pilih sedikitnya satu usulan." in answer.content.decode()) == (422, True)
    held = clock.today() + timedelta(days=4)
    answer = ratna.post(url, {**typed, "cases": [str(walk.proposal.pk)], "held_on": f"{held:%d-%m-%Y}"})
    meeting = Meeting.objects.get()
    assert (answer.status_code, answer.url) == (302, meeting.get_absolute_url())
    assert Document.objects.filter(kind="INVITATION", object_id=meeting.pk).count() == 1
    moved = {**typed, "held_on": f"{held:%d-%m-%Y}", "held_at": "10.00", "reason": "Ruang dipakai."}
    assert ratna.post(reverse("admin:reviews_meeting_act", args=[meeting.pk, "jadwal"]), moved).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.sequence, f"{meeting.held_at:%H.%M}") == (1, "10.00")
    assert (
        ratna.post(reverse("admin:reviews_meeting_act", args=[meeting.pk, "batal"]), {"reason": "Batal."}).status_code
        == 302
    )
    assert "Dibatalkan" in ratna.get(reverse("admin:reviews_meeting_changelist")).content.decode()


def test_a_member_says_all_he_has_to_say_on_one_page(called, people) -> None:  # noqa: F811
    hukum, page = client_of(people["hukum"]), page_of(called)
    seen = hukum.get(page)
    assert seen.status_code == 200
    assert "frame-src 'self'" in seen["Content-Security-Policy"]
    subject = called.items.get().subject
    bad = hukum.post(page, {"bentuk": "pendapat", "verdict": "AGREE", "conditions": "Lampirkan RAB.", "seen": "0"})
    assert (bad.status_code, "Lampirkan RAB." in bad.content.decode()) == (422, True)
    good = {
        "bentuk": "pendapat",
        "verdict": "AGREE_WITH_NOTES",
        "note": "Perlu RAB.",
        "conditions": "RAB\nPeta",
        "seen": "0",
    }
    assert hukum.post(page, good).status_code == 302
    assert [c.text for o in selectors.opinions(subject) for c in o.conditions.all()] == ["RAB", "Peta"]
    remark = {
        "bentuk": "komentar",
        "part": "kak:aims",
        "words": "Kurang jelas.",
        "wording": "Mengelola sampah bersama.",
    }
    assert hukum.post(page, remark).status_code == 302
    assert hukum.post(page, {**remark, "part": "kak:title"}).status_code == 422
    assert hukum.post(page, {"bentuk": "pertanyaan", "words": "Berapa volumenya?"}).status_code == 302
    assert Question.objects.get().text == "Berapa volumenya?"
    assert hukum.post(page, {"bentuk": "mundur", "reason": ""}).status_code == 422
    assert hukum.post(page, {"bentuk": "mundur", "reason": "Saudara calon mitra."}).status_code == 302
    assert selectors.opinions(subject) == []
    assert hukum.post(page, good).status_code == 409
    assert hukum.post(page, {"bentuk": "mundur", "reason": "Mitra berganti."}).status_code == 302
    assert len(selectors.opinions(subject)) == 1


def test_the_drafter_answers_a_comment_with_a_reason(called, people) -> None:  # noqa: F811
    client_of(people["hukum"]).post(
        page_of(called), {"bentuk": "komentar", "part": "kak:aims", "words": "Kurang jelas."}
    )
    subject, row = called.items.get().subject, Remark.objects.get()
    url = reverse("desk:remarks", args=[subject.code])
    dlh = client_of(people["dlh"])
    assert "Jawab 1 komentar TKKSD" in dlh.get(reverse("desk:tasks")).content.decode()
    assert dlh.post(url, {"komentar": row.pk, f"k{row.pk}-answer": "DECLINED"}).status_code == 422
    answer = {"komentar": row.pk, f"k{row.pk}-answer": "DECLINED", f"k{row.pk}-reason": "Sudah tegas."}
    assert client_of(people["dewi"]).post(url, answer).status_code == 403
    assert client_of(people["dishub"]).get(url).status_code == 404
    assert dlh.post(url, answer).status_code == 302
    row.refresh_from_db()
    assert (row.answer, row.answer_reason, row.answered_by) == ("DECLINED", "Sudah tegas.", people["dlh"])
    assert "Sudah tegas." in client_of(people["hukum"]).get(page_of(called)).content.decode()


def test_several_light_cases_are_agreed_to_after_one_page_that_lists_them(called, people) -> None:  # noqa: F811
    hukum, item = client_of(people["hukum"]), called.items.get()
    url = reverse("admin:reviews_agendaitem_changelist")
    assert "1 usulan menunggu pendapat Anda." in hukum.get(url).content.decode()
    chosen = {"action": "agree_to_several", "_selected_action": [str(item.pk)]}
    shown = hukum.post(url, chosen)
    assert item.subject.title in shown.content.decode()
    assert selectors.opinions(item.subject) == []
    assert hukum.post(url, {**chosen, "yakin": "1"}).status_code == 302
    assert [o.verdict for o in selectors.opinions(item.subject)] == ["AGREE"]


def test_a_paper_may_be_framed_by_our_own_pages_only(called, people) -> None:  # noqa: F811
    paper = Document.objects.filter(status="READY", object_id=called.items.get().object_id).first()
    answer = client_of(people["hukum"]).get(paper.inline_url)
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert client_of(people["hukum"]).get(paper.get_absolute_url())["X-Frame-Options"] == "DENY"
