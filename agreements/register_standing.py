"""Where each naskah of the register stands on a day.

One of this system stands where its acts have brought it. An old one has no acts: its dates are held against the
calendar each time the register is read, so that it is true on every day, also when no clock has run.
"""

from datetime import date

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from agreements.models import RegisterEntry


def annotated(entries: QuerySet[RegisterEntry], today: date) -> QuerySet[RegisterEntry]:
    """The entries with `standing`, a code of `RegisterEntry.State`; the last day still counts.

    Of an old naskah `state` holds ENDED when it was stopped before its time, from the day it was; without a start an end
    in the future says nothing yet. One that lives on as a naskah of this system stands nowhere itself: GONE_ON.
    """
    state, begun = RegisterEntry.State, Q(starts_on__isnull=False) | Q(signed_on__isnull=False)
    stopped = Q(state=state.ENDED) & (Q(ended_on__isnull=True) | Q(ended_on__lte=today))
    return entries.annotate(
        standing=Case(
            When(Q(old__isnull=True) | Q(state=state.GONE_ON) | stopped, then=F("state")),
            When(ends_on__lt=today, then=Value(state.ENDED)),
            When(starts_on__gt=today, then=Value(state.SIGNED)),
            When(begun & (Q(ends_on__gte=today) | Q(open_ended=True)), then=Value(state.IN_FORCE)),
            default=Value(state.UNKNOWN),
            output_field=CharField(),
        )
    )
