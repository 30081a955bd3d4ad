"""Form the team by a decree of the head of region."""

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
from kerjasama.reviews.models.tkksd import TeamSeat
from kerjasama.reviews.services.keeping import before_problem, keep, refuse_if


@dataclass(frozen=True, slots=True)
class NewMember:
    """A seat of the decree: who, as what, from which unit, with which office."""

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

    Every member also gets the office TKKSD for that term, unless he holds it already.

    Raises NotYours unless `by` is administrator or Kabag, BadInput when a seat is wrong or another
    team is in force in that term (statute 6).
    """
    _require_keeper(by)
    refuse_if(
        decree_number="" if decree_number.strip() else "Isi nomor Keputusan Kepala Daerah.",
        decree_date="Tanggal keputusan tidak boleh sesudah hari pertama berlaku." if decree_date > starts_on else "",
        ends_on="Hari terakhir tidak boleh sebelum hari pertama." if ends_on and ends_on < starts_on else "",
        members=_members_problem(members),
    )
    period = DateRange(starts_on, ends_on and ends_on + timedelta(days=1))
    refuse_if(starts_on=_overlap_problem(period))
    team = Team(decree_number=decree_number.strip(), decree_date=decree_date, period=period)
    keep(team, by=by, reason=basis_of(team))
    for member in members:
        _seat(team, member, since=starts_on, by=by)
    return team


@transaction.atomic
def add_member(team: Team, member: NewMember, *, since: date, by: User) -> Member:
    """Give someone a seat in a team from a day within its term.

    Raises NotYours unless `by` is administrator or Kabag, BadInput when the seat or the person is taken.
    """
    _require_keeper(by)
    present = team.members.filter(ended_on__isnull=True)
    alone = member.seat in (TeamSeat.CHAIR, TeamSeat.SECRETARY)
    outside = since < team.starts_on or (team.ends_on is not None and since > team.ends_on)
    refuse_if(
        since="Tanggal ini berada di luar masa berlaku tim." if outside else "",
        user="Orang ini sudah menjadi anggota tim." if present.filter(user=member.user).exists() else "",
        seat="Kedudukan ini sudah diisi. Akhiri dahulu keanggotaan sebelumnya."
        if alone and present.filter(seat=member.seat).exists()
        else "",
    )
    return _seat(team, member, since=since, by=by)


@transaction.atomic
def end_member(member: Member, *, last_day: date, reason: str, by: User) -> Member:
    """Let a membership, and the TKKSD office that came with it, run out after `last_day`.

    Opinions and attendance keep their author. Raises NotYours or BadInput.
    """
    _require_keeper(by)
    refuse_if(
        last_day=before_problem(last_day, member.since, "hari pertama keanggotaan"),
        reason="" if reason.strip() else "Tulis alasannya.",
    )
    held = Holding.objects.filter(user=member.user, office=Office.TKKSD, basis=basis_of(member.team))
    for holding in held.filter(period__contains=last_day):
        accounts.end(holding, last_day=last_day, reason=reason, by=by)
    member.ended_on = last_day
    return keep(member, by=by, reason=reason.strip())


def basis_of(team: Team) -> str:
    """The decree, as it stands as the basis of an office and in the history."""
    return f"Keputusan Kepala Daerah Nomor {team.decree_number}"


def _seat(team: Team, new: NewMember, *, since: date, by: User) -> Member:
    # The seat in the team says who counts; the office says who may open the cases. They go together.
    basis = basis_of(team)
    held = Holding.objects.filter(user=new.user, office=Office.TKKSD, period__contains=since)
    if not held.exists():
        label = TeamSeat(new.seat).label
        accounts.assign(
            new.user, Office.TKKSD, starts_on=since, ends_on=team.ends_on, title=f"{label} TKKSD", basis=basis, by=by
        )
    row = Member(team=team, user=new.user, seat=new.seat, unit=new.unit, title=new.title, since=since)
    return keep(row, by=by, reason=basis)


def _require_keeper(by: User) -> None:
    if not permissions.holds(by, Office.SYSTEM):
        permissions.require(by, Office.ADMIN, Office.KABAG)


def _members_problem(members: Sequence[NewMember]) -> str:
    seats = Counter(member.seat for member in members)
    if set(seats) - set(TeamSeat.values):
        return "Kedudukan anggota tidak dikenal."
    if seats[TeamSeat.CHAIR] != 1 or seats[TeamSeat.SECRETARY] > 1:
        return "Tim mempunyai tepat satu ketua dan paling banyak satu sekretaris."
    if max(Counter(member.user.pk for member in members).values()) > 1:
        return "Seorang anggota hanya dicatat satu kali."
    if not all(member.user.is_active and not member.user.is_system for member in members):
        return "Akun anggota harus aktif."
    return ""


def _overlap_problem(period: DateRange) -> str:
    other = Team.objects.filter(period__overlap=period).order_by("pk").first()
    if other is None:
        return ""
    until = f"sampai {date_long(other.ends_on)}" if other.ends_on else "tanpa batas akhir"
    return f"Tim menurut Keputusan Nomor {other.decree_number} masih berlaku {until}. Akhiri dahulu masa berlakunya."
