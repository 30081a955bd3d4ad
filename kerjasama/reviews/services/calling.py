"""Call a meeting of the TKKSD, put cases on its agenda, move it, cancel it (statute 6)."""

from datetime import date, time

from django.db import models, transaction

from kerjasama.accounts.models import User
from kerjasama.core import clock, parameters
from kerjasama.core.errors import NotYet
from kerjasama.core.text import date_long
from kerjasama.reviews import quorum, selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Meeting, Member, Team, about
from kerjasama.reviews.models.meeting import Presence
from kerjasama.reviews.services.keeping import keep, keep_new, lock, refuse_if

CALLED = "Undangan rapat TKKSD"
MOVED = "Jadwal rapat TKKSD diubah"


@transaction.atomic
def call_meeting(
    subject: models.Model, *, held_on: date, held_at: time, place: str, agenda: str, by: User
) -> AgendaItem:
    """Call a meeting about one subject: `open_meeting` and `put_on_agenda` in one."""
    meeting = open_meeting(held_on=held_on, held_at=held_at, place=place, agenda=agenda, by=by)
    return put_on_agenda(meeting, subject, by=by)


@transaction.atomic
def open_meeting(
    *, held_on: date, held_at: time, place: str, agenda: str, by: User, continues: Meeting | None = None
) -> Meeting:
    """Call the team in force on `held_on`, invite all its members and freeze the quorum with its rule.

    `continues` is the meeting that was left without a conclusion. Raises NotYet without a team, BadInput for a day
    that is past (only import and demo, with their own clock, write those).
    """
    _refuse_call(held_on, place, agenda)
    team, members = _team_to_call(held_on)
    fixed = sum(member.is_fixed for member in members)
    rule = parameters.value("tkksd_quorum")
    meeting = Meeting(
        team=team, year=held_on.year, number=_next_number(held_on.year), held_on=held_on, held_at=held_at, place=place.strip(),
        agenda=agenda.strip(), fixed_count=fixed, quorum_needed=quorum.RULES[rule](fixed), quorum_rule=rule, continues=continues,
        called_by=by,
    )  # fmt: skip
    keep(meeting, by=by, reason=CALLED)
    keep_new(Attendance, [Attendance(meeting=meeting, member=m) for m in members], by=by, reason=CALLED)
    return meeting


@transaction.atomic
def put_on_agenda(meeting: Meeting, subject: models.Model, *, by: User) -> AgendaItem:
    """One more subject on the agenda of a meeting; one still open on an earlier agenda moves here.

    Raises NotYet when the meeting was cancelled or is past.
    """
    _hold_ahead(meeting)
    call_off(subject, reason="Rapat TKKSD diundang kembali", by=by)
    return keep(AgendaItem(meeting=meeting, **about(subject)), by=by, reason=CALLED)


@transaction.atomic
def renew_invitation(meeting: Meeting, *, by: User) -> Meeting:
    """Count one more edition of the invitation, because the agenda grew."""
    lock(meeting)
    meeting.sequence += 1
    return keep(meeting, by=by, reason="Undangan rapat TKKSD diperbarui")


