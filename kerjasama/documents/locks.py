"""The order in which locks are taken, so that two acts never wait for each other in a circle.

Every row of history enters the audit chain under one lock that is held until the transaction ends.
An act that has already written history and then wants one of our rows could therefore meet another
that holds our row and now wants the chain. Taking the chain first, always, removes the circle.
"""

from django.db import connection

#: The advisory lock of the audit chain (kerjasama.workflow.dbguards); rooms above are not imported.
AUDIT_CHAIN = 728104
#: Held shared by whoever stores a file until commit; alone by whoever sweeps.
FILES = 728105


def in_order() -> None:
    """Take the lock of the audit chain before any row of this room is locked or written."""
    _run("SELECT pg_advisory_xact_lock(%s)", AUDIT_CHAIN)


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
