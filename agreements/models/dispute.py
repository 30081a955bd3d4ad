from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from agreements.stages import DisputeStep
from kerjasama.core.models import AuditedModel


class Dispute(AuditedModel):
    """A dispute over a naskah and before whom it lies (PP 28/2018 art. 8, 21; UU 23/2014 art. 370; Permendagri 25/2020 art. 40-41)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="disputes", verbose_name="naskah")
    summary = models.TextField("pokok perselisihan", max_length=4000)
    began_on = models.DateField("dicatat sejak")
    step = models.CharField("diselesaikan oleh", max_length=8, choices=DisputeStep.choices)
    settled_on = models.DateField("selesai pada", null=True, blank=True)
    outcome = models.TextField("penyelesaian", max_length=4000, blank=True)

    class Meta:
        verbose_name = "perselisihan"
        verbose_name_plural = "perselisihan"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["agreement"], condition=Q(settled_on__isnull=True), name="dispute_one_open"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, outcome="") | Q(settled_on__gte=models.F("began_on")) & ~Q(outcome=""),
                name="dispute_settled_has_outcome",
            ),
            models.CheckConstraint(condition=~Q(summary=""), name="dispute_has_summary"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Perselisihan {self.agreement.proposal.code}"
