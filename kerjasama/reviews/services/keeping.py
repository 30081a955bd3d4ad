"""Small helpers of all services here: who stands in the history, and how a field is refused."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db import models
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.core.models import AuditedModel
from kerjasama.core.text import date_long

Row = TypeVar("Row", bound=AuditedModel)
CHECK_FIELDS = "Isian belum dapat disimpan. Perbaiki isian yang ditandai."


def refuse_if(**problems: str) -> None:
    """Raise BadInput when any field has a sentence against it."""
    errors = {field: [problem] for field, problem in problems.items() if problem}
    if errors:
        raise BadInput(CHECK_FIELDS, errors=errors)


def keep(row: Row, *, by: User, reason: str) -> Row:
    """Save with the person and the reason in the history."""
    row._history_user = by
    row._change_reason = reason
    row.save()
    return row


def keep_new(model: type[models.Model], rows: Iterable[Row], *, by: User, reason: str) -> list[Row]:
    """Insert many rows with their history, in two statements."""
    return bulk_create_with_history(
        list(rows), model, default_user=by, default_change_reason=reason, default_date=clock.now()
    )


def keep_changed(rows: list[Row], model: type[models.Model], fields: list[str], *, by: User, reason: str) -> None:
    """Update some fields of many rows with their history, in two statements."""
    for row in rows:
        row.updated_at = clock.now()
    bulk_update_with_history(
        rows,
        model,
        [*fields, "updated_at"],
        default_user=by,
        default_change_reason=reason,
        default_date=clock.now(),
    )


def lock(row: Row) -> Row:
    """Read the row again under a lock, so that two people cannot answer the same question twice."""
    row.refresh_from_db(from_queryset=type(row)._default_manager.select_for_update(of=("self",)))
    return row


def past_problem(day: date, *, what: str) -> str:
    """The sentence against a date after today, or an empty one."""
    return f"{what} tidak boleh sesudah hari ini." if day > clock.today() else ""


def before_problem(day: date, first: date | None, what: str) -> str:
    """The sentence against a date before an earlier step, or an empty one."""
    return f"Tanggal ini tidak boleh sebelum {what}, {date_long(first)}." if first and day < first else ""
