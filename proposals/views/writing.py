"""Open a proposal and write it, a section at a time."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View

from kerjasama.accounts.models import OrgUnit
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require, seats
from kerjasama.core import drafts
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers
from kerjasama.workflow.statute import Direction
from proposals.forms import FinanceForm, OpeningForm, SupportForm, TermsForm
from proposals.guards import requirement_of
from proposals.models import Proposal
from proposals.sections import SECTIONS, Section, section
from proposals.services import drafting


def _directions(user: Any) -> list[str]:
    found = [Direction.OUTGOING] if holds(user, Office.OPD, Office.BAGIAN) else []
    return [*found, Direction.INCOMING] if holds(user, Office.BAGIAN) else found


def _units(user: Any) -> Any:
    active = OrgUnit.objects.filter(active=True)
    if holds(user, Office.BAGIAN):
        return active.order_by("name")
    return active.filter(pk__in=[s.unit_id for s in seats(user) if s.office == Office.OPD]).order_by("name")


class OpenView(LoginRequiredMixin, View):
    """Step 1: direction, partner, title, unit."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            require(request.user, Office.OPD, Office.BAGIAN)
        return super().dispatch(request, *args, **kwargs)

    def _form(self, *args: Any) -> OpeningForm:
        return OpeningForm(*args, units=_units(self.request.user), directions=_directions(self.request.user))

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._answer(self._form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        values = form.cleaned_data
        proposal = drafting.open_proposal(
            by=request.user,
            title=values["title"],
            direction=values["direction"],
            lead_unit=values["lead_unit"],
            partners=[values["partner"]],
        )
        messages.success(request, f"Usulan {proposal.code} dibuat. Lengkapi bagian-bagiannya.")
        if not drafting.may_write(proposal, request.user):
            return redirect(proposal)
        return redirect("proposals:section", proposal.code, SECTIONS[0].slug)

    def _answer(self, form: OpeningForm, status: int = 200) -> HttpResponse:
        crumbs = [{"label": "Usulan", "url": reverse("proposals:list")}, {"label": "Usulan baru"}]
        return render(self.request, "proposals/open.html", {"form": form, "crumbs": crumbs}, status=status)


class SectionView(LoginRequiredMixin, View):
    """Steps 2 to 4: the content of a proposal, with autosave on the server."""

    forms = {"terms": TermsForm, "finance": FinanceForm, "support": SupportForm}

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return
        seen = Proposal.visible_to(request.user).select_related("lead_unit")
        self.proposal = get_object_or_404(seen, code=kwargs["code"])
        self.section = section(kwargs["slug"])
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
            self._save(form)
        except (BadInput, UploadRefused) as refusal:
            form.add_error("attachment" if "attachment" in form.fields else None, refusal.message)
            return self._answer(form, 422)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Isian tersimpan.")
        onward = SECTIONS[SECTIONS.index(self.section) + 1 :]
        if not onward or "nanti" in request.POST:
            return redirect(self.proposal)
        return redirect("proposals:section", self.proposal.code, onward[0].slug)

    def _save(self, form: Any) -> None:
        names = [name for name in form.Meta.fields if name in form.cleaned_data]
        drafting.write(self.proposal, {name: form.cleaned_data[name] for name in names}, by=self.request.user)
        if self.section.key == "finance":
            drafting.plan_budget(self.proposal, form.budget_lines())
        upload = form.cleaned_data.get("attachment")
        if upload:
            papers.attach_upload(
                self.proposal, "ATTACHMENT", form.cleaned_data["attachment_title"], upload, by=self.request.user
            )

    def _answer(self, form: Any, status: int = 200, saved_at: Any = None) -> HttpResponse:
        context = {
            "form": form,
            "proposal": self.proposal,
            "section": self.section,
            "steps": steps(self.proposal, self.section),
            "draft_key": self.draft_key,
            "saved_at": saved_at,
            "need": requirement_of(self.proposal) if self.section.key == "finance" else None,
            "attachments": [d for d in documents.for_subjects([self.proposal]) if d.kind == "ATTACHMENT"] if self.section.key == "support" else [],
            "crumbs": [{"label": "Usulan", "url": reverse("proposals:list")},
                       {"label": self.proposal.code, "url": self.proposal.get_absolute_url()}, {"label": self.section.label}],
        }  # fmt: skip
        return render(self.request, "proposals/section.html", context, status=status)


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
    for part in SECTIONS:
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
            "url": reverse("proposals:act", args=[proposal.code, "kirim"]),
            "state": "todo",
            "detail": "",
        }
    )
    return found


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
