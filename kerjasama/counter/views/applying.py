"""An online request, step by step."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kerjasama.core import clock, drafts, parameters, throttle
from kerjasama.core.errors import UploadRefused
from kerjasama.counter import quarantine
from kerjasama.counter.forms import steps as s
from kerjasama.counter.forms.applying import SendForm
from kerjasama.counter.forms.papers import PaperForm
from kerjasama.counter.guards import missing_papers
from kerjasama.counter.models import QuarantinedFile, RequestDraft
from kerjasama.counter.services import requests
from kerjasama.counter.services.accounts import applicant_of
from kerjasama.counter.stages import WANTED, PaperKind
from kerjasama.counter.tasks import send_confirmation
from kerjasama.counter.views import _public as public
from kerjasama.counter.views.summary import summary_of

DRAFT, SENT = "counter_draft", "counter_sent"
SESSION_SECONDS = 3 * 60 * 60


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """What this is for, what to have at hand, and who has another way."""
    known = applicant_of(request.user) if request.user.is_authenticated else None
    first = s.steps_for(known)[0]
    context = {
        "open": parameters.value("online_requests_open"), "first_url": reverse("counter:step", args=[first.slug]), "known": known,
        "goes_on": draft_of(request) is not None,
    }  # fmt: skip
    return render(request, "counter/start.html", context)


def draft_of(request: HttpRequest) -> RequestDraft | None:
    """The draft of this session, when it is still there and belongs to whoever is signed in."""
    draft = RequestDraft.objects.select_related("user").filter(pk=request.session.get(DRAFT)).first()
    mine = request.user if getattr(request.user, "is_partner", False) else None
    return draft if draft is not None and draft.user == mine else None


@method_decorator(public.private, name="dispatch")
class StepView(View):
    """One step: typed fields, files, or the check before sending."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.step = s.step_of(kwargs["slug"])
        self.draft = draft_of(request)
        partner = getattr(request.user, "is_partner", False)
        self.known = applicant_of(request.user) if partner else None
        self.email = request.user.email if partner else ""
        self.steps = s.steps_for(self.known)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.step is None:
            raise Http404
        requests.require_open()
        if self.step not in self.steps or (self.draft is None and self.step is not self.steps[0]):
            return redirect("counter:start")
        if self.step is not self.steps[0] and not s.applicant_kind(self.draft, self.known):
            return redirect("counter:step", self.steps[0].slug)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        if self.step is s.PAPERS:
            return self._answer(self._paper_form())
        if self.step is s.CHECK:
            return self._check(SendForm())
        typed = self.draft.data.get(slug, {}) if self.draft else {}
        return self._answer(self._form(initial=typed))

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        if self.step is s.PAPERS:
            return self._upload(request)
        if self.step is s.CHECK:
            return self._send(request)
        form = self._form(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        self._keep(request, form)
        return redirect("counter:step", self.steps[self.steps.index(self.step) + 1].slug)

    def _form(self, *args: Any, **options: Any) -> Any:
        return s.form_of(self.step, *args, draft=self.draft, known=self.known, email=self.email, **options)

    def _paper_form(self, *args: Any) -> PaperForm:
        return PaperForm(*args, applicant=s.applicant_kind(self.draft, self.known))

    def _keep(self, request: HttpRequest, form: Any) -> None:
        if self.draft is None:
            throttle.require(request, public.START)
            self.draft = RequestDraft(user=request.user if self.email else None)
        typed = {name: value for name, value in drafts.typed(request.POST).items() if name in form.fields}
        self.draft.data = {**self._carried(typed), self.step.slug: typed}
        self.draft.saved_at = clock.now()
        self.draft.save()
        request.session[DRAFT] = self.draft.pk
        if not self.email:
            request.session.set_expiry(SESSION_SECONDS)

    def _carried(self, typed: dict[str, Any]) -> dict[str, Any]:
        """What stays of the draft: another kind of applicant is asked anew who he is, not what he proposes."""
        known = self.draft.data
        if self.step is not s.WHO or typed.get("applicant") == s.applicant_kind(self.draft, None):
            return known
        return {slug: known[slug] for slug in (s.OBJECT.slug, s.CONTACTS.slug) if slug in known}

    def _upload(self, request: HttpRequest) -> HttpResponse:
        form = self._paper_form(request.POST, request.FILES)
        if not form.is_valid():
            return self._answer(form, 422)
        throttle.require(request, public.UPLOAD)
        try:
            present = list(QuarantinedFile.objects.filter(draft=self.draft))
            quarantine.keep(form.cleaned_data["file"], facts=form.facts(), present=present, draft=self.draft)
        except UploadRefused as refusal:
            form.add_error("file", f"{refusal.message} {refusal.detail}".strip())
            return self._answer(form, 422)
        messages.success(request, "Berkas tersimpan sementara.")
        return redirect("counter:step", self.step.slug)

    def _send(self, request: HttpRequest) -> HttpResponse:
        form = SendForm(request.POST)
        assembled = s.assemble(self.draft)
        if not form.is_valid() or assembled.filing is None or self._missing():
            return self._check(form, 422)
        filing = assembled.filing
        contact = filing.contacts[0]
        throttle.require(request, public.SEND, email=contact.email, per_email=public.SEND_EMAIL)
        if self.email:
            online, _ = requests.file_request(self.draft, filing, by=request.user)
            messages.success(request, f"Permohonan {online.number} terkirim.")
            return redirect("counter:follow", online.number)
        self.draft.sent_at = self.draft.saved_at = clock.now()
        self.draft.save()
        send_confirmation.enqueue(self.draft.pk, contact.email, contact.name)
        request.session[SENT] = self.draft.pk
        return redirect("counter:sent")

    def _missing(self) -> list[PaperKind]:
        papers = list(QuarantinedFile.objects.filter(draft=self.draft))
        return missing_papers(s.applicant_kind(self.draft, self.known), papers)

    def _check(self, form: SendForm, status: int = 200) -> HttpResponse:
        assembled = s.assemble(self.draft)
        if assembled.lacking is not None:
            messages.warning(self.request, f"Langkah “{assembled.lacking.label}” belum lengkap.")
            return redirect("counter:step", assembled.lacking.slug)
        context = {
            "sections": summary_of(assembled.filing, editable=True, known=bool(self.known)),
            "missing": self._missing(),
        }
        return self._answer(form, status, **context)

    def _answer(self, form: Any, status: int = 200, **more: Any) -> HttpResponse:
        place = self.steps.index(self.step)
        papers = list(QuarantinedFile.objects.filter(draft=self.draft)) if self.draft else []
        kind = s.applicant_kind(self.draft, self.known)
        context = {
            "form": form, "step": self.step, "steps": self._walked(), "current": place + 1, "total": len(self.steps), "papers": papers,
            "wanted": [{"state": "ok" if k in {p.kind for p in papers} else "no", "text": k.label} for k in WANTED.get(kind, ())],
            "back_url": reverse("counter:step", args=[self.steps[place - 1].slug]) if place else reverse("counter:start"), **more,
        }  # fmt: skip
        template = {s.PAPERS: "counter/papers.html", s.CHECK: "counter/check.html"}.get(self.step, "counter/step.html")
        return render(self.request, template, context, status=status)

    def _walked(self) -> list[dict[str, Any]]:
        typed = self.draft.data if self.draft else {}
        place = self.steps.index(self.step)
        found = []
        for number, step in enumerate(self.steps):
            done = step.slug in typed or (
                step is s.PAPERS and not self._missing()
                if self.draft and s.applicant_kind(self.draft, self.known)
                else False
            )
            state = "now" if number == place else "done" if done else "todo"
            url = reverse("counter:step", args=[step.slug]) if done and number != place else ""
            found.append({"label": step.label, "url": url, "state": state, "detail": ""})
        return found


@require_POST
@public.private
def remove_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a file that was not sent yet."""
    draft = draft_of(request)
    paper = get_object_or_404(QuarantinedFile, pk=pk, draft=draft) if draft else None
    if paper is None:
        raise Http404
    quarantine.remove([paper])
    messages.success(request, f"Berkas “{paper.title}” dihapus.")
    return redirect("counter:step", s.PAPERS.slug)


@require_http_methods(["GET", "POST"])
@public.private
def sent(request: HttpRequest) -> HttpResponse:
    """Look into your mail; a letter that did not come is sent again."""
    draft = RequestDraft.objects.filter(pk=request.session.get(SENT), sent_at__isnull=False).first()
    if draft is None:
        return redirect("counter:start")
    contact = s.assemble(draft).filing
    if contact is None:
        return redirect("counter:start")
    person = contact.contacts[0]
    if request.method == "POST":
        throttle.require(request, public.CONFIRM, email=person.email, per_email=public.CONFIRM_EMAIL)
        send_confirmation.enqueue(draft.pk, person.email, person.name)
        messages.success(request, "Surel konfirmasi dikirim lagi.")
        return redirect("counter:sent")
    context = {"email": person.email, "days": parameters.value("days_unconfirmed")}
    return render(request, "counter/sent.html", context)
