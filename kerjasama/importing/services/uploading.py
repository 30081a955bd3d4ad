"""A file comes in, is chosen otherwise, or is thrown away unwritten."""

import hashlib
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from agreements.services.old import KEEPERS
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet, Stale, UploadRefused
from kerjasama.core.uploads import MEGABYTE, clean_name
from kerjasama.importing import files
from kerjasama.importing.models import WRITABLE, ImportBatch, ImportRow, RememberedColumns
from kerjasama.importing.reading.heads import place
from kerjasama.importing.reading.packages import Kind, kind_of
from kerjasama.importing.tasks import read_file

State = ImportBatch.State
#: An old XLS is laid out whole by its reader, at up to eighty times its size; the others are measured before they are opened.
XLS_BYTES = 5 * MEGABYTE
STANDING = (State.READING, State.READY, State.WRITING, State.CONFIRMED, State.UNDOING)


def take(upload: UploadedFile, *, by: User) -> tuple[ImportBatch, bool]:
    """Keep a file and have it read; the batch, and whether it is new. The same bytes again answer the batch that stands.

    Raises NotYours, UploadRefused for what is no register or too large, StorageFailed.
    """
    require(by, *KEEPERS)
    name = clean_name(upload.name or "")
    content = _content(upload)
    kind = kind_of(content, name)
    if kind is Kind.XLS and len(content) > XLS_BYTES:
        raise UploadRefused(
            f"Berkas XLS lebih besar dari {XLS_BYTES // MEGABYTE} MB.",
            detail="Simpan sebagai XLSX, lalu unggah hasilnya.",
        )
    sha256 = hashlib.sha256(content).hexdigest()
    standing = ImportBatch.objects.filter(sha256=sha256, state__in=STANDING).first()
    if standing:
        return standing, False
    where = files.put(content)
    try:
        with transaction.atomic():
            batch = ImportBatch(file_name=name, sha256=sha256, size=len(content), place=where, sent_by=by)
            _save(batch, by, "Berkas diunggah")
            read_file.enqueue(batch.pk, batch.reading)
    except IntegrityError:
        # Sent twice at once: the other one stands.
        files.remove(where)
        return ImportBatch.objects.get(sha256=sha256, state__in=STANDING), False
    return batch, True


def _content(upload: UploadedFile) -> bytes:
    limit = int(parameters.value("upload_max_mb")) * MEGABYTE
    upload.seek(0)
    content = upload.read(limit + 1) if (upload.size or 0) <= limit else b"x" * (limit + 1)
    if len(content) > limit:
        raise UploadRefused(
            f"Berkas lebih besar dari batas {limit // MEGABYTE} MB.",
            detail="Hapus gambar dan lembar lain dari berkasnya, atau pecah menjadi beberapa berkas.",
        )
    return content


@transaction.atomic
def choose(batch: ImportBatch, choices: dict[str, Any], *, expect: int, by: User) -> ImportBatch:
    """Read again with other columns, sheet or orders of days; the columns are remembered for the next file with these heads.

    Raises NotYours, Stale when it was read again meanwhile, NotYet when it is no longer to be decided, BadInput.
    """
    batch = _locked(batch, expect, by)
    if batch.state not in (State.READY, State.FAILED):
        raise NotYet("Impor ini tidak menunggu keputusan lagi.")
    heads = [column["head"] for column in batch.found.get("columns", [])]
    # With another sheet the heads are others: the columns of this one say nothing of them.
    if choices.get("columns") and choices.get("sheet") == batch.found.get("sheet"):
        by_hand = {int(column): field or None for column, field in choices["columns"].items()}
        mapping = place(heads, by_hand)
        RememberedColumns.objects.update_or_create(
            signature=mapping.signature, defaults={"mapping": mapping.to_json(), "kept_by": by, "kept_at": clock.now()}
        )
    else:
        choices = {**choices, "columns": {}}
    batch.choices, batch.state, batch.failure = choices, State.READING, ""
    batch.reading, batch.done, batch.total = batch.reading + 1, 0, 0
    _save(batch, by, "Pembacaan diubah")
    read_file.enqueue(batch.pk, batch.reading)
    return batch


@transaction.atomic
def include(batch: ImportBatch, shown: list[int], chosen: set[int], *, expect: int, by: User) -> None:
    """Of the rows shown, those that are to be written. Raises NotYours, Stale, NotYet."""
    batch = _locked(batch, expect, by)
    _require_ready(batch)
    rows = ImportRow.objects.filter(batch=batch, number__in=shown, verdict__in=WRITABLE)
    rows.filter(number__in=chosen).update(included=True)
    rows.exclude(number__in=chosen).update(included=False)


@transaction.atomic
def include_all(batch: ImportBatch, verdict: str, included: bool, *, expect: int, by: User) -> int:
    """All rows of a verdict, in or out; answers how many. Raises NotYours, Stale, NotYet, BadInput."""
    batch = _locked(batch, expect, by)
    _require_ready(batch)
    if verdict not in WRITABLE:
        raise BadInput("Baris dengan putusan ini tidak dapat dipilih.")
    return ImportRow.objects.filter(batch=batch, verdict=verdict).update(included=included)


@transaction.atomic
def discard(batch: ImportBatch, *, by: User | None) -> None:
    """Throw a batch away that was never written: its rows and its bytes go, that it was there stays. Raises NotYours, NotYet.

    Nobody in person: the clock.
    """
    if by is not None:
        require(by, *KEEPERS)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state not in (State.READING, State.READY, State.FAILED):
        raise NotYet("Impor ini sudah tertulis; batalkan bila tidak seharusnya.")
    ImportRow.objects.filter(batch=batch).delete()
    batch.state = State.DISCARDED
    _save(batch, by, "Dibuang" if by else "Dibuang karena tidak diputuskan")
    where = batch.place
    transaction.on_commit(lambda: files.remove(where))


def clear(now: datetime) -> int:
    """Throw away what nobody has decided in time, and bytes no batch speaks of; answers how many batches."""
    before = now - timedelta(days=int(parameters.value("days_import")))
    old = ImportBatch.objects.filter(state__in=[State.READING, State.READY, State.FAILED], updated_at__lt=before)
    count = 0
    for batch in old:
        discard(batch, by=None)
        count += 1
    files.sweep(now)
    return count


def _require_ready(batch: ImportBatch) -> None:
    if batch.state != State.READY:
        raise NotYet("Impor ini tidak menunggu keputusan lagi.")


def _locked(batch: ImportBatch, expect: int, by: User) -> ImportBatch:
    require(by, *KEEPERS)
    held = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if held.reading != expect:
        raise Stale("Berkas ini sudah dibaca ulang.", detail="Muat ulang halamannya untuk melihat hasilnya.")
    return held


def _save(batch: ImportBatch, by: User | None, reason: str) -> None:
    batch._history_user, batch._change_reason = by, reason
    batch.save()
