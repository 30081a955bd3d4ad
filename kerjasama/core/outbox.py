"""What every e-mail of the house shares: how often it is tried, and the full address of a page.

The outbox itself is the queue of tasks: a row written in the transaction of the act, run by `db_worker`.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

#: Papers that are being printed let mail pass: first what somebody waits for before the screen, then news.
URGENT, NEWS = 50, 25

MAX_ATTEMPTS = 5
#: Pause before the next attempt, after the first, second … failure.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
)


def error_of(problem: Exception) -> str:
    """What is kept and shown of a failure."""
    return f"{type(problem).__name__}: {problem}"[:2000]


def retry(job: Any, *arguments: Any, attempts: int, **named: Any) -> str:
    """Queue an e-mail that failed `attempts` times once more, after a growing pause, until it is given up; says which.

    The queue runs on the real clock, whatever clock the case lives under.
    """
    if attempts >= MAX_ATTEMPTS:
        return "given up"
    job.using(run_after=timezone.now() + PAUSES[attempts - 1]).enqueue(*arguments, **named)
    return "will retry"


def site_root() -> str:
    """Address of this site as people reach it, without the slash at the end."""
    return getattr(settings, "SITE_URL", "http://localhost:8000").rstrip("/")


def absolute(path: str) -> str:
    """The full address of a path of this site; empty for an empty path."""
    return f"{site_root()}{path}" if path else ""
