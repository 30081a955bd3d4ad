"""The link of an invitation: drawn once, kept as a hash, found again by it."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from kerjasama.accounts.models import Invitation
from kerjasama.core import clock, parameters
from kerjasama.core.outbox import absolute

RANDOM_BYTES = 32  # 256 random bits: nobody guesses a link


def draw(invitation: Invitation) -> str:
    """The full address of a new link; a link drawn before stops working. The token itself is kept nowhere."""
    token = secrets.token_urlsafe(RANDOM_BYTES)
    with transaction.atomic():
        held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        held.token_hash = hash_of(token)
        held._change_reason = "Tautan dibuat"
        held.save(update_fields=["token_hash"])
    return absolute(reverse("accounts:accept", args=[token]))


def find(token: str) -> Invitation | None:
    """The invitation this link belongs to, whatever became of it; None for an unknown or replaced link."""
    return Invitation.objects.select_related("user").filter(token_hash=hash_of(token)).first()


def was_replaced(token: str) -> bool:
    """True for a link that was real once and gave way to a newer one."""
    return Invitation.history.filter(token_hash=hash_of(token)).exists()


def hash_of(token: str) -> str:
    """What the database holds of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


def last_moment() -> datetime:
    """Until when an invitation that is sent now may be used (parameter `invitation_days`)."""
    return clock.now() + timedelta(days=int(parameters.value("invitation_days")))
