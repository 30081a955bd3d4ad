"""The list of people: who has an account, in which offices, in what state."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, QuerySet

from kerjasama.accounts.models import Delegation, Holding, Invitation, User
from kerjasama.accounts.offices import SYSTEM_USERNAME, Office
from kerjasama.core import clock

STATES = (("semua", "Semua"), ("aktif", "Aktif"), ("diundang", "Diundang"), ("nonaktif", "Nonaktif"))
SORTS = {
    "nama": ("full_name", "id"),
    "-nama": ("-full_name", "id"),
    "terbaru": ("-date_joined", "-id"),
    "masuk": ("-last_login", "id"),
}
_OPEN = Invitation.objects.filter(user=OuterRef("pk"), accepted_at=None, revoked_at=None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; the address of the page says the same."""

    q: str = ""
    state: str = "semua"
    office: str = ""
    sort: str = "nama"


@dataclass(slots=True)
class Person:
    """A person with the offices of today and the last invitation."""

    user: User
    offices: list[Holding | Delegation] = field(default_factory=list)
    invitation: Invitation | None = None

    @property
    def state(self) -> str:
        """aktif, diundang or nonaktif."""
        if self.user.is_active:
            return "aktif"
        waits = (
            self.invitation is not None and self.invitation.accepted_at is None and self.invitation.revoked_at is None
        )
        return "diundang" if waits else "nonaktif"

    @property
    def office_line(self) -> str:
        """The offices of today in words; empty when there is none."""
        if self.user.is_partner:
            return "Narahubung mitra"
        return "; ".join(office_words(record) for record in self.offices)


def office_words(record: Holding | Delegation) -> str:
    """An office with its unit, and how it is held where it is not definitive."""
    acting = f"{record.get_capacity_display()} " if isinstance(record, Delegation) else ""
    unit = f", {record.unit}" if record.unit and str(record.unit) not in record.shown_title else ""
    return f"{acting}{record.shown_title}{unit}"


def listed(wanted: Wanted) -> QuerySet[User]:
    """The accounts of people, narrowed and sorted; the account of the clock is none of them."""
    found = User.objects.exclude(username=SYSTEM_USERNAME).alias(invited=Exists(_OPEN))
    for word in wanted.q.split():
        found = found.filter(
            Q(full_name__icontains=word)
            | Q(email__icontains=word)
            | Q(username__icontains=word)
            | Q(nip__icontains=word)
        )
    states = {
        "aktif": Q(is_active=True),
        "diundang": Q(is_active=False, invited=True),
        "nonaktif": Q(is_active=False, invited=False),
    }
    if wanted.state in states:
        found = found.filter(states[wanted.state])
    if wanted.office in Office.values:
        today = {"office": wanted.office, "period__contains": clock.today()}
        found = found.filter(
            Exists(Holding.objects.filter(user=OuterRef("pk"), **today))
            | Exists(Delegation.objects.filter(delegate=OuterRef("pk"), **today))
        )
    return found.order_by(*SORTS.get(wanted.sort, SORTS["nama"]))


def with_offices(users: Iterable[User]) -> list[Person]:
    """These people with offices and invitations; three queries however many they are."""
    people = {user.pk: Person(user) for user in users}
    today = clock.today()
    for holding in Holding.objects.filter(user__in=people, period__contains=today).select_related("unit"):
        people[holding.user_id].offices.append(holding)
    for acting in Delegation.objects.filter(delegate__in=people, period__contains=today).select_related("unit"):
        people[acting.delegate_id].offices.append(acting)
    for invitation in Invitation.objects.filter(user__in=people).order_by("id"):
        people[invitation.user_id].invitation = invitation
    return list(people.values())


def person(pk: int) -> Person | None:
    """One person; None for an unknown key and for the account of the clock."""
    user = User.objects.exclude(username=SYSTEM_USERNAME).filter(pk=pk).first()
    return with_offices([user])[0] if user else None
