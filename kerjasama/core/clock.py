"""The one source of time. Nothing else in the project asks the machine what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_injected: ContextVar[datetime | None] = ContextVar("kerjasama_clock", default=None)


def zone() -> ZoneInfo:
    """The zone of the region; deadlines and periods of office are counted in it."""
    return ZoneInfo(settings.TIME_ZONE)


def now() -> datetime:
    """The present moment, aware; the injected moment inside `at()`."""
    return _injected.get() or timezone.now()


def today() -> date:
    """The date in the region's zone, which is what a deadline or an SK means."""
    return now().astimezone(zone()).date()


def local_date(moment: datetime) -> date:
    """The date of a moment in the region's zone."""
    return moment.astimezone(zone()).date()


def is_injected() -> bool:
    """True inside `at()`: demo and import write history that already happened."""
    return _injected.get() is not None


@contextmanager
def at(moment: datetime) -> Iterator[datetime]:
    """Make `now()` answer `moment` inside the block. For demo and import only.

    Raises ValueError for a naive moment: it would be read in the zone of the machine.
    """
    if timezone.is_naive(moment):
        raise ValueError("clock.at() needs an aware datetime")
    token = _injected.set(moment)
    try:
        yield moment
    finally:
        _injected.reset(token)
