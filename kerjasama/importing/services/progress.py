"""How far a writing is, told while its transaction is still open."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections

logger = logging.getLogger(__name__)
Tell = Callable[[int, int], None]


@contextmanager
def progress_of(batch_id: int) -> Iterator[Tell]:
    """`tell(done, total)` over a connection of its own, for what the transaction writes is seen by nobody before its end.

    Inside a transaction nothing is told: it may hold the very row.
    """
    if connection.in_atomic_block:
        yield lambda done, total: None
        return
    beside = connections.create_connection(DEFAULT_DB_ALIAS)

    def tell(done: int, total: int) -> None:
        try:
            with beside.cursor() as cursor:
                cursor.execute(
                    "UPDATE importing_importbatch SET done = %s, total = %s WHERE id = %s", [done, total, batch_id]
                )
        except DatabaseError:
            # The naskah matter, and not how many of them are known to be there.
            logger.warning("Progress of import %s is not told", batch_id, exc_info=True)

    try:
        yield tell
    finally:
        beside.close()
