"""A person has the rows written, or taken out of the register again; the worker does it."""

from datetime import timedelta

from django.db import transaction

from agreements.services.old import KEEPERS
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, locks
from kerjasama.core.errors import NotYet, Stale
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.services.parents import refuse_used
from kerjasama.importing.services.writing import refuse_touched
from kerjasama.importing.tasks import undo_rows, write_rows

State = ImportBatch.State
LONG = timedelta(minutes=10)


@transaction.atomic
def confirm(batch: ImportBatch, *, expect: int, by: User) -> ImportBatch:
    """Have the rows written that are included; a batch that is being written, or is written already, is answered as it is.

    Raises NotYours, NotYet for nothing to write, Stale when it was read again since the preview. Whether the register has
    moved on is found in the writing, and kept on the batch.
    """
    require(by, *KEEPERS)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state == State.CONFIRMED or (batch.state == State.WRITING and not _is_lost(batch)):
        return batch
    if batch.state not in (State.READY, State.WRITING):
        raise NotYet("Impor ini tidak menunggu keputusan.")
    if batch.reading != expect:
        raise Stale("Berkas ini sudah dibaca ulang.", detail="Muat ulang halamannya untuk melihat hasilnya.")
    if not ImportRow.objects.filter(batch=batch, included=True).exists():
        raise NotYet("Tidak ada baris yang dipilih untuk ditulis.")
    return _sent(batch, State.WRITING, write_rows, "Penulisan dimulai", by)


@transaction.atomic
def undo(batch: ImportBatch, *, by: User) -> ImportBatch:
    """Have everything a batch has written taken out of the register; one that is being undone, or is, is answered as it is.

    Raises NotYours, NotYet when it is not written or, naming them, when a naskah was written again since, or something else rests on it.
    """
    require(by, *KEEPERS)
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state == State.UNDONE or (batch.state == State.UNDOING and not _is_lost(batch)):
        return batch
    if batch.state not in (State.CONFIRMED, State.UNDOING):
        raise NotYet("Impor ini belum tertulis dalam register.")
    refuse_touched(batch)
    refuse_used(batch)
    return _sent(batch, State.UNDOING, undo_rows, "Pembatalan dimulai", by)


def waits_long(batch: ImportBatch) -> bool:
    """Whether it has waited for the worker longer than the writing of the largest file takes."""
    return batch.state in (State.WRITING, State.UNDOING) and clock.now() - batch.updated_at > LONG


def _is_lost(batch: ImportBatch) -> bool:
    """Whether the worker that had it was stopped: its transaction is gone, so nothing of it is written."""
    return waits_long(batch) and locks.try_hold(locks.Lock.IMPORT)


def _sent(batch: ImportBatch, state: str, task: object, reason: str, by: User) -> ImportBatch:
    batch.state, batch.failure, batch.done, batch.total = state, "", 0, 0
    batch._history_user, batch._change_reason = by, reason
    batch.save()
    task.enqueue(batch.pk, by.pk)
    batch.refresh_from_db()
    return batch
