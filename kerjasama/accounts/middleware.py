"""The door before every page: who needs a second factor sets it up first."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kerjasama.accounts import second_factor
from kerjasama.core.errors import NotYours
from kerjasama.core.middleware import Handler, refusal_response

#: Where the second factor is set up, and the way out. Everything else waits.
OPEN = frozenset(
    {
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_reauthenticate",
        "account_reauthenticate",
        "account_login",
        "account_logout",
        "account_inactive",
        "core:healthz",
    }
)


class SecondFactorMiddleware:
    """Lead a person who owes a second factor to its page; refuse everything else (403)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if not request.user.is_authenticated or request.resolver_match.view_name in OPEN:
            return None
        if not second_factor.is_owed(request.user):
            return None
        if request.method in ("GET", "HEAD") and not getattr(request, "htmx", False):
            return redirect("mfa_activate_totp")
        refusal = NotYours(
            "Aktifkan verifikasi dua langkah lebih dahulu.",
            detail=f"Jabatan Anda memerlukannya. Buka {reverse('mfa_activate_totp')} dan pindai kodenya.",
        )
        return refusal_response(request, refusal)
