"""Answers that every page shares: refusals, error codes, no caching, one reading of parameters."""

import logging
import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from psycopg2 import errors as database

from kerjasama.core import parameters
from kerjasama.core.errors import Busy, Refusal, TooMany

logger = logging.getLogger(__name__)
Handler = Callable[[HttpRequest], HttpResponse]

#: A lock that was not let go in time, or two who waited for each other: the database is well, somebody else was first.
WAITED_IN_VAIN = (database.LockNotAvailable, database.DeadlockDetected)
REFUSAL_TITLES = {
    403: "Tindakan ini bukan wewenang Anda",
    409: "Belum dapat dilakukan",
    422: "Isian belum dapat diterima",
}


class RequestCodeMiddleware:
    """Give each request a short code, shown on error pages and written to the log."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.code = secrets.token_hex(4)
        response = self.get_response(request)
        response.headers.setdefault("X-Request-ID", request.code)
        return response


class NoStoreMiddleware:
    """Pages of a signed-in person stay out of every cache, also the browser's own."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        cookie = settings.SESSION_COOKIE_NAME
        if cookie in request.COOKIES or cookie in response.cookies:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class ParameterSnapshotMiddleware:
    """Read the parameters at most once while a page is made."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with parameters.snapshot():
            return self.get_response(request)


class RefusalMiddleware:
    """Turn a Refusal raised anywhere below into a page (or a fragment for htmx) with its status."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if isinstance(problem.__cause__, WAITED_IN_VAIN):
            logger.warning("Waited in vain %s %s: %s", request.method, request.path, problem)
            problem = Busy()
        if not isinstance(problem, Refusal):
            return None
        logger.info("Refused %s %s: %s", request.method, request.path, type(problem).__name__)
        return refusal_response(request, problem)


def refusal_response(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page that says what was refused, why, and what to do now."""
    if isinstance(refusal, TooMany):
        return _slow_down(request, refusal)
    fragment = bool(getattr(request, "htmx", False))
    template = "core/_refusal.html" if fragment else "core/refusal.html"
    errors = getattr(refusal, "errors", {})
    context = {
        "refusal": refusal,
        "heading": REFUSAL_TITLES.get(refusal.status, "Permintaan tidak dapat dipenuhi"),
        "reasons": refusal.detail.splitlines(),
        "problems": [line for lines in errors.values() for line in lines],
        # Strangers and partners are answered in the public frame: the other one is the house's own.
        "frame": "base.html" if _is_staff(request) else "base_public.html",
        "back": request.headers.get("referer", "") if _is_ours(request) else "",
    }
    response = render(request, template, context, status=refusal.status)
    if fragment:
        # The frame keeps one live region for messages; the part that was asked for stays as it is.
        response.headers["HX-Retarget"] = "#pesan"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def _slow_down(request: HttpRequest, refusal: TooMany) -> HttpResponse:
    """429 in the public frame: it is strangers who are asked to wait."""
    response = render(request, "core/too_many.html", {"refusal": refusal}, status=refusal.status)
    response.headers["Retry-After"] = str(refusal.wait)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _is_staff(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return bool(user is not None and user.is_authenticated and not getattr(user, "is_partner", False))


def _is_ours(request: HttpRequest) -> bool:
    root = f"{request.scheme}://{request.get_host()}/"
    return request.headers.get("referer", "").startswith(root)
