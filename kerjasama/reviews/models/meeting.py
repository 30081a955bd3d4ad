"""A meeting of the TKKSD: called, attended, concluded, with its conditions."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models import Document
from kerjasama.reviews.models.about import AboutModel
from kerjasama.reviews.models.opinion import OpinionCondition
from kerjasama.reviews.models.tkksd import Member, Team
from kerjasama.reviews.models.visibility import visible_meetings


class Conclusion(models.TextChoices):
    RECOMMENDED = "RECOMMENDED", "Direkomendasikan"
    WITH_REPAIR = "WITH_REPAIR", "Direkomendasikan dengan perbaikan"
    NOT_RECOMMENDED = "NOT_RECOMMENDED", "Tidak direkomendasikan"


class Presence(models.TextChoices):
    INVITED = "INVITED", "Diundang"
    SELF = "SELF", "Hadir"
    REPRESENTED = "REPRESENTED", "Diwakili"
    ABSENT = "ABSENT", "Tidak hadir"


class QuorumRule(models.TextChoices):
    MORE_THAN_HALF = "MORE_THAN_HALF", "Lebih dari separuh anggota tetap"
    TWO_THIRDS = "TWO_THIRDS", "Dua pertiga anggota tetap"
    ALL = "ALL", "Seluruh anggota tetap"


class Meeting(AuditedModel):
    """A meeting of one team. The quorum and its rule are frozen when it is called.

    A meeting that lost its quorum is continued by another one, with attendance of its own.
    """

    team = models.ForeignKey(Team, models.PROTECT, related_name="meetings", verbose_name="tim")
    year = models.PositiveSmallIntegerField("tahun")
    number = models.PositiveIntegerField("nomor urut")
    held_on = models.DateField("tanggal")
    held_at = models.TimeField("pukul")
    place = models.CharField("tempat", max_length=200)
    agenda = models.TextField("acara")
    fixed_count = models.PositiveSmallIntegerField("jumlah anggota tetap")
    quorum_needed = models.PositiveSmallIntegerField("kuorum")
    quorum_rule = models.CharField(
        "aturan kuorum", max_length=16, choices=QuorumRule.choices, default=QuorumRule.MORE_THAN_HALF
    )
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by", verbose_name="lanjutan dari"
    )
    # Counts the editions of the invitation, as a calendar reads them (RFC 5545, SEQUENCE).
    sequence = models.PositiveSmallIntegerField("edisi undangan", default=0)
    cancelled_on = models.DateField("dibatalkan pada", null=True, blank=True)
    cancel_reason = models.TextField("alasan pembatalan", blank=True)
    called_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diundang oleh")

    class Meta:
        verbose_name = "rapat TKKSD"
        verbose_name_plural = "rapat TKKSD"
        ordering = ["-held_on", "-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="meeting_number_per_year"),
            models.CheckConstraint(condition=Q(held_on__year=F("year")), name="meeting_year_of_date"),
            models.CheckConstraint(
                condition=Q(quorum_needed__gte=1, quorum_needed__lte=F("fixed_count")),
                name="meeting_quorum_possible",
            ),
            models.CheckConstraint(condition=~Q(place="") & ~Q(agenda=""), name="meeting_place_and_agenda"),
            models.CheckConstraint(condition=Q(quorum_rule__in=QuorumRule.values), name="meeting_quorum_rule_known"),
            models.CheckConstraint(
                condition=Q(cancelled_on__isnull=True, cancel_reason="")
                | Q(cancelled_on__isnull=False) & ~Q(cancel_reason=""),
                name="meeting_cancelled_says_why",
            ),
            models.CheckConstraint(
                condition=Q(continues__isnull=True) | ~Q(continues=F("id")), name="meeting_continues_another"
            ),
        ]

    def __str__(self) -> str:
        return f"Rapat TKKSD ke-{self.number} tahun {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("admin:reviews_meeting_change", args=[self.pk])

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["Meeting"]:
        """Meetings this person keeps, is invited to, or whose cases he may see."""
        return visible_meetings(cls.objects.all(), user)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_on is not None


class AgendaItem(AboutModel):
    """One subject on the agenda of a meeting, and what the team concluded about it."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", verbose_name="rapat")
    discussion = models.TextField("uraian pembahasan", blank=True)
    conclusion = models.CharField("kesimpulan", max_length=16, blank=True, choices=Conclusion.choices)
    concluded_on = models.DateField("disimpulkan pada", null=True, blank=True)
    concluded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    # As counted for this subject when it was concluded: who recused himself does not count.
    counted_fixed = models.PositiveSmallIntegerField("anggota tetap yang dihitung", null=True, blank=True)
    counted_needed = models.PositiveSmallIntegerField("kuorum yang dihitung", null=True, blank=True)
    counted_present = models.PositiveSmallIntegerField("anggota tetap yang hadir", null=True, blank=True)
    # Nothing was concluded and nothing will be: called again, or the subject was withdrawn.
    called_off_on = models.DateField("batal dibahas pada", null=True, blank=True)

    class Meta(AboutModel.Meta):
        verbose_name = "acara rapat TKKSD"
        verbose_name_plural = "acara rapat TKKSD"
        ordering = ["-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "subject_type", "object_id"], name="agendaitem_once_per_meeting"
            ),
            models.UniqueConstraint(
                fields=["subject_type", "object_id"],
                condition=Q(conclusion="", called_off_on__isnull=True),
                name="agendaitem_one_open",
            ),
            models.CheckConstraint(
                condition=Q(conclusion="", concluded_on__isnull=True, concluded_by__isnull=True)
                | Q(
                    conclusion__in=Conclusion.values,
                    concluded_on__isnull=False,
                    concluded_by__isnull=False,
                    called_off_on__isnull=True,
                )
                & ~Q(discussion=""),
                name="agendaitem_conclusion_complete",
            ),
            models.CheckConstraint(
                condition=Q(counted_needed__isnull=True)
                | ~Q(conclusion="") & Q(counted_present__gte=F("counted_needed")),
                name="agendaitem_concluded_with_quorum",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.get_conclusion_display() or 'belum disimpulkan'}"

    @property
    def is_open(self) -> bool:
        """Still to be concluded: neither concluded nor called off."""
        return not self.conclusion and self.called_off_on is None


