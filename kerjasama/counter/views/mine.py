"""The pages of a partner's account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from kerjasama.core import throttle
from kerjasama.core.errors import BadInput, UploadRefused
from kerjasama.core.refusals import show
from kerjasama.counter import access, links, progress
from kerjasama.counter.forms.following import AccountAskForm, AccountForm
from kerjasama.counter.models import PartnerAccount
from kerjasama.counter.services.accounts import create_account
from kerjasama.counter.tasks import send_account_link
from kerjasama.counter.views import _public as public
from kerjasama.counter.views.following import letter_of, phases, rows
from monitoring import selectors
from monitoring.finding_forms import PartnerReportForm
from monitoring.services import partners
from proposals.models import Proposal


def _account(request: HttpRequest) -> PartnerAccount:
    account = access.account_of(request.user)
    if account is None:
        raise Http404
    return account


@require_GET
@login_required
@public.private
def mine(request: HttpRequest) -> HttpResponse:
    """The requests of this account and the cases of its organisation."""
    account = _account(request)
    requests = list(access.requests_of(request.user).select_related("proposal"))
    taken = {online.proposal_id for online in requests if online.proposal_id}
    cases = [c for c in progress.cases_of(account.partner) if c.pk not in taken] if account.partner else []
    reports = list(selectors.awaited_from(account.partner)) if account.partner else []
    context = {"account": account, "requests": requests, "cases": cases, "reports": reports}
    return render(request, "counter/mine.html", context)


@require_http_methods(["GET", "POST"])
@login_required
@public.private
def mine_report(request: HttpRequest, pk: int) -> HttpResponse:
    """What one's own organisation tells of a period."""
    account = _account(request)
    report = selectors.awaited_from(account.partner).filter(pk=pk).first() if account.partner else None
    if report is None:
        raise Http404
    form = PartnerReportForm(
        list(report.agreement.parties.filter(partner=account.partner)), request.POST or None, request.FILES or None
    )
    if request.method == "POST" and form.is_valid():
        try:
            partners.keep(report, by=request.user, online=True, **form.cleaned_data)
        except UploadRefused as refusal:
            form.add_error("file", " ".join(filter(None, (refusal.message, refusal.detail))))
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, "Laporan Anda tersimpan. Terima kasih.")
            return redirect("counter:mine")
    context = {"report": report, "form": form}
    return render(request, "counter/mine_report.html", context, status=422 if form.is_bound else 200)


def _case(request: HttpRequest, code: str) -> tuple[PartnerAccount, Proposal]:
    account = _account(request)
    known = progress.cases_of(account.partner) if account.partner else []
    found = next((case for case in known if case.code == code), None)
    if found is None:
        raise Http404
    return account, found


@require_GET
@login_required
@public.private
def mine_case(request: HttpRequest, code: str) -> HttpResponse:
    """A case of one's own organisation that did not begin online, in the same public view."""
    account, proposal = _case(request, code)
    case = progress.of_case(proposal, account.partner)
    context = {
        "case": case,
        "phases": phases(case),
        "papers": rows(case, "counter:mine_letter", code),
        "account": account,
    }
    return render(request, "counter/follow.html", context)


@require_GET
@login_required
@public.private
def mine_letter(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A signed letter of ours in such a case."""
    account, proposal = _case(request, code)
    return letter_of(proposal, account.partner, pk)


@require_http_methods(["GET", "POST"])
@public.private
def account_ask(request: HttpRequest) -> HttpResponse:
    """Ask for the link that makes an account: one answer, whether the address is known or not."""
    form = AccountAskForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, "counter/account_ask.html", {"form": form}, status=422 if form.errors else 200)
    email = form.cleaned_data["email"]
    throttle.require(request, public.ACCOUNT, email=email, per_email=public.ACCOUNT_EMAIL)
    send_account_link.enqueue(email)
    return render(request, "counter/account_asked.html")


@require_http_methods(["GET", "POST"])
@public.private
def account_create(request: HttpRequest, signed: str) -> HttpResponse:
    """The password of a new account; afterwards one signs in like everybody."""
    email = links.read_account(signed)
    if not email:
        return render(request, "counter/confirm_gone.html", status=404)
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        throttle.require(request, public.ACCOUNT_MAKE)
        try:
            create_account(email, form.cleaned_data["password"])
        except BadInput as refusal:
            show(form, refusal)
        else:
            messages.success(request, "Akun dibuat. Masuk dengan alamat surel dan kata sandi Anda.")
            return redirect("account_login")
    return render(
        request, "counter/account_create.html", {"form": form, "email": email}, status=422 if form.errors else 200
    )
