"""The emblem of the region as a picture of its own: pages stay light, and it is kept by the browser."""

from base64 import b64decode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import Government

A_YEAR = 365 * 86400


@require_GET
def emblem(request: HttpRequest, digest: str) -> HttpResponse:
    """The emblem under the address that belongs to it; public, as it stands on every paper."""
    government = Government.current()
    if not government.emblem_url.endswith(f"/{digest}/"):
        raise Http404
    if government.emblem_svg:
        response = HttpResponse(government.emblem_svg, content_type="image/svg+xml")
    else:
        response = HttpResponse(b64decode(government.emblem_png), content_type="image/png")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
