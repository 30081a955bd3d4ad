"""Steps that one test has walked are laid down for the next as the statements they were.

Many tests begin where a case has come a long way, and most of that way is the same: same people, same story, same days,
from the same place. The first time, each step goes through the doors, and the statements with which it wrote are kept with the
place they led from. When a walker stands at that place again and takes the same step, those statements run as one: triggers,
constraints and the audit chain of the database see them all, and the walker is left as the step left it.

A place is what has been written since the template, step by step. Whatever writes beside a step (the test itself, a page, a
patch, a setting) leads off the trail, and from there every step goes through the doors until the test is undone.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from hashlib import sha256
from types import FunctionType, MethodType
from typing import Any

import time_machine
from django.conf import settings
from django.core import mail
from django.db import connection, connections, models, transaction
from django.utils.functional import LazyObject

from kerjasama.accounts.permissions import forget
from kerjasama.demo import walk as walking
from kerjasama.demo.timepiece import Timepiece
from kerjasama.demo.walk import Walk
from kerjasama.documents import rendering
from tests.support.databases import owner_alias

#: What a closure of a step may be made of: functions that do nothing but write what they are told.
TOLD_BY = ("kerjasama.demo.", "tests.support.")
PLAIN = (type(None), bool, int, float, str, bytes, Decimal, datetime, date, time, timedelta)
ROWS = ("proposal", "agreement", "report")
READING = re.compile(r"\s*\(?\s*(SELECT|FETCH|DECLARE|CLOSE)\b(?!.*\bset_config\()", re.IGNORECASE | re.DOTALL)
MARKING = re.compile(r"\s*(SAVEPOINT|RELEASE SAVEPOINT)\b", re.IGNORECASE)
Positions = dict[str, int | None]


class OffTrail(Exception):
    """Something whose likeness cannot be told, so that a step with it is never taken for another."""


@dataclass
class Step:
    """What one step wrote, and how it left its walker."""

    script: bytes
    drawn: Positions
    mails: list[Any]
    plain: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, tuple[type[models.Model], int]] = field(default_factory=dict)
    clock: tuple[datetime | None, int] | None = None


@dataclass
class Ground:
    """Where the database of this process stands. `place` is None off the trail."""

    place: str | None = None
    busy: bool = False
    script: list[bytes] | None = None
    patches: Callable[[], list[tuple[Any, ...]]] = list
    taken: dict[str, Step] = field(default_factory=dict)
    positions: dict[str, Positions] = field(default_factory=dict)
    walked: int = 0
    laid: int = 0


ground = Ground()


@contextmanager
def watched(start: str = "shared") -> Iterator[None]:
    """The trail begins at a database as the template has it, where every number that it gives out begins again."""
    if start not in ground.positions:
        ground.positions[start] = _positions()
    with connection.execute_wrapper(_watch), returned():
        ground.place = start
        _set(ground.positions[start])
        yield


@contextmanager
def returned() -> Iterator[None]:
    """Whoever undoes what happens inside stands afterwards where he stood before."""
    before = ground.place
    try:
        yield
    finally:
        ground.place = before


@contextmanager
def with_patches(patches: Callable[[], list[tuple[Any, ...]]]) -> Iterator[None]:
    """`patches` tells what a test has replaced by now; with anything but the printer no step is like another."""
    before, ground.patches = ground.patches, patches
    try:
        yield
    finally:
        ground.patches = before


def begun(name: str, doing: Callable[[], Any]) -> Any:
    """The first step in a database of one's own. It is the last on the trail as well, since others write there too."""
    if connection.in_atomic_block:
        return doing()
    with transaction.atomic(), watched("own"):
        return taken(name, doing)


def taken(name: str, doing: Callable[[], Any], *told: Any, walk: Walk | None = None) -> Any:
    """Take a step, or lay it down when it has been taken from here; then it answers None.

    A step without a walker is all in what it writes.
    """
    if ground.place is None or ground.busy or ground.script is not None:
        return doing()
    try:
        likeness = _likeness([ground.place, name, told, _surroundings(), _state(walk) if walk else None])
    except OffTrail:
        return doing()
    place = sha256(repr(likeness).encode()).hexdigest()
    known = ground.taken.get(place)
    if known is None:
        return _walk(place, doing, walk)
    _lay(known, walk)
    ground.place = place
    ground.laid += 1
    return None


def _walk(place: str, doing: Callable[[], Any], walk: Walk | None) -> Any:
    before, sent = ground.positions[ground.place], len(_outbox())
    _set(before)
    ground.place, ground.script = None, []
    try:
        answer = doing()
        script = ground.script
    finally:
        ground.script = None
    after = _positions()
    try:
        step = _kept(script, {name: at for name, at in before.items() if after[name] != at}, walk)
    except OffTrail:
        return answer
    step.mails = _outbox()[sent:]
    ground.taken[place], ground.positions[place], ground.place = step, after, place
    ground.walked += 1
    return answer


def _kept(script: list[bytes], drawn: Positions, walk: Walk | None) -> Step:
    if not any(line.upper().startswith(b"ROLLBACK") for line in script):
        script = [line for line in script if not MARKING.match(line.decode())]
    step = Step(b";\n".join(script), drawn, [])
    if walk is None:
        return step
    for name, value in _own(walk).items():
        if isinstance(value, models.Model):
            step.rows[name] = (type(value), value.pk)
        elif isinstance(value, Timepiece):
            step.clock = (value.last, value.given)
        elif isinstance(value, list | dict | set):
            raise OffTrail
        else:
            _likeness(value)
            step.plain[name] = value
    return step


