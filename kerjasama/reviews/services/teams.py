"""Form the team by a decree of the head of region; replace its members; let it end (statute 6)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts import permissions
from kerjasama.accounts import services as accounts
from kerjasama.accounts.models import Holding, OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Member, Team
from kerjasama.reviews.models.tkksd import SINGLE_SEATS, TeamSeat
from kerjasama.reviews.services.keeping import before_problem, keep, lock, refuse_if

KEEPERS = (Office.ADMIN, Office.KABAG)


@dataclass(frozen=True, slots=True)
class NewMember:
    """A seat of the decree: who, as what, from which unit, with which office outside the team."""

    user: User
    seat: str
    unit: OrgUnit | None = None
    title: str = ""


@transaction.atomic
def appoint_team(
    *,
    decree_number: str,
    decree_date: date,
    starts_on: date,
    members: Sequence[NewMember],
    by: User,
    ends_on: date | None = None,
) -> Team:
    """Record the Keputusan Kepala Daerah that forms the TKKSD; `ends_on` is inclusive, open when None.

    Every member also gets the office TKKSD for that term, unless he holds it already. Raises NotYours
    unless `by` is administrator or Kabag, BadInput when a seat is wrong or another team is in force.
    """
    require_keeper(by)
    check_term(decree_number=decree_number, decree_date=decree_date, starts_on=starts_on, ends_on=ends_on)
    refuse_if(members=seats_problem(members))
    team = Team(decree_number=decree_number.strip(), decree_date=decree_date, period=span(starts_on, ends_on))
    keep(team, by=by, reason=basis_of(team))
    for member in members:
        add_member(team, member, since=starts_on, by=by)
    return team


@transaction.atomic
def add_member(team: Team, member: NewMember, *, since: date, by: User) -> Member:
    """Give someone a seat in a team from a day within its term, and the office TKKSD with it.

    The seat in the team says who counts, the office who may open the cases. Raises NotYours, BadInput.
    """
    require_keeper(by)
    check_member(team, member, since=since)
    term = span(since, team.ends_on)
    if not Holding.objects.filter(user=member.user, office=Office.TKKSD, period__overlap=term).exists():
        title = f"{TeamSeat(member.seat).label} TKKSD"
        accounts.assign(
            member.user, Office.TKKSD, starts_on=since, ends_on=team.ends_on, title=title, basis=basis_of(team), by=by
        )
    row = Member(
        team=team, user=member.user, seat=member.seat, unit=member.unit, title=member.title.strip(), since=since
    )
    return keep(row, by=by, reason=basis_of(team))


@transaction.atomic
def end_member(member: Member, *, last_day: date, reason: str, by: User) -> Member:
    """Let a membership, and the office that came with it, run out after `last_day`.

    Opinions and attendance keep their author. Raises NotYours or BadInput.
    """
    require_keeper(by)
    lock(member)
    check_ending(member, last_day=last_day, reason=reason)
    _end_offices(member.team, [member.user_id], last_day=last_day, reason=reason, by=by)
    member.ended_on = last_day
    return keep(member, by=by, reason=reason.strip())


@transaction.atomic
def end_team(team: Team, *, last_day: date, reason: str, by: User) -> Team:
    """Let the term of a team run out after `last_day`, for instance because a new decree follows."""
    require_keeper(by)
    lock(team)
    check_ending(team, last_day=last_day, reason=reason)
    people = team.members.values_list("user_id", flat=True)
    _end_offices(team, list(people), last_day=last_day, reason=reason, by=by)
    team.period = span(team.starts_on, last_day)
    return keep(team, by=by, reason=reason.strip())


def require_keeper(by: User) -> None:
    """Raise NotYours unless `by` keeps the team: administrator or Kabag (or the system, for the demo)."""
    if not permissions.holds(by, Office.SYSTEM):
        permissions.require(by, *KEEPERS)


def check_term(*, decree_number: str, decree_date: date, starts_on: date, ends_on: date | None) -> None:
    """Raise BadInput when a decree cannot stand, or another team is in force in its term."""
    refuse_if(
        decree_number="" if decree_number.strip() else "Isi nomor Keputusan Kepala Daerah.",
        decree_date="Tanggal keputusan tidak boleh sesudah hari pertama berlaku." if decree_date > starts_on else "",
        ends_on="Hari terakhir tidak boleh sebelum hari pertama." if ends_on and ends_on < starts_on else "",
    )
    other = Team.objects.filter(period__overlap=span(starts_on, ends_on)).order_by("pk").first()
    if other is not None:
        until = f"sampai {date_long(other.ends_on)}" if other.ends_on else "tanpa batas akhir"
        refuse_if(
            starts_on=f"Tim menurut Keputusan Nomor {other.decree_number} masih berlaku {until}. "
            "Akhiri dahulu masa berlakunya."
        )


def check_member(team: Team, member: NewMember, *, since: date) -> None:
    """Raise BadInput when this person cannot take this seat on that day."""
    present = [] if team.pk is None else list(team.members.filter(ended_on__isnull=True))
    taken = {row.seat for row in present} & SINGLE_SEATS
    refuse_if(
        since="" if since in team.period else "Tanggal ini berada di luar masa berlaku tim.",
        user=_person_problem(member.user, {row.user_id for row in present}),
        seat="Kedudukan ini sudah diisi. Akhiri dahulu keanggotaan sebelumnya." if member.seat in taken else "",
    )


def check_ending(row: Member | Team, *, last_day: date, reason: str) -> None:
    """Raise BadInput when a membership or a team cannot run out after that day."""
    first, present = (row.since, row.ended_on) if isinstance(row, Member) else (row.starts_on, row.ends_on)
    longer = present is not None and last_day > present
    refuse_if(
        last_day=before_problem(last_day, first, "hari pertama")
        or ("Masa berlaku hanya dapat diperpendek." if longer else ""),
        reason="" if reason.strip() else "Tulis alasannya.",
    )


def seats_problem(members: Sequence[NewMember]) -> str:
    """The sentence against the seats of a whole decree, or an empty one."""
    seats = Counter(member.seat for member in members)
    if set(seats) - set(TeamSeat.values):
        return "Kedudukan anggota tidak dikenal."
    if seats[TeamSeat.CHAIR] != 1 or seats[TeamSeat.SECRETARY] > 1:
        return "Tim mempunyai tepat satu ketua dan paling banyak satu sekretaris."
    if max(Counter(member.user.pk for member in members).values()) > 1:
        return "Seorang anggota hanya dicatat satu kali."
    return ""


def basis_of(team: Team) -> str:
    """The decree, as it stands as the basis of an office and in the history."""
    return f"Keputusan Kepala Daerah Nomor {team.decree_number}"


def span(first: date, last: date | None) -> DateRange:
    """A stored period of two inclusive days; open without a last one."""
    return DateRange(first, None if last is None else last + timedelta(days=1))


def _person_problem(user: User, present: set[int]) -> str:
    if user.is_system or not (user.is_active or user.is_invited):
        return "Akun anggota harus aktif."
    return "Orang ini sudah menjadi anggota tim." if user.pk in present else ""


def _end_offices(team: Team, people: list[int], *, last_day: date, reason: str, by: User) -> None:
    # Only offices that came with this decree: one given otherwise is not ours to take.
    held = Holding.objects.filter(office=Office.TKKSD, basis=basis_of(team), user__in=people)
    for holding in held.filter(period__contains=last_day).select_related("user"):
        accounts.end(holding, last_day=last_day, reason=reason, by=by)
