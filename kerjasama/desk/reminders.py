"""Ingatkan: tell the people in turn, by hand or by schedule, at most once a working day for each subject."""

from collections.abc import Iterable
from datetime import date, datetime

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import NEVER_ASSIGNED, Office
from kerjasama.accounts.permissions import holds, people_in
from kerjasama.core import clock, parameters, text
from kerjasama.core.calendar import ONE_DAY, WorkCalendar
from kerjasama.core.errors import NotYet, NotYours
from kerjasama.desk.reach import RELATIONS
from kerjasama.notifications.digest import is_morning_of
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
    _tell(
        people, subject, _working_day(), f"{by.full_name} mengingatkan bahwa usulan ini menunggu tindakan Anda.{until}"
    )
    return people


def remind_of_turns(today: date) -> int:
    """Remind by schedule, on working days: some days before a deadline, and at intervals after it; answers how many subjects.

    A reminder sent by hand since the same mark counts; none is lost when the scheduler stood still, and none comes twice.
    """
    calendar = WorkCalendar.load()
    if not is_morning_of(today, calendar):
        return 0
    ahead, every = int(parameters.value("turn_reminder_ahead")), int(parameters.value("turn_reminder_every"))
    count = 0
    for model, joined in RELATIONS.items():
        waiting = model._default_manager.filter(due_on__lte=calendar.add(today, ahead)).exclude(
            turn_office__in=["", *NEVER_ASSIGNED]
        )
        marks = {}
        for subject in waiting.select_related("turn_unit", *joined).order_by("pk"):
            mark = _mark(subject.due_on, today, ahead, every, calendar)
            if mark is not None:
                marks[subject] = mark
        told = _told_since(marks, today)
        count += sum(_send(subject, today, calendar) for subject in marks if subject not in told)
    return count


def _mark(due_on: date, today: date, ahead: int, every: int, calendar: WorkCalendar) -> date | None:
    """The day from which the reminder that is due now counts; None when none is due."""
    late = calendar.between(due_on, today)
    if late <= 0:
        # Counted back from today, which is a working day: the mark was reached at most `ahead` working days ago.
        left = -late
        return calendar.back(today, ahead - left) if ahead and left <= ahead else None
    return calendar.back(today, (late - 1) % every) if every else None


def _told_since(marks: dict[StagedModel, date], today: date) -> set[StagedModel]:
    """The subjects that were reminded of since their mark, by hand or by schedule; one query."""
    keys = {
        _key(subject, mark + ONE_DAY * n): subject
        for subject, mark in marks.items()
        for n in range((today - mark).days + 1)
    }
    return {keys[key] for key in Notification.objects.filter(key__in=keys).values_list("key", flat=True)}


def _send(subject: StagedModel, today: date, calendar: WorkCalendar) -> bool:
    people = people_in(subject.turn_office, subject.turn_unit_id)
    late = calendar.between(subject.due_on, today)
    until = f"Tenggatnya {text.date_long(subject.due_on)}" + (f", lewat {late} hari kerja." if late > 0 else ".")
    return bool(_tell(people, subject, today, f"Menunggu tindakan Anda. {until}"))


def _tell(people: list[User], subject: StagedModel, day: date, words: str) -> list[Notification]:
    """One reminder of a subject, under the key of its working day; answers the lines that are new."""
    return tell(
        people,
        key=_key(subject, day),
        title=f"Pengingat: {subject.stage_label()}, {subject.case_code}",
        body=f"{subject}\n\n{words}",
        url=subject.get_absolute_url(),
    )


def last_reminders(subjects: Iterable[StagedModel]) -> dict[StagedModel, datetime]:
    """When each of these subjects was reminded of on this working day; one query, and one for the calendar."""
    day = _working_day()
    keys = {_key(subject, day): subject for subject in subjects}
    found = Notification.objects.filter(key__in=keys).order_by("created_at").values_list("key", "created_at")
    return {keys[key]: moment for key, moment in found}


def told(moment: datetime | None) -> str:
    """The line under a turn box: when it was last reminded of."""
    return f"Pengingat terakhir dikirim {_moment(moment)}." if moment else ""


def _moment(moment: datetime) -> str:
    return f"{text.date_short(moment.astimezone(clock.zone()).date())} pukul {text.time_wib(moment)}"


def _key(subject: StagedModel, day: date) -> str:
    return f"{subject._meta.label_lower}:{subject.pk}:remind:{day.isoformat()}"


def _working_day() -> date:
    """Today, or the last working day before: what is sent on a Sunday counts for Friday."""
    return WorkCalendar.load().at_or_before(clock.today())
