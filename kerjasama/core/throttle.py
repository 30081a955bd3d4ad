"""How often somebody outside may do something. Counted in the shared cache, so over all processes.

The machine's own clock counts here: it is about load and guessing, not about a case.
"""

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpRequest

from kerjasama.core.errors import TooMany
from kerjasama.core.locks import Lock
from kerjasama.core.visitors import address_of


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times in so many seconds, for one action. Windows stand on the clock: a new one begins anew."""

    action: str
    times: int
    seconds: int


def spend(limit: Limit, who: str) -> int:
    """Count once for `who` (an address, an e-mail); answers the seconds to wait, 0 while it is still allowed.

    Names are kept as hashes only: the cache is no list of who asked.
    """
    present = time.time()
    window = int(present // limit.seconds)
    key = f"batas:{limit.action}:{_name(who)}:{window}"
    with transaction.atomic(), connection.cursor() as cursor:
        # The cache counts by reading and writing; the lock, one for each counter, makes one step of the two.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [int(Lock.THROTTLE), key])
        used = int(cache.get(key, 0)) + 1
        cache.set(key, used, 2 * limit.seconds)
    return 0 if used <= limit.times else max(1, int((window + 1) * limit.seconds - present))


def too_many(request: HttpRequest, limit: Limit) -> int:
    """As `spend` for the address of a request."""
    return spend(limit, address_of(request))


def require(request: HttpRequest, limit: Limit, *, email: str = "", per_email: Limit | None = None) -> None:
    """Count for the address, and for an e-mail address where one is concerned. Raises TooMany (429)."""
    wait = too_many(request, limit)
    if email and per_email is not None:
        wait = max(wait, spend(per_email, email))
    if wait:
        raise TooMany(wait, until=datetime.fromtimestamp(time.time() + wait, tz=UTC))


def _name(who: str) -> str:
    return hashlib.sha256(who.strip().lower().encode()).hexdigest()[:32]
