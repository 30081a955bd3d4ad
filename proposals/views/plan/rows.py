"""A row of the list: read, begun, written a section at a time, deleted."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from django.views.decorators.http import require_GET

from kerjasama.accounts.permissions import seat_for
from kerjasama.core import drafts, text
from kerjasama.core.errors import BadInput
from kerjasama.documents import selectors as documents
from kerjasama.workflow.selectors import events_of
from proposals import plan_selectors as selectors
from proposals import scoring
from proposals.models import PlanRow, PlanYear, Proposal
from proposals.plan_changes import parts_changed
from proposals.plan_forms import SECTION_FORMS, NewRowForm
from proposals.plan_sections import SECTIONS, section
from proposals.plan_stages import PlanStage, RowStage
from proposals.sections import Section
from proposals.services import plan_rows
from proposals.views.plan.common import TONES, CollectingView, buttons, crumbs, timeline, units_of


def row_of(request: HttpRequest, pk: int) -> PlanRow:
    """A row the person may see. Raises Http404."""
    seen = selectors.with_names(PlanRow.visible_to(request.user)).select_related("copied_from", "replaces")
    return get_object_or_404(seen, pk=pk)


@require_GET
@login_required
def row_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything a row says, what can be done with it, and what happened to it."""
    row, user = row_of(request, pk), request.user
    may_write = plan_rows.may_write(row, user)
    owner = seat_for(user, plan_rows.WRITERS, row.unit_id) is not None
    context = {
        "row": row, "tone": TONES.get(row.stage, ""), "may_write": may_write,
        "may_delete": may_write and row.author_id == user.pk and row.act_count == 1,
        "may_open": row.stage == RowStage.ADOPTED and owner,
        "revision": open_revision(row) if owner and row.stage == RowStage.ADOPTED else None,
        "first_section": SECTIONS[0].slug,
        "acts": buttons(row, user, "plan:row_act", row.pk),
        "about": _about(row), "mapped": _texts(row, "potential", "characteristics", "needs", "externality"), "worth": _worth(row),
        "parts": [(c.label, row.score_parts.get(c.key), row.score_weights.get(c.key)) for c in scoring.CRITERIA] if row.score_parts else [],
        "score": scoring.shown(row.score), "changes": parts_changed(row.replaces, row) if row.replaces else (),
        "cases": Proposal.visible_to(user).filter(plan_row=row),
        "documents": documents.for_subjects([row]),
        "events": timeline(events_of([row])),
        "crumbs": crumbs(row.plan, {"label": row.code}),
    }  # fmt: skip
    return render(request, "proposals/plan/row.html", context)


def open_revision(row: PlanRow) -> PlanYear | None:
    """The Perubahan in which an adopted row may be changed, when one is open."""
    if row.successors.exclude(stage=RowStage.DROPPED).exists():
        return None
    return PlanYear.objects.filter(year=row.plan.year, edition__gt=row.plan.edition, stage=PlanStage.OPEN).first()


def _about(row: PlanRow) -> list[dict[str, Any]]:
    return _shown(
        ("Perangkat daerah", row.unit.name), ("Urusan", str(row.affair or "Belum dipilih")),
        ("Jenis", f"{row.get_kind_display()}, {row.get_category_display()}"),
        ("Asal usulan", f"{row.get_source_display()}{f', {row.source_reference}' if row.source_reference else ''}"),
        ("Calon mitra", row.partner_label or "Belum disebut"), ("Lokasi", row.location or "Belum diisi"),
        ("Dokumen perencanaan", row.get_programme_document_display() or "Belum dipilih"), ("Program", row.programme),
        ("Pengecualian", row.get_exception_display()), ("Catatan Bappeda", row.bappeda_note), ("Catatan TKKSD", row.tkksd_note),
        ("Alasan gugur", row.drop_reason),
    )  # fmt: skip


def _texts(row: PlanRow, *names: str) -> list[dict[str, Any]]:
    return [
        {
            "name": text.sentence_case(str(row._meta.get_field(n).verbose_name)),
            "value": getattr(row, n) or "Belum diisi",
        }
        for n in names
    ]


def _worth(row: PlanRow) -> list[dict[str, Any]]:
    ratio = f"{row.ratio}".replace(".", ",") if row.ratio is not None else ""
    return _shown(
        ("Uraian manfaat", row.benefits or "Belum diisi"),
        ("Perkiraan manfaat", text.rupiah(row.benefit_amount) if row.benefit_amount is not None else "Belum diisi"),
        ("Perkiraan biaya", text.rupiah(row.cost_amount) if row.cost_amount is not None else "Belum diisi"),
        ("Manfaat dibagi biaya", ratio), ("Sumber pembiayaan", row.get_funding_display() or "Belum dipilih"),
        ("Status anggaran", row.get_budget_status_display() or "Belum dipilih"),
    )  # fmt: skip


