"""Read a parameter of the region: the stored choice, or the default of the registry."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Any

from kerjasama.core import clock
from kerjasama.core.models import Parameter
from kerjasama.core.parameter_registry import PARAMETERS
from kerjasama.core.parameter_spec import ParameterSpec

__all__ = ["PARAMETERS", "ParameterSpec", "all_values", "change", "forget", "held_since", "snapshot", "value"]

_snapshot: ContextVar[dict[str, Any] | None] = ContextVar("kerjasama_parameters", default=None)


def value(key: str) -> Any:
    """The value in force now. Raises KeyError for a key that is not registered.

    One query; inside `snapshot()` one query for all reads together.
    """
    spec = PARAMETERS[key]
    held = _snapshot.get()
    if held is None:
        stored = Parameter.objects.filter(key=key).values_list("value", flat=True).first()
        return spec.default if stored is None else stored
    return _filled(held).get(key, spec.default)


def all_values() -> dict[str, Any]:
    """Every registered key with the value in force, in one query."""
    stored = _stored()
    return {key: stored.get(key, spec.default) for key, spec in PARAMETERS.items()}


def held_since(key: str) -> tuple[tuple[date, Any], ...]:
    """Each value a parameter has had with the day since which it holds, oldest first; the default from the beginning. One query."""
    rows = Parameter.history.filter(key=key).order_by("history_date", "history_id").values_list("history_date", "value")
    changed = ((clock.local_date(moment), value) for moment, value in rows)
    return ((date.min, PARAMETERS[key].default), *changed)


def change(key: str, typed: Any, *, by: Any = None, reason: str) -> Parameter:
    """Store a choice of the region. Raises KeyError, or ValidationError for a wrong value."""
    cleaned = PARAMETERS[key].clean(typed)
    row = Parameter.objects.filter(key=key).first() or Parameter(key=key)
    row.value = cleaned
    if by is not None:
        row._history_user = by
    row._change_reason = reason
    row.save()
    forget()
    return row


@contextmanager
def snapshot() -> Iterator[None]:
    """Read the table at most once inside the block (a web request, a command)."""
    token = _snapshot.set({})
    try:
        yield
    finally:
        _snapshot.reset(token)


def forget() -> None:
    """Let the open snapshot read again; called when a parameter is saved."""
    held = _snapshot.get()
    if held is not None:
        held.clear()


def _stored() -> dict[str, Any]:
    return dict(Parameter.objects.values_list("key", "value"))


def _filled(held: dict[str, Any]) -> dict[str, Any]:
    # The empty string is never a key, so it can say "already read" for an empty table too.
    if not held:
        held.update(_stored())
        held[""] = None
    return held
