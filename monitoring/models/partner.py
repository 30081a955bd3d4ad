from django.db import models
from django.db.models import Q

from agreements.models import AgreementParty
from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from monitoring.models.report import Report


class PartnerReport(AuditedModel):
    """What a partner itself says of a period: by its account, or in a letter that the Bagian recorded."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="partner_reports", verbose_name="laporan")
    party = models.ForeignKey(AgreementParty, on_delete=models.PROTECT, related_name="+", verbose_name="pihak")
    told_on = models.DateField("tanggal laporan")
    number = models.CharField("nomor surat", max_length=120, blank=True)
    activities = models.TextField("pelaksanaan oleh mitra", max_length=8000)
    contribution = models.TextField("kontribusi mitra", max_length=4000, blank=True)
    problems = models.TextField("permasalahan menurut mitra", max_length=4000, blank=True)
    document_id = models.BigIntegerField("berkas", null=True, editable=False)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    online = models.BooleanField("lewat akun mitra", default=False)

    class Meta:
        verbose_name = "laporan mitra"
        verbose_name_plural = "laporan mitra"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["report", "party"], name="partnerreport_once_a_period"),
            models.CheckConstraint(condition=~Q(activities=""), name="partnerreport_says_something"),
        ]

    def __str__(self) -> str:
        return f"Laporan {self.party.name}"
