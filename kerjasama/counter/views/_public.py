"""What the public pages of the counter share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from kerjasama.core.throttle import Limit
from kerjasama.documents import storage
from kerjasama.documents.models import Document

View = Callable[..., HttpResponse]

# An office sits behind one address, so an address may do more than one e-mail or one number.
START = Limit("loket:mulai", 30, 3600)
UPLOAD = Limit("loket:unggah", 40, 3600)
SEND, SEND_EMAIL = Limit("loket:kirim", 10, 3600), Limit("loket:kirim:surel", 3, 3600)
CONFIRM, CONFIRM_EMAIL = Limit("loket:konfirmasi", 10, 3600), Limit("loket:konfirmasi:surel", 3, 3600)
LOOKUP, LOOKUP_NUMBER = Limit("loket:lacak", 10, 600), Limit("loket:lacak:nomor", 20, 3600)
LOST, LOST_EMAIL = Limit("loket:token", 5, 3600), Limit("loket:token:surel", 3, 3600)
ANSWER = Limit("loket:jawab", 30, 600)
ACCOUNT_MAKE = Limit("loket:akun:buat", 10, 3600)
ACCOUNT, ACCOUNT_EMAIL = Limit("loket:akun", 5, 3600), Limit("loket:akun:surel", 3, 3600)


def private(view: View) -> View:
    """A page with personal things in it, or behind a secret address: kept nowhere and indexed nowhere.

    Its address goes to no other site (Referrer-Policy same-origin, from the settings). A stricter policy would take the
    origin off its forms too, and the guard against forged requests would refuse them.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


def letter_response(document: Document) -> HttpResponse | None:
    """A signed letter of ours for the one it is addressed to, as a download; None when its bytes are gone."""
    content = storage.read(document.file.sha256) if document.file is not None else None
    if content is None:
        return None
    return attachment(content, document.file_name)


def attachment(content: bytes, name: str) -> HttpResponse:
    """Bytes to be saved, never shown by the browser."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
