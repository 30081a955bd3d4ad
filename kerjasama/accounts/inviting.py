"""People come in by invitation and go out by being switched off; nobody is ever deleted."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kerjasama.accounts import links, permissions, services
from kerjasama.accounts.models import Delegation, Holding, Invitation, OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.tasks import send_invitation_of
from kerjasama.core import clock
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.text import date_long

REFUSED = "Undangan belum dapat disimpan. Perbaiki isian yang ditandai."
TAKEN = "Surel ini sudah dipakai oleh pengguna lain. Buka daftar pengguna untuk mencarinya."
LONGEST_USERNAME = 50


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office that comes with an invitation; days are inclusive, open when `ends_on` is None."""

    office: str
    starts_on: date
    unit: OrgUnit | None = None
    title: str = ""
    basis: str = ""
    ends_on: date | None = None


@transaction.atomic
def invite(
    *, full_name: str, email: str, offices: Sequence[NewOffice], by: User, nip: str = "", phone: str = "",
    mail: bool = True,
) -> Invitation:  # fmt: skip
    """Open an account for a person, give the offices, and queue the letter with its link.

    The account stays off until the link is used. `mail=False` is for the command that prints the link.
    Raises NotYours unless `by` administers, BadInput for a taken address or an office that cannot be given.
    """
    require_administrator(by)
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise BadInput(REFUSED, errors={"email": [TAKEN]})
    user = User(
        username=_free_username(address), full_name=" ".join(full_name.split()), email=address, nip=nip.strip(),
        phone=phone.strip(), is_active=False,
    )  # fmt: skip
    user.set_unusable_password()
    _keep_person(user, by, "Diundang")
    invitation = _open(user, by)
    for office in offices:
        services.assign(
            user, office.office, starts_on=office.starts_on, ends_on=office.ends_on, unit=office.unit,
            title=office.title, basis=office.basis, by=by,
        )  # fmt: skip
    _post(invitation, mail)
    return invitation


@transaction.atomic
def invite_again(user: User, *, by: User, reason: str, mail: bool = True) -> Invitation:
    """Bring back somebody who was switched off: a new link, a new password; offices are given anew.

    Raises NotYours, NotYet for an account in use, BadInput without a reason.
    """
    require_administrator(by)
    held = User.objects.select_for_update().get(pk=user.pk)
    if held.is_active or held.is_invited:
        raise NotYet("Orang ini sudah aktif atau sudah diundang.", detail="Muat ulang halaman untuk melihatnya.")
    _need_reason(reason)
    held.retired_on, held.retired_reason = None, ""
    held.set_unusable_password()
    _keep_person(held, by, reason.strip())
    invitation = _open(held, by)
    _post(invitation, mail)
    return invitation


@transaction.atomic
def send_again(invitation: Invitation, *, by: User, mail: bool = True) -> Invitation:
    """A new letter with a new link and a new time; the old link stops working. Raises NotYours or NotYet."""
    require_administrator(by)
    held = _locked(invitation, "dikirim ulang")
    held.expires_at, held.token_hash = links.last_moment(), ""
    held.mailed_at, held.mail_attempts, held.mail_error = None, 0, ""
    _keep(held, by, "Dikirim ulang")
    _post(held, mail)
    return held


@transaction.atomic
def revoke(invitation: Invitation, *, reason: str, by: User) -> Invitation:
    """Take an invitation back: the link is dead, the account stays off, its offices are annulled.

    Raises NotYours, NotYet when it was used already, BadInput without a reason.
    """
    require_administrator(by)
    held = _locked(invitation, "dicabut")
    _need_reason(reason)
    held.revoked_at, held.revoked_reason = clock.now(), reason.strip()
    _keep(held, by, reason.strip())
    person = held.user
    for record in _standing(person):
        services.annul(record, reason=reason, by=by)
    person.retired_on, person.retired_reason = clock.today(), reason.strip()
    _keep_person(person, by, reason.strip())
    return held


@transaction.atomic
def accept(token: str, password: str) -> User:
    """Use a link once: the password is set, the account is on, the address is confirmed.

    Raises NotYet for a link that cannot be used any more, BadInput for a weak password.
    """
    found = links.find(token)
    held = Invitation.objects.select_for_update(of=("self",)).get(pk=found.pk) if found else None
    if held is None or held.state != Invitation.State.OPEN or held.token_hash != links.hash_of(token):
        raise NotYet("Tautan undangan ini tidak berlaku lagi.", detail="Minta administrator mengirim undangan baru.")
    user = User.objects.select_for_update().get(pk=held.user_id)
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise BadInput("Kata sandi belum dapat dipakai.", errors={"password1": list(problem.messages)}) from problem
    held.accepted_at = clock.now()
    _keep(held, user, "Undangan diterima")
    user.set_password(password)
    user.is_active = True
    _keep_person(user, user, "Undangan diterima")
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    permissions.forget(user)
    return user


