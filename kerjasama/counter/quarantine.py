"""Bytes of strangers, apart from the papers of the house: under random names, removable, never hashed into their place.

`verify_files` looks into the folders of papers only, so nothing here is ever taken for one of them.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from kerjasama.core import clock, uploads
from kerjasama.core.errors import UploadRefused
from kerjasama.counter.models import QuarantinedFile
from kerjasama.counter.stages import PaperKind, PaperStatus
from kerjasama.documents import storage

FOLDER = "karantina"
MAX_FILES = 10
MAX_TOTAL = 50 * uploads.MEGABYTE
#: Bytes without a row are left by an interrupted upload; younger ones may belong to one under way.
LOOSE_AFTER = timedelta(days=1)


def folder() -> Path:
    """Where quarantined bytes lie."""
    return storage.root() / FOLDER


@transaction.atomic
def keep(
    upload: UploadedFile, *, facts: dict[str, Any], present: list[QuarantinedFile], **owner: Any
) -> QuarantinedFile:
    """Check an upload by its content and put it into quarantine. `owner` is draft, request or invitation.

    Raises UploadRefused, also when the owner's files would be too many or too large together; StorageFailed.
    """
    seen = uploads.inspect(upload, allowed=("pdf",))
    held = [paper for paper in present if paper.status == PaperStatus.QUARANTINED]
    if len(present) >= MAX_FILES:
        raise UploadRefused(
            f"Jumlah berkas sudah {len(present)}, batasnya {MAX_FILES}.",
            detail="Gabungkan beberapa dokumen dalam satu PDF, atau hapus yang tidak perlu.",
        )
    if sum(paper.size for paper in held) + seen.size > MAX_TOTAL:
        raise UploadRefused(
            f"Seluruh berkas bersama lebih dari {MAX_TOTAL // uploads.MEGABYTE} MB.",
            detail="Perkecil berkas, atau hapus yang tidak perlu.",
        )
    if any(paper.sha256 == seen.sha256 for paper in held):
        raise UploadRefused(
            "Berkas ini sudah diunggah.", detail="Pilih berkas lain, atau lanjutkan tanpa mengunggahnya lagi."
        )
    upload.seek(0)
    place = secrets.token_hex(32)
    storage.put(folder() / place, upload.read())
    return QuarantinedFile.objects.create(
        **facts, **owner, name=seen.name, place=place, sha256=seen.sha256, size=seen.size, pages=seen.pages
    )


def read(paper: QuarantinedFile) -> bytes | None:
    """The bytes of a quarantined file, or None when they are gone or changed."""
    try:
        content = (folder() / paper.place).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == paper.sha256 else None


def take(paper: QuarantinedFile) -> bytes:
    """As `read`, for the moment of acceptance. Raises UploadRefused when the bytes are not there any more."""
    content = read(paper)
    if content is None:
        raise UploadRefused(
            f"Berkas “{paper.title}” tidak ada lagi di karantina atau isinya berubah.",
            detail="Minta pemohon mengunggahnya kembali.",
        )
    return content


def accept(paper: QuarantinedFile, document_id: int) -> None:
    """The file is a document now; its bytes in quarantine are removed when the transaction ends."""
    paper.status, paper.status_since, paper.document_id = PaperStatus.ACCEPTED, clock.now(), document_id
    paper.save(update_fields=["status", "status_since", "document_id"])
    _forget(paper.place)


def refuse(papers: Iterable[QuarantinedFile]) -> None:
    """The Bagian does not take these; the clock removes them later."""
    for paper in papers:
        paper.status, paper.status_since = PaperStatus.REFUSED, clock.now()
        paper.save(update_fields=["status", "status_since"])


def remove(papers: Iterable[QuarantinedFile]) -> int:
    """Take files out of quarantine for good; answers how many. Accepted ones are documents and stay."""
    gone = [paper for paper in papers if paper.held]
    for paper in gone:
        paper.delete()
        _forget(paper.place)
    return len(gone)


def sweep(now: datetime) -> int:
    """Remove bytes that no row speaks of; answers how many."""
    named = set(QuarantinedFile.objects.values_list("place", flat=True))
    count = 0
    for path in _loose(named, now):
        path.unlink(missing_ok=True)
        count += 1
    return count


def kinds_of(papers: Iterable[QuarantinedFile]) -> list[str]:
    """The kinds of paper in words, for the ledger."""
    return [PaperKind(paper.kind).label for paper in papers]


def _loose(named: set[str], now: datetime) -> Iterator[Path]:
    if not folder().is_dir():
        return
    for path in sorted(folder().iterdir()):
        old = now.timestamp() - path.stat().st_mtime > LOOSE_AFTER.total_seconds()
        if path.name not in named and old:
            yield path


def _forget(place: str) -> None:
    def unlink() -> None:
        with suppress(OSError):
            (folder() / place).unlink(missing_ok=True)

    transaction.on_commit(unlink)
