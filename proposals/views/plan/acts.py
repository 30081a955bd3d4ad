"""The acts on a list and on its rows, each on its own page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kerjasama.core.text import rupiah
from kerjasama.documents.letter_marking import MarksLetters
from kerjasama.workflow.views import ActView
from proposals.models import PlanRow, PlanYear
from proposals.plan_act_forms import PLAN_FORMS, ROW_FORMS
from proposals.plan_stages import RowStage
from proposals.services import planning
from proposals.views.plan.common import crumbs
from proposals.views.plan.year import counts_line


class PlanActView(MarksLetters, ActView):
    """One act on the list of a year."""

    model = PlanYear
    act_forms = PLAN_FORMS
    door = staticmethod(planning.act_on_plan)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            plan = get_object_or_404(PlanYear.visible_to(request.user), year=kwargs["year"], edition=kwargs["edition"])
            kwargs["pk"] = plan.pk
        return super().dispatch(request, *args, **kwargs)

    def crumbs(self) -> list[dict[str, str]]:
        return crumbs(self.subject, {"label": self.arrow.label})

    def summary(self) -> list[dict[str, Any]]:
        plan = self.subject
        rows = plan.rows.filter(stage=RowStage.DISCUSSED).order_by("rank")
        cost = sum((row.cost_amount or 0 for row in rows), start=0)
        listed = "; ".join(f"{row.rank}. {row.title}" for row in rows[:10]) + (
            "; dan seterusnya" if len(rows) > 10 else ""
        )
        return [
            {"name": "Daftar", "value": str(plan)},
            {"name": "Baris", "value": counts_line(plan.counts_by_stage())},
            {"name": "Akan ditetapkan", "value": f"{len(rows)} baris, {rupiah(cost)}" if rows else "Belum ada"},
            *([{"name": "Urutan", "value": listed}] if listed else []),
        ]


class RowActView(ActView):
    """One act on one row."""

    model = PlanRow
    act_forms = ROW_FORMS
    door = staticmethod(planning.act_on_row)

    def crumbs(self) -> list[dict[str, str]]:
        row = self.subject
        return crumbs(row.plan, {"label": row.code, "url": row.get_absolute_url()}, {"label": self.arrow.label})

    def summary(self) -> list[dict[str, Any]]:
        return summary_of(self.subject)


def summary_of(row: PlanRow) -> list[dict[str, Any]]:
    """What a row is, in a glance."""
    rows = [
        ("Perangkat daerah", row.unit.name),
        ("Urusan", str(row.affair or "")),
        ("Jenis", f"{row.get_kind_display()}, {row.get_category_display()}"),
        ("Calon mitra", row.partner_label),
        ("Kebutuhan", row.needs),
        ("Manfaat", rupiah(row.benefit_amount) if row.benefit_amount is not None else ""),
        ("Biaya", rupiah(row.cost_amount) if row.cost_amount is not None else ""),
        ("Program", row.programme or row.get_exception_display()),
    ]
    return [{"name": name, "value": value} for name, value in rows if value]
