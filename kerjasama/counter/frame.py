"""What the counter gives to the public frame: the ways in for people outside."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse


def share(request: HttpRequest) -> dict[str, Any]:
    """`public_nav`: apply, follow, check a paper, and one's own pages."""
    user = getattr(request, "user", None)
    last = ("Mitra saya", "counter:mine") if getattr(user, "is_partner", False) else ("Masuk", "account_login")
    found = (
        ("Ajukan kerja sama", "counter:start"),
        ("Lacak permohonan", "counter:lookup"),
        ("Periksa dokumen", "documents:verify_form"),
        last,
    )
    lines = [{"label": label, "url": reverse(name)} for label, name in found]
    return {"public_nav": [line | {"current": request.path.startswith(line["url"])} for line in lines]}
