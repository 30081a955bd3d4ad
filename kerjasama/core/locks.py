"""Every advisory lock of the house by its number: two rooms that took the same one would wait for each other."""

from enum import IntEnum, unique

from django.db import connection


@unique
class Lock(IntEnum):
    """What is done by one at a time."""

    #: Taken by the database when a transaction ends, never here (kerjasama.workflow.dbfunctions).
    CHAIN = 728104
    #: Held shared by whoever stores a file until commit; alone by whoever sweeps.
    FILES = 728105
    PROPOSAL_CODE = 728106
    PLAN_CODE = 728107
    IMPORT = 728108
    THROTTLE = 728110


def hold(lock: Lock) -> None:
    """Wait for a lock and keep it until this transaction ends."""
    run("SELECT pg_advisory_xact_lock(%s)", lock)


def try_hold(lock: Lock) -> bool:
    """Take a lock until this transaction ends, unless somebody has it."""
    return bool(run("SELECT pg_try_advisory_xact_lock(%s)", lock))


def run(statement: str, lock: Lock) -> object:
    """What a statement about a lock answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [int(lock)])
        return cursor.fetchone()[0]
