"""Open a proposal and write it, a section at a time."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.forms import FileField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from kerjasama.core import drafts
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.documents import selectors as documents
from kerjasama.workflow.arrows import Motion
from proposals.abroad_forms import ABROAD_SECTIONS
from proposals.forms import FinanceForm, SectionForm, SupportForm, TermsForm
from proposals.guards import requirement_of
from proposals.guards.content import EVIDENCE
from proposals.mapping_form import MappingForm
from proposals.models import Proposal
from proposals.sections import Section, section, sections_of
from proposals.services import drafting
from proposals.study_form import ContactsForm, StudyForm


class SectionView(LoginRequiredMixin, View):
    """Steps 2 to 4: the content of a proposal, with autosave on the server."""

    forms: ClassVar[dict[str, type[SectionForm]]] = {
        "mapping": MappingForm,
        "terms": TermsForm,
        "study": StudyForm,
        "contacts": ContactsForm,
        "finance": FinanceForm,
        "support": SupportForm,
        **ABROAD_SECTIONS,
    }

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return
        seen = Proposal.visible_to(request.user).select_related("lead_unit")
        self.proposal = get_object_or_404(seen, code=kwargs["code"])
        self.section = section(self.proposal, kwargs["slug"])
        if self.section is None:
            raise Http404
        self.draft_key = f"usulan:{self.proposal.pk}:{self.section.slug}"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        drafting.require_writer(self.proposal, request.user)
        form = self.forms[self.section.key](instance=self.proposal)
        kept = drafts.load(request.user, self.draft_key)
        if kept is not None and kept.saved_at > self.proposal.updated_at:
            form.initial.update({name: value for name, value in kept.data.items() if name in form.fields})
            messages.info(request, "Isian yang belum Anda simpan telah dipulihkan. Periksa, lalu simpan.")
        return self._answer(form, saved_at=kept.saved_at if kept else None)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        drafting.require_writer(self.proposal, request.user)
        form = self.forms[self.section.key](request.POST, request.FILES, instance=self.proposal)
        if not form.is_valid():
            return self._answer(form, 422)
        try:
            form.store(by=request.user)
        except (BadInput, UploadRefused) as refusal:
            form.add_error(_upload_of(form), refusal.message)
            return self._answer(form, 422)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Isian tersimpan.")
        written = sections_of(self.proposal)
        onward = written[written.index(self.section) + 1 :]
        if not onward or "nanti" in request.POST:
            return redirect(self.proposal)
        return redirect("proposals:section", self.proposal.code, onward[0].slug)

    def _attachments(self) -> list[Any]:
        """What was uploaded in support of the case so far."""
        if self.section.key != "support":
            return []
        return [paper for paper in documents.for_subjects([self.proposal]) if paper.kind in ("ATTACHMENT", EVIDENCE)]

    def _answer(self, form: Any, status: int = 200, saved_at: Any = None) -> HttpResponse:
        context = {
            "form": form,
            "proposal": self.proposal,
            "section": self.section,
            "law": self.proposal.route.cite(self.section.law),
            "steps": steps(self.proposal, self.section),
            "draft_key": self.draft_key,
            "saved_at": saved_at,
            "need": requirement_of(self.proposal) if self.section.key == "finance" else None,
            "attachments": self._attachments(),
            "crumbs": [{"label": "Usulan", "url": reverse("proposals:list")},
                       {"label": self.proposal.code, "url": self.proposal.get_absolute_url()}, {"label": self.section.label}],
        }  # fmt: skip
        return render(self.request, "proposals/section.html", context, status=status)


def _upload_of(form: Any) -> str | None:
    """The field that brought a file; the first of the form's when none did."""
    uploads = [name for name, field in form.fields.items() if isinstance(field, FileField)]
    return next((name for name in uploads if form.cleaned_data.get(name)), next(iter(uploads), None))


def steps(proposal: Proposal, here: Section | None) -> list[dict[str, Any]]:
    """The wizard's steps with how complete each is."""
    found = [
        {
            "label": "Jenis dan mitra",
            "url": "",
            "state": "done",
            "detail": ", ".join(p.name for p in proposal.counterparts),
        }
    ]
    for part in sections_of(proposal):
        lacking = [lack for guard in part.guards for lack in guard.lacks(proposal, None)]
        state = "now" if part == here else "done" if not lacking else "todo"
        found.append(
            {
                "label": part.label,
                "url": reverse("proposals:section", args=[proposal.code, part.slug]),
                "state": state,
                "detail": "lengkap" if not lacking else f"{len(lacking)} belum lengkap",
            }
        )
    found.append(
        {
            "label": "Periksa dan kirim",
            "url": reverse("proposals:act", args=[proposal.code, _sending(proposal)]),
            "state": "todo",
            "detail": "",
        }
    )
    return found


def _sending(proposal: Proposal) -> str:
    """The act that sends what is being written, as the route has it."""
    ahead = [
        arrow
        for arrow in Proposal.arrows()
        if arrow.motion is Motion.FORWARD and arrow.ends(proposal.route, proposal.stage)
    ]
    return ahead[0].slug if ahead else "kirim"


class DeleteDraftView(LoginRequiredMixin, View):
    """Delete a draft to which nothing has happened, after a page that asks."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.proposal = get_object_or_404(Proposal.visible_to(request.user), code=kwargs["code"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        drafting.require_deletable(self.proposal, request.user)
        context = {
            "proposal": self.proposal,
            "crumbs": [{"label": self.proposal.code, "url": self.proposal.get_absolute_url()}, {"label": "Hapus draf"}],
        }
        return render(request, "proposals/delete.html", context)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        code = self.proposal.code
        drafting.delete_draft(self.proposal, by=request.user)
        messages.success(request, f"Draf {code} dihapus. Riwayat perubahannya tetap tersimpan.")
        return redirect("proposals:list")
