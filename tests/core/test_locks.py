"""Locks by number: each has one meaning, and waiting for one in vain is no failure of the database."""

import re
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from psycopg2 import errors as database

from kerjasama.core.locks import Lock
from kerjasama.core.middleware import RefusalMiddleware

BASE = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"\b7281\d\d\b")


def test_numbers_of_locks_stand_in_one_place() -> None:
    """The import of a register once held the lock of new proposals, because both had chosen its number."""
    rooms = ("kerjasama", "proposals", "agreements", "monitoring")
    found = {
        str(path.relative_to(BASE))
        for room in rooms
        for path in (BASE / room).rglob("*.py")
        if NUMBER.search(path.read_text())
    }
    assert found == {"kerjasama/core/locks.py", "kerjasama/workflow/dbfunctions.py"}
    functions = (BASE / "kerjasama/workflow/dbfunctions.py").read_text()
    assert set(NUMBER.findall(functions)) == {str(int(Lock.CHAIN))}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cause, status",
    [(database.LockNotAvailable, 409), (database.DeadlockDetected, 409), (database.ConnectionFailure, None)],
)
def test_waiting_in_vain_is_told_as_somebody_elses_work(cause: type[Exception], status: int | None) -> None:
    problem = OperationalError("canceling statement due to lock timeout")
    problem.__cause__ = cause()
    answer = RefusalMiddleware(lambda request: None).process_exception(RequestFactory().post("/"), problem)
    assert (answer and answer.status_code) == status
    assert answer is None or "sedang ditulis orang lain" in answer.content.decode()
