from typing import Any, Self

from django.db import models

from kerjasama.accounts import permissions
from kerjasama.accounts.offices import Office
from kerjasama.core.models import AuditedModel


class StepReview(AuditedModel):
    """An administrator has gone through a step; who and when is in the history.

    Papers that are printed only to look at hang on the step as well.
    """

    step = models.CharField("langkah", max_length=20, unique=True)

    class Meta:
        verbose_name = "pemeriksaan langkah"
        verbose_name_plural = "pemeriksaan langkah"
        ordering = ["step"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.step

    @classmethod
    def visible_to(cls, user: Any) -> models.QuerySet[Self]:
        """The administrator's own matter."""
        return cls.objects.all() if permissions.holds(user, Office.ADMIN) else cls.objects.none()
