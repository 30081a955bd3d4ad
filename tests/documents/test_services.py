from decimal import Decimal

import pytest
from django.db import DatabaseError, connection
from django_tasks_db.models import DBTaskResult

from kerjasama.core.errors import BadInput, NotYet, UploadRefused
from kerjasama.documents import codes, selectors, services, storage
from kerjasama.documents.models import Document, IssuedNumber, StoredFile
from tests.documents.conftest import MONDAY
from tests.factories.accounts import OrgUnitFactory
from tests.factories.documents import DocumentFactory, StoredFileFactory, pdf_bytes, upload

pytestmark = pytest.mark.django_db
ON = MONDAY.date()


def issue(subject, by, **options):
    facts = {"kind": "OFFER", "template": "surat_permohonan", "context": {"about": "Sampah"}, "title": "Surat"}
    facts |= {"dated": ON, "series": "SURAT", "unit_code": "KS"} | options
    return services.issue(subject, facts.pop("kind"), by=by, **facts)


def test_an_upload_becomes_a_paper_of_its_case(subject, writer):
    content = pdf_bytes(pages=2)
    paper = services.attach_upload(
        subject, "THEIR_LETTER", "Surat", upload(content, "Surat 1.pdf"), by=writer, number=" 045/1 ", dated=ON
    )
    file = paper.file
    assert (paper.status, paper.number, paper.dated, paper.subject) == ("READY", "045/1", ON, subject)
    assert (file.original_name, file.content_type, file.size, file.pages) == (
        "Surat 1.pdf", "application/pdf", len(content), 2,
    )  # fmt: skip
    assert storage.read(file.sha256) == content
    assert (paper.history.get().history_user, file.history.get().history_user) == (writer, writer)


def test_the_same_bytes_are_one_file(subject, writer):
    first, second = (services.store_upload(upload(name=name), by=writer) for name in ("a.pdf", "b.pdf"))
    assert (first, second.original_name, StoredFile.objects.count()) == (second, "a.pdf", 1)


def test_a_refused_upload_leaves_nothing(subject, writer, files):
    with pytest.raises(UploadRefused):
        services.attach_upload(subject, "X", "X", upload(b"<html>"), by=writer)
    assert (StoredFile.objects.count(), Document.objects.count(), list(storage.names())) == (0, 0, [])


def test_a_paper_is_numbered_frozen_and_printed(subject, writer, press, settings, monday):
    settings.SITE_URL = "https://kerjasama.example/"
    paper = issue(subject, writer, context={"about": "Sampah", "on": ON, "amount": Decimal("1.50")})
    paper.refresh_from_db()
    frozen = {
        "about": "Sampah",
        "on": "2026-11-23",
        "amount": "1.50",
        "number": "100.3.7/001/SURAT/KS/XI/2026",
        "dated": "2026-11-23",
        "verify_url": f"https://kerjasama.example/periksa/{paper.token}/",
        "short_code": paper.short_code,
        "catchwords": True,
    }
    assert (paper.context, paper.number, paper.issued_number.text) == (frozen, frozen["number"], frozen["number"])
    assert press == [("surat_permohonan", frozen)]
    assert (paper.status, paper.rendered_at, paper.file.content_type) == ("READY", MONDAY, "application/pdf")
    assert storage.digest(paper.file.sha256) == paper.file.sha256
    assert paper.file.pages == 1
    assert paper.data_hash == services.fingerprint("surat_permohonan", paper.template_version, frozen)
    assert [row.status for row in paper.history.order_by("history_id")] == ["QUEUED", "READY"]


def test_a_paper_without_a_series_has_no_number(subject, writer, press):
    paper = issue(subject, writer, series="")
    assert (paper.number, paper.issued_number, paper.context["number"]) == ("", None, "")


def test_a_number_is_drawn_or_given_never_both(subject, writer):
    with pytest.raises(ValueError, match="either"):
        issue(subject, writer, number="1/2")


def test_the_printing_waits_in_the_same_transaction(subject, writer, task_queue, press):
    paper = issue(subject, writer)
    task = DBTaskResult.objects.get()
    assert (paper.status, paper.file, task.args_kwargs["args"], press) == ("QUEUED", None, [paper.pk], [])
    assert (selectors.in_making(subject), selectors.in_making(OrgUnitFactory())) == (True, False)


def test_printing_twice_changes_nothing(subject, writer, press):
    paper = issue(subject, writer)
    again = services.render(paper.pk)
    assert (again.status, len(press), again.history.count()) == ("READY", 1, 2)


def test_a_failure_is_kept_and_can_be_repeated(subject, writer, broken_press, monkeypatch, request):
    paper = issue(subject, writer)
    paper.refresh_from_db()
    assert (paper.status, paper.failure, paper.file) == ("FAILED", "RuntimeError: huruf tidak ditemukan", None)
    assert selectors.in_making(subject)
    request.getfixturevalue("press")
    services.retry(paper, by=writer)
    paper.refresh_from_db()
    assert (paper.status, paper.failure, selectors.in_making(subject)) == ("READY", "", False)
    with pytest.raises(NotYet, match="sudah selesai"):
        services.retry(paper, by=writer)


