from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

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

    # allauth counts under host and typed name; one person typed in two ways would get two counts.
    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        return key_for(credentials.get("email") or credentials.get("username") or "")
