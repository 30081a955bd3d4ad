"""What a partner says of a period itself."""

from datetime import date
from typing import Any

from django.db import transaction

from agreements.models import AgreementParty
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.documents import services as papers
from monitoring.models import PartnerReport, Report
from monitoring.stages import Stage

OPEN_FOR_PARTNERS = (Stage.OPEN, Stage.SUBMITTED)


def awaited(report: Report) -> list[AgreementParty]:
    """The parties besides us that have not told of this period yet."""
    told = report.partner_reports.values("party")
    return list(report.agreement.parties.exclude(partner=None).exclude(pk__in=told).order_by("order"))


def record(report: Report, *, by: User, **facts: Any) -> PartnerReport:
    """The Bagian records what came by letter. Raises NotYours and what `keep` raises."""
    require(by, Office.BAGIAN)
    return keep(report, by=by, online=False, **facts)


@transaction.atomic
def keep(
    report: Report, *, party: AgreementParty, told_on: date, number: str, activities: str, contribution: str, problems: str, by: User,
    online: bool, file: Any = None,
) -> PartnerReport:  # fmt: skip
    """Keep the report of a partner. Raises NotYet once the period is evaluated or the party has told, BadInput, UploadRefused."""
    held = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if held.stage not in OPEN_FOR_PARTNERS:
        raise NotYet("Periode ini sudah dievaluasi. Laporan mitra dicatat pada periode berikutnya.")
    if party not in awaited(held):
        raise NotYet(f"Laporan {party.name} untuk periode ini sudah ada.")
    errors = {}
    if not activities.strip():
        errors["activities"] = ["Tulis apa yang sudah dilaksanakan mitra."]
    if told_on > clock.today():
        errors["told_on"] = ["Tanggal laporan tidak boleh sesudah hari ini."]
    if errors:
        raise BadInput("Laporan mitra belum tersimpan.", errors=errors)
    paper = (
        papers.attach_upload(
            held, "ATTACHMENT", f"Laporan {party.name}"[:160], file, by=by, number=number, dated=told_on
        )
        if file
        else None
    )
    row = PartnerReport(
        report=held, party=party, told_on=told_on, number=number.strip(), activities=activities.strip(), contribution=contribution.strip(),
        problems=problems.strip(), told_by=by, online=online, document_id=paper.pk if paper else None,
    )  # fmt: skip
    row._history_user = by
    row.save()
    return row
