"""Who may: the only module that answers it. Plt., Plh. and Pj. are known nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from kerjasama.accounts.models import Delegation, Holding, User
from kerjasama.accounts.offices import (
    ACTING_PREFIX,
    SINGLE_SEAT,
    SYSTEM_USERNAME,
    UNIT_BOUND,
    Capacity,
    Office,
)
from kerjasama.core import clock
from kerjasama.core.errors import NotYours

SYSTEM_USER = SYSTEM_USERNAME
_CACHE = "_kerjasama_seats"


@dataclass(frozen=True)
class Seat:
    """An office as one person holds it on one day."""

    office: str
    unit_id: int | None
    title: str
    capacity: str = Capacity.DEFINITIVE
    principal_name: str = ""

    @property
    def label(self) -> str:
        """As it stands under a signature: "Plt. Sekretaris Daerah"."""
        prefix = ACTING_PREFIX.get(self.capacity, "")
        return f"{prefix} {self.title}".strip()

    @property
    def is_acting(self) -> bool:
        return self.capacity != Capacity.DEFINITIVE


def seats(user: Any, on: date | None = None) -> tuple[Seat, ...]:
    """The offices `user` may act in on a day (today in the region's zone when not given).

    An inactive or anonymous user has none; a partner's account speaks for the partner and nobody else; a
    definitive holder has none while an acting official is in force for his seat. Two queries, then cached on the user instance per date.
    """
    if not getattr(user, "is_active", False) or user.pk is None:
        return ()
    if user.username == SYSTEM_USERNAME:
        # A partner without an account speaks through this one; its act names him (docs/decisions/0007).
        return (Seat(Office.SYSTEM, None, Office.SYSTEM.label), Seat(Office.PARTNER, None, Office.PARTNER.label))
    if user.is_partner:
        return (Seat(Office.PARTNER, None, Office.PARTNER.label),)
    day = on or clock.today()
    cache: dict[date, tuple[Seat, ...]] = user.__dict__.setdefault(_CACHE, {})
    if day not in cache:
        cache[day] = _read_seats(user, day)
    return cache[day]


def forget(user: User) -> None:
    """Drop what `seats` remembered on this instance, after its offices changed."""
    user.__dict__.pop(_CACHE, None)


def seat_for(user: Any, offices: Iterable[str], unit_id: int | None = None) -> Seat | None:
    """The seat in which `user` may act for one of `offices`, tried in that order, or None.

    `unit_id` narrows offices that count for their own unit only (UNIT_BOUND).
    """
    held = seats(user)
    for office in offices:
        for seat in held:
            if seat.office == office and _unit_fits(seat, unit_id):
                return seat
    return None


def holds(user: Any, *offices: str, unit_id: int | None = None) -> bool:
    """True when `user` may act today in one of `offices`."""
    return seat_for(user, offices, unit_id) is not None


def require(user: Any, *offices: str, unit_id: int | None = None) -> Seat:
    """As `seat_for`. Raises NotYours when there is none."""
    seat = seat_for(user, offices, unit_id)
    if seat is None:
        names = " atau ".join(Office(office).label for office in offices)
        raise NotYours(
            f"Tindakan ini hanya dapat dilakukan oleh {names}.",
            detail="Hubungi administrator bila jabatan Anda belum tercatat dengan benar.",
        )
    return seat


def people_in(office: str, unit_id: int | None = None, on: date | None = None) -> list[User]:
    """Active people who may act in `office` on a day, acting officials included, by name."""
    day = on or clock.today()
    acting = list(_acting(day).filter(office=office).select_related("delegate"))
    people = {
        holding.user
        for holding in _holdings(day).filter(office=office).select_related("user")
        if not any(_displaces(delegation, holding) for delegation in acting)
        and _unit_matches(office, holding.unit_id, unit_id)
    }
    people |= {d.delegate for d in acting if _unit_matches(office, d.unit_id, unit_id)}
    return sorted((p for p in people if p.is_active), key=lambda p: (p.full_name, p.pk))


def staffed(on: date | None = None) -> frozenset[tuple[str, int | None]]:
    """The offices, each with its unit, that somebody active may act in on a day; two queries."""
    day = on or clock.today()
    acting = list(_acting(day).select_related("delegate"))
    found = {(d.office, d.unit_id) for d in acting if d.delegate.is_active}
    for holding in _holdings(day).select_related("user"):
        if holding.user.is_active and not any(_displaces(delegation, holding) for delegation in acting):
            found.add((holding.office, holding.unit_id))
    return frozenset(found)


def system_user() -> User:
    """The account in whose name the clock acts."""
    return User.objects.get(username=SYSTEM_USERNAME)


def _read_seats(user: User, day: date) -> tuple[Seat, ...]:
    # In the order of the models, without the names of the holders: here there is only one.
    holdings = list(_holdings(day).filter(user=user).order_by("office", "id"))
    concerned = Q(delegate=user) | Q(office__in={h.office for h in holdings})
    acting = list(_acting(day).filter(concerned).select_related("principal").order_by("office", "id"))
    own = [
        Seat(holding.office, holding.unit_id, holding.shown_title)
        for holding in holdings
        if not any(_displaces(delegation, holding) for delegation in acting)
    ]
    borrowed = [
        Seat(
            delegation.office,
            delegation.unit_id,
            delegation.shown_title,
            delegation.capacity,
            str(delegation.principal or ""),
        )
        for delegation in acting
        if delegation.delegate_id == user.pk
    ]
    return tuple(own + borrowed)


def _holdings(day: date):
    return Holding.objects.filter(period__contains=day)


def _acting(day: date):
    return Delegation.objects.filter(period__contains=day)


def _displaces(delegation: Delegation, holding: Holding) -> bool:
    same_seat = (delegation.office, delegation.unit_id) == (holding.office, holding.unit_id)
    # In an office of many seats only the named principal steps aside.
    return same_seat and (delegation.office in SINGLE_SEAT or delegation.principal_id == holding.user_id)


def _unit_fits(seat: Seat, unit_id: int | None) -> bool:
    return unit_id is None or seat.office not in UNIT_BOUND or seat.unit_id == unit_id


def _unit_matches(office: str, held: int | None, wanted: int | None) -> bool:
    return wanted is None or office not in UNIT_BOUND or held == wanted
