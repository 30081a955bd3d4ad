from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from kerjasama.accounts.offices import Capacity
from kerjasama.core.models import AuditedModel
from kerjasama.parties.models import Partner


class AgreementParty(AuditedModel):
    """A party to a naskah with its own number and signatory: slots filled before the first signature."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parties", verbose_name="naskah")
    order = models.PositiveSmallIntegerField("urutan")
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="mitra"
    )
    name = models.CharField("nama pihak", max_length=200)
    number = models.CharField("nomor naskah", max_length=120, blank=True)
    signatory_name = models.CharField("penandatangan", max_length=160, blank=True)
    signatory_title = models.CharField("jabatan penandatangan", max_length=160, blank=True)
    capacity = models.CharField("kedudukan", max_length=12, choices=Capacity.choices, default=Capacity.DEFINITIVE)
    signed_on = models.DateField("menandatangani pada", null=True, blank=True)

    class Meta:
        verbose_name = "pihak naskah"
        verbose_name_plural = "para pihak naskah"
        ordering = ["order"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["agreement", "order"], name="agreementparty_order_once"),
            models.UniqueConstraint(
                fields=["name", "number"], condition=~Q(number=""), name="agreementparty_number_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
