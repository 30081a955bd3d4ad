from django.db import models
from django.db.models import Q

from kerjasama.core.models import AuditedModel


class NumberRule(AuditedModel):
    """How one type of paper gets its number. No row: ours, by the pattern of the region (rulings 10)."""

    class Source(models.TextChoices):
        OURS = "OURS", "Diambil aplikasi"
        EXTERNAL = "EXTERNAL", "Dari agenda pusat daerah"

    code = models.CharField("jenis", max_length=20, unique=True)
    source = models.CharField("asal nomor", max_length=10, choices=Source.choices, default=Source.OURS)
    pattern = models.CharField("pola nomor", max_length=200, blank=True)
    start_year = models.PositiveSmallIntegerField("tahun mulai", null=True, blank=True)
    start_number = models.PositiveIntegerField("nomor pertama pada tahun itu", null=True, blank=True)

    class Meta:
        verbose_name = "aturan nomor"
        verbose_name_plural = "aturan nomor"
        ordering = ["code"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=Q(source__in=["OURS", "EXTERNAL"]), name="numberrule_source_known"),
            models.CheckConstraint(
                condition=Q(start_year__isnull=True, start_number__isnull=True)
                | Q(source="OURS", start_year__isnull=False, start_number__gte=1),
                name="numberrule_start_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_source_display()}"


class NumberSeries(models.Model):
    """A run of numbers: one per type, unit and year. Its row is the lock under which it grows."""

    code = models.CharField("jenis", max_length=20)
    unit_code = models.CharField("kode unit", max_length=20, blank=True)
    year = models.PositiveSmallIntegerField("tahun")
    last = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = "seri nomor"
        verbose_name_plural = "seri nomor"
        ordering = ["-year", "code", "unit_code"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["code", "unit_code", "year"], name="numberseries_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code}/{self.unit_code}/{self.year}"


class IssuedNumber(AuditedModel):
    """A number that was given out. Kept for ever; when cancelled it stays, with the reason.

    `series` and `sequence` are null for a number of the region's central agenda, which was typed.
    """

    class State(models.TextChoices):
        USED = "USED", "Terpakai"
        CANCELLED = "CANCELLED", "Batal"

    series = models.ForeignKey(
        NumberSeries, models.PROTECT, null=True, blank=True, related_name="numbers", verbose_name="seri"
    )
    sequence = models.PositiveIntegerField("urutan", null=True, blank=True)
    text = models.CharField("nomor", max_length=120, unique=True)
    state = models.CharField("status", max_length=10, choices=State.choices, default=State.USED)
    reason = models.TextField("alasan batal", blank=True)

    class Meta:
        verbose_name = "nomor naskah"
        verbose_name_plural = "nomor naskah"
        ordering = ["series_id", "sequence", "id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["series", "sequence"], name="issuednumber_sequence_once"),
            models.CheckConstraint(
                condition=Q(series__isnull=True, sequence__isnull=True) | Q(series__isnull=False, sequence__gte=1),
                name="issuednumber_ours_or_typed",
            ),
            models.CheckConstraint(
                condition=Q(state="USED") | Q(state="CANCELLED") & ~Q(reason=""),
                name="issuednumber_cancelled_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text
