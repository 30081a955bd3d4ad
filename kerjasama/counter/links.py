"""Signed addresses that are mailed: they hold for a while and need nothing stored."""

from django.core import signing
from django.urls import reverse

from kerjasama.notifications.tasks import absolute

CONFIRM, ACCOUNT = "counter.confirm", "counter.account"
ACCOUNT_SECONDS = 24 * 60 * 60


def confirm_url(draft_id: int, email: str) -> str:
    """The address that proves an e-mail address, for one draft."""
    signed = signing.dumps({"draft": draft_id, "email": email}, salt=CONFIRM)
    return absolute(reverse("counter:confirm", args=[signed]))


def read_confirm(signed: str, max_age: int) -> tuple[int, str] | None:
    """Draft and e-mail of a confirmation; None when the link is false or too old."""
    try:
        said = signing.loads(signed, salt=CONFIRM, max_age=max_age)
        return int(said["draft"]), str(said["email"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


def account_url(email: str) -> str:
    """The address by which somebody whose e-mail is confirmed makes an account."""
    return absolute(reverse("counter:account_create", args=[signing.dumps(email, salt=ACCOUNT)]))


def read_account(signed: str) -> str:
    """The e-mail of an account link; empty when the link is false or older than a day."""
    try:
        return str(signing.loads(signed, salt=ACCOUNT, max_age=ACCOUNT_SECONDS))
    except signing.BadSignature:
        return ""
