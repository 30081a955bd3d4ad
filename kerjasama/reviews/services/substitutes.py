"""Who sits for a member of the TKKSD, from a day to a day, by which paper."""

from datetime import date

from django.db import transaction

from kerjasama.accounts import services as accounts
from kerjasama.accounts.models import Holding, User
from kerjasama.accounts.offices import Office
from kerjasama.core.text import date_long
from kerjasama.reviews.models import Member, Substitute
from kerjasama.reviews.services.keeping import keep, lock, refuse_if
from kerjasama.reviews.services.teams import require_keeper, span


@transaction.atomic
def substitute(
    member: Member, user: User, *, starts_on: date, ends_on: date, basis: str, title: str = "", by: User
) -> Substitute:
    """Let somebody fill the seat of a member between two days, both included; he gets the office TKKSD for it.

    Raises NotYours unless `by` keeps the team, BadInput when the seat or the person is taken in that time.
    """
    require_keeper(by)
    lock(member)
    check_substitute(member, user, starts_on=starts_on, ends_on=ends_on, basis=basis)
    term = span(starts_on, ends_on)
    if not Holding.objects.filter(user=user, office=Office.TKKSD, period__overlap=term).exists():
        accounts.assign(
            user, Office.TKKSD, starts_on=starts_on, ends_on=ends_on, title=f"Pengganti {member.get_seat_display()} TKKSD",
            basis=basis.strip(), by=by,
        )  # fmt: skip
    row = Substitute(member=member, user=user, title=title.strip(), period=term, basis=basis.strip())
    return keep(row, by=by, reason=basis.strip())


def check_substitute(member: Member, user: User, *, starts_on: date, ends_on: date, basis: str) -> None:
    """Raise BadInput when this person cannot fill this seat in that time."""
    term = span(starts_on, ends_on) if ends_on >= starts_on else None
    first, last = member.since, member.ended_on or member.team.ends_on
    outside = starts_on < first or (last is not None and ends_on > last)
    refuse_if(
        basis="" if basis.strip() else "Tulis dasar penggantiannya.",
        starts_on=f"Penggantian berada di luar masa keanggotaan (sejak {date_long(first)})." if outside else "",
        ends_on="" if term else "Hari terakhir tidak boleh sebelum hari pertama.",
        user=_person_problem(member, user, term),
    )


def _person_problem(member: Member, user: User, term: object) -> str:
    if user.is_system or not user.is_active:
        return "Akun pengganti harus aktif."
    if Member.objects.filter(team=member.team, user=user, ended_on__isnull=True).exists():
        return "Orang ini sudah menjadi anggota tim dan tidak dapat mewakili dua kedudukan."
    if term is None:
        return ""
    if member.substitutes.filter(period__overlap=term).exists():
        return "Anggota ini sudah mempunyai pengganti pada masa itu."
    taken = Substitute.objects.filter(user=user, period__overlap=term).exists()
    return "Orang ini sudah menjadi pengganti anggota lain pada masa itu." if taken else ""
