"""Pages of monev: the list, a report, its acts."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from django.views.decorators.http import require_http_methods, require_POST

from agreements.models import Agreement
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require, seat_for
from kerjasama.core import drafts
from kerjasama.core.errors import BadInput, NotYet, Stale, UploadRefused
from kerjasama.core.refusals import show
from kerjasama.core.text import joined, rupiah
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers
from kerjasama.documents.storage import StorageFailed
from kerjasama.workflow.selectors import events_of
from kerjasama.workflow.sentences import lacking, told
from kerjasama.workflow.services import check, offers
from kerjasama.workflow.views import ActView
from monitoring import selectors
from monitoring.finding_forms import PartnerReportForm
from monitoring.forms import ACT_FORMS, ReportForm
from monitoring.models import Report
from monitoring.routes import FOREIGN
from monitoring.services import partners, reports
from monitoring.stages import FOREIGN_FIELDS, POINTS, REPORT_FIELDS, Stage


class ReportView(LoginRequiredMixin, View):
    """A report: filled in by its unit while open, read by the others."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.report = get_object_or_404(
                Report.visible_to(request.user).select_related("evaluation"), pk=kwargs["pk"]
            )
            self.draft_key = f"monev:{self.report.pk}"

    def _may_write(self) -> bool:
        unit = self.report.agreement.executing_unit_id
        return self.report.stage == Stage.OPEN and seat_for(self.request.user, (Office.OPD,), unit) is not None

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = ReportForm(instance=self.report) if self._may_write() else None
        kept = drafts.load(request.user, self.draft_key) if form else None
        if kept and kept.saved_at > self.report.updated_at:
            form.initial.update({k: v for k, v in kept.data.items() if k in form.fields and k != "seen"})
            messages.info(request, "Isian yang belum Anda simpan telah dipulihkan. Periksa, lalu simpan.")
        return self._answer(form)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            reports.writable(self.report, by=request.user)
        form = ReportForm(request.POST, request.FILES, instance=self.report)
        if not form.is_valid():
            return self._answer(form, 422)
        written = {name: form.cleaned_data[name] for name in form.Meta.fields if name in form.cleaned_data}
        values = written | {"indicators": form.indicators(), "progress": form.progress()}
        try:
            # Words and files are kept together or not at all: a second press after a refusal keeps nothing twice.
            with transaction.atomic():
                reports.write(self.report, values, by=request.user, seen=form.cleaned_data["seen"])
                for title, file in form.evidence_papers():
                    papers.attach_upload(self.report, "ATTACHMENT", title, file, by=request.user)
        except Stale as refusal:
            return self._overtaken(form, refusal)
        except (UploadRefused, StorageFailed) as refusal:
            show(form, refusal, names={"": "evidence"})
            return self._answer(form, refusal.status)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Laporan tersimpan. Kirim bila sudah lengkap.")
        return redirect(self.report)

    def _overtaken(self, form: ReportForm, refusal: Stale) -> HttpResponse:
        """What was typed stays on the page; a further press says that it shall take the place of what the other has saved."""
        self.report.refresh_from_db()
        form.data = form.data.copy()
        form.data["seen"] = self.report.seen
        told = "Isian Anda masih ada di halaman ini dan belum disimpan. Bandingkan pada tab lain; simpan lagi bila isian Anda yang dipakai."
        form.add_error(None, f"{refusal.message} {told}")
        return self._answer(form, 409)

    def _partners(self) -> dict[str, Any]:
        """Which partners have not told of the period, and whether this person may record what they say."""
        waiting = partners.awaited(self.report) if self.report.stage in partners.OPEN_FOR_PARTNERS else []
        return {
            "awaited": joined([party.name for party in waiting]),
            "may_record_partner": bool(waiting) and holds(self.request.user, Office.BAGIAN),
        }

    def _answer(self, form: ReportForm | None, status: int = 200) -> HttpResponse:
        report = self.report
        evaluation = getattr(report, "evaluation", None)
        context = {
            "report": report,
            "form": form,
            "draft_key": self.draft_key,
            "acts": act_buttons(report, self.request.user),
            "rows": [*_facts(report), *_budget(report)],
            "evaluation": evaluation,
            "scores": [(label, evaluation.scores.get(key), evaluation.notes.get(key, "")) for key, label in POINTS]
            if evaluation
            else [],
            "partner_reports": list(report.partner_reports.select_related("party")),
            **self._partners(),
            "earlier": selectors.open_findings(report),
            "findings": list(evaluation.findings.filter(withdrawn=False)) if evaluation else [],
            "documents": documents.for_subjects([report]),
            "events": [
                {
                    "actor": e.actor.full_name,
                    "text": told(e.label),
                    "when": e.recorded_at,
                    "meta": [e.seat_title],
                    "say": e.reason,
                }
                for e in events_of([report])
            ],
            "crumbs": [
                {"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")},
                {"label": report.case_code, "url": report.agreement.proposal.get_absolute_url()},
                {"label": report.period_label},
            ],
        }
        return render(self.request, "monitoring/detail.html", context, status=status)


