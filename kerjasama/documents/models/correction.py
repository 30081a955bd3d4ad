from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models.files import StoredFile


class Correction(AuditedModel):
    """A fact that was recorded wrongly, set right by two people. Only grows; the old value stays (rulings 16).

    `subject` is the case or naskah in whose ledger it stands, `target` the row that held the mistake. A paper never
    changes: `result_id` is the paper that took its place; everywhere else it is the target itself.
    """

    class State(models.TextChoices):
        PROPOSED = "PROPOSED", "Menunggu konfirmasi"
        CONFIRMED = "CONFIRMED", "Dikoreksi"
        DECLINED = "DECLINED", "Ditolak"

    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="jenis perkara")
    object_id = models.PositiveBigIntegerField("nomor perkara")
    subject = GenericForeignKey("subject_type", "object_id")
    target_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name="jenis catatan")
    target_id = models.PositiveBigIntegerField("nomor catatan")
    target = GenericForeignKey("target_type", "target_id")
    result_id = models.PositiveBigIntegerField("nomor catatan sesudahnya", null=True, blank=True)
    field = models.CharField("isian", max_length=40)
    label = models.CharField("sebutan", max_length=360)
    old = models.CharField("semula", max_length=300)
    new = models.CharField("menjadi", max_length=300)
    old_shown = models.CharField("semula, seperti ditulis", max_length=300)
    new_shown = models.CharField("menjadi, seperti ditulis", max_length=300)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="berkas yang benar"
    )
    public = models.BooleanField("tampil pada pemeriksaan umum", default=False)
    reason = models.TextField("alasan")
    state = models.CharField("keadaan", max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diusulkan oleh")
    proposed_at = models.DateTimeField("diusulkan pada", default=clock.now)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputuskan oleh"
    )
    settled_at = models.DateTimeField("diputuskan pada", null=True, blank=True)
    note = models.TextField("alasan penolakan", blank=True)

    class Meta:
        verbose_name = "koreksi"
        verbose_name_plural = "koreksi"
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["subject_type", "object_id"], name="correction_of_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="PROPOSED", settled_by__isnull=True, settled_at__isnull=True)
                | Q(state__in=["CONFIRMED", "DECLINED"], settled_by__isnull=False, settled_at__isnull=False),
                name="correction_settled_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="CONFIRMED") | Q(result_id__isnull=False) & ~Q(settled_by=F("proposed_by")),
                name="correction_confirmed_by_second_person",
            ),
            models.CheckConstraint(condition=~Q(state="DECLINED") | ~Q(note=""), name="correction_declined_says_why"),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_says_why"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="correction_changes_something"),
            models.UniqueConstraint(
                fields=["target_type", "target_id", "field"],
                condition=Q(state="PROPOSED"),
                name="correction_one_open_for_a_fact",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: semula {self.old_shown}, menjadi {self.new_shown}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.PROPOSED

    @property
    def told(self) -> str:
        """What stands beside the corrected fact from now on."""
        return f"{self.label} dikoreksi, semula {self.old_shown}"
