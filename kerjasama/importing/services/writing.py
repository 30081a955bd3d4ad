"""Rows become naskah of the register in one transaction, and are taken out of it in one. The worker's hand."""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from agreements.models import OldNaskah
from agreements.services import old as room
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import require
from kerjasama.core import clock, locks
from kerjasama.core.errors import NotYet, Refusal, Stale
from kerjasama.core.text import digits, joined
from kerjasama.importing import matching
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.services import parents
from kerjasama.importing.services.progress import Tell, progress_of
from kerjasama.workflow.chain import chained_at_once

logger = logging.getLogger(__name__)
CHUNK, NAMED = 500, 5
State, Verdict = ImportBatch.State, ImportRow.Verdict
#: A page must answer soon; the worker may wait for its turn and take the time ten thousand rows take.
PATIENCE = "15min"
BROKEN = "Terhenti karena gangguan; register tidak berubah. Coba sekali lagi; bila tetap gagal, hubungi administrator."


def write_batch(batch_id: int, by_id: int) -> str:
    """Write the rows of a batch that waits for it; answers its state. A failure is kept on it and shown, not raised."""
    return _done(batch_id, by_id, _confirm, State.WRITING, State.READY)


def undo_batch(batch_id: int, by_id: int) -> str:
    """Take a batch that waits for it out of the register; answers its state. A failure is kept on it and shown, not raised."""
    return _done(batch_id, by_id, _undo, State.UNDOING, State.CONFIRMED)


def _done(
    batch_id: int, by_id: int, doing: Callable[[ImportBatch, User, Tell], None], awaited: State, otherwise: State
) -> str:
    by = User.objects.get(pk=by_id)
    try:
        with progress_of(batch_id) as tell, transaction.atomic():
            _take_turn()
            batch = ImportBatch.objects.get(pk=batch_id)
            if batch.state != awaited:
                return str(batch.state)
            require(by, *room.KEEPERS)
            with chained_at_once(OldNaskah.history.model, ImportBatch.history.model):
                doing(batch, by, tell)
            return str(batch.state)
    except Refusal as refused:
        failure = f"{refused.message} {refused.detail}".strip()
    # Whatever goes wrong must be kept and shown: the page waits for an answer.
    except Exception:
        logger.exception("Import %s came to a stop while %s", batch_id, awaited)
        failure = BROKEN
    return _failed(batch_id, awaited, otherwise, failure, by)