def _facts(report: Report) -> list[dict[str, Any]]:
    names = (*REPORT_FIELDS, *(FOREIGN_FIELDS if FOREIGN in report.route.traits else ()))
    return [
        {"name": report._meta.get_field(n).verbose_name.capitalize(), "value": getattr(report, n) or "Belum diisi"}
        for n in names
    ]


def _budget(report: Report) -> list[dict[str, Any]]:
    pairs = (("Anggaran", report.budget_planned), ("Realisasi anggaran", report.budget_realised))
    return [{"name": name, "value": "Belum diisi" if amount is None else rupiah(amount)} for name, amount in pairs]


def act_buttons(report: Report, user: Any) -> list[dict[str, Any]]:
    """The acts a person has on a report, as buttons."""
    return [
        {
            "label": offer.arrow.label,
            "url": reverse("monitoring:act", args=[report.pk, offer.arrow.slug]),
            "primary": offer.ready and not offer.arrow.danger,
            "danger": offer.arrow.danger,
            "disabled": not offer.ready,
            "why_not": lacking(offer.lacks),
        }
        for offer in offers(report, user)
    ]


class ReportActView(ActView):
    """One act on one report."""

    model = Report
    act_forms = ACT_FORMS
    door = staticmethod(reports.act)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form_class = ACT_FORMS.get(self.arrow.act)
        if form_class is not None and "more" in request.POST:
            check(self.subject, self.arrow, request.user)
            form = form_class(initial=request.POST.dict(), subject=self.subject, arrow=self.arrow, by=request.user)
            return self.answer(form)
        return super().post(request, **kwargs)

    def summary(self) -> list[dict[str, Any]]:
        report = self.subject
        return [{"name": "Pelaksana", "value": report.agreement.executing_unit.name}, *_facts(report), *_budget(report)]


@require_POST
@login_required
def open_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the report of the running period by hand."""
    agreement = get_object_or_404(Agreement.visible_to(request.user), pk=pk)
    report = reports.open_report(agreement, by=request.user)
    messages.success(request, f"Laporan monev {report.period_label} dibuka.")
    return redirect(report)


@require_http_methods(["GET", "POST"])
@login_required
def partner_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what a partner told of the period."""
    report = get_object_or_404(Report.visible_to(request.user), pk=pk)
    require(request.user, Office.BAGIAN)
    waiting = partners.awaited(report)
    if report.stage not in partners.OPEN_FOR_PARTNERS or not waiting:
        raise NotYet("Laporan mitra untuk periode ini sudah lengkap, atau periodenya sudah dievaluasi.")
    form = PartnerReportForm(waiting, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            partners.record(report, by=request.user, **form.cleaned_data)
        except (BadInput, UploadRefused) as refusal:
            show(form, refusal, names={"": "file"})
        else:
            messages.success(request, "Laporan mitra tercatat.")
            return redirect(report)
    context = {
        "report": report, "form": form,
        "crumbs": [
            {"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")},
            {"label": report.period_label, "url": report.get_absolute_url()}, {"label": "Laporan mitra"},
        ],
    }  # fmt: skip
    return render(request, "monitoring/partner_report.html", context, status=422 if form.is_bound else 200)
