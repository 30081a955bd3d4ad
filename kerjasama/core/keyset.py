"""Pages of a list by where the last one ended: the thousandth costs what the first one costs."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection, models
from django.db.models import Q, QuerySet

#: More rows than this are not counted to the end.
COUNTED = 1000


@dataclass(frozen=True, slots=True)
class KeysetPage:
    """The rows of one page, with the marks of the pages beside it ("" where there is none)."""

    rows: list[Any]
    before: str
    after: str
    total: int
    capped: bool
    #: The mark in the address could not be read: this is the first page instead.
    lost: bool = False

    @property
    def count_label(self) -> str:
        """How many there are: "64", or "lebih dari 1.000"."""
        return f"lebih dari {COUNTED:,}".replace(",", ".") if self.capped else f"{self.total:,}".replace(",", ".")


def page(found: QuerySet, order: Sequence[str], size: int, *, after: str = "", before: str = "") -> KeysetPage:
    """The page behind one mark or before another, in an order whose last name is unique; the first page for a mark that cannot be read.

    Names are fields or annotations that are never NULL; "-" turns one around.
    """
    backwards = bool(before)
    mark = read_mark(before or after, order, found)
    walked = [_turned(name) for name in order] if backwards else list(order)
    rows = found.order_by(*walked)
    if mark is not None:
        rows = rows.filter(beyond(walked, mark))
    taken = list(rows[: size + 1])
    more, taken = len(taken) > size, taken[:size]
    if backwards:
        taken.reverse()
        if mark is None:
            return replace(page(found, order, size), lost=True)
    total = found.order_by()[: COUNTED + 1].count()
    has_before = more if backwards else mark is not None
    has_after = backwards or more
    return KeysetPage(
        taken,
        write_mark(taken[0], order) if taken and has_before else "",
        write_mark(taken[-1], order) if taken and has_after else "",
        min(total, COUNTED),
        total > COUNTED,
        lost=mark is None and bool(before or after),
    )


def beyond(order: Sequence[str], mark: Sequence[Any]) -> Q:
    """What comes after a mark: the first name decides, each next one where all before it are equal."""
    wanted, equal = Q(), Q()
    for name, value in zip(order, mark, strict=True):
        field, step = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        wanted |= equal & Q(**{f"{field}__{step}": value})
        equal &= Q(**{field: value})
    return wanted


def write_mark(row: Any, order: Sequence[str]) -> str:
    """Where a page ends, for the address."""
    values = [getattr(row, name.lstrip("-")) for name in order]
    plain = [{"d": value.isoformat()} if isinstance(value, date) else value for value in values]
    return (
        base64.urlsafe_b64encode(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode())
        .decode()
        .rstrip("=")
    )


def read_mark(written: str, order: Sequence[str], found: QuerySet) -> list[Any] | None:
    """The values of a mark; None for one that was changed or belongs to another order: each must be what its field holds."""
    try:
        plain = json.loads(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)))
        values = [date.fromisoformat(value["d"]) if isinstance(value, dict) else value for value in plain]
        whole = len(values) == len(order) and all(
            _fits(value, _field(found, name.lstrip("-"))) for value, name in zip(values, order, strict=True)
        )
    except (ValueError, TypeError, KeyError, RecursionError, binascii.Error):
        return None
    return values if whole else None


def _field(found: QuerySet, name: str) -> Any:
    """The field of an order: of the model, or of what was added to its rows."""
    added = found.query.annotations.get(name)
    if added is not None:
        return added.output_field
    meta = found.model._meta
    field = meta.pk if name == "pk" else meta.get_field(name)
    return getattr(field, "output_field", field)


def _fits(value: Any, field: Any) -> bool:
    """Whether a value out of an address is one that this field may hold."""
    if isinstance(field, models.DateField):
        return isinstance(value, date)
    if isinstance(field, models.IntegerField):
        # A figure beyond what the column holds would be refused by the database.
        low, high = connection.ops.integer_field_range(field.get_internal_type())
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return isinstance(value, str) and _is_text(value)


def _is_text(value: str) -> bool:
    """Whether the database can hold it: no null sign, no half of a letter."""
    return "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _turned(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"
