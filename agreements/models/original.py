from django.db import models
from django.db.models import F, Q

from agreements.models.agreement import Agreement
from agreements.models.party import AgreementParty
from agreements.stages import Carriage
from kerjasama.core.models import AuditedModel


class OriginalMove(AuditedModel):
    """One original of a naskah on its way to a party, and its receipt there.

    Where an original lies is where its newest move has brought it; one that never moved lies with us, who printed it.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="moves", verbose_name="naskah")
    number = models.PositiveSmallIntegerField("naskah asli ke")
    to_party = models.ForeignKey(AgreementParty, on_delete=models.PROTECT, related_name="+", verbose_name="kepada")
    carriage = models.CharField("cara pengiriman", max_length=8, choices=Carriage.choices)
    sent_on = models.DateField("dikirim pada")
    tracking = models.CharField("nomor resi atau surat pengantar", max_length=120, blank=True)
    received_on = models.DateField("diterima pada", null=True, blank=True)
    received_by = models.CharField("penerima", max_length=160, blank=True)
    document_id = models.BigIntegerField("tanda terima", null=True, editable=False)

    class Meta:
        verbose_name = "perpindahan naskah asli"
        verbose_name_plural = "perpindahan naskah asli"
        ordering = ["agreement", "number", "pk"]
        default_permissions = ("view",)
        constraints = [
            # What is under way has one goal.
            models.UniqueConstraint(
                fields=["agreement", "number"], condition=Q(received_on__isnull=True), name="originalmove_one_under_way"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="originalmove_number_from_one"),
            models.CheckConstraint(condition=Q(carriage__in=Carriage.values), name="originalmove_carriage_known"),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, received_by="")
                | Q(received_on__gte=F("sent_on")) & ~Q(received_by=""),
                name="originalmove_receipt_has_facts",
            ),
        ]

    def __str__(self) -> str:
        return f"Naskah asli ke-{self.number} kepada {self.to_party}"
