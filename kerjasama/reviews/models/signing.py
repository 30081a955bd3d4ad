"""Who confirms a paper of the TKKSD, in which order, and when he did."""

from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models import Document
from kerjasama.reviews.models.tkksd import Member


class Signature(AuditedModel):
    """One place in the row of those who confirm a paper in the application. It is no electronic signature."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="tkksd_signatures", verbose_name="dokumen")
    order = models.PositiveSmallIntegerField("urutan")
    member = models.ForeignKey(Member, models.PROTECT, related_name="signatures", verbose_name="anggota")
    signed_at = models.DateTimeField("dikonfirmasi pada", null=True, blank=True)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dikonfirmasi oleh"
    )

    class Meta:
        verbose_name = "konfirmasi dokumen TKKSD"
        verbose_name_plural = "konfirmasi dokumen TKKSD"
        ordering = ["document", "order"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="signature_order_once"),
            models.UniqueConstraint(fields=["document", "member"], name="signature_member_once"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="signature_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.member}"
