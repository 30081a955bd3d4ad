from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from kerjasama.core.models import AuditedModel


class PowerOfAttorney(AuditedModel):
    """A surat kuasa by which an official of a perangkat daerah signs this PKS (PP 28/2018 art. 2(2), 13(2))."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="powers", verbose_name="naskah")
    number = models.CharField("nomor surat kuasa", max_length=120)
    dated = models.DateField("tanggal surat kuasa")
    grantee_name = models.CharField("penerima kuasa", max_length=160)
    grantee_title = models.CharField("jabatan penerima kuasa", max_length=160)
    about = models.CharField("perjanjian yang disebut", max_length=250)
    document_id = models.BigIntegerField("nomor dokumen", editable=False)

    class Meta:
        verbose_name = "surat kuasa"
        verbose_name_plural = "surat kuasa"
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(number="") & ~Q(grantee_name="") & ~Q(grantee_title="") & ~Q(about=""),
                name="powerofattorney_has_facts",
            )
        ]

    def __str__(self) -> str:
        return f"Surat kuasa Nomor {self.number}"
