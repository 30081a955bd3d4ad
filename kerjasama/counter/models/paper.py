from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.counter.models.answer import AnswerInvitation
from kerjasama.counter.models.request import OnlineRequest
from kerjasama.counter.stages import PaperKind, PaperStatus


class RequestDraft(models.Model):
    """What a stranger has typed and not yet confirmed. No legal weight: it is removed by the clock."""

    data = models.JSONField("isian", default=dict)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="akun mitra")
    created_at = models.DateTimeField("dibuat pada", default=clock.now)
    saved_at = models.DateTimeField("disimpan pada", default=clock.now)
    sent_at = models.DateTimeField("dikirim pada", null=True, blank=True)

    class Meta:
        verbose_name = "isian permohonan"
        verbose_name_plural = "isian permohonan"
        ordering = ["pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["saved_at"], name="requestdraft_age")]

    def __str__(self) -> str:
        return f"Isian {self.pk}"


class QuarantinedFile(models.Model):
    """A file of a stranger: checked by content, read by the Bagian only, removable until it is accepted.

    An accepted one has become a document of a case (`document_id`) and its bytes here are gone; the row stays, so
    that the partner sees what he sent.
    """

    draft = models.ForeignKey(RequestDraft, models.CASCADE, null=True, blank=True, related_name="papers")
    request = models.ForeignKey(OnlineRequest, models.PROTECT, null=True, blank=True, related_name="papers")
    invitation = models.ForeignKey(AnswerInvitation, models.PROTECT, null=True, blank=True, related_name="papers")
    kind = models.CharField("jenis", max_length=8, choices=PaperKind.choices)
    title = models.CharField("judul", max_length=160)
    number = models.CharField("nomor", max_length=120, blank=True)
    dated = models.DateField("tanggal", null=True, blank=True)
    expires_on = models.DateField("berlaku sampai", null=True, blank=True)
    name = models.CharField("nama berkas", max_length=150)
    place = models.CharField("letak", max_length=64, unique=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("ukuran (bita)")
    pages = models.PositiveIntegerField("halaman", null=True, blank=True)
    status = models.CharField("status", max_length=12, choices=PaperStatus.choices, default=PaperStatus.QUARANTINED)
    status_since = models.DateTimeField("status sejak", default=clock.now)
    uploaded_at = models.DateTimeField("diunggah pada", default=clock.now)
    document_id = models.BigIntegerField("nomor dokumen", null=True, editable=False)

    class Meta:
        verbose_name = "berkas karantina"
        verbose_name_plural = "berkas karantina"
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(draft__isnull=False, request__isnull=True, invitation__isnull=True)
                | Q(draft__isnull=True, request__isnull=False, invitation__isnull=True)
                | Q(draft__isnull=True, request__isnull=True, invitation__isnull=False),
                name="quarantine_has_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(status=PaperStatus.ACCEPTED, document_id__isnull=False)
                | ~Q(status=PaperStatus.ACCEPTED) & Q(document_id__isnull=True),
                name="quarantine_accepted_is_document",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def held(self) -> bool:
        """Whether its bytes still lie in quarantine."""
        return self.status != PaperStatus.ACCEPTED
