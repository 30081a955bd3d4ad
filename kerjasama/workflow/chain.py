"""Many rows enter the audit chain in one step, so that nobody waits for them.

Left to the triggers each row takes its link while the transaction ends, all of them under the one lock of the chain,
between the checks of their foreign keys. In a block these are checked first, and the lock is taken for the links alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models


@contextmanager
def chained_at_once(*histories: type[models.Model]) -> Iterator[None]:
    """What is written into these tables from here on is chained together when the transaction ends."""
    with connection.cursor() as cursor:
        for model in histories:
            cursor.execute("SELECT workflow_begin_block(%s)", [model._meta.db_table])
    yield
    with connection.cursor() as cursor:
        _check_foreign_keys(cursor)


def _check_foreign_keys(cursor: Any) -> None:
    """Now and not at the commit, when everybody would wait for it."""
    cursor.execute(
        "SELECT string_agg(DISTINCT quote_ident(conname), ', ') FROM pg_constraint "
        "WHERE contype = 'f' AND condeferred AND connamespace = 'public'::regnamespace"
    )
    names = cursor.fetchone()[0]
    # The names come out of the catalogue, quoted there.
    cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")
    cursor.execute(f"SET CONSTRAINTS {names} DEFERRED")
