"""Open a proposal: who the partner is, then what is planned, with the kind that follows and its article."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views import View
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import OrgUnit
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, require, seats
from kerjasama.core.errors import BadInput
from kerjasama.parties.classes import STANDINGS, LegalClass
from proposals.choosing import QUESTION_NAMES, advise, questions_for
from proposals.opening_forms import OpeningForm, WhoForm
from proposals.sections import sections_of
from proposals.services import drafting

CRUMBS = [{"label": "Usulan", "url": "/usulan/"}, {"label": "Usulan baru"}]


def _beginners(user: Any) -> tuple[str, ...]:
    """What the other side began is recorded by the Bagian."""
    return ("WE", "THEY", "THEY_VIA_CENTRE") if holds(user, Office.BAGIAN) else ("WE",)


def _units(user: Any) -> Any:
    active = OrgUnit.objects.filter(active=True)
    if holds(user, Office.BAGIAN):
        return active.order_by("name")
    return active.filter(pk__in=[s.unit_id for s in seats(user) if s.office == Office.OPD]).order_by("name")


@require_GET
@login_required
def advice(request: HttpRequest) -> HttpResponse:
    """What follows from the answers given so far: a fragment that the page fetches while they are given."""
    require(request.user, Office.OPD, Office.BAGIAN)
    answers = {name: request.GET.get(name, "") for name in ("partner", "begins", *QUESTION_NAMES)}
    wanted = [question.name for question in questions_for(answers["partner"])]
    found = advise(answers) if all(answers[name] for name in wanted) else None
    return render(request, "proposals/_advice.html", {"advice": found})


class OpenView(LoginRequiredMixin, View):
    """The first step, in two halves; the answers of the first half stand in the address of the second."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            require(request.user, Office.OPD, Office.BAGIAN)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        who = WhoForm(request.GET or None, beginners=_beginners(request.user))
        if not request.GET:
            return self._ask_who(who)
        if not who.is_valid():
            return self._ask_who(who, 422)
        advice = advise(who.cleaned_data)
        if advice is not None and advice.refused or "jenis" not in request.GET:
            return self._ask_who(who, advice=advice)
        return self._ask_what(OpeningForm(units=_units(request.user), answers=who.cleaned_data))

    def post(self, request: HttpRequest) -> HttpResponse:
        who = WhoForm(request.GET, beginners=_beginners(request.user))
        if not who.is_valid():
            return self._ask_who(who, 422)
        form = OpeningForm(request.POST, units=_units(request.user), answers=who.cleaned_data)
        if not form.is_valid():
            return self._ask_what(form, 422)
        advice = form.advice()
        if advice is None or advice.refused:
            return self._ask_who(who, 422, advice=advice)
        try:
            proposal = self._open(form, advice)
        except BadInput as refusal:
            form.add_error(None, refusal.message)
            return self._ask_what(form, 422)
        messages.success(request, f"Usulan {proposal.code} dibuat. Lengkapi bagian-bagiannya.")
        if not drafting.may_write(proposal, request.user):
            return redirect(proposal)
        return redirect("proposals:section", proposal.code, sections_of(proposal)[0].slug)

    def _open(self, form: OpeningForm, advice: Any) -> Any:
        values = form.cleaned_data
        kind, category = form.chosen()
        return drafting.open_proposal(
            by=self.request.user, title=values["title"], direction=advice.direction, lead_unit=values["lead_unit"],
            partners=form.partners(), kind=kind, category=category, initiative=advice.initiative,
            choice=advice.as_record({**form.answers, **{n: values[n] for n in values if n in QUESTION_NAMES}}),
            choice_reason=values["other_reason"] if values["other_kind"] else "",
        )  # fmt: skip

    def _ask_who(self, form: WhoForm, status: int = 200, advice: Any = None) -> HttpResponse:
        onward = (
            f"{reverse('proposals:open')}?{urlencode({**form.cleaned_data, 'jenis': 1})}"
            if advice and not advice.refused
            else ""
        )
        context = {"form": form, "advice": advice, "onward_url": onward, "crumbs": CRUMBS}
        return render(self.request, "proposals/open_who.html", context, status=status)

    def _ask_what(self, form: OpeningForm, status: int = 200) -> HttpResponse:
        partner = form.answers["partner"]
        context = {
            "form": form, "advice": form.advice(), "partner_label": LegalClass(partner).label,
            "standing": STANDINGS[partner], "asking": urlencode(form.answers),
            "back_url": f"{reverse('proposals:open')}?{urlencode(form.answers)}", "crumbs": CRUMBS,
        }  # fmt: skip
        return render(self.request, "proposals/open.html", context, status=status)
