import logging
import sys

from django.contrib.auth.decorators import login_required
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from kerjasama.core import drafts, health

logger = logging.getLogger(__name__)


@never_cache
@require_GET
def healthz(request: HttpRequest) -> JsonResponse:
    """What a monitor asks: is the site alive, and does work after commit get done."""
    report = health.report()
    return JsonResponse(report.as_json(), status=503 if report.is_down else 200)


@require_POST
@login_required
def save_draft(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what has been typed into the form `key`; answers with the time for the form's foot."""
    draft = drafts.save(request.user, key, drafts.typed(request.POST))
    return render(request, "core/_draft_saved.html", {"draft": draft})


def server_error(request: HttpRequest) -> HttpResponse:
    """The page of last resort: it asks nothing of the database and names a code."""
    code = getattr(request, "code", "-")
    no_database = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    logger.error("Error code %s: %s %s", code, request.method, request.path)
    body = render_to_string("500.html", {"code": code, "no_database": no_database})
    return HttpResponse(body, status=503 if no_database else 500)
