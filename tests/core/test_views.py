from datetime import timedelta

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kerjasama.core import health
from kerjasama.core.errors import NotYet
from kerjasama.core.middleware import NoStoreMiddleware, refusal_response
from kerjasama.core.models import FormDraft
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def probes(settings):
    """The site with pages that misbehave."""
    settings.ROOT_URLCONF = "tests.core.probe_urls"


@pytest.mark.parametrize(
    ("what", "status", "sentence"),
    [
        ("bukan", 403, "Hanya untuk Kabag."),
        ("belum", 409, "Paraf belum lengkap."),
        ("isian", 422, "Isi nama."),
    ],
)
def test_a_refusal_becomes_a_page_with_its_status(client, probes, what, status, sentence):
    response = client.get(f"/uji/{what}/")
    assert response.status_code == status
    assert sentence in response.content.decode()
    assert '<html lang="id">' in response.content.decode()


def test_htmx_gets_the_sentence_alone_into_the_live_region(client, probes):
    response = client.get("/uji/bukan/", HTTP_HX_REQUEST="true")
    assert (response.status_code, response["HX-Retarget"], response["HX-Reswap"]) == (
        403,
        "#pesan",
        "innerHTML",
    )
    body = response.content.decode()
    assert ("Hubungi Kabag." in body, "<html" in body) == (True, False)


@pytest.mark.parametrize(
    ("referer", "offered"),
    [
        ("http://testserver/mitra/", True),
        ("https://jahat.example/", False),
        ("http://testserver.jahat.example/", False),
    ],
)
def test_the_way_back_leads_to_our_own_pages_only(rf, referer, offered):
    request = rf.get("/x/", HTTP_REFERER=referer)
    page = refusal_response(request, NotYet("Belum.")).content.decode()
    assert (referer in page) is offered


@pytest.mark.parametrize(("what", "status"), [("rusak", 500), ("putus", 503)])
def test_an_unexpected_error_shows_a_code_and_nothing_else(client, probes, what, status, caplog):
    client.raise_request_exception = False
    response = client.get(f"/uji/{what}/")
    code = response["X-Request-ID"]
    assert response.status_code == status
    assert code in response.content.decode()
    assert "rahasia" not in response.content.decode()
    assert f"Error code {code}: GET /uji/{what}/" in caplog.messages


def test_pages_of_a_signed_in_person_are_never_stored(client):
    client.force_login(UserFactory())
    assert client.get("/akun/profil/")["Cache-Control"] == "no-store, private"


def test_pages_of_a_visitor_may_be_and_a_page_that_decided_keeps_its_word(rf):
    def page(request):
        response = HttpResponse()
        if request.path == "/tetap/":
            response["Cache-Control"] = "public, max-age=60"
        return response

    middleware = NoStoreMiddleware(page)
    assert "Cache-Control" not in middleware(rf.get("/"))
    request = rf.get("/tetap/")
    request.COOKIES["sessionid"] = "x"
    assert middleware(request)["Cache-Control"] == "public, max-age=60"


def test_a_page_reads_the_parameters_once(client, probes, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/uji/baca/").content == b"45,5"


def test_healthz_says_that_all_is_well(client, monkeypatch):
    monkeypatch.setattr(health, "has_letter_font", lambda: True)
    monkeypatch.setattr(health, "_disk", lambda: "ok")
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "checks": {
            "database": "ok",
            "migrations": "ok",
            "worker": "ok",
            "disk": "ok",
            "fonts": "ok",
        },
        "queue_age_seconds": 0,
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("check", "verdict", "overall", "status"),
    [
        ("_disk", "warn", "degraded", 200),
        ("_disk", "fail", "down", 503),
        ("_migrations", "fail", "down", 503),
    ],
)
def test_healthz_tells_what_is_wrong(client, monkeypatch, check, verdict, overall, status):
    monkeypatch.setattr(health, check, lambda: verdict)
    response = client.get("/healthz")
    assert (response.status_code, response.json()["status"]) == (status, overall)


def test_healthz_answers_without_a_database(client, monkeypatch):
    class Broken:
        def cursor(self):
            raise OperationalError

    monkeypatch.setattr(health, "connection", Broken())
    response = client.get("/healthz")
    assert (response.status_code, response.json()["checks"]["database"]) == (503, "fail")


def test_work_that_waits_too_long_is_told(client):
    waiting = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        backend_name="default",
        run_after=None,
    )
    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(minutes=10))
    report = health.report()
    assert report.checks["worker"] == "warn"
    assert 600 <= report.figures["queue_age_seconds"] < 660


def test_a_task_set_for_later_does_not_count_as_waiting(client):
    DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        backend_name="default",
        run_after=timezone.now() + timedelta(hours=1),
    )
    assert health.report().figures["queue_age_seconds"] == 0


def test_a_draft_is_kept_replaced_and_never_with_secrets(client):
    user = UserFactory()
    client.force_login(user)
    client.post("/draf/usulan-1/", {"judul": "Air", "urusan": ["a", "b"], "kata_sandi": "x"})
    response = client.post("/draf/usulan-1/", {"judul": "Air bersih"})
    assert response.status_code == 200
    assert "Tersimpan" in response.content.decode()
    draft = FormDraft.objects.get()
    assert (draft.user, draft.key, draft.data) == (user, "usulan-1", {"judul": "Air bersih"})


@pytest.mark.parametrize(("key", "data"), [("Usulan 1", {"a": "b"}), ("besar", {"a": "x" * 200_001})])
def test_a_strange_or_huge_draft_is_refused(client, key, data):
    client.force_login(UserFactory())
    assert client.post(f"/draf/{key}/", data).status_code == 422
    assert FormDraft.objects.count() == 0


def test_a_draft_needs_a_person_and_a_post(client):
    assert client.post("/draf/usulan-1/", {"a": "b"}).status_code == 302
    client.force_login(UserFactory())
    assert client.get("/draf/usulan-1/").status_code == 405
