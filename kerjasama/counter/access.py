"""Who may follow which request: by number and token in this session, or by an account."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from kerjasama.counter import codes
from kerjasama.counter.models import OnlineRequest, PartnerAccount

KEY = "counter_access"
MOST = 20


def account_of(user: Any) -> PartnerAccount | None:
    """The partner account of whoever asks; None for staff and visitors."""
    if not getattr(user, "is_partner", False):
        return None
    return PartnerAccount.objects.select_related("partner").filter(user=user).first()


def requests_of(user: Any) -> QuerySet[OnlineRequest]:
    """The requests an account may follow: sent from its own confirmed address, or accepted for its partner."""
    account = account_of(user)
    if account is None:
        return OnlineRequest.objects.none()
    mine = Q(email__iexact=user.email)
    if account.partner_id:
        mine |= Q(partner=account.partner_id)
    return OnlineRequest.objects.filter(mine)


def open_with(request: HttpRequest, number: str, token: str) -> OnlineRequest | None:
    """Open a request for this session; None when number and token do not belong together."""
    found = OnlineRequest.objects.filter(number=codes.normal(number)).first()
    if found is None or not codes.same(token, found.token_hash):
        return None
    grant(request, found)
    return found


def grant(request: HttpRequest, online: OnlineRequest) -> None:
    """Remember in the session that this request was opened; a new token ends it.

    The session gets a new key, so one that was handed to somebody before opens nothing, and the usual short life.
    """
    if not request.user.is_authenticated:
        request.session.cycle_key()
        request.session.set_expiry(None)
    held = dict(list(request.session.get(KEY, {}).items())[-MOST:])
    request.session[KEY] = held | {online.number: online.token_hash}


def close(request: HttpRequest, number: str) -> None:
    """Forget that a request was opened here."""
    held = request.session.get(KEY, {})
    request.session[KEY] = {key: value for key, value in held.items() if key != number}


def followed(request: HttpRequest, number: str) -> OnlineRequest | None:
    """The request, when whoever asks may follow it; None in every other case."""
    found = OnlineRequest.objects.select_related("proposal", "partner").filter(number=number).first()
    if found is None:
        return None
    if request.session.get(KEY, {}).get(number) == found.token_hash:
        return found
    return found if requests_of(request.user).filter(pk=found.pk).exists() else None
