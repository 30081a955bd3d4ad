from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.core.outbox import MAX_ATTEMPTS
from kerjasama.notifications.models import Notification

UNREAD = ExpressionWrapper(Q(read_at__isnull=True), output_field=BooleanField())


def inbox(user: User) -> QuerySet[Notification]:
    """The lines of this person, unread first, then newest first."""
    return Notification.objects.filter(user=user).order_by(UNREAD.desc(), "-created_at", "-id")


def unread_count(user: User) -> int:
    """How many lines are unread; one query."""
    return Notification.objects.filter(user=user, read_at__isnull=True).count()


def given_up(lines: QuerySet[Notification] | None = None) -> QuerySet[Notification]:
    """Lines whose e-mail failed as often as it is tried."""
    lines = Notification.objects.all() if lines is None else lines
    return lines.filter(mailed_at__isnull=True, mail_attempts__gte=MAX_ATTEMPTS)


def line_of(user: User, notification_id: int) -> Notification | None:
    """One line of this person's inbox; None when it is not theirs."""
    return Notification.objects.filter(user=user, pk=notification_id).first()
