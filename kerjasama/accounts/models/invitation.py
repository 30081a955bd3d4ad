from django.db import models
from django.db.models import Q

from kerjasama.accounts.models.user import User
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel


class Invitation(AuditedModel):
    """The way into an account: one letter with a link that opens it once, until a moment.

    Only the hash of the link is kept. It is empty until the link is drawn, which happens when the e-mail
    leaves; a letter sent again carries a new link, and the old hash lives on in the history only.
    """

    class State(models.TextChoices):
        OPEN = "OPEN", "Menunggu"
        EXPIRED = "EXPIRED", "Kedaluwarsa"
        ACCEPTED = "ACCEPTED", "Diterima"
        REVOKED = "REVOKED", "Dicabut"

    user = models.ForeignKey(User, models.PROTECT, related_name="invitations", verbose_name="orang")
    email = models.EmailField("surel")
    token_hash = models.CharField("sidik tautan", max_length=64, blank=True, editable=False)
    expires_at = models.DateTimeField("berlaku sampai")
    mailed_at = models.DateTimeField("surel terkirim pada", null=True, blank=True)
    mail_attempts = models.PositiveSmallIntegerField("percobaan kirim", default=0)
    mail_error = models.TextField("galat surel", blank=True)
    accepted_at = models.DateTimeField("diterima pada", null=True, blank=True)
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True)
    revoked_reason = models.TextField("alasan dicabut", blank=True)

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        ordering = ["-created_at", "-id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_one_open_per_person",
            ),
            models.UniqueConstraint(fields=["token_hash"], condition=~Q(token_hash=""), name="invitation_link_once"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True), name="invitation_one_end"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | ~Q(revoked_reason=""), name="invitation_revoked_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"Undangan untuk {self.user}"

    @property
    def state(self) -> str:
        """What can still become of it, now."""
        if self.accepted_at is not None:
            return self.State.ACCEPTED
        if self.revoked_at is not None:
            return self.State.REVOKED
        return self.State.EXPIRED if self.expires_at <= clock.now() else self.State.OPEN
