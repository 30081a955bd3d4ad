"""The e-mail of a notification, tried up to five times with growing pauses."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django_tasks import task

from kerjasama.core import clock
from kerjasama.core.outbox import NEWS, absolute, error_of, retry
from kerjasama.notifications.models import Notification

NO_ADDRESS = "Penerima tidak memiliki alamat surel atau sudah tidak aktif."


@task(priority=NEWS)
def send_mail_of(notification_id: int) -> str:
    """Send the e-mail of one notification; says what became of it. Safe to run twice."""
    with transaction.atomic():
        line = Notification.objects.select_for_update(of=("self",)).select_related("user").get(pk=notification_id)
        if line.mailed_at is not None:
            return "already sent"
        if not line.user.email or not line.user.is_active:
            return _give_up(line)
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
    line.mail_error = error_of(problem)
    line.save(update_fields=["mail_error", "mail_attempts"])
    return retry(send_mail_of, line.pk, attempts=line.mail_attempts)


def _give_up(line: Notification) -> str:
    line.mail_error = NO_ADDRESS
    line.save(update_fields=["mail_error"])
    return "not sent"
