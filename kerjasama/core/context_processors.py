"""What every page frame needs. Nothing is computed unless a template asks for it.

The rooms above hand their share through ``settings.FRAME_PROVIDERS``: dotted names of functions that
take the request and return some of the keys in `FRAME_KEYS`. Core imports none of them.
"""

from functools import partial
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

FRAME_KEYS: dict[str, Any] = {
    "government": None,  # object with name, address, postal_code, phone, email
    "nav_groups": [],  # kerjasama.core.navigation.build()
    "me": None,  # {"name", "seat_title"}
    "public_nav": [],  # [{"label", "url", "current"}], also dprd_nav
    "dprd_nav": [],
    "setup_missing": {},  # {"count", "names", "url"}: what a new installation still lacks
    "unread_count": 0,
    "help_contact": "Bagian Kerja Sama",
    "links": {},  # home, search, notifications, profile, help; an empty one is not drawn
}
LINKS = {
    "home": "/",
    "search": "/cari/",
    "notifications": "/pemberitahuan/",
    "profile": "",
    "help": "",
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """government, nav_groups, me, unread_count, help_contact, links (each lazy) and demo_mode."""
    share: dict[str, Any] = {}
    lazy = {key: SimpleLazyObject(partial(_value, key, request, share)) for key in FRAME_KEYS}
    return {**lazy, "demo_mode": bool(getattr(settings, "DEMO_MODE", False))}


def _value(key: str, request: HttpRequest, share: dict[str, Any]) -> Any:
    if not share:
        share.update(FRAME_KEYS)
        for dotted in getattr(settings, "FRAME_PROVIDERS", ()):
            share.update(import_string(dotted)(request))
        share["links"] = {**LINKS, **share["links"]}
    if key == "government" and share[key] is None:
        share[key] = _government()
    return share[key]


def _government() -> Any:
    """Our government, asked for by name: the page frame shows it before any room is installed."""
    if not apps.is_installed("kerjasama.accounts"):
        return {"name": "Pemerintah Daerah"}
    return apps.get_model("accounts", "Government").current()
