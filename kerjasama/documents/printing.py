"""The printing of an issued paper, done by the worker from the frozen facts."""

import io
import logging

from django.db import transaction

from kerjasama.core import clock
from kerjasama.documents import storage
from kerjasama.documents.models import Document, StoredFile

logger = logging.getLogger(__name__)
PDF = "application/pdf"
FAILURE_LENGTH = 1000


def render(document_id: int) -> Document:
    """Print a queued or failed paper and store the file; any other is answered as it is.

    Safe to run twice and at the same time: the same facts give the same bytes, and the first to
    finish is kept. A failure is recorded on the paper and not raised.
    """
    document = Document.objects.get(pk=document_id)
    if not document.in_making:
        return document
    try:
        pdf = _printed(document)
        pages = _pages_of(pdf)
        with transaction.atomic():
            return _finished(document_id, pdf, pages)
    # Whatever goes wrong in the printing must be kept, shown and can be tried again.
    except Exception as problem:
        logger.exception("Printing of document %s failed", document_id)
        return _failed(document_id, problem)


def _printed(document: Document) -> bytes:
    # WeasyPrint costs memory and start-up time and must never load in the web process.
    from kerjasama.documents.rendering import render_pdf  # noqa: PLC0415

    return render_pdf(document.template, document.context)


def _pages_of(pdf: bytes) -> int:
    # As with the printer itself: only the worker needs it.
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _finished(document_id: int, pdf: bytes, pages: int) -> Document:
    sha256 = storage.keep(pdf)
    held = Document.objects.select_for_update().get(pk=document_id)
    if not held.in_making:
        return held
    file = StoredFile.objects.filter(sha256=sha256).first()
    if file is None:
        file = StoredFile.objects.create(
            sha256=sha256, size=len(pdf), content_type=PDF, original_name=held.file_name,
            path=storage.path_of(sha256), pages=pages,
        )  # fmt: skip
    held.file, held.status = file, Document.Status.READY
    held.failure, held.rendered_at = "", clock.now()
    held._change_reason = "Selesai dibuat"
    held.save(update_fields=["file", "status", "failure", "rendered_at"])
    return held


@transaction.atomic
def _failed(document_id: int, problem: Exception) -> Document:
    held = Document.objects.select_for_update().get(pk=document_id)
    if held.in_making:
        held.status = Document.Status.FAILED
        held.failure = f"{type(problem).__name__}: {problem}"[:FAILURE_LENGTH]
        held._change_reason = "Gagal dibuat"
        held.save(update_fields=["status", "failure"])
    return held
