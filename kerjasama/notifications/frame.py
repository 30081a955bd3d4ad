"""What notifications gives to every page frame: the figure on the bell."""

from typing import Any

from django.http import HttpRequest

from kerjasama.notifications import selectors


def share(request: HttpRequest) -> dict[str, Any]:
    """`unread_count` of the person signed in, one query; 0 for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"unread_count": 0}
    return {"unread_count": selectors.unread_count(user)}
