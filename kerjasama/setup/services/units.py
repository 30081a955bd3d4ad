"""Perangkat daerah: one at a time, or a whole list."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from kerjasama.accounts.inviting import require_administrator
from kerjasama.accounts.models import Holding, OrgUnit, User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput
from kerjasama.setup import sheets
from kerjasama.setup.sheets import Line

CODE = re.compile(r"[A-Za-z0-9_-]{1,30}")
COLUMNS = ("kode", "nama", "singkatan", "jenis")
KINDS = {label.casefold(): value for value, label in OrgUnit.Kind.choices}
REFUSED = "Unit belum dapat disimpan. Perbaiki isian yang ditandai."


@transaction.atomic
def keep(unit: OrgUnit, values: Mapping[str, Any], *, by: User, reason: str) -> OrgUnit:
    """Add or change a unit. Raises NotYours, or BadInput for a taken code or an office that is still held there."""
    require_administrator(by)
    for name, value in values.items():
        setattr(unit, name, value)
    held = Holding.objects.filter(unit=unit, period__contains=clock.today()) if unit.pk and not unit.active else None
    if held is not None and held.exists():
        names = ", ".join(str(h.user) for h in held.select_related("user")[:3])
        raise BadInput(
            REFUSED,
            errors={"active": [f"Unit ini masih mempunyai pemangku jabatan: {names}. Akhiri dahulu jabatannya."]},
        )
    unit._history_user, unit._change_reason = by, reason
    try:
        unit.full_clean()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    unit.save()
    return unit


def read(written: str) -> list[Line]:
    """The rows of a list of units; a code that is there already will be changed. Raises BadInput."""
    lines = sheets.read(written, COLUMNS, _understand)
    sheets.refuse_doubles(lines, "kode")
    known = {code.casefold() for code in OrgUnit.objects.values_list("code", flat=True)}
    for line in lines:
        line.note = "diubah" if line.cells["kode"].casefold() in known else "baru"
    return lines


@transaction.atomic
def take(lines: Sequence[Line], *, by: User) -> int:
    """Add or change every unit of a list, or none. Raises NotYours, or BadInput when a row has a problem."""
    if any(line.problems for line in lines):
        raise BadInput("Perbaiki baris yang ditandai, lalu periksa lagi.")
    known = {unit.code.casefold(): unit for unit in OrgUnit.objects.all()}
    for line in lines:
        keep(known.get(line.values["code"].casefold()) or OrgUnit(), line.values, by=by, reason="Daftar unit")
    return len(lines)


def _understand(cells: dict[str, str]) -> dict[str, Any]:
    problems = []
    code, name = cells["kode"], cells["nama"]
    if not CODE.fullmatch(code):
        problems.append("Kode hanya memuat huruf, angka, dan tanda hubung, paling panjang 30.")
    if not 3 <= len(name) <= 200:
        problems.append("Nama terdiri atas 3 sampai 200 huruf.")
    kind = KINDS.get(cells["jenis"].casefold(), "")
    if not kind:
        problems.append(
            f"Jenis tidak dikenal. Pilih salah satu: {', '.join(label for _, label in OrgUnit.Kind.choices)}."
        )
    if len(cells["singkatan"]) > 60:
        problems.append("Singkatan paling panjang 60 huruf.")
    if problems:
        raise ValidationError(problems)
    return {"code": code, "name": name, "short_name": cells["singkatan"] or name[:60], "kind": kind}
