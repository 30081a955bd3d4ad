from django.db import models
from django.db.models import Q
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.counter.stages import InvitationStatus
from kerjasama.parties.models import Partner
from proposals.models import Proposal
from proposals.stages import Answer


class AnswerInvitation(AuditedModel):
    """The link by which a partner answers our letter of request, and what he answered.

    Nothing of it moves the case: the Bagian checks the answer and records it by the acts of the case itself.
    """

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="invitations", verbose_name="usulan")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+", verbose_name="mitra")
    email = models.EmailField("surel tujuan")
    contact_name = models.CharField("nama tujuan", max_length=150, blank=True)
    token_hash = models.CharField("sidik token", max_length=64, blank=True, editable=False)
    status = models.CharField("status", max_length=8, choices=InvitationStatus.choices, default=InvitationStatus.QUEUED)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dikirim oleh")
    sent_at = models.DateTimeField("dikirim pada", null=True, blank=True)
    answer = models.CharField("jawaban", max_length=12, choices=Answer.choices, blank=True)
    statement = models.TextField("pernyataan", max_length=2000, blank=True)
    respondent = models.CharField("penjawab", max_length=300, blank=True)
    number = models.CharField("nomor surat", max_length=120, blank=True)
    dated = models.DateField("tanggal surat", null=True, blank=True)
    answered_at = models.DateTimeField("dijawab pada", null=True, blank=True)
    returned_reason = models.TextField("alasan dikembalikan", max_length=2000, blank=True)
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diperiksa oleh"
    )
    checked_at = models.DateTimeField("diperiksa pada", null=True, blank=True)

    class Meta:
        verbose_name = "jawaban mitra"
        verbose_name_plural = "jawaban mitra"
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "partner"],
                condition=Q(status__in=["QUEUED", "SENT", "ANSWERED", "RETURNED"]),
                name="invitation_one_open",
            ),
            models.UniqueConstraint(fields=["token_hash"], condition=~Q(token_hash=""), name="invitation_token_once"),
            models.CheckConstraint(
                condition=~Q(status__in=["ANSWERED", "ACCEPTED"]) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="invitation_answered_says_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.proposal.code}"

    def get_absolute_url(self) -> str:
        return reverse("counter:answer_detail", args=[self.pk])
