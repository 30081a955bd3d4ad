"""Tell people: one line in the inbox at once, one e-mail by the worker."""

import re
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.models.user import MailMode
from kerjasama.core import clock
from kerjasama.notifications.models import Notification
from kerjasama.notifications.selectors import given_up
from kerjasama.notifications.tasks import send_mail_of

TITLE_LENGTH = 200


@transaction.atomic
def tell(
    recipients: Iterable[User], *, key: str, title: str, body: str = "", url: str = "",
    calendar: Callable[[User], str] | None = None, news: bool = False,
) -> list[Notification]:  # fmt: skip
    """Put a message into the inbox of each active recipient and queue its e-mail.

    `calendar` makes the calendar file that goes with the e-mail of a recipient. `news` asks nothing of anybody:
    it may wait for the digest of who chose one.

    `key` names the occasion: the same key never reaches the same person twice. `url` is a path of
    this site. Returns the rows that are new. Rows and tasks stand in the caller's transaction.
    Under an injected clock (demo, import) no e-mail leaves: the occasion is past.
    """
    people = {user.pk: user for user in recipients if user.is_active and not user.is_system}
    told = set(Notification.objects.filter(key=key, user__in=people).values_list("user_id", flat=True))
    line = re.sub(r"\s+", " ", title).strip()[:TITLE_LENGTH]
    Notification.objects.bulk_create(
        [
            Notification(
                user=user,
                key=key,
                title=line,
                body=body,
                url=url,
                calendar=calendar(user) if calendar and user.email else "",
                in_digest=news and user.mail_mode == MailMode.DIGEST and not clock.is_injected(),
            )  # fmt: skip
            for pk, user in people.items()
            if pk not in told
        ],
        # Somebody else may tell of the same occasion at the same moment.
        ignore_conflicts=True,
    )
    new = list(
        Notification.objects.filter(key=key, user__in=people.keys() - told).select_related("user").order_by("id")
    )
    if not clock.is_injected():
        _queue_mail(new)
    return new


@transaction.atomic
def send_again(lines: QuerySet[Notification]) -> int:
    """Queue the e-mail of given-up lines once more, with all attempts ahead of them; answers how many."""
    failed = list(given_up(lines).select_for_update(of=("self",)).select_related("user"))
    for line in failed:
        # News whose digest failed go out one by one.
        line.mail_attempts, line.mail_error, line.in_digest = 0, "", False
        line.save(update_fields=["mail_attempts", "mail_error", "in_digest"])
    _queue_mail(failed)
    return len(failed)


def mark_read(user: User, notification_id: int) -> bool:
    """Mark one line of this person's inbox as read. False when it is not theirs."""
    line = Notification.objects.filter(user=user, pk=notification_id)
    line.filter(read_at__isnull=True).update(read_at=clock.now())
    return line.exists()


def mark_all_read(user: User) -> int:
    """Mark the whole inbox as read; answers how many lines were unread."""
    unread = Notification.objects.filter(user=user, read_at__isnull=True)
    return unread.update(read_at=clock.now())


def _queue_mail(lines: list[Notification]) -> None:
    for line in lines:
        if line.user.email and not line.in_digest:
            send_mail_of.enqueue(line.pk)
