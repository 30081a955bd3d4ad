"""What the partner says about the text, in the margin of a file or in a letter, and what became of it."""

from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from agreements.models.draft import DraftVersion
from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.reviews.models.remark import RemarkAnswer


class PartnerRemark(AuditedModel):
    """One remark of the partner on one pasal, or on the whole text when `part` is empty."""

    agreement = models.ForeignKey(
        Agreement, models.PROTECT, related_name="partner_remarks", editable=False, verbose_name="naskah"
    )
    version = models.ForeignKey(
        DraftVersion, models.PROTECT, related_name="+", editable=False, verbose_name="atas versi"
    )
    part = models.CharField("kunci pasal", max_length=80, blank=True)
    part_label = models.CharField("bagian", max_length=250)
    author = models.CharField("penulis pada mitra", max_length=160)
    quoted = models.TextField("bunyi yang dikomentari", blank=True)
    text = models.TextField("masukan", max_length=4000)
    received_on = models.DateField("diterima pada")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False, verbose_name="dicatat oleh")
    document_id = models.BigIntegerField("berkas asal", null=True, editable=False)
    answer = models.CharField("jawaban", max_length=8, choices=RemarkAnswer.choices, blank=True)
    answer_reason = models.TextField("alasan", blank=True, max_length=4000)
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dijawab oleh"
    )

    class Meta:
        verbose_name = "masukan mitra"
        verbose_name_plural = "masukan mitra"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(author="") & ~Q(part_label=""), name="partnerremark_says_something"),
            models.CheckConstraint(
                condition=Q(answer="", answer_reason="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer__in=RemarkAnswer.values, answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer_reason=""),
                name="partnerremark_answer_complete",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.part_label}: {self.text}"

    @property
    def is_open(self) -> bool:
        return not self.answer

    @classmethod
    def waiting(cls, agreement: Agreement) -> models.QuerySet["PartnerRemark"]:
        """Those of a naskah that nobody has answered yet."""
        return cls._default_manager.filter(agreement=agreement, answer="")