def test_a_paper_that_was_annulled_meanwhile_is_not_printed(subject, writer, task_queue, press):
    paper = issue(subject, writer)
    services.annul(paper, reason="salah alamat", by=writer)
    assert (services.render(paper.pk).status, press) == ("ANNULLED", [])


def test_annulling_cancels_the_number_for_ever(subject, writer, press):
    paper = issue(subject, writer)
    services.annul(paper, reason=" salah alamat ", by=writer)
    number = IssuedNumber.objects.get()
    assert (paper.status, paper.annulled_reason) == ("ANNULLED", "salah alamat")
    assert (number.state, number.reason) == ("CANCELLED", "salah alamat")
    assert issue(subject, writer).number == "100.3.7/002/SURAT/KS/XI/2026"
    assert paper.history.latest("history_id").history_change_reason == "salah alamat"


def test_annulling_asks_why(subject, writer):
    with pytest.raises(BadInput, match="alasan"):
        services.annul(DocumentFactory(subject=subject), reason=" ", by=writer)


def test_what_no_longer_stands_is_not_touched_again(subject, writer):
    old, new = DocumentFactory(subject=subject), DocumentFactory(subject=subject)
    services.supersede(old, new, by=writer)
    assert (old.status, old.superseded_by) == ("SUPERSEDED", new)
    for act in (
        lambda: services.annul(old, reason="x", by=writer),
        lambda: services.supersede(old, new, by=writer),
        lambda: services.publish(old, by=writer),
    ):
        with pytest.raises(NotYet, match="sudah diganti"):
            act()


def test_a_paper_is_replaced_within_its_case_only(subject, writer):
    old = DocumentFactory(subject=subject)
    for new in (old, DocumentFactory()):
        with pytest.raises(ValueError, match="same case"):
            services.supersede(old, new, by=writer)


def test_publishing_is_written_down_once(subject, writer):
    paper = DocumentFactory(subject=subject)
    services.publish(paper, by=writer)
    services.publish(paper, by=writer)
    assert (paper.public, paper.history.filter(public=True).count()) == (True, 1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents_document SET number = 'x'",
        "UPDATE documents_document SET context = '{}'",
        "UPDATE documents_document SET token = 'x'",
        "UPDATE documents_document SET object_id = 0",
        "UPDATE documents_document SET file_id = NULL, status = 'QUEUED'",
        "DELETE FROM documents_document",
        "UPDATE documents_storedfile SET sha256 = repeat('0', 64)",
        "DELETE FROM documents_storedfile",
    ],
)
def test_the_database_keeps_a_paper_as_it_was_made(subject, writer, press, change):
    issue(subject, writer)
    refused = "tidak dapat diubah|permission denied"
    with pytest.raises(DatabaseError, match=refused), connection.cursor() as cursor:
        cursor.execute(change)


def test_a_stored_file_is_never_saved_again():
    file = StoredFileFactory()
    with pytest.raises(ValueError, match="never changes"):
        file.save()


def test_papers_come_newest_first_in_one_query_for_each_kind_of_subject(subject, writer, django_assert_num_queries):
    other = OrgUnitFactory()
    one, two = DocumentFactory(subject=subject), DocumentFactory(subject=other)
    three, four = DocumentFactory(subject=writer), DocumentFactory(subject=subject)
    DocumentFactory()
    with django_assert_num_queries(2):
        found = selectors.for_subjects([subject, other, writer])
        assert [paper.file.size > 0 for paper in found] == [True] * 4
    assert found == [four, three, two, one]
    assert selectors.for_subjects([]) == []


def test_the_latest_is_the_newest_that_stands(subject, writer):
    one, two = DocumentFactory(subject=subject, kind="KAK"), DocumentFactory(subject=subject, kind="KAK")
    DocumentFactory(subject=subject, kind="OFFER")
    assert selectors.latest(subject, "KAK") == two
    services.annul(two, reason="keliru", by=writer)
    assert (selectors.latest(subject, "KAK"), selectors.latest(subject, "PKS")) == (one, None)


def test_a_paper_is_found_by_what_is_printed_on_it(subject):
    paper = DocumentFactory(subject=subject, number="045/12/KS", dated=ON, short_code="7K4D-92QF", public=True)
    find = selectors.by_short_code
    assert (find(" 045/12/ks ", 2026, "7k4d 92qf"), selectors.by_token(paper.token)) == (paper, paper)
    wrong = [("045/12/KS", 2025, "7K4D-92QF"), ("045", 2026, "7K4D-92QF"), ("045/12/KS", 2026, "7K4D-92Q")]
    assert [find(*typed) for typed in wrong] == [None, None, None]


def test_an_unpublished_paper_is_not_found_by_its_short_code(subject):
    DocumentFactory(subject=subject, number="1/2", dated=ON, short_code="7K4D-92QF")
    assert selectors.by_short_code("1/2", 2026, "7K4D-92QF") is None


def test_codes_are_long_enough_and_easy_to_read():
    tokens, shorts = {codes.new_token() for _ in range(200)}, {codes.new_short_code() for _ in range(200)}
    assert (len(tokens), len(shorts)) == (200, 200)
    assert {len(token) for token in tokens} == {32}
    assert not set("".join(shorts)) & set("01ILOU")
