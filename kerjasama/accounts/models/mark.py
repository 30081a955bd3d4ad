"""The mark of a person: the specimen of his paraf, and the PIN with which he gives it."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from kerjasama.accounts.models.user import User
from kerjasama.core import clock
from kerjasama.core.models import history_dated


class PersonalMark(models.Model):
    """One for each person who gives paraf. The PIN is kept as a hash; history tells when it was set, never what it was."""

    user = models.OneToOneField(User, models.PROTECT, related_name="mark", verbose_name="pengguna")
    pin = models.CharField("sidik PIN", max_length=128, editable=False)
    # A path of SVG within 96 by 48, made of M, L and figures only; empty: the initials stand for it.
    specimen = models.TextField("spesimen paraf", blank=True, max_length=8000, editable=False)
    set_at = models.DateTimeField("dibuat pada", default=clock.now)
    failures = models.PositiveSmallIntegerField("salah berturut-turut", default=0, editable=False)
    locked_until = models.DateTimeField("terkunci sampai", null=True, blank=True, editable=False)
    history = HistoricalRecords(
        excluded_fields=["pin", "failures", "locked_until"],
        history_id_field=models.BigAutoField(),
        history_change_reason_field=models.TextField(null=True),
    )

    class Meta:
        verbose_name = "paraf dan PIN"
        verbose_name_plural = "paraf dan PIN"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(specimen="") | Q(specimen__regex=r"^M[ML0-9. ]+$"), name="mark_specimen_is_a_path"),
            models.CheckConstraint(condition=Q(pin__contains="$"), name="mark_pin_is_hashed"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Paraf {self.user}"

    def save(self, *args, **kwargs) -> None:
        with history_dated(self):
            super().save(*args, **kwargs)
