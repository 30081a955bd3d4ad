from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models.files import StoredFile
from kerjasama.documents.models.numbers import IssuedNumber

SLUG_LENGTH = 80


class Document(AuditedModel):
    """A paper of a case: printed by us from frozen facts, or received as a file.

    Subject, template, context, token, number and file never change once written; the database
    refuses it. A mistake is annulled or superseded, and the paper stays readable.
    """

    class Status(models.TextChoices):
        QUEUED = "QUEUED", "Sedang dibuat"
        READY = "READY", "Tersedia"
        ANNULLED = "ANNULLED", "Dibatalkan"
        SUPERSEDED = "SUPERSEDED", "Diganti"
        FAILED = "FAILED", "Gagal dibuat"

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="jenis perkara")
    object_id = models.PositiveBigIntegerField("nomor perkara")
    subject = GenericForeignKey("subject_type", "object_id")
    kind = models.CharField("jenis", max_length=40)
    title = models.CharField("judul", max_length=300)
    number = models.CharField("nomor", max_length=120, blank=True)
    dated = models.DateField("tanggal", null=True, blank=True)
    status = models.CharField("status", max_length=12, choices=Status.choices, default=Status.QUEUED)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name="berkas"
    )
    template = models.CharField("templat", max_length=80, blank=True)
    template_version = models.PositiveIntegerField("versi templat", default=0)
    context = models.JSONField("isian beku", default=dict, blank=True)
    data_hash = models.CharField("sidik isian", max_length=64, blank=True)
    token = models.CharField("token", max_length=64, unique=True, editable=False)
    short_code = models.CharField("kode singkat", max_length=12, editable=False)
    public = models.BooleanField("dapat diperiksa umum", default=False)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")
    issued_number = models.ForeignKey(
        IssuedNumber, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name="nomor terbitan"
    )
    superseded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supersedes", verbose_name="diganti oleh"
    )
    annulled_reason = models.TextField("alasan pembatalan", blank=True)
    failure = models.TextField("galat", blank=True)
    rendered_at = models.DateTimeField("selesai dibuat pada", null=True, blank=True)

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["subject_type", "object_id", "-id"], name="document_of_subject"),
            models.Index(fields=["short_code"], name="document_by_short_code"),
            models.Index(fields=["status"], condition=Q(status__in=["QUEUED", "FAILED"]), name="document_unfinished"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["QUEUED", "READY", "FAILED", "SUPERSEDED", "ANNULLED"]),
                name="document_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="READY") | Q(file__isnull=False), name="document_ready_has_file"
            ),
            models.CheckConstraint(condition=~Q(status="FAILED") | ~Q(failure=""), name="document_failed_says_why"),
            models.CheckConstraint(
                condition=~Q(status="ANNULLED") | ~Q(annulled_reason=""), name="document_annulled_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(status="SUPERSEDED") | Q(superseded_by__isnull=False),
                name="document_superseded_by_named",
            ),
            models.CheckConstraint(
                condition=Q(template="", file__isnull=False) | ~Q(template="") & ~Q(data_hash=""),
                name="document_printed_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.number else self.title

    def get_absolute_url(self) -> str:
        """Where the file is downloaded; whether the subject is visible is asked there."""
        return reverse("documents:download", args=[self.pk, self.file_name])

    @property
    def file_name(self) -> str:
        """The name under which the file is saved: from our title, never from the sender's name."""
        extension = self.file.extension if self.file is not None else "pdf"
        return f"{slugify(self.title)[:SLUG_LENGTH].strip('-') or 'dokumen'}.{extension}"

    @property
    def inline_url(self) -> str:
        """The same file, opened in the browser instead of saved."""
        return f"{self.get_absolute_url()}?lihat=1"

    @property
    def is_ready(self) -> bool:
        """The file is there and counts."""
        return self.status == self.Status.READY

    @property
    def in_making(self) -> bool:
        """Still to be printed, or its printing failed."""
        return self.status in {self.Status.QUEUED, self.Status.FAILED}

    def facts(self) -> dict[str, Any]:
        """The frozen context; empty for a paper that was received as a file."""
        return self.context or {}
