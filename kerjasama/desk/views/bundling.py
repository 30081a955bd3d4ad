"""A joined dossier on its way: asked for, waited for, handed over. Who may, and of which case, is the caller's to know."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from kerjasama.core.typed import whole
from kerjasama.core.visitors import address_of
from kerjasama.documents import bundles
from kerjasama.documents.models import Bundle, FileAccess

FORMS = {"pdf": Bundle.Form.PDF, "zip": Bundle.Form.ZIP}
CONTENT = {Bundle.Form.PDF: "application/pdf", Bundle.Form.ZIP: "application/zip"}
POLL_LIMIT = 120


def form_of(form: str) -> Bundle.Form:
    """The form by its name in the address. Raises Http404 for one that there is not."""
    if form not in FORMS:
        raise Http404
    return FORMS[form]


def bundle_of(key: str, pk: int) -> Bundle:
    """A bundle of this key. Raises Http404 when there is none."""
    return get_object_or_404(Bundle, pk=pk, key=key)


def state(request: HttpRequest, bundle: Bundle) -> dict[str, Any]:
    """What desk/_bundle.html shows; the page asks again by itself, but not for ever."""
    times = whole(request.GET.get("kali", "0"), most=POLL_LIMIT)
    asked = POLL_LIMIT if times is None else times + 1
    gone = bundle.is_ready and bundles.file_of(bundle) is None
    return {"bundle": bundle, "asked": asked, "poll": asked < POLL_LIMIT, "gone": gone}


def deliver(request: HttpRequest, bundle: Bundle, progress_url: str) -> HttpResponse:
    """The file, in pieces; every paper in it is noted as opened by this person."""
    path = bundles.file_of(bundle)
    if path is None:
        return redirect(progress_url)
    FileAccess.objects.bulk_create(
        FileAccess(user=request.user, document_id=paper["id"], address=address_of(request) or None)
        for paper in bundle.contents["papers"]
    )
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=bundle.file_name, content_type=CONTENT[bundle.form]
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
