"""What a member says about one part of the terms of reference or one clause of a draft, and the drafter's answer."""

from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.reviews.models.about import AboutModel
from kerjasama.reviews.models.tkksd import Member


class RemarkAnswer(models.TextChoices):
    ACCEPTED = "ACCEPTED", "Diterima"
    DECLINED = "DECLINED", "Tidak diterima"


class Remark(AboutModel):
    """A comment on a named part with a proposed wording. The part is kept as it read on that day."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="remarks", verbose_name="anggota")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditulis oleh")
    part = models.CharField("kode bagian", max_length=80)
    part_label = models.CharField("bagian", max_length=250)
    quoted = models.TextField("bunyi ketika dikomentari", blank=True)
    text = models.TextField("komentar", max_length=4000)
    wording = models.TextField("usul rumusan", blank=True, max_length=8000)
    made_at = models.DateTimeField("ditulis pada", default=clock.now)
    answer = models.CharField("jawaban", max_length=8, choices=RemarkAnswer.choices, blank=True)
    answer_reason = models.TextField("alasan", blank=True, max_length=4000)
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab oleh"
    )

    class Meta(AboutModel.Meta):
        verbose_name = "komentar anggota TKKSD"
        verbose_name_plural = "komentar anggota TKKSD"
        ordering = ["id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(part="") & ~Q(part_label=""), name="remark_has_text"),
            models.CheckConstraint(
                condition=Q(answer="", answer_reason="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer__in=RemarkAnswer.values, answered_at__isnull=False, answered_by__isnull=False)
                & ~Q(answer_reason=""),
                name="remark_answer_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part_label}: {self.text}"

    @property
    def is_open(self) -> bool:
        return not self.answer
