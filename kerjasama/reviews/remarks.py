"""Comments of the members on parts of a text: which there are, and which wait for an answer."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q, QuerySet

from kerjasama.reviews.models import Remark, about

RELATIONS = ("member__user", "made_by", "answered_by")


def of_subjects(subjects: Iterable[models.Model]) -> QuerySet[Remark]:
    """All comments on these subjects, oldest first."""
    wanted = Q(pk__in=[])
    for subject in subjects:
        wanted |= Q(**about(subject))
    return Remark.objects.filter(wanted).select_related(*RELATIONS).order_by("pk")


def any_open() -> bool:
    """Whether any comment at all is without an answer."""
    return Remark.objects.filter(answer="").exists()


def open_on(kind: type[models.Model], keys: Iterable[int] | QuerySet) -> QuerySet[Remark]:
    """Comments without an answer on subjects of one kind, oldest first."""
    subject = about(kind(pk=0))["subject_type"]
    return Remark.objects.filter(answer="", subject_type=subject, object_id__in=keys).order_by("pk")
