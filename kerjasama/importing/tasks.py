"""The outbox of this room: one task per reading of a file, and one per writing or undoing."""

from django_tasks import task

from kerjasama.core.outbox import URGENT
from kerjasama.importing.services import writing
from kerjasama.importing.services.reading import read_batch


@task(priority=URGENT)
def read_file(batch_id: int, reading: int) -> str:
    """Read one file; says what became of it. Safe to run twice."""
    return read_batch(batch_id, reading)


@task(priority=URGENT)
def write_rows(batch_id: int, by_id: int) -> str:
    """Write the rows of one file for the person who asked; says what became of it. Safe to run twice."""
    return writing.write_batch(batch_id, by_id)


@task(priority=URGENT)
def undo_rows(batch_id: int, by_id: int) -> str:
    """Undo one file for the person who asked; says what became of it. Safe to run twice."""
    return writing.undo_batch(batch_id, by_id)
