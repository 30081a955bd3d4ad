import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

from kerjasama.accounts.lockout import key_for

MISMATCH = "Nama pengguna, surel, atau kata sandi tidak cocok."


class AccountAdapter(DefaultAccountAdapter):
    """Our rules for allauth: accounts come from the administrator, and every failure reads alike."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": MISMATCH,
        "username_password_mismatch": MISMATCH,
        "phone_password_mismatch": MISMATCH,
        "invalid_login": MISMATCH,
        "too_many_login_attempts": (
            "Terlalu banyak percobaan masuk yang gagal. Tunggu beberapa menit, "
            "atau minta administrator membuka kuncinya."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """A partner goes to his own pages; the site behind them is not his."""
        if getattr(request.user, "is_partner", False):
            return resolve_url(settings.PARTNER_HOME_URL)
        return super().get_login_redirect_url(request)

    def is_reauthentication_required(self, *, app: str) -> bool:
        """The password is asked again only when the sign-in itself is longer ago than the time-out."""
        if not super().is_reauthentication_required(app=app):
            return False
        request = context.request
        records = get_authentication_records(request, request.user)
        return not any(time.time() - one["at"] < app_settings.REAUTHENTICATION_TIMEOUT for one in records)

    # allauth counts under host and typed name; one person typed in two ways would get two counts.
    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return key_for(credentials.get("email") or credentials.get("username") or "")
