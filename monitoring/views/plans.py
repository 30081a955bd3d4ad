"""How a naskah fares: its light, indicators, work plans, findings, results; and the pages on which they are written."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from agreements.models import Agreement
from agreements.stages import SIGNED, Trait
from agreements.stages import Stage as NaskahStage
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYours
from kerjasama.core.refusals import show
from monitoring import overview
from monitoring.plan_forms import IndicatorsForm, PlanForm
from monitoring.services import plans


def reported(request: HttpRequest, pk: int) -> Agreement:
    """A signed naskah that reports for itself, if this person may see it; else 404."""
    agreement = get_object_or_404(Agreement.visible_to(request.user), pk=pk)
    if agreement.stage not in SIGNED or Trait.UNREPORTED in agreement.route.traits:
        raise Http404
    return agreement


def crumbs_of(agreement: Agreement, last: str = "") -> list[dict[str, str]]:
    """The way from the list to a page of a naskah."""
    found = [
        {"label": "Monitoring dan evaluasi", "url": reverse("monitoring:list")},
        {"label": agreement.proposal.code, "url": agreement.proposal.get_absolute_url()},
    ]
    here = {"label": "Pemantauan", **({"url": reverse("monitoring:naskah", args=[agreement.pk])} if last else {})}
    return [*found, here, *([{"label": last}] if last else [])]


@require_GET
@login_required
def naskah(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that is watched on one naskah."""
    agreement = reported(request, pk)
    running = agreement.stage == NaskahStage.IN_FORCE
    context = {
        "agreement": agreement, "may_write": running and plans.may_write(agreement, request.user),
        **overview.of_naskah(agreement, clock.today()), "this_year": clock.today().year, "crumbs": crumbs_of(agreement),
    }  # fmt: skip
    return render(request, "monitoring/naskah.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def indicators(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the indicators that the naskah promises."""
    agreement = _writable(request, pk)
    form = IndicatorsForm(list(agreement.indicators.filter(withdrawn=False)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            kept = plans.write_indicators(agreement, form.told(), by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{len(kept)} indikator tersimpan.")
            return redirect("monitoring:naskah", agreement.pk)
    context = {
        "agreement": agreement, "form": form, "crumbs": crumbs_of(agreement, "Indikator"),
        "clauses": [(f"Pasal {n}", clause) for n, clause in enumerate(agreement.locked_version.content, start=1)] if agreement.locked_version else [],
    }  # fmt: skip
    return render(request, "monitoring/indicators.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def work_plan(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Write the work plan of a year."""
    agreement = _writable(request, pk)
    if not agreement.starts_on.year <= year <= agreement.ends_on.year:
        raise Http404
    plan = agreement.work_plans.filter(year=year).first()
    form = PlanForm(agreement, plan, request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            plans.write_plan(
                agreement, year, activities=form.activities(), targets=form.targets(), agreed_on=values["agreed_on"], agreed_by=values["agreed_by"],
                by=request.user,
            )  # fmt: skip
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Rencana kerja {year} tersimpan.")
            return redirect("monitoring:naskah", agreement.pk)
    context = {
        "agreement": agreement,
        "form": form,
        "year": year,
        "crumbs": crumbs_of(agreement, f"Rencana kerja {year}"),
    }
    return render(request, "monitoring/work_plan.html", context, status=422 if form.is_bound else 200)


def _writable(request: HttpRequest, pk: int) -> Agreement:
    agreement = reported(request, pk)
    if not plans.may_write(agreement, request.user):
        raise NotYours("Indikator dan rencana kerja ditulis oleh perangkat daerah pelaksana atau Bagian Kerja Sama.")
    # Said before anything is typed, not after.
    plans.require_running(agreement)
    return agreement
