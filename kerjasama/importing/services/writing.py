"""Rows become naskah of the register in one transaction, and are taken out of it in one."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from agreements.models import OldNaskah
from agreements.services import old as room
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, Stale
from kerjasama.core.text import digits, joined
from kerjasama.importing import matching
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.services import parents

CHUNK, NAMED = 500, 5
State, Verdict = ImportBatch.State, ImportRow.Verdict
#: Held by whoever writes many old naskah, so that two files cannot enter the same one.
WRITING = 728106


@transaction.atomic
def confirm(batch: ImportBatch, *, expect: int, by: User) -> ImportBatch:
    """Write the rows that are included; a batch that is written already is answered as it is.

    Raises NotYours, NotYet for nothing to write, Stale when the register or the reading has moved on since the preview.
    """
    require(by, *room.KEEPERS)
    batch = _locked(batch)
    if batch.state == State.CONFIRMED:
        return batch
    if batch.state != State.READY:
        raise NotYet("Impor ini tidak menunggu keputusan.")
    if batch.reading != expect:
        raise Stale("Berkas ini sudah dibaca ulang.", detail="Muat ulang halamannya untuk melihat hasilnya.")
    wanted = ImportRow.objects.filter(batch=batch, included=True)
    if not wanted.exists():
        raise NotYet("Tidak ada baris yang dipilih untuk ditulis.")
    known, moved = matching.Known.load(), []
    reason = f"Impor {batch.pk}, {batch.file_name}"
    for rows in _chunks(wanted):
        current = matching.current_of((row.old_id for row in rows if row.old_id), lock=True)
        moved += [row for row in rows if _moved(row, known, current)]
        if not moved:
            _write(batch, rows, current, reason=reason, by=by)
    if moved:
        named = ", ".join(str(row.number) for row in moved[:NAMED]) + (" …" if len(moved) > NAMED else "")
        raise Stale(
            f"Register berubah sejak berkas ini dibaca; {digits(len(moved))} baris tidak lagi seperti yang ditampilkan (baris {named}).",
            detail="Baca ulang berkasnya, lalu periksa lagi. Belum ada yang ditulis.",
        )
    parents.find(batch, by=by)
    batch.state, batch.confirmed_by, batch.confirmed_at = State.CONFIRMED, by, clock.now()
    _save(batch, by, "Ditulis ke register")
    return batch


@transaction.atomic
def undo(batch: ImportBatch, *, by: User) -> ImportBatch:
    """Take everything a batch has written out of the register: what it entered is withdrawn, what it changed gets its facts back.

    All or nothing: raises NotYet, naming them, when a naskah was written again since, by a person or by a later file.
    Raises NotYours. A batch that is undone already is answered as it is.
    """
    require(by, *room.KEEPERS)
    batch = _locked(batch)
    if batch.state == State.UNDONE:
        return batch
    if batch.state != State.CONFIRMED:
        raise NotYet("Impor ini belum tertulis dalam register.")
    written = ImportRow.objects.filter(batch=batch, written=True)
    _refuse_touched(written)
    parents.refuse_used(batch)
    reason = f"Impor {batch.pk} dibatalkan"
    for rows in _chunks(written):
        current = matching.current_of((row.old_id for row in rows), lock=True)
        if any(current[row.old_id].edition != row.edition for row in rows):
            # Written between the first look and the lock.
            _refuse_touched(written)
        entered = [current[row.old_id] for row in rows if row.before is None]
        changed = [room.taken(current[row.old_id], row.before) for row in rows if row.before is not None]
        room.withdraw(entered, reason=reason, by=by)
        room.write_changed(changed, reason=reason, by=by)
        _give_back(batch, rows, current)
    batch.state, batch.undone_by, batch.undone_at = State.UNDONE, by, clock.now()
    _save(batch, by, reason)
    return batch


def touched(batch: ImportBatch) -> list[ImportRow]:
    """The rows whose naskah was written again since, a few of them: what stands against undoing."""
    return _touched(ImportRow.objects.filter(batch=batch, written=True))


def _touched(written: Any) -> list[ImportRow]:
    found = written.exclude(edition=F("old__edition")).select_related("old")
    return list(found[: NAMED + 1])


def _refuse_touched(written: Any) -> None:
    found = _touched(written)
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


def _locked(batch: ImportBatch) -> ImportBatch:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITING])
    return ImportBatch.objects.select_for_update().get(pk=batch.pk)


def _save(batch: ImportBatch, by: User, reason: str) -> None:
    batch._history_user, batch._change_reason = by, reason
    batch.save()
