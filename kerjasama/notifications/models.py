from django.db import models

from kerjasama.accounts.models import User
from kerjasama.core import clock


class Notification(models.Model):
    """One line in a person's inbox, and what became of its e-mail. The acts are the ledger's."""

    user = models.ForeignKey(User, models.PROTECT, related_name="notifications", verbose_name="penerima")
    key = models.CharField("kunci", max_length=200)
    title = models.CharField("judul", max_length=200)
    body = models.TextField("isi", blank=True)
    url = models.CharField("tautan", max_length=300, blank=True)
    # A calendar file that goes with the e-mail (RFC 5545), as it stood when the message was written.
    calendar = models.TextField("berkas kalender", blank=True)
    created_at = models.DateTimeField("dibuat pada", default=clock.now)
    read_at = models.DateTimeField("dibaca pada", null=True, blank=True)
    # News of somebody who asked for one e-mail each morning: it waits for the digest.
    in_digest = models.BooleanField("lewat ringkasan", default=False)
    digest_on = models.DateField("ringkasan tanggal", null=True, blank=True)
    mailed_at = models.DateTimeField("surel terkirim pada", null=True, blank=True)
    mail_attempts = models.PositiveSmallIntegerField("percobaan kirim", default=0)
    mail_error = models.TextField("galat surel", blank=True)

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-created_at", "-id"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="notification_once_per_key")]
        indexes = [
            models.Index(fields=["user"], condition=models.Q(read_at__isnull=True), name="notification_unread"),
            models.Index(fields=["user", "-created_at", "-id"], name="notification_inbox"),
            models.Index(fields=["key"], name="notification_key"),
            models.Index(
                fields=["user"],
                condition=models.Q(in_digest=True, mailed_at__isnull=True),
                name="notification_for_digest",
            ),
        ]

    def __str__(self) -> str:
        return self.title
