"""The whole dossier as one PDF with bookmarks or as a ZIP: asked for, waited for, downloaded."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import NotYet
from kerjasama.core.visitors import address_of
from kerjasama.desk import dossier
from kerjasama.desk.views.dprd.common import case_of, crumbs, page_of, require_reader
from kerjasama.documents import bundles
from kerjasama.documents.models import Bundle, FileAccess
from proposals.models import Proposal

FORMS = {"pdf": Bundle.Form.PDF, "zip": Bundle.Form.ZIP}
CONTENT = {Bundle.Form.PDF: "application/pdf", Bundle.Form.ZIP: "application/zip"}
POLL_LIMIT = 120


@require_POST
@login_required
def start(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Ask for the dossier as it stands now; one that was made of the same papers is taken again."""
    require_reader(request)
    proposal = case_of(request, code)
    if form not in FORMS:
        raise Http404
    papers = dossier.readable(proposal)
    if not papers:
        raise NotYet("Belum ada dokumen yang siap digabungkan. Tunggu sampai dokumennya selesai dibuat.")
    bundle = bundles.ask(
        _key(proposal), FORMS[form], cover=dossier.cover(proposal, WorkCalendar.load()), documents=papers,
        file_name=f"berkas-dprd-{code.lower()}.{form}", by=request.user,
    )  # fmt: skip
    return redirect("desk:dprd_bundle", code=code, pk=bundle.pk)


@require_GET
@login_required
def progress(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """How far it is; the line asks again by itself, but not for ever."""
    require_reader(request)
    proposal = case_of(request, code)
    bundle = _bundle(proposal, pk)
    typed = request.GET.get("kali", "0")
    asked = int(typed) + 1 if typed.isdigit() and len(typed) < 4 else POLL_LIMIT
    context = {
        "proposal": proposal,
        "bundle": bundle,
        "asked": asked,
        "poll": asked < POLL_LIMIT,
        "gone": bundle.is_ready and bundles.file_of(bundle) is None,
        "crumbs": crumbs((code, page_of(code)), ("Berkas lengkap", "")),
    }
    template = "desk/_dprd_bundle.html" if request.htmx else "desk/dprd_bundle.html"
    return render(request, template, context)


@require_GET
@login_required
def download(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The file, in pieces; every paper in it is noted as opened by this person."""
    require_reader(request)
    bundle = _bundle(case_of(request, code), pk)
    path = bundles.file_of(bundle)
    if path is None:
        return redirect(reverse("desk:dprd_bundle", args=[code, pk]))
    FileAccess.objects.bulk_create(
        FileAccess(user=request.user, document_id=paper["id"], address=address_of(request) or None)
        for paper in bundle.contents["papers"]
    )
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=bundle.file_name, content_type=CONTENT[bundle.form]
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _key(proposal: Proposal) -> str:
    return f"dprd:{proposal.pk}"


def _bundle(proposal: Proposal, pk: int) -> Bundle:
    return get_object_or_404(Bundle, pk=pk, key=_key(proposal))
