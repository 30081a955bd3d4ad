"""Form the team by a decree of the head of region."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kerjasama.accounts import permissions
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Member, Team
from kerjasama.reviews.models.tkksd import TeamSeat
from kerjasama.reviews.services.keeping import keep, keep_new, refuse_if


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

    Raises NotYours unless `by` is administrator or Kabag, BadInput when a seat is wrong or another
    team is in force in that term (statute 6).
    """
    if not permissions.holds(by, Office.SYSTEM):
        permissions.require(by, Office.ADMIN, Office.KABAG)
    refuse_if(
        decree_number="" if decree_number.strip() else "Isi nomor Keputusan Kepala Daerah.",
        decree_date="Tanggal keputusan tidak boleh sesudah hari pertama berlaku." if decree_date > starts_on else "",
        ends_on="Hari terakhir tidak boleh sebelum hari pertama." if ends_on and ends_on < starts_on else "",
        members=_members_problem(members),
    )
    period = DateRange(starts_on, ends_on and ends_on + timedelta(days=1))
    refuse_if(starts_on=_overlap_problem(period))
    reason = f"Keputusan Nomor {decree_number.strip()}"
    team = Team(decree_number=decree_number.strip(), decree_date=decree_date, period=period)
    keep(team, by=by, reason=reason)
    rows = [Member(team=team, user=m.user, seat=m.seat, unit=m.unit, title=m.title, since=starts_on) for m in members]
    keep_new(Member, rows, by=by, reason=reason)
    return team


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
