"""How often one address may ask the public pages. Counted in the shared cache, so over all processes."""

import time

from django.core.cache import cache
from django.http import HttpRequest

from kerjasama.documents.access import address_of

WINDOW = 60


def too_many(request: HttpRequest, action: str, limit: int) -> bool:
    """Count this request; True when the address has asked more than `limit` times in this minute.

    The machine's own clock counts here: it is about load, not about a case.
    """
    key = f"periksa:{action}:{address_of(request)}:{int(time.time() // WINDOW)}"
    if cache.add(key, 1, 2 * WINDOW):
        return False
    try:
        return cache.incr(key) > limit
    except ValueError:
        # Expired between the two steps: a new window has begun.
        return False
