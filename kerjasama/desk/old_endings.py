"""Old naskah whose end is near: reminders by the marks of every other naskah, and the task of saying what becomes of them."""

from datetime import date, timedelta

from django.urls import reverse

from agreements import old_renewals
from agreements.models import OldNaskah
from agreements.old_continuing import unlinked
from agreements.services.old import KEEPERS
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in, seats
from kerjasama.core import clock, parameters, text
from kerjasama.desk.task import Task
from kerjasama.notifications.services import tell

SAYS = "Putuskan: dilanjutkan dengan usulan atau naskah baru, atau tidak dilanjutkan. Naskah baru ditandatangani sebelum naskah ini berakhir."


def _marks() -> list[int]:
    return sorted(int(day) for day in parameters.value("reminder_days"))


def remind_of_old_endings(today: date) -> int:
    """Tell the Bagian and the unit of each at the narrowest mark that was reached; after days of standstill none is lost and none comes twice."""
    marks = _marks()
    due = old_renewals.undecided(today, today + timedelta(days=marks[-1]))
    if not due:
        return 0
    keepers = [user for office in KEEPERS for user in people_in(office)]
    return sum(_tell(old, keepers, marks, today) for old in due)


def _tell(old: OldNaskah, keepers: list[User], marks: list[int], today: date) -> int:
    mark = next(mark for mark in marks if (old.ends_on - today).days <= mark)
    unit = people_in(Office.OPD, old.unit_id) if old.unit_id else []
    after = old_renewals.occasion(old)
    died = "\nUsulan atau naskah yang semula menggantikannya tidak jadi." if after else ""
    rows = tell(
        [*keepers, *unit],
        key=f"old-end:{old.pk}:{old.ends_on.isoformat()}:{mark}{after}",
        title=f"Naskah lama berakhir {text.date_long(old.ends_on)}: {old.code}",
        body=f"{old.shown_title}{died}\n{SAYS}",
        url=old.get_absolute_url(),
    )
    return len(rows)


def tasks(user: User) -> list[Task]:
    """The old naskah of which this person is to say what becomes of them, from the earliest mark on; two queries."""
    held = seats(user)
    keeps = any(seat.office in KEEPERS for seat in held)
    units = {seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id}
    if not keeps and not units:
        return []
    today, first = clock.today(), _marks()[-1]
    due = old_renewals.undecided(today, today + timedelta(days=first))
    twice = [_same(old) for old in unlinked()] if keeps else []
    return [*(_task(old, first) for old in due if keeps or old.unit_id in units), *twice]


def _same(old: OldNaskah) -> Task:
    """It stands in the register beside a naskah of its own case that may be the very same one."""
    return Task(
        title="Tautkan naskah lama dengan naskahnya dalam aplikasi", subject=old.shown_title, code=old.code, kind=old.kind, category="",
        url=old.get_absolute_url(), action_url=reverse("agreements:old_same", args=[old.pk]), due_on=None, since=None,
    )  # fmt: skip


def _task(old: OldNaskah, first: int) -> Task:
    return Task(
        title="Putuskan kelanjutan naskah lama", subject=old.shown_title, code=old.code, kind=old.kind, category="", url=old.get_absolute_url(),
        action_url=reverse("agreements:old_decide", args=[old.pk]), due_on=old.ends_on, since=old.ends_on - timedelta(days=first),
    )  # fmt: skip
