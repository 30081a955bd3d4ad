from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Count, Deferrable, Q
from django.urls import reverse

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import UNIT_BOUND, Office
from kerjasama.core.validators import NON_NEGATIVE
from kerjasama.documents.models import Document
from kerjasama.parties.models import Partner
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from kerjasama.workflow.statute import CATEGORIES, Category, CooperationKind
from proposals.lifecycle.plan import PlanRowLifecycle, PlanYearLifecycle
from proposals.models.affair import Affair
from proposals.models.visibility import visible_plan_rows, visible_plans
from proposals.plan_stages import BudgetStatus, Funding, PlanStage, Programme, RowStage, Source
from proposals.routes.plan import ROW_ROUTES, YEAR_ROUTES
from proposals.stages import PlanException

_CATEGORY_OF_KIND = Q()
for _kind, _categories in CATEGORIES.items():
    _CATEGORY_OF_KIND |= Q(kind=_kind, category__in=[str(category) for category in _categories])
_money = {"max_digits": 18, "decimal_places": 2, "validators": [NON_NEGATIVE], "null": True, "blank": True}
REVISIONS = {1: "", 2: "Perubahan", 3: "Perubahan Kedua", 4: "Perubahan Ketiga"}


class PlanYear(PlanYearLifecycle, StagedModel):
    """The list of planned cooperation of a year; a mid-year Perubahan is the next edition of the same year."""

    ROUTES: ClassVar[Routes] = YEAR_ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = PlanStage

    year = models.PositiveSmallIntegerField("tahun")
    edition = models.PositiveSmallIntegerField("edisi", default=1)
    open_until = models.DateField("batas pengusulan")
    decree_number = models.CharField("nomor keputusan", max_length=120, blank=True, editable=False)
    decree_on = models.DateField("tanggal keputusan", null=True, blank=True, editable=False)
    decree = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name="keputusan"
    )

    class Meta:
        verbose_name = "daftar rencana tahunan"
        verbose_name_plural = "daftar rencana tahunan"
        ordering = ["-year", "-edition"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["year", "edition"], name="planyear_edition_once"),
            models.CheckConstraint(condition=Q(edition__gte=1) & Q(edition__lte=4), name="planyear_edition_known"),
            models.CheckConstraint(condition=Q(year__gte=2000) & Q(year__lte=2200), name="planyear_year_known"),
            models.CheckConstraint(
                condition=~Q(stage=PlanStage.ADOPTED) | Q(decree_on__isnull=False) & ~Q(decree_number=""),
                name="planyear_adopted_by_decree",
            ),
        ]

    def __str__(self) -> str:
        words = f"{REVISIONS[self.edition]} Daftar" if self.edition > 1 else "Daftar"
        return f"{words} Rencana Kerja Sama Tahun {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("plan:year", args=[self.year, self.edition])

    @property
    def case_code(self) -> str:
        return f"RKS-{self.year}" + (f"-P{self.edition - 1}" if self.edition > 1 else "")

    @property
    def label(self) -> str:
        """Short: "2026" or "2026 Perubahan"."""
        return f"{self.year} {REVISIONS[self.edition]}".strip()

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["PlanYear"]:
        """The list of a year belongs to all who plan; the DPRD and the administrator have no part in it."""
        return visible_plans(cls._default_manager.all(), user)

    def counts_by_stage(self) -> dict[str, int]:
        """How many rows stand at each stage; one query."""
        return dict(self.rows.order_by().values_list("stage").annotate(n=Count("pk")))


