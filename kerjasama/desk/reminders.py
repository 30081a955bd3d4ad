"""Ingatkan: tell the people in turn, at most once a working day for each subject."""

from collections.abc import Iterable
from datetime import date, datetime

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds, people_in
from kerjasama.core import clock, text
from kerjasama.core.calendar import ONE_DAY, WorkCalendar
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.notifications.models import Notification
from kerjasama.notifications.services import tell
from kerjasama.workflow.models import StagedModel

#: Who carries a case onward; those who only oversee do not press others.
MAY_REMIND = (Office.OPD, Office.BAGIAN, Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH)


def may_remind(subject: StagedModel, user: User) -> bool:
    """Whether a reminder is this person's to send: somebody else's turn, on a case he carries onward."""
    if not subject.turn_office or subject.closed or not holds(user, *MAY_REMIND):
        return False
    return not holds(user, subject.turn_office, unit_id=subject.turn_unit_id)


def remind(subject: StagedModel, by: User) -> list[User]:
    """Tell the people in turn that a subject waits for them; answers whom.

    Raises NotYours when it is nobody's turn or the person's own, NotYet when it was done
    already on this working day, or when nobody holds the office.
    """
    if not may_remind(subject, by):
        raise NotYours(
            "Pengingat ini bukan untuk Anda kirim.",
            detail="Pengingat ditujukan kepada pihak lain yang sedang mendapat giliran.",
        )
    already = last_reminders([subject]).get(subject)
    if already:
        raise NotYet(
            f"Pengingat hari kerja ini sudah dikirim, {_moment(already)}.",
            detail="Pengingat berikutnya dapat dikirim pada hari kerja berikutnya.",
        )
    people = people_in(subject.turn_office, subject.turn_unit_id)
    if not people:
        raise NotYet(
            "Belum ada pemangku jabatan yang dapat diingatkan.",
            detail="Hubungi administrator untuk mencatat pemangku jabatan itu.",
        )
    until = f" Tenggat: {text.date_long(subject.due_on)}." if subject.due_on else ""
    tell(
        people,
        key=_key(subject),
        title=f"Pengingat: {subject.stage_label()}, {subject.case_code}",
        body=f"{subject}\n\n{by.full_name} mengingatkan bahwa usulan ini menunggu tindakan Anda.{until}",
        url=subject.get_absolute_url(),
    )
    return people


def last_reminders(subjects: Iterable[StagedModel]) -> dict[StagedModel, datetime]:
    """When each of these subjects was reminded of on this working day; one query, and one for the calendar."""
    day = _working_day(clock.today())
    keys = {_key(subject, day): subject for subject in subjects}
    found = Notification.objects.filter(key__in=keys).order_by("created_at").values_list("key", "created_at")
    return {keys[key]: moment for key, moment in found}


def told(moment: datetime | None) -> str:
    """The line under a turn box: when it was last reminded of."""
    return f"Pengingat terakhir dikirim {_moment(moment)}." if moment else ""


def _moment(moment: datetime) -> str:
    return f"{text.date_short(moment.astimezone(clock.zone()).date())} pukul {text.time_wib(moment)}"


def _key(subject: StagedModel, day: date | None = None) -> str:
    day = day or _working_day(clock.today())
    return f"{subject._meta.label_lower}:{subject.pk}:remind:{day.isoformat()}"


def _working_day(day: date) -> date:
    """The day itself, or the last working day before: what is sent on a Sunday counts for Friday."""
    calendar = WorkCalendar.load()
    while not calendar.is_working_day(day):
        day -= ONE_DAY
    return day
