"""The lock after too many wrong passwords; counted in the shared cache, so over all processes."""

from allauth.core.internal import ratelimit
from django.core.cache import cache

from kerjasama.accounts.selectors import by_login

APP, ACTION = "allauth.account", "login_failed"


def key_for(typed: str) -> str:
    """What failures are counted under: the person, whether username or e-mail was typed.

    A name nobody has is counted under itself, so that both answers look and take the same.
    """
    user = by_login(typed)
    name = user.username if user else typed.strip()
    return f"login:{name.lower()}"


def unlock(username: str) -> None:
    """Forget the failures counted for this person; those of an address run out by themselves."""
    for rate in _rates():
        cache.delete(ratelimit.get_cache_key(None, app=APP, action=ACTION, rate=rate, key=key_for(username)))


def _rates() -> list[ratelimit.Rate]:
    return [rate for rate in ratelimit.get_rates(app=APP, action=ACTION) if rate.per == "key"]
