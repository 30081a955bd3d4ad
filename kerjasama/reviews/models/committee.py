"""A meeting of a committee (komisi) of the DPRD about a request, with its minutes."""

from django.db import models
from django.db.models import Q

from kerjasama.core.models import AuditedModel
from kerjasama.documents.models import Document
from kerjasama.reviews.models.clearance import Clearance


class CommitteeMeeting(AuditedModel):
    """When and where a komisi discussed a request, how many came, and its risalah. Written once."""

    clearance = models.ForeignKey(
        Clearance, models.PROTECT, related_name="committee_meetings", verbose_name="permohonan"
    )
    committee = models.CharField("komisi", max_length=100)
    held_on = models.DateField("tanggal rapat")
    place = models.CharField("tempat", max_length=160)
    present = models.PositiveSmallIntegerField("jumlah hadir")
    summary = models.TextField("pokok pembahasan", max_length=8000, blank=True)
    minutes = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name="risalah")

    class Meta:
        verbose_name = "rapat komisi DPRD"
        verbose_name_plural = "rapat komisi DPRD"
        ordering = ["clearance", "held_on", "id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(committee="") & ~Q(place=""), name="committeemeeting_says_where"),
            models.CheckConstraint(condition=Q(present__gte=1), name="committeemeeting_somebody_came"),
        ]

    def __str__(self) -> str:
        return f"Rapat {self.committee}, {self.held_on:%d-%m-%Y}"