def _shown(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"name": name, "value": value} for name, value in pairs if value]


class NewRowView(CollectingView):
    """Begin a row with its object and unit."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(NewRowForm(units=units_of(request.user)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = NewRowForm(request.POST, units=units_of(request.user))
        if not form.is_valid():
            return self._answer(form, 422)
        row = plan_rows.new_row(
            self.plan, unit=form.cleaned_data["unit"], title=form.cleaned_data["title"], by=request.user
        )
        messages.success(request, f"Baris {row.code} dibuat. Lengkapi bagian-bagiannya.")
        return redirect("plan:section", row.pk, SECTIONS[0].slug)

    def _answer(self, form: NewRowForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "plan": self.plan, "heading": "Usulan rencana baru", "submit_label": "Buat baris",
                   "back_url": self.plan.get_absolute_url(), "crumbs": crumbs(self.plan, {"label": "Usulan rencana baru"})}  # fmt: skip
        return render(self.request, "proposals/plan/open.html", context, status=status)


class RowSectionView(LoginRequiredMixin, View):
    """The content of a row, a section at a time, with autosave on the server."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return
        self.row = row_of(request, kwargs["pk"])
        self.section = section(kwargs["slug"])
        if self.section is None:
            raise Http404
        self.draft_key = f"rencana:{self.row.pk}:{self.section.slug}"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        plan_rows.require_writer(self.row, request.user)
        form = SECTION_FORMS[self.section.key](instance=self.row)
        kept = drafts.load(request.user, self.draft_key)
        if kept is not None and kept.saved_at > self.row.updated_at:
            form.initial.update({name: value for name, value in kept.data.items() if name in form.fields})
            messages.info(request, "Isian yang belum Anda simpan telah dipulihkan. Periksa, lalu simpan.")
        return self._answer(form, saved_at=kept.saved_at if kept else None)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        plan_rows.require_writer(self.row, request.user)
        form = SECTION_FORMS[self.section.key](request.POST, instance=self.row)
        if not form.is_valid():
            return self._answer(form, 422)
        try:
            form.store(by=request.user)
        except BadInput as refusal:
            form.add_error(None, refusal.message)
            return self._answer(form, 422)
        drafts.discard(request.user, self.draft_key)
        messages.success(request, "Isian tersimpan.")
        onward = SECTIONS[SECTIONS.index(self.section) + 1 :]
        return redirect("plan:section", self.row.pk, onward[0].slug) if onward else redirect(self.row)

    def _answer(self, form: Any, status: int = 200, saved_at: Any = None) -> HttpResponse:
        context = {
            "form": form, "row": self.row, "section": self.section, "steps": steps(self.row, self.section), "draft_key": self.draft_key,
            "saved_at": saved_at,
            "crumbs": crumbs(self.row.plan, {"label": self.row.code, "url": self.row.get_absolute_url()}, {"label": self.section.label}),
        }  # fmt: skip
        return render(self.request, "proposals/plan/section.html", context, status=status)


def steps(row: PlanRow, here: Section) -> list[dict[str, Any]]:
    """The sections with how complete each is, and the page from which the row is handed in."""
    stored = PlanRow.objects.select_related("plan", "partner").get(pk=row.pk)
    found = []
    for part in SECTIONS:
        lacks = [lack for guard in part.guards for lack in guard.lacks(stored, None)]
        state = "now" if part == here else "done" if not lacks else "todo"
        detail = "" if not part.guards else "lengkap" if not lacks else f"{len(lacks)} belum lengkap"
        found.append(
            {
                "label": part.label,
                "url": reverse("plan:section", args=[row.pk, part.slug]),
                "state": state,
                "detail": detail,
            }
        )
    return [*found, {"label": "Periksa dan kirim", "url": row.get_absolute_url(), "state": "todo", "detail": ""}]


class DeleteRowView(LoginRequiredMixin, View):
    """Delete a draft row to which nothing has happened, after a page that asks."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.row = row_of(request, kwargs["pk"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        plan_rows.require_deletable(self.row, request.user)
        return render(
            request,
            "proposals/plan/delete.html",
            {
                "row": self.row,
                "crumbs": crumbs(
                    self.row.plan, {"label": self.row.code, "url": self.row.get_absolute_url()}, {"label": "Hapus draf"}
                ),
            },
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        plan, code = self.row.plan, self.row.code
        plan_rows.delete_draft(self.row, by=request.user)
        messages.success(request, f"Draf {code} dihapus. Riwayat perubahannya tetap tersimpan.")
        return redirect(plan)
