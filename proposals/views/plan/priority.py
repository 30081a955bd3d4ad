"""The order of priority with its formula, changes of the order by hand, and the notes of the TKKSD."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views import View
from django.views.decorators.http import require_GET

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.workflow.services import check
from proposals import plan_selectors as selectors
from proposals import scoring
from proposals.models import PlanRow, PlanYear
from proposals.plan_act_forms import DiscussForm, MoveForm
from proposals.plan_stages import PlanStage, RowStage
from proposals.services import planning
from proposals.views.plan.common import TONES, address, buttons, crumbs, plan_of, tabs


@require_GET
@login_required
def priority_list(request: HttpRequest, year: int, edition: int) -> HttpResponse:
    """First to last, with what each score is made of."""
    plan, user = plan_of(request, year, edition), request.user
    may_move = plan.stage == PlanStage.OPEN and holds(user, Office.BAGIAN, Office.KABAG)
    found = list(selectors.ranked(user, plan))
    context = {
        "plan": plan, "pages": tabs(plan, "priority"), "may_move": may_move,
        "criteria": scoring.CRITERIA, "formula": scoring.formula(scoring.weights()),
        "rows": [_line(row, n, len(found), may_move) for n, row in enumerate(found, start=1)],
        "acts": [act for act in buttons(plan, user, "plan:act", plan.year, plan.edition) if "urutkan" in act["url"]],
        "locked": plan.stage != PlanStage.OPEN, "crumbs": crumbs(plan, {"label": "Prioritas"}),
    }  # fmt: skip
    return render(request, "proposals/plan/priority.html", context)


def _line(row: PlanRow, place: int, last: int, may_move: bool) -> dict[str, Any]:
    return {
        "row": row, "score": scoring.shown(row.score), "tone": TONES.get(row.stage, ""),
        "parts": [(criterion.label, row.score_parts.get(criterion.key), row.score_weights.get(criterion.key)) for criterion in scoring.CRITERIA],
        "up": may_move and place > 1, "down": may_move and place < last,
    }  # fmt: skip


class MoveView(LoginRequiredMixin, View):
    """One place up or down, with the reason asked on a page of its own."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.row = get_object_or_404(selectors.with_names(PlanRow.visible_to(request.user)), pk=kwargs["pk"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        check(self.row, PlanRow.arrow("move"), request.user)
        by_places = "-1" if request.GET.get("arah") == "naik" else "1"
        return self._answer(MoveForm(initial={"by_places": by_places, "expect": self.row.act_count}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        check(self.row, PlanRow.arrow("move"), request.user)
        form = MoveForm(request.POST)
        if not form.is_valid():
            return self._answer(form, 422)
        planning.act_on_row(self.row, "move", by=request.user, **form.cleaned_data)
        messages.success(request, f"{self.row.title}: urutan sekarang {self.row.rank}.")
        return redirect(address(self.row.plan, "priority"))

    def _answer(self, form: MoveForm, status: int = 200) -> HttpResponse:
        up = str(form["by_places"].value()) == "-1"
        context = {
            "form": form, "row": self.row, "heading": "Naikkan urutan" if up else "Turunkan urutan",
            "target": max(1, self.row.rank + (-1 if up else 1)), "back_url": address(self.row.plan, "priority"),
            "crumbs": crumbs(self.row.plan, {"label": "Prioritas", "url": address(self.row.plan, "priority")}, {"label": "Ubah urutan"}),
        }  # fmt: skip
        return render(self.request, "proposals/plan/move.html", context, status=status)


class DiscussView(LoginRequiredMixin, View):
    """The notes of the TKKSD on several rows in one act."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            self.plan: PlanYear = plan_of(request, kwargs["year"], kwargs["edition"])
            require(request.user, Office.KABAG)
            if self.plan.stage != PlanStage.OPEN:
                raise NotYet("Daftar ini sudah diajukan atau ditetapkan.")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._answer(DiscussForm(rows=self._rows()))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = DiscussForm(request.POST, rows=self._rows())
        if not form.is_valid():
            return self._answer(form, 422)
        try:
            done = planning.discuss(form.notes(), held_on=form.cleaned_data["held_on"], by=request.user)
        except BadInput as refusal:
            form.add_error(None, refusal.message)
            return self._answer(form, 422)
        messages.success(request, f"Catatan TKKSD tersimpan pada {len(done)} baris.")
        return redirect(self.plan)

    def _rows(self) -> Any:
        return selectors.with_names(
            PlanRow.visible_to(self.request.user).filter(plan=self.plan, stage=RowStage.VERIFIED)
        ).order_by("rank")

    def _answer(self, form: DiscussForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "plan": self.plan, "crumbs": crumbs(self.plan, {"label": "Catatan TKKSD"})}
        return render(self.request, "proposals/plan/discuss.html", context, status=status)
