"""The emblem and the colours of the region as files of their own: pages stay light, and browsers keep them."""

from base64 import b64decode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from kerjasama.accounts.models import Government
from kerjasama.accounts.models.government import HEX_COLOUR, brand_ramp

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


@require_GET
def brand(request: HttpRequest, colour: str) -> HttpResponse:
    """The style sheet of one colour; loaded after the tokens of the house."""
    if not HEX_COLOUR.regex.search(f"#{colour}"):
        raise Http404
    shades = "".join(f"{name}:{value};" for name, value in brand_ramp(f"#{colour}").items())
    response = HttpResponse(f":root{{{shades}}}", content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
