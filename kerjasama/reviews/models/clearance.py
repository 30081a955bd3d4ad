"""The answer of an outside authority to a request: asked, received, due, given."""

from django.db import models
from django.db.models import F, Q

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.reviews.models.about import AboutModel


class Authority(models.TextChoices):
    DPRD = "DPRD", "DPRD"
    MINISTER = "MINISTER", "Menteri"
    GOVERNOR = "GOVERNOR", "Gubernur"


class ClearanceStatus(models.TextChoices):
    PREPARED = "PREPARED", "Surat disiapkan"
    SENT = "SENT", "Surat dikirim"
    RECEIVED = "RECEIVED", "Diterima"
    IN_COMMITTEE = "IN_COMMITTEE", "Dibahas komisi"
    APPROVED = "APPROVED", "Disetujui"
    APPROVED_WITH_NOTES = "APPROVED_WITH_NOTES", "Disetujui dengan catatan"
    REJECTED = "REJECTED", "Ditolak"
    RETURNED = "RETURNED", "Dikembalikan untuk perbaikan"
    OVERDUE = "OVERDUE", "Lewat tenggat"
    DEEMED = "DEEMED", "Dianggap disetujui"
    REVOKED = "REVOKED", "Dicabut"


_S = ClearanceStatus
#: Waiting for the authority. A returned request is answered; the repaired plan is the next in the row.
OPEN = frozenset({_S.PREPARED, _S.SENT, _S.RECEIVED, _S.IN_COMMITTEE, _S.OVERDUE})
GRANTED = frozenset({_S.APPROVED, _S.APPROVED_WITH_NOTES, _S.DEEMED})
#: The request lies with the authority and the days count.
RUNNING = frozenset({_S.RECEIVED, _S.IN_COMMITTEE})

_NOT_RECEIVED = [_S.PREPARED, _S.SENT, _S.REVOKED]
_DECIDED = [_S.APPROVED, _S.APPROVED_WITH_NOTES, _S.REJECTED]


