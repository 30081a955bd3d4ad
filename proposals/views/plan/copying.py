"""Rows that grow from others: copied from the year before, or changed in a Perubahan."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core import text
from kerjasama.core.errors import BadInput
from proposals import plan_selectors as selectors
from proposals.models import PlanRow
from proposals.plan_act_forms import CopyForm
from proposals.plan_sections import SECTIONS
from proposals.plan_stages import RowStage
from proposals.services import plan_rows
from proposals.views.plan.common import CollectingView, crumbs, units_of
from proposals.views.plan.rows import open_revision, row_of


class CopyView(CollectingView):
    """Choose rows of the year before and copy them as drafts, in one act."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(CopyForm(rows=self._rows()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = CopyForm(request.POST, rows=self._rows())
        if not form.is_valid():
            return self._answer(form, 422)
        made = plan_rows.copy_rows(form.cleaned_data["rows"], self.plan, by=request.user)
        messages.success(
            request,
            f"{text.sentence_case(text.terbilang(len(made)))} baris disalin sebagai draf. Periksa angka dan anggarannya, lalu kirim.",
        )
        return redirect(f"{reverse('plan:list', args=[self.plan.year, self.plan.edition])}?tahap=DRAFT")

    def _rows(self) -> Any:
        """Rows of the year before that this person may copy and nobody has copied yet."""
        copied = PlanRow.objects.filter(plan=self.plan, copied_from__isnull=False).values("copied_from")
        seen = (
            PlanRow.visible_to(self.request.user)
            .filter(plan__year=self.plan.year - 1)
            .exclude(stage=RowStage.FINISHED)
            .exclude(pk__in=copied)
        )
        if not holds(self.request.user, Office.BAGIAN):
            seen = seen.filter(unit__in=units_of(self.request.user))
        return selectors.with_names(seen).order_by("unit__name", "rank", "pk")

    def _answer(self, form: CopyForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "plan": self.plan, "choices": list(form.fields["rows"].queryset), "chosen": form["rows"].value() or [],
                   "crumbs": crumbs(self.plan, {"label": "Salin dari tahun lalu"})}  # fmt: skip
        return render(self.request, "proposals/plan/copy.html", context, status=status)


@require_POST
@login_required
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a row of the open Perubahan that shall replace this one."""
    row = row_of(request, pk)
    require(request.user, *plan_rows.WRITERS, unit_id=row.unit_id)
    plan = open_revision(row)
    if plan is None:
        raise BadInput(
            "Belum ada Perubahan yang terbuka untuk tahun ini, atau perubahan baris ini sudah dimulai.", status=409
        )
    fresh = plan_rows.revise_row(row, plan, by=request.user)
    messages.success(request, f"Baris {fresh.code} disiapkan untuk mengganti {row.code}. Ubah isinya, lalu kirim.")
    return redirect("plan:section", fresh.pk, SECTIONS[0].slug)
