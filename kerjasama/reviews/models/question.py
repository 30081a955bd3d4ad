"""A question of a consulted body to the executive, and its answer: asked once, answered once, never changed."""

from django.db import models
from django.db.models import F, Q

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core import clock
from kerjasama.documents.models import Document
from kerjasama.reviews.models.about import AboutModel


class Body(models.TextChoices):
    """In whose name a question is asked."""

    DPRD = "DPRD", "DPRD"
    TKKSD = "TKKSD", "TKKSD"


class Question(AboutModel):
    """One question about a subject. Without a unit it is addressed to the Bagian Kerja Sama."""

    body = models.CharField("atas nama", max_length=8, choices=Body.choices)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditanyakan oleh")
    asked_as = models.CharField("jabatan penanya", max_length=200)
    asked_at = models.DateTimeField("ditanyakan pada", default=clock.now)
    unit = models.ForeignKey(
        OrgUnit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditujukan kepada"
    )
    text = models.TextField("pertanyaan", max_length=4000)
    paper = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lampiran pertanyaan"
    )
    answer = models.TextField("jawaban", max_length=8000, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab oleh"
    )
    answered_as = models.CharField("jabatan penjawab", max_length=200, blank=True)
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    answer_paper = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lampiran jawaban"
    )

    class Meta(AboutModel.Meta):
        verbose_name = "pertanyaan"
        verbose_name_plural = "pertanyaan"
        ordering = ["asked_at", "id"]
        default_permissions = ("view",)
        indexes = [
            *AboutModel.Meta.indexes,
            models.Index(fields=["unit"], condition=Q(answered_at__isnull=True), name="question_unanswered"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(body__in=Body.values), name="question_body_known"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(asked_as=""), name="question_has_text"),
            models.CheckConstraint(
                condition=Q(
                    answered_at__isnull=True, answered_by__isnull=True, answer_paper__isnull=True, answer="", answered_as=""
                )
                | Q(answered_at__isnull=False, answered_by__isnull=False, answered_at__gte=F("asked_at"))
                & ~Q(answer="")
                & ~Q(answered_as=""),
                name="question_answer_complete",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Pertanyaan {self.get_body_display()}: {self.text[:80]}"

    @property
    def is_open(self) -> bool:
        """Nobody has answered yet."""
        return self.answered_at is None

    @property
    def addressee(self) -> str:
        """Whom it is addressed to, as a page says it."""
        return self.unit.name if self.unit else "Bagian Kerja Sama"
