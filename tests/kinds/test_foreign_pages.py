"""The pages of cases abroad: each act's page opens for its office, an empty answer is refused in words, strangers find nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime, time

import pytest
import time_machine
from django.test import Client

from agreements.services import drafting as naskah
from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.demo import abroad
from kerjasama.demo.walk import Walk
from kerjasama.workflow.services import offers
from tests.factories.accounts import UserFactory
from tests.support.abroad import abroad_walk, partners
from tests.support.foreign_fixtures import (
    to_confirmation,
    to_consultation,
    to_permits,
    to_plan,
    to_study,
    to_submission,
)
from tests.support.world import resumed, walked

studying, consulting, planning = walked(to_study), walked(to_consultation), walked(to_plan)
approved, confirming, permitted = walked(to_submission), walked(to_confirmation), walked(to_permits)
PLACES = ("studying", "consulting", "planning", "approved", "confirming", "permitted")
PEOPLE = ("dlh", "dewi", "ratna", "aditya", "hukum", "setwan")


@pytest.fixture
def cases(
    studying: Walk, consulting: Walk, planning: Walk, approved: Walk, confirming: Walk, permitted: Walk
) -> dict[str, Walk]:
    """All of them, walked before any single test begins."""
    return dict(zip(PLACES, (studying, consulting, planning, approved, confirming, permitted), strict=True))


@pytest.fixture(params=PLACES)
def case(request: pytest.FixtureRequest, cases: dict[str, Walk], people: dict[str, User]) -> Iterator[Walk]:
    walk = resumed(cases[request.param], people)
    with time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False):
        yield walk


@pytest.fixture
def client_of(people: dict[str, User]) -> Callable[[str], Client]:
    def sign_in(username: str) -> Client:
        client = Client()
        client.force_login(people[username])
        return client

    return sign_in


def pages_of(walk: Walk, user: User) -> Iterator[tuple[str, object]]:
    """The act pages that are offered to a person on the case and its newest naskah."""
    for subject, base in ((walk.proposal, f"/usulan/{walk.proposal.code}"), (getattr(walk, "agreement", None), "")):
        if subject is None:
            continue
        subject.refresh_from_db()
        base = base or f"/naskah/{subject.pk}"
        for offer in offers(subject, user):
            if offer.ready:
                yield f"{base}/tindakan/{offer.arrow.slug}/", offer.arrow


def test_every_act_that_is_offered_has_a_page_and_refuses_an_empty_answer_in_words(
    case: Walk, people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    seen = 0
    for username in PEOPLE:
        client = client_of(username)
        for url, arrow in pages_of(case, people[username]):
            page = client.get(url)
            assert page.status_code == 200, url
            seen += 1
            if arrow.asks_reason or "file" in page.context["form"].fields:
                answer = client.post(url, {})
                assert answer.status_code == 422, url
                assert "errsum" in answer.content.decode()
    assert seen > 0


def test_the_case_page_opens_for_everyone_concerned(case: Walk, client_of: Callable[[str], Client]) -> None:
    url = f"/usulan/{case.proposal.code}/"
    for username in ("dlh", "dewi", "ratna", "aditya"):
        assert client_of(username).get(url).status_code == 200
    stranger = Client()
    stranger.force_login(UserFactory())
    assert stranger.get(url).status_code == 404


def test_the_letters_with_the_government_stand_on_the_case_page(
    confirming: Walk, people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    walk = resumed(confirming, people)
    with time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False):
        page = client_of("dewi").get(f"/usulan/{walk.proposal.code}/").content.decode()
    assert "Surat-menyurat dengan Pemerintah" in page
    assert "Konsultasi pernyataan kehendak, Menteri Dalam Negeri" in page
    assert "Penyampaian rencana kerja sama, Gubernur" in page


@pytest.mark.parametrize(("place", "slug"), [("studying", "penjajakan"), ("planning", "rencana")])
def test_what_is_written_is_kept(
    place: str, slug: str, cases: dict[str, Walk], people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    walk = resumed(cases[place], people)
    client, url = client_of("dlh"), f"/usulan/{walk.proposal.code}/isi/{slug}/"
    with time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False):
        assert client.get(url).status_code == 200
        sent = {
            "title": walk.proposal.title,
            "conclusion": "Layak.",
            "object_class": "CULTURE",
            "subject": "Dua kota.",
            "term_years": "3",
        }
        assert client.post(url, sent).status_code == 302
    walk.proposal = type(walk.proposal).objects.get(pk=walk.proposal.pk)
    written = walk.proposal.exploration.conclusion if slug == "penjajakan" else walk.proposal.cooperation_plan.subject
    assert written == ("Layak." if slug == "penjajakan" else "Dua kota.")


def test_the_plan_of_a_forwarding_is_written_on_its_own_page(
    people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    walk = abroad_walk(people, "BODY").go(
        [abroad.Step(0, abroad.open_case), abroad.came(0, "record_initiative", "opd", "P", "Nota")]
    )
    client, url = client_of("dlh"), f"/usulan/{walk.proposal.code}/isi/penerusan/"
    with time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False):
        assert client.get(url).status_code == 200
        wrong = {"number": "1/2024", "dated": "01-02-2024", "ends_on": "01-01-2024"}
        answer = client.post(url, wrong)
        assert answer.status_code == 422
        assert "Akhir kerja sama induk harus sesudah tanggalnya." in answer.content.decode()
        right = {**wrong, "ends_on": "01-01-2030", "ministry": partners()["MINISTRY"].pk}
        assert client.post(url, right).status_code == 302
    assert type(walk.proposal).objects.get(pk=walk.proposal.pk).forwarding.number == "1/2024"


def test_the_second_language_is_edited_beside_the_first(
    approved: Walk, people: dict[str, User], client_of: Callable[[str], Client]
) -> None:
    walk = resumed(approved, people)
    walk.go([*abroad.submitted(), abroad.verified(), abroad.Step(1, lambda w: abroad.open_naskah(w, "MOU"))])
    url = f"/naskah/{walk.agreement.pk}/sunting/"
    with time_machine.travel(datetime.combine(walk.day, time(12), tzinfo=clock.zone()), tick=False):
        client = client_of("dewi")
        page = client.get(url)
        assert page.status_code == 200
        assert 'name="isi2_1"' in page.content.decode()
        sent = {
            "title": "Air Bersih", "language": "ja", "title2": "MoU", "prevailing": "Naskah Jepang.", "judul_1": "Subjek", "isi_1": "Para Pihak.",
            "kunci_1": "subject", "urut_1": "1", "judul2_1": "Parties", "isi2_1": "The Parties.", "expect": walk.agreement.act_count,
        }  # fmt: skip
        assert client.post(url, sent).status_code == 302
        read = client.get(f"/naskah/{walk.agreement.pk}/baca/").content.decode()
    newest = naskah.Agreement.objects.get(pk=walk.agreement.pk).versions.first()
    assert newest.translation == {
        "language": "Jepang", "code": "ja", "title": "MoU", "prevailing": "Naskah Jepang.",
        "clauses": [{"key": "subject", "title": "PARTIES", "paragraphs": ["The Parties."]}],
    }  # fmt: skip
    assert 'lang="ja"' in read