def _take_turn() -> None:
    """One import is written at a time, so that two files cannot enter the same naskah."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(name, %s, true) FROM unnest(ARRAY['lock_timeout', 'statement_timeout']) AS name",
            [PATIENCE],
        )
    locks.hold(locks.Lock.IMPORT)


@transaction.atomic
def _failed(batch_id: int, awaited: State, otherwise: State, failure: str, by: User) -> str:
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    if batch.state == awaited:
        batch.state, batch.failure = otherwise, failure
        _save(batch, by, "Penulisan gagal" if awaited == State.WRITING else "Pembatalan gagal")
    return str(batch.state)


def _confirm(batch: ImportBatch, by: User, tell: Tell) -> None:
    """Write the rows that are included. Raises Stale when the register has moved on since the preview."""
    wanted = ImportRow.objects.filter(batch=batch, included=True)
    known, moved, total, done = matching.Known.load(), [], wanted.count(), 0
    reason = f"Impor {batch.pk}, {batch.file_name}"
    for rows in _chunks(wanted):
        current = matching.current_of((row.old_id for row in rows if row.old_id), lock=True)
        moved += [row for row in rows if _moved(row, known, current)]
        if not moved:
            _write(batch, rows, current, reason=reason, by=by)
        done += len(rows)
        tell(done, total)
    if moved:
        named = ", ".join(str(row.number) for row in moved[:NAMED]) + (" …" if len(moved) > NAMED else "")
        raise Stale(
            f"Register berubah sejak berkas ini dibaca; {digits(len(moved))} baris tidak lagi seperti yang ditampilkan (baris {named}).",
            detail="Baca ulang berkasnya, lalu periksa lagi. Belum ada yang ditulis.",
        )
    parents.find(batch, by=by)
    batch.state, batch.confirmed_by, batch.confirmed_at = State.CONFIRMED, by, clock.now()
    _save(batch, by, "Ditulis ke register")


def _undo(batch: ImportBatch, by: User, tell: Tell) -> None:
    """Withdraw what the batch entered and give back its facts to what it changed.

    All or nothing: raises NotYet, naming them, when a naskah was written again since, by a person or by a later file.
    """
    written = ImportRow.objects.filter(batch=batch, written=True)
    refuse_touched(batch)
    parents.refuse_used(batch)
    reason, total, done = f"Impor {batch.pk} dibatalkan", written.count(), 0
    for rows in _chunks(written):
        current = matching.current_of((row.old_id for row in rows), lock=True)
        if any(current[row.old_id].edition != row.edition for row in rows):
            # Written between the first look and the lock.
            refuse_touched(batch)
        entered = [current[row.old_id] for row in rows if row.before is None]
        changed = [room.taken(current[row.old_id], row.before) for row in rows if row.before is not None]
        room.withdraw(entered, reason=reason, by=by)
        room.write_changed(changed, reason=reason, by=by)
        _give_back(batch, rows, current)
        done += len(rows)
        tell(done, total)
    batch.state, batch.undone_by, batch.undone_at = State.UNDONE, by, clock.now()
    _save(batch, by, reason)


def touched(batch: ImportBatch) -> list[ImportRow]:
    """The rows whose naskah was written again since, a few of them: what stands against undoing."""
    written = ImportRow.objects.filter(batch=batch, written=True)
    return list(written.exclude(edition=F("old__edition")).select_related("old")[: NAMED + 1])


def refuse_touched(batch: ImportBatch) -> None:
    """Raises NotYet, naming them, when naskah of this batch were written again since."""
    found = touched(batch)
    if found:
        names = joined([f"{row.old.code} ({row.old.shown_title})" for row in found[:NAMED]])
        more = " dan lainnya" if len(found) > NAMED else ""
        raise NotYet(
            f"Impor ini tidak dapat dibatalkan seluruhnya: {names}{more} sudah diubah sesudahnya.",
            detail="Kembalikan isian naskah itu dengan tangan bila perlu. Tidak ada yang dibatalkan.",
        )


def _give_back(batch: ImportBatch, rows: Sequence[ImportRow], current: dict[int, OldNaskah]) -> None:
    """An import before this one finds its naskah as it left them: it can be undone too, the last one first."""
    left = {row.old_id: row.edition - 1 for row in rows if row.before is not None}
    earlier = ImportRow.objects.filter(old__in=left, written=True, batch__state=State.CONFIRMED).exclude(batch=batch)
    mine = [row for row in earlier if row.edition == left[row.old_id]]
    for row in mine:
        row.edition = current[row.old_id].edition
    ImportRow.objects.bulk_update(mine, ["edition"], batch_size=CHUNK)


def _moved(row: ImportRow, known: matching.Known, current: dict[int, OldNaskah]) -> bool:
    """Whether the register says something else of a row than it did in the preview."""
    if row.old_id:
        old = current[row.old_id]
        return old.withdrawn_at is not None or old.edition != row.edition
    match = known.find(row.fingerprint, row.facts)
    return bool(match.old or match.agreement)


def _write(
    batch: ImportBatch, rows: Sequence[ImportRow], current: dict[int, OldNaskah], *, reason: str, by: User
) -> None:
    fresh, changed = [row for row in rows if row.old_id is None], [row for row in rows if row.old_id]
    made = room.write_fresh([_made(batch, row) for row in fresh], reason=reason, by=by)
    _name_the_fresh(fresh, made)
    for row in changed:
        row.before = room.facts_of(current[row.old_id])
        room.taken(current[row.old_id], row.facts)
    parents.place([current[row.old_id] for row in changed])
    room.write_changed([current[row.old_id] for row in changed], reason=reason, by=by)
    for row in changed:
        row.edition, row.written = current[row.old_id].edition, True
    ImportRow.objects.bulk_update(changed, ["edition", "before", "written"], batch_size=CHUNK)


def _name_the_fresh(rows: Sequence[ImportRow], made: Sequence[OldNaskah]) -> None:
    """Each row that entered a naskah names it: so many in one statement, which bulk_update would spell out row by row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE importing_importrow r SET old_id = n.old_id, edition = 1, written = true "
            "FROM unnest(%s::bigint[], %s::bigint[]) AS n(row_id, old_id) WHERE r.id = n.row_id",
            [[row.pk for row in rows], [old.pk for old in made]],
        )


def _made(batch: ImportBatch, row: ImportRow) -> OldNaskah:
    """A fresh naskah out of a row, with where it was read."""
    old = room.taken(OldNaskah(fingerprint=row.fingerprint, batch_number=batch.pk), row.facts)
    sheets = batch.found["sheets"]
    old.source = {
        "batch": batch.pk, "file": batch.file_name, "sheet": sheets[batch.found["sheet"]]["name"], "row": row.number, "cells": row.cells,
    }  # fmt: skip
    return old


def _chunks(rows: Any) -> Iterator[list[ImportRow]]:
    """The rows in order, so many at a time; a chunk may be written while the next is read."""
    last = 0
    while chunk := list(rows.filter(number__gt=last).order_by("number")[:CHUNK]):
        yield chunk
        last = chunk[-1].number


def _save(batch: ImportBatch, by: User, reason: str) -> None:
    batch._history_user, batch._change_reason = by, reason
    batch.save()
