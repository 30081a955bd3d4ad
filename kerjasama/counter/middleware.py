"""A partner's account sees its own pages and nothing else of the site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

#: What an account of somebody outside may open; each of these pages asks again who it is.
OWN = frozenset(
    {
        "counter:start", "counter:step", "counter:remove_paper", "counter:sent", "counter:confirm", "counter:lookup", "counter:lost",
        "counter:follow", "counter:complete", "counter:remove_sent", "counter:letter", "counter:leave", "counter:answer",
        "counter:answer_letter", "counter:mine", "counter:mine_case", "counter:mine_letter", "counter:mine_report",
        "counter:account_ask", "counter:account_create",
        "documents:verify", "documents:verify_form", "core:healthz", "brand_css",
        "account_login", "account_logout", "account_reauthenticate", "account_change_password", "account_reset_password",
        "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done", "account_inactive",
    }
)  # fmt: skip


class PartnerMiddleware:
    """Answer 404 to a partner's account everywhere but on its own pages: the page it did not find need not exist."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponse | None:
        if not getattr(request.user, "is_partner", False) or request.resolver_match.view_name in OWN:
            return None
        return render(request, "404.html", {"home": reverse("counter:mine")}, status=404)
