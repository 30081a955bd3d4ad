from typing import Any

from django.db import models
from django.db.models import Q

from kerjasama.core.models import AuditedModel


class StoredFile(AuditedModel):
    """The bytes of an upload or a print, kept for ever under their own hash.

    One row per content. Written once: neither this class nor the database lets it change.
    """

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    size = models.PositiveBigIntegerField("ukuran (bita)")
    content_type = models.CharField("jenis isi", max_length=100)
    original_name = models.CharField("nama asli", max_length=200)
    path = models.CharField("letak", max_length=80)
    pages = models.PositiveIntegerField("halaman", null=True, blank=True)

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        ordering = ["id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="storedfile_sha256_is_hex"),
            models.CheckConstraint(condition=Q(size__gt=0), name="storedfile_not_empty"),
        ]

    def __str__(self) -> str:
        return self.original_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValueError("a stored file never changes; store the new bytes as a new file")
        super().save(*args, **kwargs)

    @property
    def extension(self) -> str:
        """Lower case, without the dot: "pdf"."""
        return self.original_name.rpartition(".")[2].lower()
