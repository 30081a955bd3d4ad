"""The whole dossier of a case, for those answerable for it: a page to ask, one to wait, and the file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kerjasama.accounts.permissions import require
from kerjasama.core.errors import NotYet
from kerjasama.desk import wholecase
from kerjasama.desk.views import bundling
from kerjasama.documents import bundles
from proposals import selectors as proposals
from proposals.models import Proposal
from proposals.models.visibility import EVERY_RESTRICTED


@require_GET
@login_required
def contents(request: HttpRequest, code: str) -> HttpResponse:
    """What the dossier would hold today, and the two forms in which it is to be had."""
    proposal = _case(request, code)
    cover, papers = wholecase.dossier(proposal, request.user)
    context = {
        "proposal": proposal,
        "rows": bundles.papers_of(papers),
        "act_count": len(cover["acts"]),
        "crumbs": _crumbs(proposal),
    }
    return render(request, "desk/whole_case.html", context)


@require_POST
@login_required
def start(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Ask for the dossier as it stands now."""
    proposal = _case(request, code)
    wanted = bundling.form_of(form)
    cover, papers = wholecase.dossier(proposal, request.user)
    if not papers:
        raise NotYet("Belum ada dokumen yang siap digabungkan. Tunggu sampai dokumennya selesai dibuat.")
    bundle = bundles.ask(
        _key(request, proposal), wanted, cover=cover, documents=papers,
        file_name=f"berkas-lengkap-{code.lower()}.{form}", by=request.user,
    )  # fmt: skip
    return redirect("desk:whole_case_made", code=code, pk=bundle.pk)


@require_GET
@login_required
def progress(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """How far it is."""
    proposal = _case(request, code)
    context = {
        **bundling.state(request, bundling.bundle_of(_key(request, proposal), pk)),
        "proposal": proposal,
        "progress_url": reverse("desk:whole_case_made", args=[code, pk]),
        "file_url": reverse("desk:whole_case_file", args=[code, pk]),
        "back": "halaman berkas lengkap",
        "crumbs": [*_crumbs(proposal), {"label": "Penyusunan"}],
    }
    return render(request, "desk/_bundle.html" if request.htmx else "desk/whole_case_made.html", context)


@require_GET
@login_required
def download(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The file."""
    bundle = bundling.bundle_of(_key(request, _case(request, code)), pk)
    return bundling.deliver(request, bundle, reverse("desk:whole_case_made", args=[code, pk]))


def _case(request: HttpRequest, code: str) -> Proposal:
    """A case this person sees (404 when not), in an office answerable for whole cases (403 when not)."""
    seen = proposals.with_parties(Proposal.visible_to(request.user)).select_related("lead_unit", "standing")
    proposal = get_object_or_404(seen, code=code)
    require(request.user, *sorted(EVERY_RESTRICTED))
    return proposal


def _key(request: HttpRequest, proposal: Proposal) -> str:
    """Each reader has his own: it holds what he may open."""
    return f"case:{proposal.pk}:{request.user.pk}"


def _crumbs(proposal: Proposal) -> list[dict[str, str]]:
    return [
        {"label": "Beranda", "url": "/"},
        {"label": "Usulan", "url": "/usulan/"},
        {"label": proposal.code, "url": proposal.get_absolute_url()},
        {"label": "Berkas lengkap", "url": reverse("desk:whole_case", args=[proposal.code])},
    ]
