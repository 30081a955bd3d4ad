"""Work of pyHanko that starts an event loop of its own: done in a thread apart, because the caller's thread may run one already."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

Result = TypeVar("Result")


def apart(doing: Callable[..., Result], *given: Any, **named: Any) -> Result:
    """The answer of a function that asks no database; it sees the caller's clock. Raises what the function raises."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(copy_context().run, doing, *given, **named).result()
