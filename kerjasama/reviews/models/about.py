"""What an answer is about: a case, a draft, an evaluation. This room knows none of them by name."""

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from kerjasama.core.models import AuditedModel


class AboutModel(AuditedModel):
    """An answer kept for a subject of any room."""

    subject_type = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", editable=False, verbose_name="jenis objek"
    )
    object_id = models.PositiveBigIntegerField("nomor objek", editable=False)
    subject = GenericForeignKey("subject_type", "object_id")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["subject_type", "object_id"], name="%(class)s_subject")]


def about(subject: models.Model) -> dict[str, Any]:
    """The filter (and the columns) that say which subject is meant; no query once the type is known."""
    return {"subject_type": ContentType.objects.get_for_model(subject), "object_id": subject.pk}
