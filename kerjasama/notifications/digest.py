"""One e-mail each morning of a working day, for those who asked for one: the news since the last."""

from datetime import date, time

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django_tasks import task

from kerjasama.accounts.models import User
from kerjasama.core import clock, text
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.outbox import NEWS, absolute, error_of, retry
from kerjasama.notifications.models import Notification
from kerjasama.notifications.tasks import NO_ADDRESS

#: Before the office opens, after the night's work.
FROM = time(7)


def is_morning_of(today: date, calendar: WorkCalendar) -> bool:
    """Whether what goes out once a working day may go out: from seven o'clock. Never under an injected clock."""
    if clock.is_injected() or clock.now().astimezone(clock.zone()).time() < FROM:
        return False
    return calendar.is_working_day(today)


def send_digests(today: date) -> int:
    """Queue the digest of everyone whose news wait, once a working day and from seven o'clock; answers how many."""
    if not is_morning_of(today, WorkCalendar.load()):
        return 0
    people = _without_one_today(today)
    for pk in people:
        send_digest_of.enqueue(pk, today.isoformat())
    return len(people)


def _without_one_today(today: date) -> list[int]:
    """Who has news waiting and no digest today yet; from here on the news belong to the digest of this day."""
    with transaction.atomic():
        waiting = Notification.objects.filter(in_digest=True, mailed_at__isnull=True)
        had = Notification.objects.filter(in_digest=True, digest_on=today).values("user")
        fresh = waiting.filter(digest_on__isnull=True).exclude(user__in=had)
        people = sorted(set(fresh.values_list("user_id", flat=True)))
        fresh.filter(user__in=people).update(digest_on=today)
    return people


@task(priority=NEWS)
def send_digest_of(user_id: int, day: str) -> str:
    """Send the news gathered for one person on a day; says what became of it. Safe to run twice."""
    with transaction.atomic():
        waiting = Notification.objects.filter(user=user_id, digest_on=day, mailed_at__isnull=True)
        lines = list(waiting.select_for_update(of=("self",)).order_by("created_at", "id"))
        person = User.objects.get(pk=user_id)
        if not lines:
            return "nothing to send"
        if not person.email or not person.is_active:
            waiting.update(mail_error=NO_ADDRESS)
            return "not sent"
        attempts = max(line.mail_attempts for line in lines) + 1
        try:
            _message(person, lines, date.fromisoformat(day)).send()
        # As with a single e-mail: kept, shown and tried again.
        except Exception as problem:
            waiting.update(mail_attempts=attempts, mail_error=error_of(problem))
            return retry(send_digest_of, user_id, day, attempts=attempts)
        waiting.update(mailed_at=clock.now(), mail_attempts=attempts, mail_error="")
        return "sent"


def _message(person: User, lines: list[Notification], day: date) -> EmailMessage:
    rows = [{"title": line.title, "body": line.body, "url": absolute(line.url)} for line in lines]
    context = {
        "person": person,
        "rows": rows,
        "inbox": absolute("/pemberitahuan/"),
        "profile": absolute("/akun/profil/"),
    }
    body = render_to_string("emails/digest_body.txt", context).strip()
    return EmailMessage(f"Ringkasan kerja sama, {text.date_long(day)}: {len(lines)} kabar", body, to=[person.email])
