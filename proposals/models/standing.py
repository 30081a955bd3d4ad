from django.db import models

from kerjasama.accounts.models import OrgUnit
from kerjasama.workflow.statute import ShortStage
from proposals.models.proposal import Proposal


class CaseStanding(models.Model):
    """Where a case stands over all rooms, for lists and figures: derived from the acts, never typed."""

    class State(models.TextChoices):
        RUNNING = "RUNNING", "Berjalan"
        IN_FORCE = "IN_FORCE", "Berlaku"
        CLOSED = "CLOSED", "Ditutup"

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, primary_key=True, related_name="standing")
    state = models.CharField("keadaan", max_length=8, choices=State.choices, default=State.RUNNING)
    short = models.PositiveSmallIntegerField("tahap ringkas", choices=ShortStage.choices)
    stage = models.CharField("tahap", max_length=32)
    label = models.CharField("sebutan tahap", max_length=120)
    office = models.CharField("giliran", max_length=16, blank=True)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateField("sejak")
    due_on = models.DateField("tenggat", null=True)

    class Meta:
        verbose_name = "kedudukan kasus"
        verbose_name_plural = "kedudukan kasus"
        default_permissions = ()
        indexes = [
            models.Index(fields=["state", "due_on"], name="standing_state_due"),
            models.Index(fields=["state", "short"], name="standing_state_short"),
        ]

    def __str__(self) -> str:
        return self.label
