"""Papers inside the house: the file itself, and the line that says how far its printing is."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from kerjasama.core.typed import whole
from kerjasama.documents import access, services, storage
from kerjasama.documents.models import Document

#: Opened in the browser only where the browser shows it and runs nothing of it.
SHOWN_INLINE = {"application/pdf", "image/png", "image/jpeg"}
FRAMED = "application/pdf"
POLL_LIMIT = 60


@require_GET
@login_required
def download(request: HttpRequest, pk: int, file_name: str) -> HttpResponse:
    """The bytes of a paper, compared with their hash each time; `?lihat=1` opens it in the browser.

    202 while it is being made, 410 when the bytes are missing or are no longer those that were kept.
    """
    document = access.visible_document(request.user, pk)
    if document.file is None:
        return _without_file(request, document)
    content = storage.read(document.file.sha256)
    if content is None:
        return render(request, "documents/gone.html", {"document": document}, status=410)
    access.note(request, document)
    kind = document.file.content_type
    inline = request.GET.get("lihat") == "1" and kind in SHOWN_INLINE
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(not inline, document.file_name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return _framed_by_us(response) if inline and kind == FRAMED else response


@csp_replace({"frame-ancestors": [SELF]})
def _framed_by_us(response: HttpResponse) -> HttpResponse:
    """Our own pages may show this paper in place; nobody else's may."""
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@require_GET
@login_required
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """The line of one paper; while it is being made it asks again by itself, but not for ever.

    Asking keeps the session alive, so a forgotten window must not ask without end.
    """
    document = access.visible_document(request.user, pk)
    times = whole(request.GET.get("kali", "0"), most=POLL_LIMIT)
    asked = POLL_LIMIT if times is None else times + 1
    context = {"document": document, "asked": asked, "poll": asked < POLL_LIMIT}
    return render(request, "documents/_row.html", context)


@require_POST
@login_required
def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue a failed printing again."""
    document = access.visible_document(request.user, pk)
    services.retry(document, by=request.user)
    if request.htmx:
        return render(request, "documents/_row.html", {"document": document, "asked": 0, "poll": True})
    messages.success(request, f"{document.title} sedang dibuat ulang.")
    return redirect(_back(request) or document.get_absolute_url())


def _without_file(request: HttpRequest, document: Document) -> HttpResponse:
    if document.in_making:
        context = {"document": document, "asked": 0, "poll": True}
        response = render(request, "documents/making.html", context, status=202)
        response["Retry-After"] = "5"
        return response
    return render(request, "documents/gone.html", {"document": document, "never_made": True}, status=410)


def _back(request: HttpRequest) -> str:
    address = request.POST.get("kembali", "")
    safe = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if safe else ""
