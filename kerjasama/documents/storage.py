"""Bytes on disk, found by their hash and never changed.

The bytes go to their final name before the row that names them: written to a temporary name in the
same place, fsync, rename, fsync of the folder. So a row never stands without its file, whenever
the power goes. When the transaction is rolled back afterwards the bytes are left behind without a
row; nothing can reach them and `verify_files --sweep` removes them. It does so only while nobody is
storing (documents.locks), so it never takes bytes that a transaction under way counts on.
"""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from kerjasama.core.errors import Refusal
from kerjasama.documents import locks

TEMPORARY = ".sementara"
CHUNK = 1024 * 1024
NO_SPACE = {errno.ENOSPC, errno.EDQUOT}


class StorageFailed(Refusal):
    """The disk does not take the file: nothing was kept."""

    status = 507


def root() -> Path:
    """The folder of all files."""
    return Path(settings.MEDIA_ROOT)


def path_of(sha256: str) -> str:
    """Where the bytes of a hash lie, relative to the root: "7f/7f3a…"."""
    return f"{sha256[:2]}/{sha256}"


def keep(content: bytes) -> str:
    """Write the bytes under their hash and answer it. Inside a transaction.

    Raises StorageFailed when the disk is full or cannot be written; nothing is left behind then.
    """
    locks.while_storing()
    sha256 = hashlib.sha256(content).hexdigest()
    target = root() / path_of(sha256)
    # A damaged file is written anew: the caller holds the true bytes.
    if digest(sha256) != sha256:
        put(target, content)
    return sha256


def put(target: Path, content: bytes) -> None:
    """Write bytes to a path below the root, whole or not at all. Raises StorageFailed."""
    try:
        _write(target, content)
    except OSError as problem:
        full = problem.errno in NO_SPACE
        raise StorageFailed(
            "Berkas tidak tersimpan karena ruang penyimpanan penuh."
            if full
            else "Berkas tidak tersimpan karena penyimpanan sedang tidak dapat ditulisi.",
            detail="Tidak ada yang berubah. Coba lagi nanti; bila berulang, hubungi administrator.",
        ) from problem


def read(sha256: str) -> bytes | None:
    """The bytes of a hash, or None when they are missing or are no longer those bytes."""
    try:
        content = (root() / path_of(sha256)).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def digest(sha256: str) -> str | None:
    """The hash of what lies on disk under a hash, read in pieces; None when nothing can be read."""
    try:
        with (root() / path_of(sha256)).open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return None


def names() -> Iterator[tuple[str, Path]]:
    """Every (hash, path) on disk; temporary files are not among them."""
    for folder in sorted(root().glob("[0-9a-f][0-9a-f]")):
        for entry in sorted(folder.iterdir()):
            yield entry.name, entry


def temporary() -> Iterator[Path]:
    """Files whose writing was cut off, or is under way."""
    folder = root() / TEMPORARY
    if folder.is_dir():
        yield from sorted(folder.iterdir())


def _write(target: Path, content: bytes) -> None:
    folder = root() / TEMPORARY
    folder.mkdir(parents=True, exist_ok=True)
    target.parent.mkdir(exist_ok=True)
    temporary_name = folder / secrets.token_hex(16)
    try:
        with temporary_name.open("xb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        temporary_name.chmod(0o440)
        temporary_name.replace(target)
        _sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            temporary_name.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
