from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from kerjasama.accounts.models import Government, User
from kerjasama.accounts.permissions import seats
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models import Document
from kerjasama.documents.public_facts import CHANGED, IN_FORCE
from kerjasama.statutory.kinds import KINDS, ReportKind
from kerjasama.statutory.lifecycle import EditionLifecycle
from kerjasama.statutory.routes import ROUTES
from kerjasama.statutory.stages import FROZEN, OVER, Kind, Stage, Way
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from monitoring.schedule import Period
from proposals.models.visibility import EVERY_ORDINARY, EVERY_RESTRICTED


class StatutoryReport(AuditedModel):
    """A report that the region owes for one period; what is sent of it are its editions."""

    kind = models.CharField("jenis laporan", max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField("semester", default=0, help_text="0 untuk laporan setahun penuh")
    starts_on = models.DateField("awal periode")
    ends_on = models.DateField("akhir periode")
    due_on = models.DateField("tenggat")

    class Meta:
        verbose_name = "laporan wajib"
        verbose_name_plural = "laporan wajib"
        ordering = ["-ends_on", "kind"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["kind", "year", "half"], name="statutoryreport_once_per_period"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="statutoryreport_kind_known"),
            models.CheckConstraint(condition=Q(half__in=[0, 1, 2]), name="statutoryreport_half_known"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on"), due_on__gt=F("ends_on")), name="statutoryreport_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.period_label}"

    @property
    def rule(self) -> ReportKind:
        """Its line in the table of reports."""
        return KINDS[self.kind]

    @property
    def period(self) -> Period:
        return Period(self.year, self.half, self.starts_on, self.ends_on)

    @property
    def period_label(self) -> str:
        """ "Semester II 2026" or "Tahun 2026"."""
        return f"Semester {'I' * self.half} {self.year}" if self.half else f"Tahun {self.year}"

    @property
    def code(self) -> str:
        """Short, to be read out: "LKD-2026-S2"."""
        return f"{self.rule.code}-{self.year}" + (f"-S{self.half}" if self.half else "")


class ReportEdition(EditionLifecycle, StagedModel):
    """One edition of a report: written, checked, signed, sent. A further one corrects what was sent and says what changed."""

    ROUTES: ClassVar[Routes] = ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = Stage

    report = models.ForeignKey(
        StatutoryReport, on_delete=models.PROTECT, related_name="editions", verbose_name="laporan"
    )
    number = models.PositiveSmallIntegerField("edisi", default=1)
    why = models.TextField("sebab perbaikan", blank=True, max_length=4000, editable=False)
    analysis = models.TextField("analisis", blank=True, max_length=8000)
    follow_up = models.TextField("rencana tindak lanjut", blank=True, max_length=8000)

    # Frozen when the Kabag approves; empty again when the letter comes back.
    content = models.ForeignKey(
        "statutory.ReportContent", models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name="isi beku"
    )  # fmt: skip
    restricted = models.BooleanField("memuat kerja sama terbatas", default=False, editable=False)
    addressee = models.CharField("kepada", max_length=160, blank=True, editable=False)
    letter = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name="surat laporan"
    )
    workbook = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name="lembar kerja"
    )
    letter_number = models.CharField("nomor", max_length=120, blank=True, editable=False)
    dated = models.DateField("tanggal", null=True, blank=True, editable=False)

    sent_on = models.DateField("dikirim pada", null=True, blank=True, editable=False)
    way = models.CharField("cara pengiriman", max_length=10, choices=Way.choices, blank=True, editable=False)
    dispatch_number = models.CharField("nomor pengiriman", max_length=120, blank=True, editable=False)
    received_on = models.DateField("diterima pada", null=True, blank=True, editable=False)
    receipt_number = models.CharField("nomor tanda terima", max_length=120, blank=True, editable=False)

    class Meta:
        verbose_name = "edisi laporan wajib"
        verbose_name_plural = "edisi laporan wajib"
        ordering = ["-report__ends_on", "report__kind", "-number"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["turn_office", "due_on"], name="reportedition_turn")]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="reportedition_once"),
            models.UniqueConstraint(
                fields=["report"], condition=~Q(stage__in=OVER), name="reportedition_one_open"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="reportedition_number_from_one"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="reportedition_further_says_why"),
            models.CheckConstraint(condition=Q(number__gt=1) | ~Q(stage=Stage.CANCELLED), name="reportedition_first_is_owed"),
            models.CheckConstraint(condition=Q(way__in=["", *Way.values]), name="reportedition_way_known"),
            # What is issued has its frozen content, paper, number, day and addressee; what is being written has none of them.
            models.CheckConstraint(
                condition=Q(stage__in=FROZEN, content__isnull=False, letter__isnull=False, workbook__isnull=False, dated__isnull=False)
                & ~Q(letter_number="") & ~Q(addressee="")
                | ~Q(stage__in=FROZEN) & Q(content__isnull=True, letter__isnull=True, workbook__isnull=True, dated__isnull=True, letter_number=""),
                name="reportedition_frozen_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.SENT, sent_on__isnull=False, sent_on__gte=F("dated")) & ~Q(way="")
                | ~Q(stage=Stage.SENT) & Q(sent_on__isnull=True, way=""),
                name="reportedition_sent_has_day_and_way",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, receipt_number="")
                | Q(received_on__isnull=False, received_on__gte=F("sent_on")) & ~Q(receipt_number=""),
                name="reportedition_receipt_has_number",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.report}{self.edition_suffix}"

    def get_absolute_url(self) -> str:
        return reverse("statutory:edition", args=[self.pk])

    @property
    def edition_suffix(self) -> str:
        """ ", edisi 2" for a further one."""
        return f", edisi {self.number}" if self.number > 1 else ""

    @property
    def case_code(self) -> str:
        return self.report.code + (f"-E{self.number}" if self.number > 1 else "")

    @property
    def is_frozen(self) -> bool:
        return self.content_id is not None

    @property
    def is_late(self) -> bool:
        """Past its statutory day and not sent; a correction has no such day."""
        return self.due_on is not None and not self.closed and self.due_on < clock.today()

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["ReportEdition"]:
        """Who may read every restricted case reads all; the other offices of the government what was sent and names none."""
        offices = {seat.office for seat in seats(user)}
        found = cls._default_manager.select_related("report")
        if offices & EVERY_RESTRICTED:
            return found
        if offices & EVERY_ORDINARY:
            return found.filter(stage=Stage.SENT, restricted=False)
        return found.none()

    def addressed(self) -> str:
        """To whom it goes: as frozen, else as the table has it for our level."""
        return self.addressee or self.report.rule.addressee(Government.current().level).name

    def public_status(self) -> str:
        """For the page of verification: a later edition that was sent takes its place."""
        later = self.report.editions.filter(number__gt=self.number, stage=Stage.SENT)
        return CHANGED if later.exists() else IN_FORCE


class ReportContent(models.Model):
    """The content of an edition as it was approved: rows, figures and what changed. Never changed; the database refuses it."""

    edition = models.ForeignKey(ReportEdition, models.PROTECT, related_name="contents", verbose_name="edisi")
    # The edition that was sent before, with which this one is compared; none for the very first.
    compared_with = models.ForeignKey(
        ReportEdition, models.PROTECT, null=True, related_name="+", verbose_name="dibandingkan dengan"
    )
    data: Any = models.JSONField("isi")
    sha256 = models.CharField("sidik isi", max_length=64)
    frozen_at = models.DateTimeField("dibekukan pada", default=clock.now)

    class Meta:
        verbose_name = "isi beku laporan"
        verbose_name_plural = "isi beku laporan"
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="reportcontent_sha256_is_hex"),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.sha256[:12]}"
