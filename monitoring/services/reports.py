"""Open, fill in and carry monev reports through their acts."""

from datetime import date
from typing import Any

from django.db import transaction

from agreements.models import Agreement
from agreements.stages import Stage as AgreementStage
from agreements.stages import Trait
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat, seat_for
from kerjasama.core import clock
from kerjasama.core.errors import NotYet, NotYours, Stale
from kerjasama.core.text import date_long
from kerjasama.workflow.models import StageEvent
from kerjasama.workflow.services import begin, perform
from monitoring.effects import EFFECTS
from monitoring.models import Report
from monitoring.schedule import Period, rule_of, unreported
from monitoring.selectors import reports_from, runs_in
from monitoring.stages import Stage


def act(report: Report, name: str, *, by: User, **facts: Any) -> StageEvent:
    """The room's door: do a named act on a report with what follows from it."""
    return perform(report, name, by=by, effects=EFFECTS, **facts)


def open_report(agreement: Agreement, *, by: User, on: date | None = None) -> Report:
    """Open the report of the period a day lies in (today), by hand of the unit or the Bagian.

    Raises NotYours, or NotYet when the naskah is not in force, did not run on that day, or has a report of the period already.
    """
    seat = seat_for(by, (Office.OPD, Office.BAGIAN, Office.SYSTEM), agreement.executing_unit_id)
    if seat is None:
        raise NotYours("Laporan dibuka oleh perangkat daerah pelaksana atau Bagian Kerja Sama.")
    day = on or clock.today()
    period = rule_of(agreement).period_of(day)
    # Of a year whose first half was reported on by itself only the second is left.
    rest = [part for part in unreported(period, agreement.reports.all()) if part.starts_on <= day <= part.ends_on]
    return open_period(agreement, rest[0] if rest else period, by=by, seat=seat)


@transaction.atomic
def open_period(agreement: Agreement, period: Period, *, by: User, seat: Seat) -> Report:
    """Open the report of a period; its deadline is frozen now. Raises NotYet as `open_report`."""
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if Trait.UNREPORTED in held.route.traits:
        raise NotYet("Naskah ini tidak dilaporkan tersendiri.")
    rule = rule_of(held)
    if held.stage not in (AgreementStage.IN_FORCE, AgreementStage.ENDED):
        raise NotYet("Laporan monev dibuka sesudah naskah berlaku.")
    if not runs_in(held, period):
        raise NotYet(_outside(held))
    if unreported(period, held.reports.all()) != [period]:
        raise NotYet("Laporan untuk periode ini sudah dibuka. Buka dari daftar monitoring dan evaluasi.")
    report = Report(
        agreement=held, year=period.year, half=period.half, starts_on=period.starts_on, ends_on=period.ends_on
    )
    begin(
        report,
        by=by,
        seat=seat,
        route_key=rule.route,
        label="Membuka laporan monev",
        effects=EFFECTS,
        due_on=rule.due(period),
    )
    return report


def _outside(agreement: Agreement) -> str:
    first, last = reports_from(agreement), agreement.ended_on or agreement.ends_on
    until = f" sampai {date_long(last)}" if last else ""
    return f"Naskah ini tidak berlaku pada periode itu: yang dilaporkan di sini ialah masa sejak {date_long(first)}{until}."


def writable(report: Report, *, by: User) -> Report:
    """The report, held for writing. Raises NotYours (403) for another than its unit, NotYet (409) when it was sent."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.stage != Stage.OPEN:
        raise NotYet("Laporan sudah dikirim. Minta Bagian Kerja Sama mengembalikannya bila perlu diperbaiki.")
    if seat_for(by, (Office.OPD,), held.agreement.executing_unit_id) is None:
        raise NotYours("Laporan diisi oleh perangkat daerah pelaksana.")
    return held


@transaction.atomic
def write(report: Report, values: dict[str, Any], *, by: User, seen: str = "") -> Report:
    """Fill in a report while it is open. `seen` is how it stood when the form was opened (`Report.seen`).

    Raises NotYours (403), NotYet (409), Stale (409) when somebody has saved it since.
    """
    held = writable(report, by=by)
    if seen and seen != held.seen:
        raise Stale("Laporan ini sudah disimpan orang lain sejak Anda membukanya.")
    for name, value in values.items():
        setattr(held, name, value)
    held._history_user = by
    held._change_reason = "Mengisi laporan"
    held.save()
    return held
