"""The outbox of this room: one task per reading of a file."""

from django_tasks import task

from kerjasama.core.outbox import URGENT
from kerjasama.importing.services.reading import read_batch


@task(priority=URGENT)
def read_file(batch_id: int, reading: int) -> str:
    """Read one file; says what became of it. Safe to run twice."""
    return read_batch(batch_id, reading)
