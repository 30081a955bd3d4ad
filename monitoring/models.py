from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import UNIT_BOUND
from kerjasama.core.models import AuditedModel
from kerjasama.core.validators import NON_NEGATIVE
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from monitoring.lifecycle import ReportLifecycle
from monitoring.routes import ROUTES
from monitoring.stages import Stage, Verdict

_money = {"max_digits": 18, "decimal_places": 2, "validators": [NON_NEGATIVE], "null": True, "blank": True}


class Report(ReportLifecycle, StagedModel):
    """What the executing unit reports of a naskah for one period, and what the Bagian makes of it."""

    ROUTES: ClassVar[Routes] = ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = Stage

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="reports", verbose_name="naskah")
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField("semester", default=0, help_text="0 untuk laporan setahun penuh")
    starts_on = models.DateField("awal periode")
    ends_on = models.DateField("akhir periode")
    activities = models.TextField("pelaksanaan kegiatan", blank=True, max_length=8000)
    outputs = models.TextField("keluaran", blank=True, max_length=8000)
    outcomes = models.TextField("hasil dan manfaat", blank=True, max_length=8000)
    problems = models.TextField("permasalahan", blank=True, max_length=8000)
    follow_up = models.TextField("tindak lanjut", blank=True, max_length=8000)
    cost_sources = models.TextField("pembiayaan menurut sumber", blank=True, max_length=4000)
    documentation = models.TextField("dokumentasi", blank=True, max_length=4000)
    recommendation = models.TextField("usul keberlanjutan", blank=True, max_length=4000)
    indicators = models.JSONField("indikator", default=list, blank=True)
    budget_planned = models.DecimalField("anggaran", **_money)
    budget_realised = models.DecimalField("realisasi anggaran", **_money)

    class Meta:
        verbose_name = "laporan monev"
        verbose_name_plural = "laporan monev"
        ordering = ["-year", "-half", "-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["turn_office", "turn_unit", "due_on"], name="report_turn")]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "year", "half"], name="report_once_per_period"),
            models.CheckConstraint(condition=Q(half__in=[0, 1, 2]), name="report_half_known"),
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="report_period_in_order"),
            models.CheckConstraint(
                condition=Q(stage=Stage.OPEN) | Q(budget_realised__isnull=False) & ~Q(activities=""),
                name="report_sent_is_filled",
            ),
        ]

    def __str__(self) -> str:
        return f"Laporan monev {self.period_label}: {self.agreement.title}"

    def get_absolute_url(self) -> str:
        return reverse("monitoring:detail", args=[self.pk])

    @property
    def case_code(self) -> str:
        return self.agreement.proposal.code

    @property
    def period_label(self) -> str:
        """The period in words: "Semester II 2026" or "Tahun 2026"."""
        return f"Tahun {self.year}" if not self.half else f"Semester {'I' * self.half} {self.year}"

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["Report"]:
        """The reports on naskah a person may see."""
        seen = Agreement.visible_to(user).select_related(None).order_by().values("pk")
        return cls._default_manager.filter(agreement__in=seen).select_related(
            "agreement__proposal", "agreement__executing_unit"
        )

    def unit_in_charge(self, office: str) -> int | None:
        return self.agreement.executing_unit_id if office in UNIT_BOUND else None


class Evaluation(AuditedModel):
    """The twelve points for one report: eleven scores with notes, and the recommendation."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="evaluation", verbose_name="laporan")
    scores = models.JSONField("nilai")
    notes = models.JSONField("catatan", default=dict)
    average = models.DecimalField("rata-rata", max_digits=3, decimal_places=2)
    verdict = models.CharField("rekomendasi", max_length=10, choices=Verdict.choices)
    summary = models.TextField("kesimpulan", max_length=8000)
    evaluated_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="penilai")
    evaluated_on = models.DateField("dinilai pada")

    class Meta:
        verbose_name = "evaluasi"
        verbose_name_plural = "evaluasi"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(average__gte=1) & Q(average__lte=5), name="evaluation_average_in_range"),
        ]

    def __str__(self) -> str:
        return f"Evaluasi {self.report.period_label}"

    @property
    def light(self) -> str:
        """The traffic light: green from 3,5; yellow from 2,5; red below."""
        if self.average >= Decimal("3.5"):
            return "GREEN"
        return "YELLOW" if self.average >= Decimal("2.5") else "RED"


class Finding(AuditedModel):
    """Something to be put right, by whom and until when."""

    evaluation = models.ForeignKey(
        Evaluation, on_delete=models.PROTECT, related_name="findings", verbose_name="evaluasi"
    )
    text = models.CharField("temuan", max_length=500)
    owner = models.CharField("penanggung jawab", max_length=160)
    due_on = models.DateField("tenggat", null=True, blank=True)
    withdrawn = models.BooleanField("dicabut", default=False)

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        ordering = ["pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.text
