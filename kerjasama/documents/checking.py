"""Reading every stored file again, and clearing away bytes that no row speaks of."""

import time
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import transaction

from kerjasama.documents import locks, storage
from kerjasama.documents.models import StoredFile

STALE_SECONDS = 3600


@dataclass
class Findings:
    """What a check of all files found; each list holds hashes."""

    checked: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Every row has its bytes. Bytes without a row harm nobody."""
        return not (self.missing or self.changed)

    def as_json(self) -> dict[str, Any]:
        return {"sound": self.sound, **asdict(self)}


def verify() -> Findings:
    """Read each stored file and compare it with the hash of its row."""
    findings = Findings()
    hashes = StoredFile.objects.order_by("id").values_list("sha256", flat=True)
    for sha256 in hashes.iterator(chunk_size=500):
        findings.checked += 1
        found = storage.digest(sha256)
        if found is None:
            findings.missing.append(sha256)
        elif found != sha256:
            findings.changed.append(sha256)
    findings.loose = _loose()
    return findings


def sweep() -> int | None:
    """Remove bytes without a row and cut-off temporary files; how many, or None when files are being stored.

    Alone under its lock: whatever has no row then belongs to a transaction that was rolled back.
    """
    removed = 0
    with transaction.atomic():
        if not locks.try_sweeping():
            return None
        for sha256 in _loose():
            (storage.root() / storage.path_of(sha256)).unlink(missing_ok=True)
            removed += 1
    # Files age on the machine's own clock, whatever clock the cases live under.
    for path in storage.temporary():
        if time.time() - path.stat().st_mtime > STALE_SECONDS:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _loose() -> list[str]:
    # Disk first, rows second: a file stored in between has its row by then.
    on_disk = [name for name, _ in storage.names()]
    known = set(StoredFile.objects.values_list("sha256", flat=True))
    return [name for name in on_disk if name not in known]
