"""Who may see which meetings of the TKKSD."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats

#: Who calls, keeps or reads every meeting.
KEEPERS = frozenset({Office.BAGIAN, Office.KABAG, Office.ASISTEN, Office.SEKDA, Office.KDH, Office.INSPEKTORAT})


def visible_meetings(meetings: QuerySet, user: User) -> QuerySet:
    """Narrow a queryset of meetings to what `user` may see today: all for its keepers, else by invitation or case."""
    held = seats(user)
    offices = {seat.office for seat in held}
    if not held:
        return meetings.none()
    if offices & KEEPERS:
        return meetings
    model = meetings.model
    invited = Q(attendances__member__user=user) if Office.TKKSD in offices else Q(pk__in=[])
    mine = model.objects.filter(invited).values("pk")
    return meetings.filter(Q(pk__in=mine) | Q(pk__in=_by_subject(model, user)))


def _by_subject(model: Any, user: User) -> QuerySet:
    """Meetings on whose agenda stands something this person may see; each kind of subject answers for itself."""
    seen = Q(pk__in=[])
    for kind in ContentType.objects.filter(pk__in=model.objects.values("items__subject_type").distinct()):
        visible_to = getattr(kind.model_class(), "visible_to", None)
        if visible_to is not None:
            keys = visible_to(user).order_by().values("pk")
            seen |= Q(items__subject_type=kind, items__object_id__in=keys)
    return model.objects.filter(seen).values("pk")
