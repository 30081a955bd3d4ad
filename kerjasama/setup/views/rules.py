"""Numbers, the TKKSD and the parameters."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.forms import formset_factory
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput
from kerjasama.core.models import Parameter
from kerjasama.core.parameter_spec import number_pattern_is_known
from kerjasama.core.refusals import show
from kerjasama.core.typed import whole
from kerjasama.documents import number_rules
from kerjasama.documents.number_rules import Rule
from kerjasama.reviews import selectors as reviews
from kerjasama.reviews.services import NewMember, appoint_team
from kerjasama.setup.forms import MemberForm, NumberRuleForm, TeamForm, seatable
from kerjasama.setup.views.base import allow, page

Members = formset_factory(MemberForm, extra=6, max_num=40, validate_max=True)


@require_GET
@login_required
def numbers(request: HttpRequest) -> HttpResponse:
    """Every type of paper with the number it would get first."""
    allow(request)
    today = clock.today()
    rows = [
        {"rule": rule, "example": rule.example(today), "url": reverse("setup:nomor_edit", args=[rule.code])}
        for rule in number_rules.rules()
    ]
    return page(request, "nomor", "setup/numbers.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@login_required
def number(request: HttpRequest, code: str) -> HttpResponse:
    """The rule of one type."""
    allow(request)
    rule = next((rule for rule in number_rules.rules() if rule.code == code), None)
    if rule is None:
        raise Http404
    form = NumberRuleForm(request.POST or None, initial=NumberRuleForm.initial_of(rule))
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            number_rules.change(code, values, by=request.user, reason=values.pop("reason"))
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"Aturan nomor {rule.label.lower()} sudah disimpan.")
            return redirect("setup:nomor")
    context = {
        "form": form, "rule": rule, "example": rule.example(clock.today()), "back_url": reverse("setup:nomor"),
        "region_pattern": parameters.value("number_pattern"),
    }  # fmt: skip
    return page(request, "nomor", "setup/number.html", context, status=422 if form.errors else 200, crumb=rule.label)


@require_GET
@login_required
def example(request: HttpRequest, code: str) -> HttpResponse:
    """The number a typed pattern would give first; a fragment, said while typing."""
    allow(request)
    pattern = request.GET.get("pattern", "").strip() or str(parameters.value("number_pattern"))
    year, first = request.GET.get("start_year", ""), request.GET.get("start_number", "")
    try:
        number_pattern_is_known(pattern)
    except ValidationError as problem:
        return render(request, "components/result.html", {"text": " ".join(problem.messages), "tone": ""})
    today = clock.today()
    begins = whole(first, most=999_999) if year == str(today.year) else None
    shown = Rule(code, code, "OURS", pattern, today.year, begins or 1).example(today)
    return render(request, "components/result.html", {"text": f"Nomor pertama: {shown}", "tone": "ok"})


@require_http_methods(["GET", "POST"])
@login_required
def team(request: HttpRequest) -> HttpResponse:
    """The decree that forms the TKKSD, with everybody in it."""
    allow(request)
    form = TeamForm(request.POST or None)
    people = [
        ("", "Pilih orang"),
        *((user.pk, str(user)) for user in seatable()),
    ]
    members = Members(request.POST or None, prefix="anggota", form_kwargs={"people": people})
    if request.method == "POST" and form.is_valid() & members.is_valid():
        seats = [NewMember(**row.cleaned_data) for row in members.forms if row.cleaned_data]
        try:
            formed = appoint_team(**form.cleaned_data, members=seats, by=request.user)
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, f"{formed} sudah dicatat; {len(seats)} anggota mendapat jabatan TKKSD.")
            return redirect("setup:tkksd")
    today = clock.today()
    present = reviews.team_on(today)
    context: dict[str, Any] = {
        "form": form,
        "members": members,
        "team": present,
        "sitting": reviews.sitting(present, today) if present else [],
    }
    wrong = form.is_bound and (form.errors or any(members.errors))
    return page(request, "tkksd", "setup/team.html", context, status=422 if wrong else 200)


@require_GET
@login_required
def parameter_review(request: HttpRequest) -> HttpResponse:
    """Every parameter with its value, basis and effect; changed on its own page."""
    allow(request)
    stored = {row.key: row for row in Parameter.objects.all()}
    rows = [
        {
            "spec": spec,
            "value": spec.shown(stored[key].value if key in stored else spec.default),
            "default": spec.shown(spec.default),
            "changed": key in stored and stored[key].value != spec.default,
            "verified": stored[key].verified if key in stored else spec.verified,
            "basis": stored[key].legal_basis if key in stored else spec.legal_basis,
        }
        for key, spec in parameters.PARAMETERS.items()
    ]
    return page(request, "parameter", "setup/parameters.html", {"rows": rows})
