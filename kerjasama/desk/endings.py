"""Reminders before a naskah ends, and abroad before the last day to tell the Menteri of its extension: once for each mark."""

from collections.abc import Iterable
from datetime import date, timedelta

from agreements import renewals
from agreements.models import Agreement
from agreements.stages import Stage, Trait
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core import parameters, text
from kerjasama.notifications.services import tell
from proposals.effects.news import concerned

ENDS = "Putuskan perpanjangan atau biarkan berakhir. Naskah perpanjangan ditandatangani sebelum kerja sama berakhir."
GONE = "Yang diputuskan sebelumnya belum terlaksana: {what}. Perpanjangan atau penggantinya ditandatangani sebelum kerja sama berakhir."
NOTICE = "Perpanjangan diberitahukan secara tertulis kepada Menteri paling lambat pada hari itu (Permendagri 25/2020 Pasal 33)."


def remind_of_endings(today: date) -> int:
    """Tell those concerned at the narrowest mark that was reached; after days of standstill none is lost and none comes twice.

    A decision silences them; where it comes to nothing the mark of that day sounds at once, also when it had sounded before.
    """
    marks = sorted(int(day) for day in parameters.value("reminder_days"))
    return sum(_remind(agreement, marks, today) for agreement in _running(marks[-1], today))


def due_for_decision(today: date) -> list[Agreement]:
    """Naskah in force whose extension is to be decided and was not asked for yet."""
    marks = [int(day) for day in parameters.value("reminder_days")]
    held = _running(max(marks), today)
    return [
        a
        for a in held
        if renewals.is_undecided(a) and renewals.is_renewable(a) and renewals.opens_on(a) <= today <= a.ends_on
    ]


def _running(days: int, today: date) -> Iterable[Agreement]:
    """Those in force that end, or whose notice is due, within so many days; a yearly plan ends with its year and says so."""
    latest = renewals.latest_end(today + timedelta(days=days))
    held = Agreement.objects.filter(stage=Stage.IN_FORCE, ends_on__lte=latest)
    found = held.select_related("proposal__author", "executing_unit", "successor").order_by("pk")
    return [agreement for agreement in found if not {Trait.YEARLY, Trait.AMENDS} & agreement.route.traits]


def _remind(agreement: Agreement, marks: list[int], today: date) -> int:
    told = 0
    if not renewals.is_settled(agreement):
        what, title = renewals.trouble(agreement), f"{agreement.get_instrument_display()} berakhir"
        told = _tell(agreement, agreement.ends_on, "end", title, GONE.format(what=what) if what else ENDS, marks, today)
    notice = renewals.notice_by(agreement)
    if notice is not None and renewals.wants_notice(agreement):
        told += _tell(
            agreement, notice, "notice", "Batas pemberitahuan perpanjangan kepada Menteri", NOTICE, marks, today
        )
    return told


def _tell(agreement: Agreement, day: date, what: str, title: str, body: str, marks: list[int], today: date) -> int:
    mark = next((mark for mark in marks if (day - today).days <= mark), None)
    if mark is None:
        return 0
    proposal, taken = agreement.proposal, renewals.steps_taken(agreement) if what == "end" else 0
    since = f"{day.isoformat()}:{taken}" if taken else day.isoformat()
    rows = tell(
        [*concerned(proposal), *people_in(Office.OPD, agreement.executing_unit_id)],
        key=f"{what}:{agreement.pk}:{since}:{mark}",
        title=f"{title} {text.date_long(day)}: {agreement.case_code}",
        body=f"{agreement.title}\n{body}",
        url=agreement.get_absolute_url(),
    )
    return len(rows)
