"""The lock between storing files and sweeping those that no row speaks of.

The audit chain takes its own lock when a transaction ends (kerjasama.workflow.dbguards), so no order of locks
has to be kept here.
"""

from kerjasama.core import locks


def while_storing() -> None:
    """Keep the sweeper away until this transaction ends."""
    locks.run("SELECT pg_advisory_xact_lock_shared(%s)", locks.Lock.FILES)


def try_sweeping() -> bool:
    """True when nobody is storing a file: what has no row now never had one."""
    return locks.try_hold(locks.Lock.FILES)
