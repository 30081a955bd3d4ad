from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core.models import AuditedModel
from monitoring.models.report import Report
from monitoring.stages import FindingState, Light, Stage, Verdict


class Evaluation(AuditedModel):
    """The twelve points for one report: eleven scores with notes, and the recommendation."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="evaluation", verbose_name="laporan")
    scores = models.JSONField("nilai")
    notes = models.JSONField("catatan", default=dict)
    average = models.DecimalField("rata-rata", max_digits=3, decimal_places=2)
    verdict = models.CharField("rekomendasi", max_length=10, choices=Verdict.choices)
    summary = models.TextField("kesimpulan", max_length=8000)
    light = models.CharField("lampu", max_length=6, choices=Light.choices)
    #: What the light was taken from: [{name, shown, light, rule}], as it stood on that day.
    parts = models.JSONField("dasar lampu", default=list, blank=True)
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


class Finding(AuditedModel):
    """Something to be put right, by whom and until when."""

    evaluation = models.ForeignKey(
        Evaluation, on_delete=models.PROTECT, related_name="findings", verbose_name="evaluasi"
    )
    text = models.CharField("temuan", max_length=500)
    owner = models.CharField("penanggung jawab", max_length=160)
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="perangkat daerah"
    )
    due_on = models.DateField("tenggat", null=True, blank=True)
    withdrawn = models.BooleanField("dicabut", default=False)
    state = models.CharField("keadaan", max_length=8, choices=FindingState.choices, default=FindingState.OPEN)
    answer = models.TextField("tindak lanjut", max_length=4000, blank=True)
    answered_on = models.DateField("ditindaklanjuti pada", null=True, blank=True)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditindaklanjuti oleh"
    )
    document_id = models.BigIntegerField("bukti", null=True, editable=False)
    judged_on = models.DateField("diperiksa pada", null=True, blank=True)
    judged_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diperiksa oleh"
    )
    judgement = models.TextField("hasil pemeriksaan", max_length=4000, blank=True)

    class Meta:
        verbose_name = "temuan"
        verbose_name_plural = "temuan"
        ordering = ["pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["state", "due_on"], name="finding_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=FindingState.OPEN)
                | ~Q(answer="") & Q(answered_on__isnull=False, answered_by__isnull=False),
                name="finding_answered_is_told",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.DONE) | Q(judged_on__isnull=False, judged_by__isnull=False),
                name="finding_done_was_judged",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("monitoring:finding", args=[self.pk])

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["Finding"]:
        """Those of the reports a person may see, and those that his unit is to put right; only of an evaluation that is confirmed."""
        found = cls._default_manager.filter(withdrawn=False, evaluation__report__stage=Stage.CLOSED)
        seen = Q(evaluation__report__in=Report.visible_to(user).select_related(None).order_by().values("pk"))
        own = Q(unit__in=[seat.unit_id for seat in seats(user) if seat.unit_id and seat.office == Office.OPD])
        return found.filter(seen | own).select_related(
            "evaluation__report__agreement__proposal", "evaluation__report__agreement__executing_unit", "unit"
        )

    def is_late(self, today: date) -> bool:
        """Past its day and not put right yet."""
        return self.state != FindingState.DONE and self.due_on is not None and self.due_on < today
