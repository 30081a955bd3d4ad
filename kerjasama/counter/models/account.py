from django.db import models

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.parties.models import Partner


class PartnerAccount(AuditedModel):
    """The account of somebody outside. It speaks for a partner only since the Bagian accepted a request of his."""

    user = models.OneToOneField(User, models.PROTECT, related_name="partner_account", verbose_name="pengguna")
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="accounts", verbose_name="mitra"
    )
    position = models.CharField("jabatan", max_length=150, blank=True)
    bound_on = models.DateField("terikat sejak", null=True, blank=True)

    class Meta:
        verbose_name = "akun mitra"
        verbose_name_plural = "akun mitra"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partner__isnull=True, bound_on__isnull=True)
                | models.Q(partner__isnull=False, bound_on__isnull=False),
                name="partneraccount_bound_has_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.partner or 'belum terikat'})"
