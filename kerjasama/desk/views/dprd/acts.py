"""What the Sekretariat DPRD does on a request: receipt, komisi, minutes, and the decision with its check before sending."""

from http import HTTPStatus
from typing import Any, ClassVar

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from kerjasama.core import text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import UploadRefused
from kerjasama.desk import dossier, inquiries
from kerjasama.desk.views.dprd.common import acts_here, case_of, crumbs, page_of, require_reader
from kerjasama.documents import holding
from kerjasama.documents.models import HeldUpload
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.forms import ActForm
from kerjasama.workflow.services import check, offers
from proposals.views.acts import ProposalActView

ACTS = frozenset({"receive_request", "refer_to_committee", "record_committee_meeting", "decide_dprd"})
MAIN = ("receive_request", "decide_dprd")
CHECK, EDIT, SEND = "check", "edit", "send"


@require_GET
@login_required
def request_page(request: HttpRequest, code: str) -> HttpResponse:
    """Why approval is needed, the plan, the burden, the dossier, the days, and what may be done."""
    require_reader(request)
    proposal = case_of(request, code)
    found = sorted(
        (o for o in offers(proposal, request.user) if o.arrow.act in ACTS), key=lambda o: o.arrow.act not in MAIN
    )
    primary = next((o.arrow.act for o in found if o.ready and o.arrow.act in MAIN), "")
    context = dossier.dossier(proposal, WorkCalendar.load()) | {
        "acts": [
            {"label": o.arrow.label, "url": reverse("desk:dprd_act", args=[code, o.arrow.slug]), "primary": o.arrow.act == primary,
             "disabled": not o.ready, "why_not": " ".join(lack.sentence for lack in o.lacks)}
            for o in found
        ],
        "questions": inquiries.shown(proposal, request.user),
        "may_ask": acts_here(request) and inquiries.may_ask(proposal),
        "crumbs": crumbs((code, "")),
    }  # fmt: skip
    return render(request, "desk/dprd_request.html", context)


class DprdActView(ProposalActView):
    """An act of the Sekretariat, in its own pages."""

    template_name = "desk/dprd_act.html"
    elsewhere: ClassVar[dict[str, str]] = {}

    def _arrow(self, slug: str) -> Arrow:
        arrow = super()._arrow(slug)
        if arrow.act not in ACTS:
            raise Http404
        return arrow

    def extra(self) -> dict[str, Any]:
        case = case_of(self.request, self.subject.code)
        return dossier.dossier(case, WorkCalendar.load()) | {"submit_label": self.arrow.label}

    def crumbs(self) -> list[dict[str, str]]:
        return crumbs((self.subject.code, self.after(None)), (self.arrow.label, ""))

    def consequence(self) -> str:
        return {
            "decide_dprd": "Keputusan diperiksa sekali lagi pada halaman berikut sebelum dikirim. Yang sudah dikirim tidak dapat ditarik.",
            "receive_request": "Tanggal penerimaan memulai hitungan tenggat, jadi tidak dapat diganti sesudah dicatat.",
            "refer_to_committee": "Pemrakarsa dan Bagian Kerja Sama diberi tahu komisi yang membahas.",
        }.get(self.arrow.act, "Risalah tersimpan bersama permohonan dan tidak dapat diganti.")

    def thanks(self, event: Any) -> str:
        clearance = reviews.current_clearance(self.subject)
        if self.arrow.act == "receive_request":
            return f"Penerimaan tercatat. Batas akhir keputusan {text.day_name(clearance.due_on)}, {text.date_long(clearance.due_on)}."
        if self.arrow.act == "refer_to_committee":
            return f"Permohonan diteruskan kepada {clearance.committee}."
        if self.arrow.act == "record_committee_meeting":
            return f"Rapat {clearance.committee} dan risalahnya tercatat."
        return f"Keputusan terkirim: {clearance.get_status_display().lower()}. Pemrakarsa dan Bagian Kerja Sama telah diberi tahu."

    def after(self, event: Any) -> str:
        return page_of(self.subject.code)


class DecisionView(DprdActView):
    """The decision: typed, checked on a page that shows it as it will be recorded, then sent. Going back loses nothing."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.held, self.step = holding.held(**self._form_of_person()), CHECK
        return super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.step, self.held, refused = request.POST.get("langkah", CHECK), self._held(), ""
        if "file" in request.FILES:
            try:
                self.held = holding.hold(request.FILES["file"], **self._form_of_person())
            except UploadRefused as refusal:
                refused, self.held = refusal.message, None
        if self.step == SEND and self.held is not None:
            return self._send(super().post(request, **kwargs))
        check(self.subject, self.arrow, request.user)
        form = self.form(request.POST, {} if self.held else request.FILES)
        if refused:
            form.add_error("file", refused)
        if not form.is_valid():
            return self.answer(form, status=422)
        return self.answer(form) if self.step == EDIT else self._check_page(form)

    def form(self, *args: Any) -> ActForm:
        form = super().form(*args)
        if self.held is not None:
            form.hold(self.held)
        return form

    def facts(self, form: ActForm) -> dict[str, Any]:
        return super().facts(form) | {"file": holding.give(self.held)}

    def extra(self) -> dict[str, Any]:
        held = {"held": self.held.sha256} if self.held is not None else {}
        return super().extra() | {"submit_label": "Periksa keputusan", "carried": held}

    def _check_page(self, form: ActForm) -> HttpResponse:
        values, clearance = form.cleaned_data, reviews.current_clearance(self.subject)
        typed = {name: self.request.POST.get(name, "") for name in form.fields if name != "file"}
        context = {
            "arrow": self.arrow, "form": form, "proposal": self.subject, "clearance": clearance,
            "decision": dict(form.fields["decision"].choices)[values["decision"]],
            "leads_to": form.fields["decision"].widget.consequences.get(values["decision"], ""),
            "notes": form.facts()["notes"], "who_follows_up": self._who_follows_up(),
            "rows": dossier.decision_rows(clearance, values, self.held),
            "fields": typed | {"held": self.held.sha256},
            "seat_label": self._seat_label(),
            "crumbs": [*self.crumbs()[:-1], {"label": "Periksa sebelum dikirim"}],
        }  # fmt: skip
        return render(self.request, "desk/dprd_check.html", context)

    def _who_follows_up(self) -> str:
        return f"Bagian Kerja Sama atau {self.subject.lead_unit.name}"

    def _seat_label(self) -> str:
        seat = next(o.seat for o in offers(self.subject, self.request.user) if o.arrow.act == self.arrow.act)
        return f"{seat.label}, mewakili {seat.principal_name}" if seat.principal_name else seat.label

    def _form_of_person(self) -> dict[str, Any]:
        return {"key": f"{self.subject.case_code}:{self.arrow.slug}", "by": self.request.user}

    def _held(self) -> HeldUpload | None:
        """The paper of this form, if it still is the one that the page in the browser has shown."""
        held = holding.held(**self._form_of_person())
        return held if held is not None and held.sha256 == self.request.POST.get("held") else None

    def _send(self, answer: HttpResponse) -> HttpResponse:
        """Once the decision is recorded its paper lies with the case, and nothing is held any more."""
        if answer.status_code == HTTPStatus.FOUND:
            holding.drop(**self._form_of_person())
        return answer
