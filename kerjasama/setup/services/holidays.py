"""Holidays: a year from the package, one day by hand, or the list of the SKB."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kerjasama.accounts.inviting import require_administrator
from kerjasama.accounts.models import User
from kerjasama.core import holidays
from kerjasama.core.errors import BadInput
from kerjasama.core.holidays import Loaded
from kerjasama.core.models import Holiday
from kerjasama.setup import sheets
from kerjasama.setup.sheets import Line

COLUMNS = ("tanggal", "nama", "jenis")
KINDS = {label.casefold(): value for value, label in Holiday.Kind.choices}
FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")
REFUSED = "Hari libur belum dapat disimpan. Perbaiki isian yang ditandai."
FIRST_YEAR, LAST_YEAR = 1990, 2100


@transaction.atomic
def import_year(year: int, *, by: User) -> Loaded:
    """Add the known holidays of a year; days that people changed or called off stay. Raises NotYours, BadInput."""
    require_administrator(by)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(REFUSED, errors={"year": [f"Isi tahun antara {FIRST_YEAR} dan {LAST_YEAR}."]})
    return holidays.load_year(year)


@transaction.atomic
def keep(day: Holiday, values: Mapping[str, Any], *, by: User, reason: str) -> Holiday:
    """Add, change or call off a day. Raises NotYours, or BadInput for a day that is there already or no reason."""
    require_administrator(by)
    if not reason.strip():
        raise BadInput(REFUSED, errors={"reason": ["Tulis alasannya, misalnya nomor SKB."]})
    for name, value in values.items():
        setattr(day, name, value)
    day._history_user, day._change_reason = by, reason.strip()
    try:
        day.full_clean()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    day.save()
    return day


def read(written: str) -> list[Line]:
    """The rows of the SKB's list; a date that is there already will be changed. Raises BadInput."""
    lines = sheets.read(written, COLUMNS, _understand)
    sheets.refuse_doubles(lines, "tanggal")
    known = set(Holiday.objects.values_list("date", flat=True))
    for line in lines:
        line.note = "diubah" if line.values.get("date") in known else "baru"
    return lines


@transaction.atomic
def take(lines: Sequence[Line], *, by: User, reason: str) -> int:
    """Add or change every day of a list, or none. Raises NotYours or BadInput."""
    if any(line.problems for line in lines):
        raise BadInput("Perbaiki baris yang ditandai, lalu periksa lagi.")
    known = {day.date: day for day in Holiday.objects.filter(date__in=[line.values["date"] for line in lines])}
    for line in lines:
        keep(known.get(line.values["date"]) or Holiday(), {**line.values, "active": True}, by=by, reason=reason)
    return len(lines)


def _understand(cells: dict[str, str]) -> dict[str, Any]:
    problems = []
    day, kind = _day(cells["tanggal"]), KINDS.get(cells["jenis"].casefold(), "")
    if day is None:
        problems.append("Tulis tanggal sebagai tanggal-bulan-tahun, misalnya 17-08-2026.")
    if not cells["nama"] or len(cells["nama"]) > 200:
        problems.append("Isi nama hari liburnya.")
    if not kind:
        problems.append(
            f"Jenis tidak dikenal. Pilih salah satu: {', '.join(label for _, label in Holiday.Kind.choices)}."
        )
    if problems:
        raise ValidationError(problems)
    return {"date": day, "name": cells["nama"], "kind": kind}


def _day(written: str) -> date | None:
    for form in FORMATS:
        try:
            found = datetime.strptime(written, form).date()
        except ValueError:
            continue
        return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
    return None
