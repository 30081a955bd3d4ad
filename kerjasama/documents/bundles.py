"""The papers of a case as one file to read: a PDF with bookmarks, or a ZIP with an index. Made by the worker.

A bundle is made from papers that stand; it holds no fact of its own and is thrown away after some days. Whoever asks
for one says which papers: that those may be read by him is the asker's page to know.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django_tasks import task

from kerjasama.accounts.models import User
from kerjasama.core import clock, text
from kerjasama.documents import bundle_writing, storage
from kerjasama.documents.models import Bundle, Document

FOLDER = "gabungan"
#: What is written beside a paper that no longer counts.
GONE = (Document.Status.ANNULLED, Document.Status.SUPERSEDED)


def papers_of(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """What a bundle keeps of each paper: enough to find its bytes and to name it."""
    return [
        {
            "id": document.pk, "title": document.title, "number": document.number,
            "dated": text.date_long(document.dated) if document.dated else "", "sha256": document.file.sha256,
            "size": document.file.size, "pages": document.file.pages, "extension": document.file.extension,
            "standing": document.get_status_display() if document.status in GONE else "", "why": _why_gone(document),
        }
        for document in documents
    ]  # fmt: skip


def _why_gone(document: Document) -> str:
    """Why a paper no longer counts, or what was corrected on it."""
    if document.status == Document.Status.ANNULLED:
        return document.annulled_reason
    if document.superseded_by_id:
        return f"Diganti oleh {document.superseded_by}."
    return " ".join(f"{row.told}." for row in getattr(document, "corrections", ()))


@transaction.atomic
def ask(
    key: str, form: str, *, cover: Mapping[str, Any], documents: Sequence[Document], file_name: str, by: User
) -> Bundle:
    """The bundle of these papers with this cover; one that is made or being made is answered as it is."""
    contents = {"cover": dict(cover), "papers": papers_of(documents)}
    fingerprint = hashlib.sha256(json.dumps(contents, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    wanted = {"key": key, "form": form, "fingerprint": fingerprint}
    standing = Bundle.objects.filter(**wanted).exclude(state=Bundle.State.FAILED).first()
    if standing is not None and (not standing.is_ready or file_of(standing) is not None):
        return standing
    if standing is not None:
        standing.delete()
    try:
        with transaction.atomic():
            bundle = Bundle.objects.create(
                **wanted, contents=contents, file_name=file_name, asked_by=by, asked_at=clock.now()
            )
    except IntegrityError:
        return Bundle.objects.get(**wanted, state__in=[Bundle.State.QUEUED, Bundle.State.READY])
    make_bundle.enqueue(bundle.pk)
    return bundle


@task()
def make_bundle(bundle_id: int) -> str:
    """Put one bundle together; says what became of it."""
    return str(make(bundle_id).state)


def make(bundle_id: int) -> Bundle:
    """Put a queued bundle together. A failure is recorded on it and not raised; safe to run twice."""
    bundle = Bundle.objects.get(pk=bundle_id)
    if bundle.state != Bundle.State.QUEUED:
        return bundle
    folder = storage.root() / FOLDER
    target = folder / f"{secrets.token_hex(16)}.{bundle.form.lower()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        bundle_writing.write(bundle, target)
        with target.open("rb") as handle:
            bundle.sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
        bundle.path, bundle.size, bundle.state = f"{FOLDER}/{target.name}", target.stat().st_size, Bundle.State.READY
    # Whatever goes wrong must be kept and shown; asking again makes a new one.
    except Exception as problem:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        bundle.state, bundle.failure = Bundle.State.FAILED, f"{type(problem).__name__}: {problem}"[:1000]
    bundle.save()
    return bundle


def file_of(bundle: Bundle) -> Path | None:
    """Where the bytes of a bundle lie; None when they are gone."""
    path = storage.root() / bundle.path
    return path if bundle.is_ready and path.is_file() else None


def clear(before: datetime) -> int:
    """Throw away what was asked for before a moment; answers how many."""
    old = list(Bundle.objects.filter(asked_at__lt=before))
    for bundle in old:
        path = file_of(bundle)
        bundle.delete()
        if path is not None:
            path.unlink(missing_ok=True)
    return len(old)
