"""Open the reports that are owed, by the calendar or by hand, and a further edition of one that was sent."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import Seat, require, seats, system_user
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.statutory import collecting, contents, selectors
from kerjasama.statutory.effects import EFFECTS
from kerjasama.statutory.kinds import KINDS, ReportKind, level_of_region
from kerjasama.statutory.models import ReportEdition, StatutoryReport
from kerjasama.statutory.stages import Stage
from kerjasama.workflow.services import begin
from monitoring.schedule import Period

OPENED = "Membuka laporan"


def open_owed(today: date) -> list[ReportEdition]:
    """Open every report whose period is over and that has something to tell, once; safe to repeat after days of standstill."""
    by = system_user()
    seat = seats(by)[0]
    return [
        edition
        for rule in KINDS.values()
        for period in rule.owed_since(selectors.newest_end(rule.kind), today)
        if collecting.is_owed(rule, period)
        for edition in _open(rule, period, by=by, seat=seat)
    ]


@transaction.atomic
def open_report(kind: str, period: Period, *, by: User) -> ReportEdition:
    """Open the report of a period by hand, also one with nothing to tell.

    Raises NotYours, BadInput for a period that is not over, NotYet when it is there already.
    """
    seat = require(by, Office.BAGIAN)
    if period.ends_on >= clock.today():
        raise BadInput("Periode belum berakhir.", errors={"period": ["Pilih periode yang sudah berakhir."]})
    opened = _open(KINDS[kind], period, by=by, seat=seat)
    if not opened:
        raise NotYet("Laporan untuk periode ini sudah dibuka. Buka dari daftar pelaporan.")
    return opened[0]


@transaction.atomic
def open_edition(report: StatutoryReport, *, why: str, by: User) -> ReportEdition:
    """A further edition of a report that was sent, with what makes it necessary.

    Raises NotYours, BadInput without a reason, NotYet while one is open or before the first was sent.
    """
    seat = require(by, Office.BAGIAN, Office.KABAG)
    if not why.strip():
        raise BadInput("Sebab perbaikan wajib diisi.", errors={"why": ["Tulis apa yang perlu diperbaiki."]})
    StatutoryReport.objects.select_for_update().get(pk=report.pk)
    editions = list(report.editions.order_by("number"))
    if any(not edition.closed for edition in editions):
        raise NotYet("Masih ada edisi yang sedang disusun. Selesaikan atau batalkan edisi itu lebih dahulu.")
    sent = [edition for edition in editions if edition.stage == Stage.SENT]
    if not sent:
        raise NotYet("Edisi perbaikan dibuka sesudah laporan dikirim.")
    fresh = ReportEdition(
        report=report, number=editions[-1].number + 1, why=why.strip(), analysis=sent[-1].analysis, follow_up=sent[-1].follow_up
    )  # fmt: skip
    begin(fresh, by=by, seat=seat, route_key=report.rule.route_key, label="Membuka edisi perbaikan", effects=EFFECTS)
    return fresh


def changed_since(edition: ReportEdition) -> list[dict[str, Any]]:
    """What a further edition opened now would list: the data of today against the newest edition that was sent."""
    number = (edition.report.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    return contents.live(ReportEdition(report=edition.report, number=number)).changes


@transaction.atomic
def _open(rule: ReportKind, period: Period, *, by: User, seat: Seat) -> list[ReportEdition]:
    """The first edition of a report; nothing where it is there already, opened in the same moment by another hand too."""
    due_on = rule.due_on(period, level_of_region())
    report, fresh = StatutoryReport.objects.get_or_create(
        kind=rule.kind, year=period.year, half=period.half,
        defaults={"starts_on": period.starts_on, "ends_on": period.ends_on, "due_on": due_on},
    )  # fmt: skip
    if not fresh:
        return []
    edition = ReportEdition(report=report)
    begin(edition, by=by, seat=seat, route_key=rule.route_key, label=OPENED, effects=EFFECTS, due_on=due_on)
    return [edition]
