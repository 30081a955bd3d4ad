"""What the ledger tells: timelines, what waits for a person, what is late."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, QuerySet

from kerjasama.accounts.permissions import Seat
from kerjasama.workflow.models import StagedModel, StageEvent


def in_hand(model: type[StagedModel], seats: Iterable[Seat]) -> QuerySet:
    """The subjects of a kind whose turn is one of these seats, nearest deadline first."""
    mine = Q(pk__in=[])
    for seat in seats:
        unit = Q(turn_unit=None) | Q(turn_unit=seat.unit_id) if seat.unit_id else Q(turn_unit=None)
        mine |= Q(turn_office=seat.office) & unit
    return model._default_manager.filter(mine).order_by(F("due_on").asc(nulls_last=True), "stage_since", "pk")


def events_of(subjects: Iterable[StagedModel]) -> QuerySet[StageEvent]:
    """All acts on a set of subjects, newest first: the timeline of a case over its rooms."""
    chosen = Q(pk__in=[])
    for subject in subjects:
        chosen |= Q(subject_type=ContentType.objects.get_for_model(type(subject)), object_id=subject.pk)
    return StageEvent.objects.filter(chosen).select_related("actor").order_by("-recorded_at", "-seq", "-pk")


def last_event(subject: StagedModel, *acts: str) -> StageEvent | None:
    """The newest event of a subject, of the named acts when any are named."""
    events = events_of([subject])
    return (events.filter(act__in=acts) if acts else events).first()


def under_deadline(model: type[StagedModel], parameter: str) -> QuerySet:
    """The subjects of a kind on a stage whose deadline, already frozen, came from this parameter."""
    places = Q(pk__in=[])
    for route in model.ROUTES:
        for place in (*route.steps, *route.sidings):
            deadline = getattr(place, "deadline", None)
            if deadline is not None and deadline.parameter == parameter:
                here = Q(route_key=route.key, route_version=route.version, stage=place.stage)
                # The first act opened it under its schedule; any later one that leads here brought it back.
                places |= here & Q(act_count__gt=1) if deadline.after_return else here
    return model._default_manager.filter(places, due_on__isnull=False)