class Clearance(AboutModel):
    """One letter to an authority, its receipt and its answer; a new letter is the next in the row."""

    authority = models.CharField("lembaga", max_length=8, choices=Authority.choices)
    number_in_row = models.PositiveSmallIntegerField("permohonan ke-")
    status = models.CharField("status", max_length=20, choices=_S.choices, default=_S.PREPARED)
    asked_on = models.DateField("tanggal surat")
    letter_number = models.CharField("nomor surat", max_length=100, blank=True)
    sent_on = models.DateField("dikirim pada", null=True, blank=True)
    grounds = models.JSONField("alasan permohonan", default=dict)
    received_on = models.DateField("diterima pada", null=True, blank=True)
    received_proof = models.CharField("bukti penerimaan", max_length=200, blank=True)
    # After a return the clock of the first letter runs on: counted from its receipt, without the pauses.
    continues = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by", verbose_name="melanjutkan"
    )
    counted_from = models.DateField("hitungan mulai sesudah", null=True, blank=True)
    days_allowed = models.PositiveSmallIntegerField("lama tenggat (hari kerja)", null=True, blank=True)
    due_on = models.DateField("tenggat", null=True, blank=True)
    committee = models.CharField("komisi", max_length=100, blank=True)
    stopped_on = models.DateField("hitungan berhenti sejak", null=True, blank=True)
    stopped_days = models.PositiveSmallIntegerField("hari kerja berhenti", default=0)
    # Pairs of ISO dates: the last day that counted and the last that did not.
    pauses = models.JSONField("masa hitungan berhenti", default=list, blank=True)
    decision_number = models.CharField("nomor keputusan", max_length=100, blank=True)
    decided_on = models.DateField("tanggal keputusan", null=True, blank=True)
    session_on = models.DateField("tanggal rapat paripurna", null=True, blank=True)
    reason = models.TextField("alasan", blank=True)
    memo = models.TextField("nota kepala bagian", blank=True)

    class Meta(AboutModel.Meta):
        verbose_name = "permohonan persetujuan"
        verbose_name_plural = "permohonan persetujuan"
        ordering = ["-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "subject_type", "object_id", "number_in_row"], name="clearance_number_in_row"
            ),
            models.UniqueConstraint(
                fields=["authority", "subject_type", "object_id"],
                condition=Q(status__in=sorted(OPEN)),
                name="clearance_one_open",
            ),
            models.CheckConstraint(condition=Q(authority__in=Authority.values), name="clearance_authority_known"),
            models.CheckConstraint(condition=Q(status__in=_S.values), name="clearance_status_known"),
            models.CheckConstraint(condition=Q(number_in_row__gte=1), name="clearance_number_from_one"),
            models.CheckConstraint(
                condition=Q(status__in=[_S.PREPARED, _S.REVOKED]) | Q(sent_on__isnull=False) & ~Q(letter_number=""),
                name="clearance_sent_has_letter",
            ),
            models.CheckConstraint(
                condition=Q(status__in=_NOT_RECEIVED) | Q(received_on__isnull=False), name="clearance_received_has_date"
            ),
            # Receipt is what starts the clock: they come together or not at all.
            models.CheckConstraint(
                condition=Q(
                    received_on__isnull=True, counted_from__isnull=True, due_on__isnull=True, days_allowed__isnull=True
                )
                | Q(
                    # A comparison with NULL is no violation to a check, so each is asked for by itself.
                    received_on__isnull=False,
                    counted_from__isnull=False,
                    days_allowed__isnull=False,
                    due_on__isnull=False,
                    counted_from__lte=F("received_on"),
                    days_allowed__gte=1,
                    due_on__gt=F("counted_from"),
                ),
                name="clearance_due_counts_from_receipt",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_DECIDED) | Q(decided_on__isnull=False) & ~Q(decision_number=""),
                name="clearance_decision_has_number",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(received_on__isnull=False, decided_on__gte=F("received_on")),
                name="clearance_decided_after_receipt",
            ),
            # The DPRD decides in its plenary session; the keputusan is written that day or later.
            models.CheckConstraint(
                condition=~Q(authority=Authority.DPRD, status__in=_DECIDED) | Q(session_on__isnull=False),
                name="clearance_decision_has_session",
            ),
            models.CheckConstraint(
                condition=Q(session_on__isnull=True)
                | Q(
                    received_on__isnull=False,
                    decided_on__isnull=False,
                    session_on__gte=F("received_on"),
                    session_on__lte=F("decided_on"),
                ),
                name="clearance_session_before_decision",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[_S.REJECTED, _S.RETURNED, _S.REVOKED]) | ~Q(reason=""),
                name="clearance_refusal_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status=_S.RETURNED) | Q(decided_on__isnull=False), name="clearance_return_has_date"
            ),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True)
                | Q(status=_S.RETURNED, decided_on__isnull=False, stopped_on=F("decided_on")),
                name="clearance_clock_stops_in_repair",
            ),
            models.CheckConstraint(
                condition=~Q(status=_S.DEEMED)
                | Q(decided_on__isnull=False, due_on__isnull=False, decided_on__gt=F("due_on")) & ~Q(memo=""),
                name="clearance_deemed_has_memo",
            ),
        ]

    def __str__(self) -> str:
        return f"Permohonan persetujuan {self.get_authority_display()} ke-{self.number_in_row}"

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_granted(self) -> bool:
        """Approved, with or without notes, or deemed approved."""
        return self.status in GRANTED


class ClearanceNote(AuditedModel):
    """One note of the authority, which someone has to follow up."""

    clearance = models.ForeignKey(Clearance, models.PROTECT, related_name="notes", verbose_name="permohonan")
    text = models.TextField("catatan")
    followed_up_on = models.DateField("ditindaklanjuti pada", null=True, blank=True)
    followed_up_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    follow_up = models.TextField("tindak lanjut", blank=True)

    class Meta:
        verbose_name = "catatan lembaga"
        verbose_name_plural = "catatan lembaga"
        ordering = ["clearance", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="clearancenote_has_text"),
            models.CheckConstraint(
                condition=Q(followed_up_on__isnull=True, followed_up_by__isnull=True, follow_up="")
                | Q(followed_up_on__isnull=False, followed_up_by__isnull=False) & ~Q(follow_up=""),
                name="clearancenote_follow_up_complete",
            ),
        ]

    def __str__(self) -> str:
        return self.text