def _lay(step: Step, walk: Walk | None) -> None:
    if step.script:
        _set(step.drawn)
        with connection.cursor() as cursor:
            cursor.cursor.execute(step.script)
    _outbox().extend(step.mails)
    if walk is None:
        return
    vars(walk).update(step.plain)
    if step.clock is not None:
        walk.timepiece.last, walk.timepiece.given = step.clock
    for name, (model, pk) in step.rows.items():
        held = vars(walk).get(name)
        if held is not None and held.pk == pk:
            held.refresh_from_db()
        else:
            setattr(walk, name, model._default_manager.get(pk=pk))
    for person in walk.people.values():
        forget(person)


def _watch(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    answer = execute(sql, params, many, context)
    if ground.busy or (ground.place is None and ground.script is None) or READING.match(sql):
        return answer
    if ground.script is not None and context["connection"].alias == connection.alias:
        cursor = context["cursor"].cursor
        ground.script.extend(_written(cursor, sql, each) for each in (params if many else [params]))
    elif not MARKING.match(sql):
        ground.place = None
    return answer


def _written(cursor: Any, sql: str, params: Any) -> bytes:
    return cursor.mogrify(sql, params) if params is not None else sql.encode()


# --- what a step depends on


def _surroundings() -> list[Any]:
    """What may change a step beside the database and its walker."""
    patched = [(target, name) for target, name, *_ in ground.patches() if (target, name) != (rendering, "render_pdf")]
    if patched:
        raise OffTrail
    now = datetime.now()
    frozen = now.isoformat() if time_machine.escape_hatch.is_travelling() else now.date().isoformat()
    return [frozen, rendering.render_pdf, *_overridden()]


def _overridden() -> list[tuple[str, str]]:
    """Settings that were changed since the process began."""
    found: list[tuple[str, str]] = []
    held = settings._wrapped
    while (under := vars(held).get("default_settings")) is not None:
        found += sorted((name, repr(value)) for name, value in vars(held).items() if name.isupper())
        held = under._wrapped if isinstance(under, LazyObject) else under
    return found


def _state(walk: Walk) -> list[Any]:
    return [type(walk), sorted((name, user.pk) for name, user in walk.people.items()), walk.story, _own(walk)]


def _own(walk: Walk) -> dict[str, Any]:
    return {name: value for name, value in vars(walk).items() if name not in ("story", "people")}


def _likeness(thing: Any) -> Any:
    """Plain values that are equal only for things that do the same."""
    for kinds, telling in LIKENESSES:
        if isinstance(thing, kinds):
            return (type(thing).__qualname__, telling(thing))
    if is_dataclass(thing) and not isinstance(thing, Walk):
        return (type(thing).__qualname__, [_likeness(getattr(thing, one.name)) for one in fields(thing)])
    raise OffTrail


def _of_function(function: FunctionType) -> Any:
    if not function.__module__.startswith(TOLD_BY) and "<locals>" in function.__qualname__:
        raise OffTrail
    cells = [cell.cell_contents for cell in function.__closure__ or ()]
    given = [function.__defaults__, function.__kwdefaults__, cells]
    return (function.__module__, function.__qualname__, function.__code__.co_firstlineno, _likeness(given))


LIKENESSES: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Enum, lambda thing: thing.value),
    (PLAIN, lambda thing: thing),
    ((list, tuple), lambda thing: [_likeness(one) for one in thing]),
    (dict, lambda thing: [(_likeness(key), _likeness(value)) for key, value in thing.items()]),
    ((set, frozenset), lambda thing: sorted(repr(_likeness(one)) for one in thing)),
    (type, lambda thing: (thing.__module__, thing.__qualname__)),
    (models.Model, lambda thing: thing.pk),
    (partial, lambda thing: _likeness([thing.func, thing.args, thing.keywords])),
    (MethodType, lambda thing: _likeness([thing.__func__, thing.__self__])),
    (FunctionType, lambda thing: _of_function(thing)),
)


# --- the numbers that the database gives out


def _positions() -> Positions:
    with connections[owner_alias()].cursor() as cursor:
        cursor.cursor.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"
        )
        return dict(cursor.cursor.fetchall())


def _set(positions: Positions) -> None:
    """Only the owner may; a sequence knows no transaction, so it is done at once for all."""
    calls = [f"setval('\"{name}\"', {at or 1}, {str(at is not None).lower()})" for name, at in positions.items()]
    if calls:
        with connections[owner_alias()].cursor() as cursor:
            cursor.cursor.execute(f"SELECT {', '.join(calls)}")


def _outbox() -> list[Any]:
    if not hasattr(mail, "outbox"):
        mail.outbox = []
    return mail.outbox


# --- the steps of a walker


def _go(walk: Walk, plan: Any) -> Walk:
    for step in plan:
        taken("go", lambda step=step: _doors["go"](walk, [step]), step, walk=walk)
    return walk


def _print_papers(walk: Walk, subject: models.Model, kind: str = "") -> None:
    taken("print", lambda: _doors["print_papers"](walk, subject, kind), subject, kind, walk=walk)


def _open_report(walk: Walk) -> Walk:
    taken("open_report", lambda: _doors["open_report"](walk), walk=walk)
    return walk


def _sign(walk: Walk) -> Walk:
    taken("sign", lambda: _doors["sign"](walk), walk=walk)
    return walk


_doors = {name: vars(Walk)[name] for name in ("go", "print_papers", "open_report", "sign")}
walking.Walk.go, walking.Walk.print_papers, walking.Walk.open_report, walking.Walk.sign = (
    _go,
    _print_papers,
    _open_report,
    _sign,
)
