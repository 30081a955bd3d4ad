"""The e-mail of a notification, tried up to five times with growing pauses."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from kerjasama.core import clock
from kerjasama.core.outbox import MAX_ATTEMPTS, NEWS, PAUSES, absolute
from kerjasama.notifications.models import Notification


@task(priority=NEWS)
def send_mail_of(notification_id: int) -> str:
    """Send the e-mail of one notification; says what became of it. Safe to run twice."""
    with transaction.atomic():
        line = Notification.objects.select_for_update(of=("self",)).select_related("user").get(pk=notification_id)
        if line.mailed_at is not None:
            return "already sent"
        if not line.user.email or not line.user.is_active:
            return _give_up(line, "Penerima tidak memiliki alamat surel atau sudah tidak aktif.")
        line.mail_attempts += 1
        try:
            _message(line).send()
        # Whatever the mail server does wrong must be kept, shown and tried again.
        except Exception as problem:
            return _try_later(line, problem)
        line.mailed_at, line.mail_error = clock.now(), ""
        line.save(update_fields=["mailed_at", "mail_error", "mail_attempts"])
        return "sent"


def _message(line: Notification) -> EmailMessage:
    context = {"line": line, "url": absolute(line.url)}
    subject = render_to_string("emails/notification_subject.txt", context).strip()
    body = render_to_string("emails/notification_body.txt", context).strip()
    message = EmailMessage(" ".join(subject.split()), body, to=[line.user.email])
    if line.calendar:
        method = "CANCEL" if "METHOD:CANCEL" in line.calendar else "REQUEST"
        message.attach("rapat.ics", line.calendar, f"text/calendar; method={method}")
    return message


def _try_later(line: Notification, problem: Exception) -> str:
    line.mail_error = f"{type(problem).__name__}: {problem}"[:2000]
    line.save(update_fields=["mail_error", "mail_attempts"])
    if line.mail_attempts >= MAX_ATTEMPTS:
        return "given up"
    # The queue runs on the real clock, whatever clock the case lives under.
    later = timezone.now() + PAUSES[line.mail_attempts - 1]
    send_mail_of.using(run_after=later).enqueue(line.pk)
    return "will retry"


def _give_up(line: Notification, why: str) -> str:
    line.mail_error = why
    line.save(update_fields=["mail_error"])
    return "not sent"
