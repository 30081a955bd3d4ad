"""The bytes of uploaded registers: apart from papers, under random names. Those of a batch that was written are kept."""

import hashlib
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from kerjasama.core.errors import UploadRefused
from kerjasama.documents import storage
from kerjasama.importing.models import ImportBatch

FOLDER = "impor"
#: Younger bytes without a row may belong to an upload that is under way.
UNDER_WAY = timedelta(days=1)


def folder() -> Path:
    """Where they lie."""
    return storage.root() / FOLDER


def put(content: bytes) -> str:
    """Write bytes and answer their place. Raises StorageFailed."""
    place = secrets.token_hex(32)
    storage.put(folder() / place, content)
    return place


def read(batch: ImportBatch) -> bytes:
    """The bytes of a batch. Raises UploadRefused when they are gone or no longer those that were sent."""
    content = b""
    with suppress(OSError):
        content = (folder() / batch.place).read_bytes()
    if hashlib.sha256(content).hexdigest() != batch.sha256:
        raise UploadRefused(f"Berkas “{batch.file_name}” tidak ada lagi.", detail="Unggah berkasnya sekali lagi.")
    return content


def remove(place: str) -> None:
    """Throw bytes away, if they are still there."""
    with suppress(OSError):
        (folder() / place).unlink(missing_ok=True)


def sweep(now: datetime) -> int:
    """Throw away bytes that no batch speaks of; answers how many."""
    named, count = set(ImportBatch.objects.values_list("place", flat=True)), 0
    if folder().is_dir():
        for path in sorted(folder().iterdir()):
            if path.name not in named and now.timestamp() - path.stat().st_mtime > UNDER_WAY.total_seconds():
                path.unlink(missing_ok=True)
                count += 1
    return count
