"""What the set-up gives to page frames: how much is missing, asked only by the pages that say it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.setup import readiness


def provide(request: HttpRequest) -> dict[str, Any]:
    """`setup_missing`: {"count", "names", "url"}; the address is empty for who cannot set anything up."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {"setup_missing": SimpleLazyObject(lambda: _missing(user))}


def _missing(user: Any) -> dict[str, Any]:
    found = readiness.missing()
    return {
        "count": len(found),
        "names": "; ".join(check.text for check in found[:4]),
        "url": reverse("setup:overview") if holds(user, Office.ADMIN) else "",
    }