class PlanRow(PlanRowLifecycle, StagedModel):
    """One planned cooperation: who wants it, what for, with whom, at what cost, and how much it matters."""

    ROUTES: ClassVar[Routes] = ROW_ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = RowStage
    DRAFT_MAY_BE_DELETED = True

    plan = models.ForeignKey(PlanYear, models.PROTECT, related_name="rows", verbose_name="daftar tahun")
    code = models.CharField("kode baris", max_length=24, unique=True, editable=False)
    unit = models.ForeignKey(OrgUnit, models.PROTECT, related_name="+", verbose_name="perangkat daerah pengusul")
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="penyusun")
    source = models.CharField("asal usulan", max_length=12, choices=Source.choices, default=Source.OPD)
    source_reference = models.CharField("surat atau permohonan asal", max_length=250, blank=True)
    affair = models.ForeignKey(Affair, models.PROTECT, null=True, blank=True, verbose_name="urusan pemerintahan")
    title = models.CharField("objek kerja sama", max_length=250)
    kind = models.CharField("jenis", max_length=8, choices=CooperationKind.choices, default=CooperationKind.KSDD)
    category = models.CharField("kategori", max_length=20, choices=Category.choices, default=Category.VOLUNTARY)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="calon mitra terdaftar"
    )
    partner_name = models.CharField("calon mitra", max_length=200, blank=True)
    location = models.TextField("lokasi", blank=True, max_length=2000)
    potential = models.TextField("potensi", blank=True, max_length=4000)
    characteristics = models.TextField("karakteristik", blank=True, max_length=4000)
    needs = models.TextField("kebutuhan", blank=True, max_length=4000)
    externality = models.TextField("eksternalitas lintas daerah", blank=True, max_length=4000)
    benefits = models.TextField("uraian manfaat", blank=True, max_length=4000)
    benefit_amount = models.DecimalField("perkiraan manfaat", **_money)
    cost_amount = models.DecimalField("perkiraan biaya", **_money)
    funding = models.CharField("sumber pembiayaan", max_length=8, choices=Funding.choices, blank=True)
    budget_status = models.CharField("status anggaran", max_length=12, choices=BudgetStatus.choices, blank=True)
    programme_document = models.CharField("dokumen perencanaan", max_length=8, choices=Programme.choices, blank=True)
    programme = models.CharField("program RPJMD/RKPD", max_length=250, blank=True)
    exception = models.CharField("pengecualian perencanaan", max_length=20, choices=PlanException.choices, blank=True)
    score_parts = models.JSONField("nilai prioritas", default=dict, blank=True, editable=False)
    score_weights = models.JSONField("bobot nilai", default=dict, blank=True, editable=False)
    score = models.DecimalField("skor", max_digits=5, decimal_places=2, null=True, blank=True, editable=False)
    rank = models.PositiveSmallIntegerField("urutan prioritas", null=True, blank=True, editable=False)
    bagian_verified_on = models.DateField("diverifikasi Bagian Kerja Sama", null=True, blank=True, editable=False)
    bappeda_verified_on = models.DateField("diverifikasi Bappeda", null=True, blank=True, editable=False)
    bappeda_note = models.TextField("catatan Bappeda", blank=True, max_length=2000, editable=False)
    tkksd_note = models.TextField("catatan TKKSD", blank=True, max_length=2000, editable=False)
    discussed_on = models.DateField("dibahas TKKSD", null=True, blank=True, editable=False)
    started_on = models.DateField("mulai berjalan", null=True, blank=True, editable=False)
    finished_on = models.DateField("selesai atau gugur", null=True, blank=True, editable=False)
    drop_reason = models.TextField("alasan gugur", blank=True, editable=False)
    copied_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="copies",
        verbose_name="disalin dari",
    )
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="successors",
        verbose_name="mengganti",
    )

    class Meta:
        verbose_name = "baris rencana"
        verbose_name_plural = "baris rencana"
        ordering = ["-plan__year", "-plan__edition", "rank", "pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["plan", "stage"], name="planrow_plan_stage"),
            models.Index(fields=["unit", "stage"], name="planrow_unit_stage"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["plan", "rank"], name="planrow_rank_once", deferrable=Deferrable.DEFERRED),
            models.UniqueConstraint(fields=["plan", "copied_from"], name="planrow_copied_once"),
            models.UniqueConstraint(
                fields=["replaces"], condition=~Q(stage=RowStage.DROPPED), name="planrow_replaced_once"
            ),
            models.CheckConstraint(condition=_CATEGORY_OF_KIND, name="planrow_category_of_its_kind"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0) & Q(score__lte=100), name="planrow_score_in_range"
            ),
            # Both have verified before the row goes on.
            models.CheckConstraint(
                condition=~Q(stage__in=[RowStage.VERIFIED, RowStage.DISCUSSED, RowStage.ADOPTED, RowStage.RUNNING, RowStage.FINISHED])
                | Q(bagian_verified_on__isnull=False, bappeda_verified_on__isnull=False, score__isnull=False, rank__isnull=False),
                name="planrow_verified_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[RowStage.DISCUSSED, RowStage.ADOPTED, RowStage.RUNNING, RowStage.FINISHED])
                | Q(discussed_on__isnull=False) & ~Q(tkksd_note=""),
                name="planrow_discussed_has_note",
            ),
            models.CheckConstraint(
                condition=~Q(stage=RowStage.DROPPED) | ~Q(drop_reason=""), name="planrow_dropped_says_why"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("plan:row", args=[self.pk])

    @property
    def case_code(self) -> str:
        return self.code

    @property
    def partner_label(self) -> str:
        """The candidate partner by its registered name, else as it was written; "" while nobody is named."""
        return self.partner.name if self.partner is not None else self.partner_name.strip()

    @property
    def ratio(self) -> Decimal | None:
        """Benefit for each rupiah of cost, two digits; None where a figure is missing or the cost is 0."""
        if self.benefit_amount is None or not self.cost_amount:
            return None
        return (self.benefit_amount / self.cost_amount).quantize(Decimal("0.01"))

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["PlanRow"]:
        """A unit sees its own rows and every adopted one; the offices of planning see the rows of all."""
        return visible_plan_rows(cls._default_manager.all(), user)

    def unit_in_charge(self, office: str) -> int | None:
        return self.unit_id if office in UNIT_BOUND else None

    def turn(self, stage: str) -> str:
        """Two verify, in any order; a discussed row waits in its list and a running one in its case."""
        if stage == RowStage.PROPOSED and self.bagian_verified_on:
            return Office.BAPPEDA
        return "" if stage in (RowStage.DISCUSSED, RowStage.RUNNING) else super().turn(stage)