@transaction.atomic
def retire(user: User, *, on: date, reason: str, by: User) -> User:
    """Switch an account off for good reason: offices end on that day, sessions end now.

    Raises NotYours, NotYet for oneself or the last administrator, BadInput for a day to come or no reason.
    """
    require_administrator(by)
    held = User.objects.select_for_update().get(pk=user.pk)
    _refuse_retiring(held, by)
    _need_reason(reason)
    if on > clock.today():
        raise BadInput(REFUSED, errors={"on": ["Tanggal nonaktif tidak boleh sesudah hari ini."]})
    for record in _standing(held, after=on):
        _end(record, on, reason, by)
    held.is_active, held.retired_on, held.retired_reason = False, on, reason.strip()
    _keep_person(held, by, reason.strip())
    permissions.forget(held)
    return held


def require_administrator(by: User) -> None:
    """Raise NotYours unless `by` is administrator (or the system, for the first account of all)."""
    if not permissions.holds(by, Office.SYSTEM):
        permissions.require(by, Office.ADMIN)


def _refuse_retiring(user: User, by: User) -> None:
    if user == by:
        raise NotYet("Anda tidak dapat menonaktifkan akun sendiri.", detail="Minta administrator lain melakukannya.")
    if user.is_system or not user.is_active:
        raise NotYet("Akun ini tidak sedang aktif.", detail="Muat ulang halaman untuk melihat keadaannya.")
    administrators = permissions.people_in(Office.ADMIN)
    if administrators == [user]:
        raise NotYet(
            "Ini administrator terakhir.", detail="Undang dan aktifkan administrator lain sebelum menonaktifkannya."
        )


def _end(record: Holding | Delegation, on: date, reason: str, by: User) -> None:
    if record.starts_on is not None and on < record.starts_on:
        services.annul(record, reason=reason, by=by)
    else:
        services.end(record, last_day=on, reason=reason, by=by)


def _standing(user: User, *, after: date | None = None) -> list[Holding | Delegation]:
    """Offices of a person that were not annulled; with `after` only those that go on beyond that day."""
    records = [*Holding.objects.filter(user=user), *Delegation.objects.filter(delegate=user)]
    return [r for r in records if not r.is_annulled and (after is None or r.ends_on is None or r.ends_on > after)]


def _open(user: User, by: User) -> Invitation:
    invitation = Invitation(user=user, email=user.email, expires_at=links.last_moment())
    _keep(invitation, by, "Diundang")
    return invitation


def _post(invitation: Invitation, mail: bool) -> None:
    # Demo and import write under an injected clock: their letters are past.
    if mail and not clock.is_injected():
        send_invitation_of.enqueue(invitation.pk)


def _locked(invitation: Invitation, verb: str) -> Invitation:
    held = Invitation.objects.select_for_update(of=("self",)).select_related("user").get(pk=invitation.pk)
    if held.accepted_at is not None:
        said = f"Undangan ini sudah diterima pada {date_long(held.accepted_at.date())}"
        raise NotYet(f"{said} dan tidak dapat {verb}.", detail="Nonaktifkan penggunanya bila tidak bertugas lagi.")
    if held.revoked_at is not None:
        raise NotYet(f"Undangan ini sudah dicabut dan tidak dapat {verb}.", detail="Undang kembali orangnya.")
    return held


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise BadInput(REFUSED, errors={"reason": ["Tulis alasannya."]})


def _keep(row: Invitation, by: User, reason: str) -> None:
    row._history_user, row._change_reason = by, reason
    row.save()


def _keep_person(user: User, by: User, reason: str) -> None:
    user._history_user, user._change_reason = by if by.pk else None, reason
    try:
        user.full_clean(exclude=["password"])
        with transaction.atomic():
            user.save()
    except ValidationError as problem:
        raise BadInput(REFUSED, errors=problem.message_dict) from problem
    except IntegrityError as problem:
        raise BadInput(REFUSED, errors={"email": [TAKEN]}) from problem


def _free_username(email: str) -> str:
    """A username from the address: its letters and digits, with a number where somebody has it already."""
    plain = unicodedata.normalize("NFKD", email.partition("@")[0]).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9._-]+", "", plain.lower())[:LONGEST_USERNAME]
    base = base if len(base) >= 3 else f"{base}pengguna"
    taken = {
        name.lower() for name in User.objects.filter(username__istartswith=base).values_list("username", flat=True)
    }
    return next(name for n in range(1, len(taken) + 2) if (name := base if n == 1 else f"{base}{n}") not in taken)
