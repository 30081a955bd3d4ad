from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from kerjasama.core.models import AuditedModel
from kerjasama.core.validators import NON_NEGATIVE


class CooperationResult(AuditedModel):
    """What a cooperation has yielded: money to the kas daerah, goods to the asset register, or else (PP 28/2018 art. 20; abroad art. 26)."""

    class Kind(models.TextChoices):
        MONEY = "MONEY", "Uang, disetor ke kas daerah"
        GOODS = "GOODS", "Barang, dicatat sebagai aset daerah"
        OTHER = "OTHER", "Hasil lain, dinilai dengan rupiah"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="results", verbose_name="naskah")
    kind = models.CharField("jenis hasil", max_length=8, choices=Kind.choices)
    received_on = models.DateField("tanggal")
    description = models.CharField("uraian", max_length=300)
    amount = models.DecimalField("nilai", max_digits=18, decimal_places=2, validators=[NON_NEGATIVE])
    deposit_number = models.CharField("nomor STS", max_length=120, blank=True)
    account = models.CharField("rekening kas daerah", max_length=120, blank=True)
    asset_number = models.CharField("nomor register aset", max_length=120, blank=True)
    grant_reference = models.CharField("perjanjian hibah", max_length=160, blank=True)
    document_id = models.BigIntegerField("nomor dokumen", null=True, editable=False)

    class Meta:
        verbose_name = "hasil kerja sama"
        verbose_name_plural = "hasil kerja sama"
        ordering = ["received_on", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="MONEY") & ~Q(deposit_number="") & ~Q(account="") | Q(kind="GOODS") & ~Q(asset_number="") | Q(kind="OTHER"),
                name="cooperationresult_is_booked",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0) & ~Q(description=""), name="cooperationresult_has_facts"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.description

    @property
    def after_end(self) -> bool:
        """Whether it came in when the naskah had ended: what was still owed."""
        return self.agreement.ended_on is not None and self.received_on > self.agreement.ended_on
