from django.db import models

from kerjasama.core.models import AuditedModel
from kerjasama.parties.models import Partner
from proposals.models.proposal import Proposal
from proposals.stages import Answer, LetterKind


class Letter(AuditedModel):
    """A letter between the heads of region on a case: ours or theirs, with its number and date."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="letters", verbose_name="usulan")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", verbose_name="mitra")
    kind = models.CharField("jenis surat", max_length=8, choices=LetterKind.choices)
    ours = models.BooleanField("surat kita")
    number = models.CharField("nomor", max_length=120)
    dated = models.DateField("tanggal surat")
    answer = models.CharField("isi jawaban", max_length=12, choices=Answer.choices, blank=True)
    statement = models.TextField("keterangan", blank=True)
    document_id = models.BigIntegerField("nomor dokumen", null=True, editable=False)
    signed_on = models.DateField("ditandatangani pada", null=True, blank=True)
    annulled = models.BooleanField("dibatalkan", default=False)

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="REQUEST", answer="") | models.Q(kind="ANSWER") & ~models.Q(answer=""),
                name="letter_answer_iff_answers",
            ),
            models.UniqueConstraint(
                fields=["partner", "number", "dated"], condition=models.Q(ours=False), name="letter_theirs_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} Nomor {self.number}"
