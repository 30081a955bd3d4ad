"""The public check of a paper: by its QR code, or by number, year and short code.

An unknown code, a paper that was never published and one of another room all get the same answer.
"""

import hashlib
import hmac

import segno
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods

from kerjasama.core import clock, parameters, text, throttle
from kerjasama.documents import links, selectors
from kerjasama.documents.forms import VerifyForm
from kerjasama.documents.models import Document
from kerjasama.documents.public_facts import PublicFacts, facts_of
from kerjasama.documents.signing import comparing

LOOKS = throttle.Limit("periksa:lihat", 60, 60)
TRIES = throttle.Limit("periksa:ketik", 10, 60)
MEGABYTE = 1024 * 1024
SAME, DIFFERENT, TOO_LARGE, NO_FILE = "SAME", "DIFFERENT", "TOO_LARGE", "NO_FILE"


@require_http_methods(["GET", "HEAD", "POST"])
def verify_form(request: HttpRequest) -> HttpResponse:
    """Ask for number, year and short code; all three must belong together."""
    if request.method != "POST":
        return _page(request, "portal/verify_form.html", {"form": VerifyForm()})
    wait = throttle.too_many(request, TRIES)
    if wait:
        return _slow_down(request, wait)
    form = VerifyForm(request.POST)
    if not form.is_valid():
        return _page(request, "portal/verify_form.html", {"form": form}, status=422)
    typed = form.cleaned_data
    document = selectors.by_short_code(typed["number"], typed["year"], typed["short_code"])
    if document is None or facts_of(document) is None:
        return _unknown(request, form)
    return redirect("documents:verify", token=document.token)


@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """The verdict on one paper; a posted file is compared with it and not kept."""
    wait = throttle.too_many(request, LOOKS)
    if wait:
        return _slow_down(request, wait)
    document = selectors.by_token(token)
    facts = facts_of(document)
    if document is None or facts is None:
        return _unknown(request, VerifyForm())
    compared = _compared(request, document, facts) if request.method == "POST" else ""
    context = {
        "facts": facts,
        "document": document,
        "newer": _newer(document),
        "now": clock.now(),
        "checked_on": f"{text.day_name(clock.today())}, {text.date_long(clock.today())}",
        "compared": compared,
        "qr_svg": _qr(document),
    }
    return _page(request, "portal/verify.html", context, status=422 if compared in {TOO_LARGE, NO_FILE} else 200)


def _compared(request: HttpRequest, document: Document, facts: PublicFacts) -> str:
    upload = request.FILES.get("berkas")
    if not isinstance(upload, UploadedFile):
        return NO_FILE
    if (upload.size or 0) > int(parameters.value("upload_max_mb")) * MEGABYTE:
        return TOO_LARGE
    if facts.signatures:
        return str(comparing.compare(document, upload.read()))
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return SAME if hmac.compare_digest(digest.hexdigest(), facts.sha256) else DIFFERENT


def _newer(document: Document) -> Document | None:
    newer = document.superseded_by
    return newer if newer is not None and newer.public and newer.file_id else None


def _qr(document: Document) -> SafeString:
    drawn = segno.make(links.verify_url(document.token), error="m", micro=False)
    return mark_safe(drawn.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None))


def _unknown(request: HttpRequest, form: VerifyForm) -> HttpResponse:
    return _page(request, "portal/verify_unknown.html", {"form": form}, status=404)


def _slow_down(request: HttpRequest, wait: int) -> HttpResponse:
    response = _page(request, "portal/verify_busy.html", {}, status=429)
    response["Retry-After"] = str(wait)
    return response


def _page(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    response = render(request, template, context, status=status)
    # A verdict holds at the moment it was asked for, and a token is for its holder.
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
