from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from kerjasama.accounts.models import Delegation, Handover, Holding, OrgUnit, PersonalMark, User
from kerjasama.accounts.offices import SYSTEM_USERNAME, Capacity
from kerjasama.core import clock


@dataclass(frozen=True)
class OfficeLine:
    """One office of a person with its dates, as the profile shows it."""

    title: str
    unit: str
    capacity: str
    replaces: str
    starts_on: date | None
    ends_on: date | None
    basis: str
    state: str  # BERJALAN, AKAN DATANG, BERAKHIR, DIBATALKAN


@dataclass(frozen=True)
class DemoAccount:
    """A sign-in of the demo, shown on purpose."""

    username: str
    password: str
    full_name: str
    offices: tuple[str, ...]
    titles: tuple[str, ...]
    pin: str = ""


def active_units() -> QuerySet[OrgUnit]:
    """The units that may take part in something new."""
    return OrgUnit.objects.filter(active=True)


def unit_named(typed: str) -> OrgUnit | None:
    """The unit in use that goes by exactly this name, short name or code, in any case; None for any other words."""
    name = " ".join(typed.split())
    known = Q(name__iexact=name) | Q(short_name__iexact=name) | Q(code__iexact=name)
    return active_units().filter(known).order_by("pk").first() if name else None


def active_users() -> QuerySet[User]:
    """People with an account in use; the account of the clock is none of them."""
    return User.objects.filter(is_active=True).exclude(username=SYSTEM_USERNAME)


def by_login(typed: str) -> User | None:
    """The person who signs in with this username or e-mail address, in any case."""
    name = typed.strip()
    if not name:
        return None
    found = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name))
    return found.order_by("-is_active", "id").first()


def offices_of(user: User) -> list[OfficeLine]:
    """Every office this person holds, held or will hold; running ones first, newest first."""
    today = clock.today()
    records: list[Holding | Delegation] = [
        *Holding.objects.filter(user=user).select_related("unit"),
        *Delegation.objects.filter(delegate=user).select_related("unit", "principal"),
    ]
    lines = [_line(record, today) for record in records]
    order = {"BERJALAN": 0, "AKAN DATANG": 1, "BERAKHIR": 2, "DIBATALKAN": 3}
    lines.sort(key=lambda line: line.starts_on or date.min, reverse=True)
    return sorted(lines, key=lambda line: order[line.state])


def standing_records(user: User) -> list[Holding]:
    """The definitive offices of this person that run or will run, oldest first."""
    today = clock.today()
    held = Holding.objects.filter(user=user).select_related("unit").order_by("id")
    return [h for h in held if not h.is_annulled and (h.ends_on is None or h.ends_on >= today)]


def handovers_of(user: User) -> list[Handover]:
    """Every hand-over this person gave or took, newest first."""
    mine = Handover.objects.filter(Q(giver=user) | Q(taker=user))
    return list(mine.select_related("giver", "taker", "recorded_by"))


def demo_accounts() -> list[DemoAccount]:
    """The accounts of the demo with their one password; empty outside demo mode."""
    password = getattr(settings, "DEMO_PASSWORD", "")
    if not getattr(settings, "DEMO_MODE", False) or not password:
        return []
    users = list(User.objects.filter(is_demo=True, is_active=True).order_by("id"))
    held = _held_today(users)
    marked, pins = set(PersonalMark.objects.values_list("user", flat=True)), settings.DEMO_PIN
    return [
        DemoAccount(
            username=user.username,
            password=password,
            full_name=user.full_name,
            offices=tuple(record.office for record in held[user.pk]),
            pin=pins if user.pk in marked else "",
            titles=("Narahubung mitra",) if user.is_partner else tuple(map(_title_today, held[user.pk])),
        )
        for user in users
    ]


def _held_today(users: Iterable[User]) -> dict[int, list[Holding | Delegation]]:
    today = clock.today()
    held: dict[int, list[Holding | Delegation]] = {user.pk: [] for user in users}
    current = {"period__contains": today}
    for holding in Holding.objects.filter(user__in=held, **current).order_by("id"):
        held[holding.user_id].append(holding)
    for delegation in Delegation.objects.filter(delegate__in=held, **current).order_by("id"):
        held[delegation.delegate_id].append(delegation)
    return held


def _title_today(record: Holding | Delegation) -> str:
    if isinstance(record, Delegation):
        return f"{record.get_capacity_display()} {record.shown_title}"
    return record.shown_title


def _line(record: Holding | Delegation, today: date) -> OfficeLine:
    acting = isinstance(record, Delegation)
    return OfficeLine(
        title=record.shown_title,
        unit=record.unit.name if record.unit else "",
        capacity=record.get_capacity_display() if acting else Capacity.DEFINITIVE.label,
        replaces=str(record.principal or "") if acting else "",
        starts_on=record.starts_on,
        ends_on=record.ends_on,
        basis=record.basis,
        state=_state(record, today),
    )


def _state(record: Holding | Delegation, today: date) -> str:
    if record.is_annulled:
        return "DIBATALKAN"
    if record.starts_on is not None and today < record.starts_on:
        return "AKAN DATANG"
    if record.ends_on is not None and today > record.ends_on:
        return "BERAKHIR"
    return "BERJALAN"
