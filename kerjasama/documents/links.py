"""Addresses of papers as people outside reach them."""

from django.conf import settings
from django.urls import reverse


def verify_url(token: str) -> str:
    """The full public address behind the QR code of a paper."""
    root = str(getattr(settings, "SITE_URL", "http://localhost:8000")).rstrip("/")
    return root + reverse("documents:verify", args=[token])
