from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agreements.models import Agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import UNIT_BOUND
from kerjasama.core.validators import NON_NEGATIVE
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from monitoring.lifecycle import ReportLifecycle
from monitoring.routes import ROUTES
from monitoring.stages import Stage

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
    #: [{name, target, realised, and for one of the naskah: indicator, unit, better, percent}].
    indicators = models.JSONField("indikator", default=list, blank=True)
    #: [{activity, text, percent, note}] of the work plan of the year.
    progress = models.JSONField("kemajuan kegiatan", default=list, blank=True)
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
    def seen(self) -> str:
        """How it stands now, for a form to say what its writer had before him."""
        return self.updated_at.isoformat()

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
