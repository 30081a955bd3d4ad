from django.db import models

from kerjasama.accounts.models import User
from kerjasama.core import clock


class HeldUpload(models.Model):
    """A file that came with a form which is not sent yet: kept for its sender only, and thrown away when it never is.

    It is no record and has no history. When the form is sent its bytes become a paper of the case.
    """

    key = models.CharField("formulir", max_length=120)
    by = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="pengunggah")
    place = models.CharField("letak", max_length=64, unique=True)
    original_name = models.CharField("nama asli", max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("ukuran (bita)")
    pages = models.PositiveIntegerField("halaman", null=True, blank=True)
    held_at = models.DateTimeField("diunggah pada", default=clock.now)

    class Meta:
        verbose_name = "berkas formulir yang belum dikirim"
        verbose_name_plural = "berkas formulir yang belum dikirim"
        ordering = ["-id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["key", "by"], name="heldupload_one_per_form")]

    def __str__(self) -> str:
        return self.original_name