@transaction.atomic
def reschedule(
    meeting: Meeting, *, held_on: date, held_at: time, place: str, agenda: str, reason: str, by: User
) -> Meeting:
    """Another day, hour, place or wording of the agenda, with its reason; the invitation counts on.

    Raises NotYet once the meeting has begun or was cancelled, or when another team is in force on the new day;
    BadInput for what was typed, also when nothing changes.
    """
    lock(meeting)
    _refuse_begun(meeting)
    new = {"held_on": held_on, "held_at": held_at, "place": place.strip(), "agenda": agenda.strip()}
    _refuse_call(held_on, place, agenda)
    refuse_if(
        reason="" if reason.strip() else "Tulis alasan perubahan jadwal.",
        held_on=""
        if any(getattr(meeting, field) != value for field, value in new.items())
        else "Belum ada yang diubah.",
    )
    if selectors.team_on(held_on) != meeting.team:
        raise NotYet(
            f"Pada {date_long(held_on)} tim yang mengundang rapat ini tidak berlaku lagi.",
            detail="Batalkan rapat ini, lalu undang rapat baru dengan tim yang berlaku.",
        )
    if held_on.year != meeting.year:
        meeting.year, meeting.number = held_on.year, _next_number(held_on.year)
    for field, value in new.items():
        setattr(meeting, field, value)
    meeting.sequence += 1
    return keep(meeting, by=by, reason=f"{MOVED}: {reason.strip()}")


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, by: User) -> Meeting:
    """The meeting is not held; its cases wait for another one. Raises NotYet once it has begun, BadInput without a reason."""
    lock(meeting)
    _refuse_begun(meeting)
    refuse_if(reason="" if reason.strip() else "Tulis alasan pembatalan rapat.")
    for item in meeting.items.select_for_update().order_by("pk"):
        if item.is_open:
            item.called_off_on = clock.today()
            keep(item, by=by, reason=reason.strip())
    meeting.cancelled_on, meeting.cancel_reason = clock.today(), reason.strip()
    meeting.sequence += 1
    return keep(meeting, by=by, reason=f"Rapat dibatalkan: {reason.strip()}")


@transaction.atomic
def call_off(subject: models.Model, *, reason: str, by: User) -> AgendaItem | None:
    """Take a subject that is still to be concluded off the agenda; None when it is on none."""
    item = selectors.current_item(subject)
    if item is None or not lock(item).is_open:
        return None
    item.called_off_on = clock.today()
    return keep(item, by=by, reason=reason)


def _refuse_call(held_on: date, place: str, agenda: str) -> None:
    past = held_on < clock.today() and not clock.is_injected()
    refuse_if(
        held_on="Tanggal rapat tidak boleh sebelum hari ini." if past else "",
        place="" if place.strip() else "Isi tempat rapat.",
        agenda="" if agenda.strip() else "Isi acara rapat.",
    )


def _hold_ahead(meeting: Meeting) -> None:
    """Keep a meeting in hand that can still take a case. Raises NotYet."""
    if lock(meeting).is_cancelled:
        raise NotYet(f"{meeting} sudah dibatalkan. Undang rapat baru.")
    if meeting.held_on < clock.today() and not clock.is_injected():
        raise NotYet(f"{meeting} sudah lewat ({date_long(meeting.held_on)}). Undang rapat baru.")


def _refuse_begun(meeting: Meeting) -> None:
    if meeting.is_cancelled:
        raise NotYet(f"{meeting} sudah dibatalkan.")
    concluded = meeting.items.exclude(conclusion="").exists()
    if concluded or meeting.attendances.exclude(state=Presence.INVITED).exists():
        raise NotYet(
            "Daftar hadir rapat ini sudah dicatat, sehingga jadwalnya tidak dapat diubah atau dibatalkan.",
            detail="Bila kuorum tidak terpenuhi, lanjutkan rapat pada hari lain.",
        )


def _team_to_call(held_on: date) -> tuple[Team, list[Member]]:
    team = selectors.team_on(held_on)
    members = selectors.sitting(team, held_on) if team else []
    if not any(member.is_fixed for member in members):
        raise NotYet(
            f"Belum ada TKKSD yang berlaku pada {date_long(held_on)}.",
            detail="Catat dahulu Keputusan Kepala Daerah tentang TKKSD beserta anggotanya di halaman admin.",
        )
    return team, members


def _next_number(year: int) -> int:
    # Teams are few and long-lived: locking them all makes the number gapless without a table of its own.
    list(Team.objects.select_for_update().order_by("pk").values_list("pk"))
    last = Meeting.objects.filter(year=year).aggregate(last=models.Max("number"))["last"]
    return (last or 0) + 1
