"""The whole dossier of the DPRD as one PDF with bookmarks or as a ZIP: asked for, waited for, downloaded."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.desk import dossier
from kerjasama.desk.views import bundling
from kerjasama.desk.views.dprd.common import case_of, crumbs, page_of, require_reader
from kerjasama.documents import bundles
from proposals.models import Proposal


@require_POST
@login_required
def start(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Ask for the dossier as it stands now; one that was made of the same papers is taken again."""
    require_reader(request)
    proposal = case_of(request, code)
    wanted = bundling.form_of(form)
    papers = dossier.readable(proposal)
    if not papers:
        raise NotYet("Belum ada dokumen yang siap digabungkan. Tunggu sampai dokumennya selesai dibuat.")
    bundle = bundles.ask(
        _key(proposal), wanted, cover=dossier.cover(proposal, WorkCalendar.load()), documents=papers,
        file_name=f"berkas-dprd-{code.lower()}.{form}", by=request.user,
    )  # fmt: skip
    return redirect("desk:dprd_bundle", code=code, pk=bundle.pk)


@require_GET
@login_required
def progress(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """How far it is."""
    require_reader(request)
    proposal = case_of(request, code)
    context = {
        **bundling.state(request, bundling.bundle_of(_key(proposal), pk)),
        "proposal": proposal,
        "progress_url": reverse("desk:dprd_bundle", args=[code, pk]),
        "file_url": reverse("desk:dprd_bundle_file", args=[code, pk]),
        "back": "halaman permohonan",
        "crumbs": crumbs((code, page_of(code)), ("Berkas lengkap", "")),
    }
    return render(request, "desk/_bundle.html" if request.htmx else "desk/dprd_bundle.html", context)


@require_GET
@login_required
def download(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The file."""
    require_reader(request)
    bundle = bundling.bundle_of(_key(case_of(request, code)), pk)
    return bundling.deliver(request, bundle, reverse("desk:dprd_bundle", args=[code, pk]))


def _key(proposal: Proposal) -> str:
    return f"dprd:{proposal.pk}"
