from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from agreements.models.draft import DraftVersion
from agreements.stages import ParafState
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.core.models import AuditedModel


class Paraf(AuditedModel):
    """One place in the chain, and the paraf given there on one exact text."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parafs", verbose_name="naskah")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="+", verbose_name="versi")
    order = models.PositiveSmallIntegerField("urutan")
    office = models.CharField("jabatan", max_length=16, choices=Office.choices)
    text_hash = models.CharField("sidik teks", max_length=64)
    state = models.CharField("keadaan", max_length=8, choices=ParafState.choices, default=ParafState.PENDING)
    given_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pemaraf"
    )
    seat_title = models.CharField("sebutan jabatan", max_length=160, blank=True)
    principal_name = models.CharField("pejabat yang diwakili", max_length=160, blank=True)
    given_at = models.DateTimeField("dibubuhkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "paraf"
        verbose_name_plural = "paraf"
        ordering = ["version", "order"]
        default_permissions = ("view",)
        constraints = [
            # A text that was taken back and sent again unchanged goes through the chain again.
            models.UniqueConstraint(fields=["version", "order"], condition=~Q(state="VOID"), name="paraf_order_once"),
            models.UniqueConstraint(
                fields=["version", "given_by"], condition=Q(state="GIVEN"), name="paraf_person_once_per_text"
            ),
            models.CheckConstraint(
                condition=~Q(state="GIVEN") | Q(given_by__isnull=False, given_at__isnull=False),
                name="paraf_given_has_facts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_office_display()}: {self.get_state_display()}"
