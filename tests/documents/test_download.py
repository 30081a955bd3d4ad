import pytest
from django.urls import reverse

from kerjasama.documents import services
from kerjasama.documents.models import Document, FileAccess
from tests.documents.conftest import MONDAY
from tests.factories.accounts import OrgUnitFactory, UserFactory
from tests.factories.documents import DocumentFactory, pdf_bytes, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client, visible):
    """A person signed in who may see the subject."""
    person = UserFactory(full_name="Ani")
    visible.add(person)
    client.force_login(person)
    return person


@pytest.fixture
def paper(subject, writer, files):
    return services.attach_upload(subject, "THEIR_LETTER", "Surat Kesediaan: PT “Maju”", upload(), by=writer)


def queued(subject, writer):
    return services.issue(
        subject, "OFFER", template="surat_permohonan", context={}, by=writer, title="Surat", dated=MONDAY.date()
    )


def test_a_file_is_saved_under_our_name_for_it(client, reader, paper, monday):
    response = client.get(paper.get_absolute_url(), REMOTE_ADDR="198.51.100.7")
    assert (response.status_code, response.content, response["Content-Type"]) == (200, pdf_bytes(), "application/pdf")
    assert response["Content-Disposition"] == 'attachment; filename="surat-kesediaan-pt-maju.pdf"'
    assert (response["X-Content-Type-Options"], response["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")
    assert "no-store" in response["Cache-Control"]
    assert list(FileAccess.objects.values_list("user", "document", "at", "address")) == [
        (reader.pk, paper.pk, MONDAY, "198.51.100.7")
    ]


def test_a_pdf_may_be_opened_in_the_browser(client, reader, paper):
    response = client.get(paper.inline_url)
    assert response["Content-Disposition"] == 'inline; filename="surat-kesediaan-pt-maju.pdf"'


def test_the_name_in_the_address_does_not_matter(client, reader, paper):
    response = client.get(reverse("documents:download", args=[paper.pk, "x.html"]))
    assert response["Content-Disposition"] == 'attachment; filename="surat-kesediaan-pt-maju.pdf"'


@pytest.mark.parametrize("name", ["download", "row", "retry"])
def test_who_may_not_see_the_case_sees_no_paper(client, visible, paper, name):
    client.force_login(UserFactory())
    address = paper.get_absolute_url() if name == "download" else reverse(f"documents:{name}", args=[paper.pk])
    ask = client.post if name == "retry" else client.get
    unknown = ask(address.replace(f"/{paper.pk}/", "/999999/"))
    assert (ask(address).status_code, unknown.status_code, FileAccess.objects.count()) == (404, 404, 0)


def test_a_subject_that_cannot_say_who_sees_it_shows_nothing(client, paper):
    client.force_login(UserFactory())
    assert client.get(paper.get_absolute_url()).status_code == 404


def test_a_visitor_signs_in_first(client, paper):
    response = client.get(paper.get_absolute_url())
    assert (response.status_code, response["Location"].startswith("/akun/")) == (302, True)


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_bytes_that_are_not_those_are_never_served(client, reader, paper, files, damage):
    path = files / paper.file.path
    path.unlink()
    if damage == "changed":
        path.write_bytes(b"%PDF-1.7 lain")
    response = client.get(paper.get_absolute_url())
    assert (response.status_code, FileAccess.objects.count()) == (410, 0)
    assert "Laporkan kepada administrator" in response.content.decode()


def test_a_paper_being_made_says_so(client, reader, subject, writer, task_queue):
    paper = queued(subject, writer)
    response = client.get(paper.get_absolute_url())
    body = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (202, "5")
    assert f'hx-get="{reverse("documents:row", args=[paper.pk])}?kali=0"' in body


def test_the_line_of_a_paper_asks_again_until_it_is_ready(client, reader, subject, writer, task_queue, press):
    paper = queued(subject, writer)
    row = reverse("documents:row", args=[paper.pk])
    assert f"{row}?kali=4" in client.get(f"{row}?kali=3").content.decode()
    assert "hx-get" not in client.get(f"{row}?kali=60").content.decode()
    assert "hx-get" not in client.get(f"{row}?kali=x").content.decode()
    services.render(paper.pk)
    body = client.get(row).content.decode()
    assert ("hx-get" in body, "Sedang dibuat" in body, paper.get_absolute_url() in body) == (False, False, True)


def test_a_failed_paper_can_be_tried_again(client, reader, subject, writer, broken_press, request):
    paper = queued(subject, writer)
    body = client.get(paper.get_absolute_url()).content.decode()
    retry = reverse("documents:retry", args=[paper.pk])
    assert ("Gagal dibuat" in body, retry in body, "huruf tidak ditemukan" in body) == (True, True, False)
    assert client.get(retry).status_code == 405
    request.getfixturevalue("press")
    back = client.post(retry, {"kembali": "https://jahat.example/"})
    assert (back.status_code, back["Location"]) == (302, paper.get_absolute_url())
    assert Document.objects.get(pk=paper.pk).status == "READY"
    assert client.post(retry).status_code == 409


def test_trying_again_with_htmx_answers_with_the_line(client, reader, subject, writer, broken_press):
    paper = queued(subject, writer)
    response = client.post(reverse("documents:retry", args=[paper.pk]), HTTP_HX_REQUEST="true")
    assert response.content.decode().startswith(f'<li id="dokumen-{paper.pk}"')


def test_a_paper_annulled_before_it_was_made_was_never_there(client, reader, subject, writer, task_queue):
    paper = queued(subject, writer)
    services.annul(paper, reason="keliru", by=writer)
    response = client.get(paper.get_absolute_url())
    assert (response.status_code, "tidak pernah ada" in response.content.decode()) == (410, True)


def test_an_annulled_paper_stays_readable(client, reader, paper, writer):
    services.annul(paper, reason="keliru", by=writer)
    assert client.get(paper.get_absolute_url()).status_code == 200


def test_a_word_file_is_never_opened_in_the_browser(client, reader, subject, files):
    file = services.store_bytes(b"PK", name="a.docx", content_type="application/vnd.x", by=reader)
    paper = DocumentFactory(subject=subject, file=file)
    assert client.get(paper.inline_url)["Content-Disposition"].startswith("attachment")


def test_the_admin_site_shows_papers_and_changes_none(client, paper):
    client.force_login(UserFactory(admin=True, office="ADMIN"))
    for model in ("document", "storedfile", "numberseries", "issuednumber", "fileaccess"):
        assert client.get(reverse(f"admin:documents_{model}_changelist")).status_code == 200
    page = client.get(reverse("admin:documents_document_change", args=[paper.pk])).content.decode()
    assert (paper.short_code in page or paper.title in page, paper.token in page) == (True, False)
    assert client.get(reverse("admin:documents_document_add")).status_code == 403


def test_unit_is_only_a_stand_in_here():
    """The product's own subjects bring visible_to themselves; units have none."""
    assert not hasattr(OrgUnitFactory._meta.model, "visible_to")
