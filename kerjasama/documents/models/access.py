from django.db import models

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.documents.models.document import Document


class FileAccess(models.Model):
    """Who opened which paper, and when. Only grows."""

    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pengguna")
    document = models.ForeignKey(Document, models.PROTECT, related_name="accesses", verbose_name="dokumen")
    at = models.DateTimeField("pada", default=clock.now)
    address = models.GenericIPAddressField("alamat", null=True, blank=True)

    class Meta:
        verbose_name = "akses dokumen"
        verbose_name_plural = "akses dokumen"
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.user or 'Umum'}: {self.document}"
