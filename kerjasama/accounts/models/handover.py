from django.db import models
from django.db.models import F, Q

from kerjasama.accounts.models.user import User
from kerjasama.core.models import AuditedModel


class Handover(AuditedModel):
    """The work of one person passed to another in one act: the offices, and what was open when it was recorded."""

    giver = models.ForeignKey(User, models.PROTECT, related_name="handovers_given", verbose_name="yang menyerahkan")
    taker = models.ForeignKey(User, models.PROTECT, related_name="handovers_taken", verbose_name="yang menerima")
    from_day = models.DateField("berlaku sejak")
    basis = models.CharField("dasar", max_length=250)
    offices = models.JSONField("jabatan", default=list)
    items = models.JSONField("berkas terbuka", default=list)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    class Meta:
        verbose_name = "serah terima"
        verbose_name_plural = "serah terima"
        ordering = ["-from_day", "-id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="handover_between_two_people"),
            models.CheckConstraint(condition=~Q(basis=""), name="handover_has_basis"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} kepada {self.taker}"
