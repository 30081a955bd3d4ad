"""What accounts gives to every page frame: who is signed in, in which office."""

from typing import Any

from django.http import HttpRequest

from kerjasama.accounts import permissions


def share(request: HttpRequest) -> dict[str, Any]:
    """`me` with name and the first seat of today; None for a visitor."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"me": None}
    held = permissions.seats(user)
    return {"me": {"name": user.full_name, "seat_title": held[0].label if held else "Tanpa jabatan"}}
