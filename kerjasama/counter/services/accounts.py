"""Accounts of people outside: made by themselves once their e-mail is confirmed, bound by the Bagian's acceptance."""

import secrets
from collections.abc import Mapping

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.counter.models import OnlineRequest, PartnerAccount
from kerjasama.counter.stages import Stage

TAKEN = "Alamat surel ini sudah mempunyai akun."


def newest_request(email: str) -> OnlineRequest | None:
    """The newest request whose contact confirmed this address."""
    return OnlineRequest.objects.filter(email__iexact=email).order_by("-pk").first()


@transaction.atomic
def create_account(email: str, password: str) -> User:
    """Make the account of a confirmed address. Raises BadInput for a weak password, NotYet when it is not to be had.

    It speaks for a partner at once when the Bagian has accepted a request from this address before.
    """
    request = newest_request(email)
    if request is None:
        raise NotYet("Alamat surel ini belum dikonfirmasi pada sebuah permohonan.")
    contact = request.contacts.order_by("order").first()
    user = User(
        username=f"mitra-{secrets.token_hex(5)}", email=request.email, is_partner=True,
        full_name=contact.name if contact else request.name,
    )  # fmt: skip
    _check_password(password, user)
    user.set_password(password)
    user._change_reason = "Akun mitra dibuat sendiri"
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise NotYet(TAKEN, detail="Masuk dengan alamat surel ini, atau gunakan “Lupa kata sandi”.") from None
    accepted = OnlineRequest.objects.filter(email__iexact=email, stage=Stage.ACCEPTED).order_by("pk").first()
    PartnerAccount.objects.create(
        user=user, position=contact.position if contact else "", partner=accepted.partner if accepted else None,
        bound_on=clock.today() if accepted else None,
    )  # fmt: skip
    return user


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise BadInput("Kata sandi belum dapat dipakai.", errors={"password": list(problem.messages)}) from problem


def applicant_of(user: User) -> Mapping[str, object] | None:
    """Who an account speaks for, as the first steps of a new request would ask it; None while it is bound to nobody."""
    account = PartnerAccount.objects.select_related("partner__region").filter(user=user).first()
    if account is None or account.partner is None:
        return None
    partner = account.partner
    last = OnlineRequest.objects.filter(partner=partner).order_by("-pk").first()
    return {
        "applicant": str(partner.kind), "region": partner.region, "legal_class": partner.legal_class or (last.legal_class if last else ""),
        "name": partner.name, "address": partner.address or (last.address if last else ""),
        "head_name": partner.head_name, "head_title": partner.head_title,
    }  # fmt: skip
