from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel
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
    spoken_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="disampaikan pengganti"
    )

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


class OpinionCondition(AuditedModel):
    """One thing a member asks for before he agrees; the secretary may take it over into the conclusion."""

    opinion = models.ForeignKey(Opinion, models.PROTECT, related_name="conditions", verbose_name="pendapat")
    text = models.CharField("syarat", max_length=500)

    class Meta:
        verbose_name = "syarat anggota TKKSD"
        verbose_name_plural = "syarat anggota TKKSD"
        ordering = ["opinion", "id"]
        default_permissions = ("add", "view")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="opinioncondition_has_text")]

    def __str__(self) -> str:
        return self.text


class Recusal(AboutModel):
    """A member steps aside from a subject, or comes back to it. The newest of a member counts; none is changed."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="recusals", verbose_name="anggota")
    stands_aside = models.BooleanField("mengundurkan diri", default=True)
    reason = models.TextField("alasan")
    given_at = models.DateTimeField("dicatat pada", default=clock.now)
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    class Meta(AboutModel.Meta):
        verbose_name = "pengunduran diri anggota TKKSD"
        verbose_name_plural = "pengunduran diri anggota TKKSD"
        ordering = ["-given_at", "-id"]
        default_permissions = ("add", "view")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="recusal_says_why")]

    def __str__(self) -> str:
        return f"{self.member}: {'mengundurkan diri' if self.stands_aside else 'kembali membahas'}"
