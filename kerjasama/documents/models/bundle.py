from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core import clock


class Bundle(models.Model):
    """The papers of a case put together for reading: made on demand, from the papers as they stood, and thrown away.

    It is no record: each paper in it is. `contents` says which, in what order, with what was written on the cover.
    """

    class Form(models.TextChoices):
        PDF = "PDF", "satu berkas PDF"
        ZIP = "ZIP", "arsip ZIP"

    class State(models.TextChoices):
        QUEUED = "QUEUED", "Sedang disusun"
        READY = "READY", "Siap diunduh"
        FAILED = "FAILED", "Gagal disusun"

    key = models.CharField("berkas", max_length=120)
    form = models.CharField("bentuk", max_length=3, choices=Form.choices)
    fingerprint = models.CharField("sidik isi", max_length=64)
    contents = models.JSONField("isi")
    file_name = models.CharField("nama berkas", max_length=200)
    state = models.CharField("keadaan", max_length=6, choices=State.choices, default=State.QUEUED)
    failure = models.TextField("galat", blank=True)
    path = models.CharField("letak", max_length=120, blank=True)
    size = models.PositiveBigIntegerField("ukuran (bita)", default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diminta oleh")
    asked_at = models.DateTimeField("diminta pada", default=clock.now)

    class Meta:
        verbose_name = "berkas gabungan"
        verbose_name_plural = "berkas gabungan"
        ordering = ["-id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["key", "form", "fingerprint"], condition=Q(state__in=["QUEUED", "READY"]), name="bundle_once"
            ),
            models.CheckConstraint(condition=Q(form__in=["PDF", "ZIP"]), name="bundle_form_known"),
            models.CheckConstraint(
                condition=Q(state="QUEUED") | Q(state="READY") & ~Q(path="") & ~Q(sha256="") | Q(state="FAILED") & ~Q(failure=""),
                name="bundle_ready_has_file",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY
