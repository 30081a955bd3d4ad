"""Indicators and yearly work plans of a naskah: written by the unit that carries it out or by the Bagian."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from agreements.models import Agreement
from agreements.stages import Stage as NaskahStage
from agreements.stages import Trait
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seat_for
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet, NotYours
from monitoring.models import Activity, Indicator, WorkPlan, YearTarget
from monitoring.stages import Counts

WRITERS = (Office.OPD, Office.BAGIAN)


def may_write(agreement: Agreement, user: User) -> bool:
    """Whether a person writes the indicators and plans of a naskah."""
    return seat_for(user, WRITERS, agreement.executing_unit_id) is not None


def require_running(agreement: Agreement) -> None:
    """Raises NotYet for a naskah that does not hold, or of a sort on which nothing is reported."""
    if agreement.stage != NaskahStage.IN_FORCE or Trait.UNREPORTED in agreement.route.traits:
        raise NotYet("Indikator dan rencana kerja ditulis selama naskah berlaku.")


@transaction.atomic
def write_indicators(agreement: Agreement, rows: Iterable[Mapping[str, Any]], *, by: User) -> list[Indicator]:
    """Keep the indicators of a naskah as they are told; one that is no longer told is withdrawn, never deleted.

    A row is {pk or None, name, measure, better, counts, clause, baseline, target}; without `counts` it is a level. Raises NotYours, NotYet, BadInput.
    """
    held = _held(agreement, by)
    told = list(rows)
    names = [row["name"].casefold() for row in told]
    doubles = sorted({row["name"] for row in told if names.count(row["name"].casefold()) > 1})
    if doubles:
        raise BadInput(
            "Indikator belum tersimpan.", errors={"": [f"Indikator disebut dua kali: {name}." for name in doubles]}
        )
    known = {row.pk: row for row in held.indicators.filter(withdrawn=False)}
    for row in known.keys() - {row["pk"] for row in told}:
        known[row].withdrawn = True
        _save(known[row], by)
    kept = []
    for order, row in enumerate(told, start=1):
        indicator = known.get(row["pk"]) or Indicator(agreement=held)
        facts = {name: row[name] for name in ("name", "measure", "better", "clause", "baseline", "target")}
        counts = row.get("counts") or Counts.LEVEL
        if _write(indicator, {**facts, "counts": counts, "order": order}):
            _save(indicator, by)
        kept.append(indicator)
    return kept


@transaction.atomic
def write_plan(
    agreement: Agreement,
    year: int,
    *,
    activities: Iterable[Mapping[str, Any]],
    targets: Mapping[int, Decimal],
    agreed_on: date | None,
    agreed_by: str,
    by: User,
) -> WorkPlan:
    """Keep the work plan of a year: its activities, and how much of each indicator is to be reached.

    Raises NotYours, NotYet, and BadInput for a year outside the term or an agreement without its ground.
    """
    held = _held(agreement, by)
    _refuse_plan(held, year, agreed_on, agreed_by)
    plan = held.work_plans.filter(year=year).first() or WorkPlan(agreement=held, year=year)
    _write(plan, {"agreed_on": agreed_on, "agreed_by": agreed_by.strip()})
    _save(plan, by)
    known = {row.pk: row for row in plan.activities.filter(withdrawn=False)}
    told = list(activities)
    for pk in known.keys() - {row["pk"] for row in told}:
        known[pk].withdrawn = True
        _save(known[pk], by)
    names = ("text", "responsible", "first_month", "last_month", "budget", "source")
    for order, row in enumerate(told, start=1):
        activity = known.get(row["pk"]) or Activity(plan=plan)
        if _write(activity, {**{name: row[name] for name in names}, "order": order}):
            _save(activity, by)
    standing = {row.indicator_id: row for row in plan.targets.all()}
    for indicator, value in targets.items():
        row = standing.get(indicator) or YearTarget(plan=plan, indicator_id=indicator)
        if _write(row, {"value": value}):
            _save(row, by)
    return plan


def _held(agreement: Agreement, by: User) -> Agreement:
    """The naskah, locked; only one that is in force and reports for itself has a plan."""
    if not may_write(agreement, by):
        raise NotYours("Indikator dan rencana kerja ditulis oleh perangkat daerah pelaksana atau Bagian Kerja Sama.")
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    require_running(held)
    return held


def _refuse_plan(agreement: Agreement, year: int, agreed_on: date | None, agreed_by: str) -> None:
    errors: dict[str, list[str]] = {}
    first, last = agreement.starts_on.year, agreement.ends_on.year
    if not first <= year <= last:
        raise NotYet(f"Naskah ini berlaku dari tahun {first} sampai tahun {last}.")
    if agreed_on is not None and not agreed_by.strip():
        errors["agreed_by"] = ["Sebut dasar kesepakatan, misalnya nomor berita acara."]
    if agreed_on is not None and agreed_on > clock.today():
        errors["agreed_on"] = ["Tanggal kesepakatan tidak boleh sesudah hari ini."]
    if errors:
        raise BadInput("Rencana kerja belum tersimpan.", errors=errors)


def _write(row: Any, facts: Mapping[str, Any]) -> bool:
    """Set what is told; whether anything is other than before."""
    changed = row.pk is None or any(getattr(row, name) != value for name, value in facts.items())
    for name, value in facts.items():
        setattr(row, name, value)
    return changed


def _save(row: Any, by: User) -> None:
    row._history_user = by
    row.save()
