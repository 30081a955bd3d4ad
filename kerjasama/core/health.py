"""The checks behind /healthz. They say how things are and never why, so anybody may ask."""

import shutil
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Case, F, Min, When
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

OK, WARN, FAIL = "ok", "warn", "fail"
QUEUE_PATIENCE_SECONDS = 300
FREE_MEGABYTES_WARN, FREE_MEGABYTES_FAIL = 1024, 100
LETTER_FONT = "URW Bookman"


@dataclass
class Report:
    """Name of each check with its verdict, and a few figures."""

    checks: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def is_down(self) -> bool:
        return FAIL in self.checks.values()

    def as_json(self) -> dict[str, Any]:
        worst = "down" if self.is_down else "degraded" if WARN in self.checks.values() else "ok"
        return {"status": worst, "checks": self.checks, **self.figures}


def report() -> Report:
    """Ask database, migrations, queue, disk and fonts."""
    found = Report()
    found.checks["database"] = _database()
    if found.checks["database"] == OK:
        found.checks["migrations"] = _migrations()
        if found.checks["migrations"] == OK:
            found.checks["worker"], found.figures["queue_age_seconds"] = _worker()
    found.checks["disk"] = _disk()
    found.checks["fonts"] = OK if has_letter_font() else WARN
    return found


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return FAIL
    return OK


def _migrations() -> str:
    try:
        _require_complete_schema()
    except IncompleteSchema:
        return FAIL
    return OK


class IncompleteSchema(Exception):
    """A migration of this code has not been applied yet."""


@cache
def _require_complete_schema() -> None:
    # Only success is remembered: the code of a running process does not change any more.
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise IncompleteSchema


def _worker() -> tuple[str, int]:
    """Age in seconds of the oldest task that is due and still waits; 0 when none does."""
    now = timezone.now()
    # A task without a set time carries a far future one; it was due when it was queued.
    due = Case(When(run_after__gt=now, then=F("enqueued_at")), default=F("run_after"))
    first = DBTaskResult.objects.ready().aggregate(first=Min(due))["first"]
    age = int((now - first).total_seconds()) if first else 0
    return (WARN if age > QUEUE_PATIENCE_SECONDS else OK), age


def _disk() -> str:
    root = Path(settings.MEDIA_ROOT or ".")
    while not root.exists():
        root = root.parent
    free = shutil.disk_usage(root).free // 2**20
    if free < FREE_MEGABYTES_FAIL:
        return FAIL
    return WARN if free < FREE_MEGABYTES_WARN else OK


@cache
def has_letter_font() -> bool:
    """True when the font of our letters is installed; asked once per process."""
    try:
        found = subprocess.run(  # noqa: S603 - constants only
            ["fc-match", "-f", "%{family}", LETTER_FONT],  # noqa: S607 - where fontconfig lives differs
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LETTER_FONT in found.stdout
