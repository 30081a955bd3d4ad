"""Open a case from an adopted row."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import require
from kerjasama.core.errors import BadInput, NotYet
from proposals import plan_selectors as selectors
from proposals.models import PlanRow
from proposals.plan_forms import CaseFromRowForm
from proposals.plan_stages import RowStage
from proposals.sections import sections_of
from proposals.services import drafting, plan_cases
from proposals.views.plan.acts import summary_of
from proposals.views.plan.common import crumbs


class CaseFromRowView(LoginRequiredMixin, View):
    """What the row knows goes along; the title may be sharpened, the partner must be a registered one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.row = get_object_or_404(selectors.with_names(PlanRow.visible_to(request.user)), pk=kwargs["pk"])
            require(request.user, Office.OPD, Office.BAGIAN, unit_id=self.row.unit_id)
            if self.row.stage != RowStage.ADOPTED:
                raise NotYet(f"Usulan dibuka dari baris yang sudah ditetapkan. Baris ini: {self.row.stage_label()}.")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(CaseFromRowForm(row=self.row))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = CaseFromRowForm(request.POST, row=self.row)
        if not form.is_valid():
            return self._answer(form, 422)
        values = form.cleaned_data
        try:
            proposal = plan_cases.open_proposal_from(
                self.row, by=request.user, partners=[values["partner"]], title=values["title"]
            )
        except BadInput as refusal:
            form.add_error(None, refusal.message)
            return self._answer(form, 422)
        messages.success(
            request, f"Usulan {proposal.code} dibuat dari baris {self.row.code}. Lengkapi bagian-bagiannya."
        )
        if not drafting.may_write(proposal, request.user):
            return redirect(proposal)
        return redirect("proposals:section", proposal.code, sections_of(proposal)[0].slug)

    def _answer(self, form: CaseFromRowForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "row": self.row, "rows": summary_of(self.row),
                   "crumbs": crumbs(self.row.plan, {"label": self.row.code, "url": self.row.get_absolute_url()}, {"label": "Buat usulan"})}  # fmt: skip
        return render(self.request, "proposals/plan/open_case.html", context, status=status)
