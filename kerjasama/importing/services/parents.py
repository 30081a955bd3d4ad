"""The naskah that those of a file stand under: found by their number where exactly one bears it."""

from collections.abc import Iterable

from agreements.models import OldNaskah, RegisterEntry
from agreements.old_finding import bearing
from agreements.services import old as room
from kerjasama.accounts.models import User
from kerjasama.core.errors import NotYet
from kerjasama.core.numbers import plain_number
from kerjasama.core.text import joined
from kerjasama.importing.models import ImportBatch, ImportRow
from kerjasama.importing.reading import numbers

CHUNK = 500
SHORTEST = 3


def find(batch: ImportBatch, *, by: User) -> int:
    """Put what this file has entered under its parents; what is not certain stays on the work list. Answers how many.

    After all rows are written, for a parent may stand below its children in the file.
    """
    entered = ImportRow.objects.filter(batch=batch, written=True, before__isnull=True, old__told__has_key="PARENT")
    rows, last, count = entered.select_related("old").order_by("number"), 0, 0
    while found := list(rows.filter(number__gt=last)[:CHUNK]):
        last = found[-1].number
        chunk = {row.old_id: row for row in found}
        placed = place([row.old for row in found])
        room.write_changed(placed, reason="Naskah induk dikenali dari nomornya", by=by)
        for old in placed:
            chunk[old.pk].edition = old.edition
        ImportRow.objects.bulk_update([chunk[old.pk] for old in placed], ["edition"], batch_size=CHUNK)
        count += len(placed)
    return count


def place(olds: Iterable[OldNaskah]) -> list[OldNaskah]:
    """Give each its parent where exactly one naskah bears the number it names; answers those that were given one. Writes nothing."""
    asking = [old for old in olds if _asks(old)]
    spoken = {old.pk: numbers_in(old.told["PARENT"]) for old in asking}
    known, placed = bearing(number for numbers in spoken.values() for number in numbers), []
    for old in asking:
        found = {entry.pk: entry for number in spoken[old.pk] for entry in known.get(number, [])}
        above = [entry for entry in found.values() if entry.old_id != old.pk]
        if len(above) == 1:
            _put_under(old, above[0])
            placed.append(old)
    return placed


def _asks(old: OldNaskah) -> bool:
    return bool(old.told.get("PARENT")) and not (old.parent_id or old.parent_old_id or old.stands_alone)


def _put_under(old: OldNaskah, above: RegisterEntry) -> None:
    old.parent_id, old.parent_old_id = above.agreement_id, above.old_id


def numbers_in(words: str) -> list[str]:
    """The numbers that the words of a "naskah induk" cell may name, as they are compared: each whole cell, and each word with a stroke."""
    read: Iterable[str] = (one.normal for one in numbers.read(words).found)
    spoken = (plain_number(word) for word in plain_number(words).split(" ") if "/" in word)
    found = dict.fromkeys([*read, *spoken])
    return [number for number in found if len(number) >= SHORTEST]


def refuse_used(batch: ImportBatch) -> None:
    """Raises NotYet where something beside this import rests on what it has entered."""
    entered = OldNaskah.objects.filter(batch_number=batch.pk, withdrawn_at__isnull=True).only("pk", "case")
    resting = room.rests_on(list(entered), but=batch.pk)
    if resting:
        raise NotYet(
            f"Impor ini tidak dapat dibatalkan seluruhnya: {joined(resting[: room.NAMED])}.",
            detail="Pindahkan atau putuskan itu lebih dahulu. Tidak ada yang dibatalkan.",
        )
