from django.db import models
from django.db.models import Q

from kerjasama.core import clock
from kerjasama.reviews.models.about import AboutModel
from kerjasama.reviews.models.tkksd import Member


class Verdict(models.TextChoices):
    AGREE = "AGREE", "Setuju"
    AGREE_WITH_NOTES = "AGREE_WITH_NOTES", "Setuju dengan catatan"
    DISAGREE = "DISAGREE", "Tidak setuju"


class Opinion(AboutModel):
    """What one member thinks of a subject. The newest of a member counts; older ones stay."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="opinions", verbose_name="anggota")
    verdict = models.CharField("pendapat", max_length=16, choices=Verdict.choices)
    note = models.TextField("catatan", blank=True)
    given_at = models.DateTimeField("diberikan pada", default=clock.now)

    class Meta(AboutModel.Meta):
        verbose_name = "pendapat anggota TKKSD"
        verbose_name_plural = "pendapat anggota TKKSD"
        ordering = ["-given_at", "-id"]
        default_permissions = ("add", "view")
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="opinion_verdict_known"),
            models.CheckConstraint(condition=Q(verdict="AGREE") | ~Q(note=""), name="opinion_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_verdict_display()}"
