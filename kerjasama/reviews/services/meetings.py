"""Call a meeting of the TKKSD and record what came out of it (statute 6)."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from math import ceil
from typing import NotRequired, TypedDict

from django.db import models, transaction

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock, parameters
from kerjasama.core.errors import BadInput, NotYet
from kerjasama.core.text import date_long
from kerjasama.reviews import selectors
from kerjasama.reviews.models import AgendaItem, Attendance, Condition, Meeting, Member, Team, about
from kerjasama.reviews.models.meeting import Conclusion, Presence
from kerjasama.reviews.services.keeping import (
    before_problem,
    keep,
    keep_changed,
    keep_new,
    lock,
    past_problem,
    refuse_if,
)

QUORUMS = {
    "MORE_THAN_HALF": lambda fixed: fixed // 2 + 1,
    "TWO_THIRDS": lambda fixed: ceil(fixed * 2 / 3),
    "ALL": lambda fixed: fixed,
}
CALLED = "Undangan rapat TKKSD"
HELD = "Hasil rapat TKKSD"


class NewCondition(TypedDict):
    """A condition of the meeting; the owner is a unit of ours, or anyone in words."""

    text: str
    owner: NotRequired[str]
    owner_unit: NotRequired[OrgUnit | None]
    due_on: NotRequired[date | None]


@transaction.atomic
def call_meeting(
    subject: models.Model, *, held_on: date, held_at: time, place: str, agenda: str, by: User
) -> AgendaItem:
    """Call the team in force on `held_on`, invite all its members and freeze the quorum.

    A subject still open on an earlier agenda moves to this one. Raises NotYet without a team,
    BadInput for a day that is past (only import and demo, with their own clock, write those).
    """
    past = held_on < clock.today() and not clock.is_injected()
    refuse_if(
        held_on="Tanggal rapat tidak boleh sebelum hari ini." if past else "",
        place="" if place.strip() else "Isi tempat rapat.",
        agenda="" if agenda.strip() else "Isi acara rapat.",
    )
    team, members = _team_to_call(held_on)
    fixed = sum(member.is_fixed for member in members)
    meeting = Meeting(
        team=team,
        year=held_on.year,
        number=_next_number(held_on.year),
        held_on=held_on,
        held_at=held_at,
        place=place.strip(),
        agenda=agenda.strip(),
        fixed_count=fixed,
        quorum_needed=QUORUMS[parameters.value("tkksd_quorum")](fixed),
        called_by=by,
    )
    keep(meeting, by=by, reason=CALLED)
    keep_new(Attendance, [Attendance(meeting=meeting, member=m) for m in members], by=by, reason=CALLED)
    return _put_on_agenda(meeting, subject, by)


@transaction.atomic
def record_meeting(
    item: AgendaItem,
    *,
    attendance: Mapping[int, tuple[str, str]],
    discussion: str,
    conclusion: str,
    conditions: Sequence[NewCondition] = (),
    by: User,
    on: date,
) -> AgendaItem:
    """Record attendance, discussion and conclusion; `attendance` maps a member id to a state and
    the representative's name and office, and who is not in it was absent.

    Raises NotYet without a quorum (then nothing is kept), before the day of the meeting, or when the
    item has been concluded; BadInput for what was typed.
    """
    lock(item)
    meeting = item.meeting
    if not item.is_open:
        raise NotYet("Acara rapat ini sudah disimpulkan atau batal dibahas. Muat ulang halaman usulan.")
    if meeting.held_on > clock.today():
        raise NotYet(f"Rapat baru dilaksanakan pada {date_long(meeting.held_on)}. Catat hasilnya setelah rapat.")
    _refuse_result(meeting, discussion, conclusion, conditions, on)
    rows = _attended(meeting, attendance)
    _refuse_without_quorum(meeting, rows)
    keep_changed(rows, Attendance, ["state", "represented_by"], by=by, reason=HELD)
    item.discussion = discussion.strip()
    item.conclusion = conclusion
    item.concluded_on = on
    item.concluded_by = by
    keep(item, by=by, reason=HELD)
    keep_new(Condition, [_condition(item, new) for new in conditions], by=by, reason=HELD)
    return item


@transaction.atomic
def call_off(subject: models.Model, *, reason: str, by: User) -> AgendaItem | None:
    """Take a subject that is still to be concluded off the agenda; None when it is on none."""
    item = selectors.current_item(subject)
    if item is None or not lock(item).is_open:
        return None
    item.called_off_on = clock.today()
    return keep(item, by=by, reason=reason)


@transaction.atomic
def settle_condition(condition: Condition, *, by: User, note: str, on: date | None = None) -> Condition:
    """Tick a condition off with how it was met, today when `on` is not given.

    Raises BadInput for what was typed, NotYet the second time.
    """
    day = on or clock.today()
    refuse_if(
        note="" if note.strip() else "Tulis bagaimana syarat ini dipenuhi.",
        occurred_on=past_problem(day, what="Tanggal pemenuhan")
        or before_problem(day, condition.item.concluded_on, "tanggal kesimpulan rapat"),
    )
    if lock(condition).settled_on is not None:
        raise NotYet(f"Syarat ini sudah dipenuhi pada {date_long(condition.settled_on)}.")
    condition.settled_on = day
    condition.settled_by = by
    condition.settled_note = note.strip()
    return keep(condition, by=by, reason="Syarat TKKSD dipenuhi")


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


def _put_on_agenda(meeting: Meeting, subject: models.Model, by: User) -> AgendaItem:
    call_off(subject, reason="Rapat TKKSD diundang kembali", by=by)
    return keep(AgendaItem(meeting=meeting, **about(subject)), by=by, reason=CALLED)


def _refuse_result(
    meeting: Meeting, discussion: str, conclusion: str, conditions: Sequence[NewCondition], on: date
) -> None:
    early = "Hasil rapat tidak boleh bertanggal sebelum rapat." if on < meeting.held_on else ""
    refuse_if(
        occurred_on=past_problem(on, what="Tanggal kesimpulan") or early,
        discussion="" if discussion.strip() else "Tulis uraian pembahasan.",
        conclusion="" if conclusion in Conclusion.values else "Pilih kesimpulan rapat.",
        conditions=_conditions_problem(conclusion, conditions),
    )


def _conditions_problem(conclusion: str, conditions: Sequence[NewCondition]) -> str:
    if conclusion == Conclusion.WITH_REPAIR and not conditions:
        return "Rekomendasi dengan perbaikan memerlukan paling sedikit satu syarat."
    if any(not new["text"].strip() for new in conditions):
        return "Tulis isi setiap syarat."
    if any(not new.get("owner", "").strip() and new.get("owner_unit") is None for new in conditions):
        return "Tentukan penanggung jawab setiap syarat."
    return ""


def _condition(item: AgendaItem, new: NewCondition) -> Condition:
    return Condition(
        item=item,
        text=new["text"].strip(),
        owner=new.get("owner", "").strip(),
        owner_unit=new.get("owner_unit"),
        due_on=new.get("due_on"),
    )


def _attended(meeting: Meeting, attendance: Mapping[int, tuple[str, str]]) -> list[Attendance]:
    """The rows of the meeting with the states typed, not saved yet."""
    rows = list(meeting.attendances.select_related("member").order_by("pk"))
    if set(attendance) - {row.member_id for row in rows}:
        raise BadInput("Daftar hadir memuat orang yang tidak diundang. Muat ulang halaman lalu isi kembali.")
    for row in rows:
        state, representative = attendance.get(row.member_id, (Presence.ABSENT, ""))
        row.state = state
        row.represented_by = representative.strip()
        refuse_if(attendance=_attendance_problem(row))
    return rows


def _attendance_problem(row: Attendance) -> str:
    if row.state not in (Presence.SELF, Presence.REPRESENTED, Presence.ABSENT):
        return "Pilih hadir, diwakili, atau tidak hadir untuk setiap anggota."
    if row.state == Presence.REPRESENTED and not row.represented_by:
        return "Tulis nama dan jabatan wakil dari anggota yang diwakili."
    if row.state != Presence.REPRESENTED and row.represented_by:
        return "Nama wakil hanya diisi bagi anggota yang diwakili."
    return ""


def _refuse_without_quorum(meeting: Meeting, rows: Sequence[Attendance]) -> None:
    present = sum(row.is_present and row.member.is_fixed for row in rows)
    if present < meeting.quorum_needed:
        raise NotYet(
            f"Kuorum belum terpenuhi: hadir {present} dari paling sedikit {meeting.quorum_needed} "
            f"anggota tetap (seluruhnya {meeting.fixed_count}). Tidak ada yang disimpan.",
            detail="Periksa kembali daftar hadir, atau undang rapat pada hari lain.",
        )
