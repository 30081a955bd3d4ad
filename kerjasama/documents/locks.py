"""The lock between storing files and sweeping those that no row speaks of.

The audit chain takes its own lock when a transaction ends (kerjasama.workflow.dbguards), so no order of locks
has to be kept here.
"""

from django.db import connection

#: Held shared by whoever stores a file until commit; alone by whoever sweeps.
FILES = 728105


def while_storing() -> None:
    """Keep the sweeper away until this transaction ends."""
    _run("SELECT pg_advisory_xact_lock_shared(%s)", FILES)


def try_sweeping() -> bool:
    """True when nobody is storing a file: what has no row now never had one."""
    return bool(_run("SELECT pg_try_advisory_xact_lock(%s)", FILES))


def _run(sql: str, key: int) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        return cursor.fetchone()[0]
