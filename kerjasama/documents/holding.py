"""Uploads of forms that are checked before they are sent: apart from the papers, under random names, removable.

Papers are kept for ever, so nothing becomes one before its form is sent (docs/decisions/0013). `verify_files` looks
into the folders of papers only.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock, uploads
from kerjasama.core.errors import UploadRefused
from kerjasama.documents import storage
from kerjasama.documents.models import HeldUpload

FOLDER = "titipan"
#: How long a form may lie unsent before its file is thrown away; younger bytes without a row may be under way.
KEPT_FOR = timedelta(days=1)


def folder() -> Path:
    """Where the bytes of unsent forms lie."""
    return storage.root() / FOLDER


@transaction.atomic
def hold(upload: UploadedFile, *, key: str, by: User) -> HeldUpload:
    """Check a PDF and keep it for this form of this person, in place of an earlier one.

    Raises UploadRefused or StorageFailed; an earlier one stays then.
    """
    seen = uploads.inspect(upload, allowed=("pdf",))
    # A form sent twice at once waits here: there is one file for one form of one person.
    User.objects.select_for_update().get(pk=by.pk)
    drop(key=key, by=by)
    place = secrets.token_hex(32)
    upload.seek(0)
    storage.put(folder() / place, upload.read())
    return HeldUpload.objects.create(
        key=key, by=by, place=place, original_name=seen.name, sha256=seen.sha256, size=seen.size, pages=seen.pages
    )


def held(*, key: str, by: User) -> HeldUpload | None:
    """What this person holds for this form; None when there is nothing or it has waited too long."""
    return HeldUpload.objects.filter(key=key, by=by, held_at__gte=clock.now() - KEPT_FOR).first()


def give(file: HeldUpload) -> UploadedFile:
    """The file as it came, for the act that makes a paper of it. Raises UploadRefused when they are gone or changed."""
    content = b""
    with suppress(OSError):
        content = (folder() / file.place).read_bytes()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise UploadRefused(f"Berkas “{file.original_name}” tidak ada lagi.", detail="Pilih berkasnya sekali lagi.")
    return SimpleUploadedFile(file.original_name, content, "application/pdf")


def drop(*, key: str, by: User) -> None:
    """Forget what this person holds for this form: it has been sent, or another came in its place."""
    _remove(HeldUpload.objects.filter(key=key, by=by))


@transaction.atomic
def clear(now: datetime) -> int:
    """Throw away what was never sent, and bytes no row speaks of; answers how many files were held too long."""
    old = list(HeldUpload.objects.filter(held_at__lt=now - KEPT_FOR))
    _remove(old)
    for path in _loose(now):
        path.unlink(missing_ok=True)
    return len(old)


def _remove(files: Iterable[HeldUpload]) -> None:
    for file in files:
        file.delete()
        transaction.on_commit(lambda place=file.place: _unlink(place))


def _unlink(place: str) -> None:
    with suppress(OSError):
        (folder() / place).unlink(missing_ok=True)


def _loose(now: datetime) -> Iterator[Path]:
    named = set(HeldUpload.objects.values_list("place", flat=True))
    if folder().is_dir():
        for path in sorted(folder().iterdir()):
            if path.name not in named and now.timestamp() - path.stat().st_mtime > KEPT_FOR.total_seconds():
                yield path
