import hashlib
import io
from datetime import date

import factory
import pikepdf
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.documents import codes
from kerjasama.documents.models import Document, NumberSeries, StoredFile


def pdf_bytes(pages: int = 1, mark: str = "") -> bytes:
    """A small, blameless PDF; another `mark` gives other bytes."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.docinfo["/Subject"] = mark or "contoh"
        held = io.BytesIO()
        pdf.save(held, deterministic_id=True)
    return held.getvalue()


def upload(content: bytes | None = None, name: str = "surat.pdf") -> SimpleUploadedFile:
    """An upload as a form hands it over."""
    return SimpleUploadedFile(name, pdf_bytes() if content is None else content)


class StoredFileFactory(factory.django.DjangoModelFactory):
    """A row only; use `services.store_upload` where the bytes matter."""

    class Meta:
        model = StoredFile

    class Params:
        content = factory.Sequence(lambda n: f"isi {n}".encode())

    sha256 = factory.LazyAttribute(lambda f: hashlib.sha256(f.content).hexdigest())
    size = factory.LazyAttribute(lambda f: len(f.content))
    content_type = "application/pdf"
    original_name = "surat.pdf"
    path = factory.LazyAttribute(lambda f: f"{f.sha256[:2]}/{f.sha256}")


class NumberSeriesFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NumberSeries
        django_get_or_create = ("code", "unit_code", "year")

    code = "SURAT"
    unit_code = "KS"
    year = 2026


class DocumentFactory(factory.django.DjangoModelFactory):
    """A received paper of `subject` (any stored row), ready, with a file row but no bytes."""

    class Meta:
        model = Document

    class Params:
        subject = factory.SubFactory("tests.factories.accounts.OrgUnitFactory")

    subject_type = factory.LazyAttribute(lambda d: ContentType.objects.get_for_model(d.subject))
    object_id = factory.LazyAttribute(lambda d: d.subject.pk)
    kind = "THEIR_LETTER"
    title = "Surat dari mitra"
    number = "045/12/2026"
    dated = date(2026, 11, 20)
    status = Document.Status.READY
    file = factory.SubFactory(StoredFileFactory)
    token = factory.LazyFunction(codes.new_token)
    short_code = factory.LazyFunction(codes.new_short_code)
    created_by = factory.SubFactory("tests.factories.accounts.UserFactory")
