from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from agreements.models import Agreement
from kerjasama.core.models import AuditedModel
from kerjasama.core.validators import NON_NEGATIVE
from monitoring.stages import Better, Counts, Source

_amount = {"max_digits": 18, "decimal_places": 2}
_month = [MinValueValidator(1), MaxValueValidator(12)]


class Indicator(AuditedModel):
    """What a naskah promises to reach, measured: the figure before, and the one at its end."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="indicators", verbose_name="naskah")
    order = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("indikator", max_length=200)
    measure = models.CharField("satuan", max_length=40)
    better = models.CharField("arah", max_length=4, choices=Better.choices, default=Better.MORE)
    counts = models.CharField("cara hitung", max_length=6, choices=Counts.choices, default=Counts.LEVEL)
    clause = models.CharField("pasal", max_length=8, blank=True)
    baseline = models.DecimalField("nilai awal", **_amount, null=True, blank=True)
    target = models.DecimalField("target akhir", **_amount)
    withdrawn = models.BooleanField("tidak dipakai lagi", default=False)

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["order", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(measure=""), name="indicator_is_named"),
            models.UniqueConstraint(
                fields=["agreement", "name"], condition=Q(withdrawn=False), name="indicator_once_in_a_naskah"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WorkPlan(AuditedModel):
    """What is to be done under a naskah in one year, and since when the parties agree on it."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="work_plans", verbose_name="naskah")
    year = models.PositiveSmallIntegerField("tahun")
    agreed_on = models.DateField("disepakati pada", null=True, blank=True)
    agreed_by = models.CharField("dasar kesepakatan", max_length=250, blank=True)

    class Meta:
        verbose_name = "rencana kerja"
        verbose_name_plural = "rencana kerja"
        ordering = ["-year"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["agreement", "year"], name="workplan_one_a_year"),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="workplan_year_is_sane"),
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True) | ~Q(agreed_by=""), name="workplan_agreed_says_how"
            ),
        ]

    def __str__(self) -> str:
        return f"Rencana kerja {self.year}"


class Activity(AuditedModel):
    """One activity of a work plan: who, from which month to which, at what cost and from whose budget."""

    plan = models.ForeignKey(
        WorkPlan, on_delete=models.PROTECT, related_name="activities", verbose_name="rencana kerja"
    )
    order = models.PositiveSmallIntegerField("urutan")
    text = models.CharField("kegiatan", max_length=300)
    responsible = models.CharField("pelaksana", max_length=160)
    first_month = models.PositiveSmallIntegerField("bulan mulai", validators=_month)
    last_month = models.PositiveSmallIntegerField("bulan selesai", validators=_month)
    budget = models.DecimalField("anggaran", **_amount, validators=[NON_NEGATIVE], default=Decimal(0))
    source = models.CharField("sumber", max_length=8, choices=Source.choices, default=Source.APBD)
    withdrawn = models.BooleanField("dicabut", default=False)

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["order", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(first_month__gte=1, last_month__lte=12, last_month__gte=F("first_month")),
                name="activity_months_in_order",
            ),
            models.CheckConstraint(condition=Q(budget__gte=0), name="activity_budget_not_negative"),
        ]

    def __str__(self) -> str:
        return self.text


class YearTarget(AuditedModel):
    """What an indicator is to have come to at the end of the year of a work plan; of a yearly one, how much in that year."""

    plan = models.ForeignKey(WorkPlan, on_delete=models.PROTECT, related_name="targets", verbose_name="rencana kerja")
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, related_name="year_targets", verbose_name="indikator"
    )
    value = models.DecimalField("target", **_amount)

    class Meta:
        verbose_name = "target tahunan"
        verbose_name_plural = "target tahunan"
        ordering = ["indicator__order"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["plan", "indicator"], name="yeartarget_once")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.plan.year}: {self.value}"