class Attendance(AuditedModel):
    """Whether an invited member came, in person or through a named representative."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances", verbose_name="rapat")
    member = models.ForeignKey(Member, models.PROTECT, related_name="attendances", verbose_name="anggota")
    state = models.CharField("kehadiran", max_length=11, choices=Presence.choices, default=Presence.INVITED)
    represented_by = models.CharField("wakil (nama dan jabatan)", max_length=200, blank=True)

    class Meta:
        verbose_name = "kehadiran rapat"
        verbose_name_plural = "kehadiran rapat"
        ordering = ["meeting", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="attendance_once"),
            models.CheckConstraint(condition=Q(state__in=Presence.values), name="attendance_state_known"),
            models.CheckConstraint(
                condition=Q(state="REPRESENTED") & ~Q(represented_by="")
                | ~Q(state="REPRESENTED") & Q(represented_by=""),
                name="attendance_representative_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_state_display()}"

    @property
    def is_present(self) -> bool:
        return self.state in (Presence.SELF, Presence.REPRESENTED)


class Condition(AuditedModel):
    """Something the team wants done, by whom and until when; ticked off with a note."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="conditions", verbose_name="acara rapat")
    text = models.TextField("syarat")
    owner = models.CharField("penanggung jawab", max_length=200, blank=True)
    owner_unit = models.ForeignKey(
        OrgUnit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit penanggung jawab"
    )
    due_on = models.DateField("batas waktu", null=True, blank=True)
    taken_from = models.ForeignKey(
        OpinionCondition, models.PROTECT, null=True, blank=True, related_name="taken_over", verbose_name="usul dari"
    )
    reported_on = models.DateField("dilaporkan pada", null=True, blank=True)
    reported_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dilaporkan oleh"
    )
    report_note = models.TextField("laporan pemenuhan", blank=True)
    report_paper = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bukti pemenuhan"
    )
    settled_on = models.DateField("dipenuhi pada", null=True, blank=True)
    settled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    settled_note = models.TextField("catatan pemenuhan", blank=True)

    class Meta:
        verbose_name = "syarat TKKSD"
        verbose_name_plural = "syarat TKKSD"
        ordering = ["item", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="condition_has_text"),
            models.CheckConstraint(condition=~Q(owner="") | Q(owner_unit__isnull=False), name="condition_has_owner"),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, settled_by__isnull=True, settled_note="")
                | Q(settled_on__isnull=False, settled_by__isnull=False) & ~Q(settled_note=""),
                name="condition_settled_complete",
            ),
            models.CheckConstraint(
                condition=Q(reported_on__isnull=True, reported_by__isnull=True, report_note="")
                | Q(reported_on__isnull=False, reported_by__isnull=False) & ~Q(report_note=""),
                name="condition_reported_complete",
            ),
            models.CheckConstraint(
                condition=Q(report_paper__isnull=True) | Q(reported_on__isnull=False),
                name="condition_evidence_of_a_report",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def shown_owner(self) -> str:
        return self.owner or str(self.owner_unit or "")
