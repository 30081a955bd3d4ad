from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from kerjasama.core import clock
from kerjasama.core.parameter_registry import PARAMETERS


class AuditedModel(models.Model):
    """A table with legal weight: stamps, and every version kept with who, when and why."""

    created_at = models.DateTimeField("dibuat pada", default=clock.now, editable=False)
    updated_at = models.DateTimeField("diubah pada", default=clock.now, editable=False)
    history = HistoricalRecords(
        inherit=True,
        history_id_field=models.BigAutoField(),
        history_change_reason_field=models.TextField(null=True),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.updated_at = clock.now()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "updated_at"}
        with history_dated(self):
            super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        with history_dated(self):
            return super().delete(*args, **kwargs)


class history_dated:
    """Date the history row by our clock, for this one write unless the caller set a date."""

    def __init__(self, instance: models.Model) -> None:
        self.instance = instance
        self.ours = not hasattr(instance, "_history_date")

    def __enter__(self) -> None:
        if self.ours:
            self.instance._history_date = clock.now()

    def __exit__(self, *exc: object) -> None:
        # Left in place it would date the next save of the same instance wrongly.
        if self.ours:
            del self.instance._history_date


class Parameter(AuditedModel):
    """A value a region may choose. No row means: the default of the registry holds."""

    key = models.SlugField("kunci", max_length=60, unique=True, allow_unicode=False)
    value = models.JSONField("nilai")
    legal_basis = models.TextField("dasar hukum", blank=True)
    verified = models.BooleanField("dasar hukum sudah diperiksa", default=False)

    class Meta:
        verbose_name = "parameter"
        verbose_name_plural = "parameter"
        ordering = ["key"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        spec = PARAMETERS.get(self.key)
        return spec.label if spec else self.key


class Holiday(AuditedModel):
    """A day that is no working day. One that was called off stays here, no longer active."""

    class Kind(models.TextChoices):
        NATIONAL = "NATIONAL", "Libur nasional"
        COLLECTIVE_LEAVE = "COLLECTIVE_LEAVE", "Cuti bersama"
        LOCAL = "LOCAL", "Libur daerah"

    date = models.DateField("tanggal", unique=True)
    name = models.CharField("nama", max_length=200)
    kind = models.CharField("jenis", max_length=20, choices=Kind.choices, default=Kind.NATIONAL)
    active = models.BooleanField("berlaku", default=True, help_text="Hilangkan tandanya bila hari libur ini dicabut.")

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["date"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["NATIONAL", "COLLECTIVE_LEAVE", "LOCAL"]),
                name="holiday_kind_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%d-%m-%Y} {self.name}"


class FormDraft(models.Model):
    """What a person has typed and not yet sent. Kept here, never in the browser."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="pengguna")
    key = models.CharField("formulir", max_length=120)
    data = models.JSONField("isian", default=dict)
    saved_at = models.DateTimeField("disimpan pada", default=clock.now)

    class Meta:
        verbose_name = "isian sementara"
        verbose_name_plural = "isian sementara"
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="formdraft_one_per_form")]

    def __str__(self) -> str:
        return self.key
