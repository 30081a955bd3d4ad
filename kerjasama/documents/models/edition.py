from typing import Any

from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel


class TemplateEdition(AuditedModel):
    """How the region words one paper from a moment on. Only grows: the newest edition counts, and none ever changes.

    `words` holds only the slots that differ from the standard (see `documents.slots`); an empty edition is the return to it.
    """

    template = models.CharField("templat", max_length=80)
    number = models.PositiveIntegerField("edisi")
    words = models.JSONField("bunyi", default=dict, blank=True)
    reason = models.CharField("alasan", max_length=300)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh")

    class Meta:
        verbose_name = "edisi templat"
        verbose_name_plural = "edisi templat"
        ordering = ["template", "-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="templateedition_number_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="templateedition_counts_from_one"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(template=""), name="templateedition_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.template}, edisi {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValueError("an edition never changes; make the next one")
        super().save(*args, **kwargs)
