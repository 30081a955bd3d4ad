from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import UNIT_BOUND
from kerjasama.core import text
from kerjasama.core.errors import BadInput
from kerjasama.core.models import AuditedModel
from kerjasama.core.validators import NON_NEGATIVE
from kerjasama.parties.models import Partner
from kerjasama.reviews import selectors as reviews
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from kerjasama.workflow.statute import CATEGORIES, Category, CooperationKind, Direction, Initiative
from proposals.lifecycle import ProposalLifecycle
from proposals.models.affair import Affair
from proposals.models.plan import PlanRow, PlanYear
from proposals.models.visibility import readable_papers, visible_proposals
from proposals.plan_stages import PlanStage
from proposals.routes import ROUTES
from proposals.stages import Classification, DprdOutcome, PlanException, PlanStanding, Stage

_CATEGORY_OF_KIND = Q()
for _kind, _categories in CATEGORIES.items():
    _CATEGORY_OF_KIND |= Q(kind=_kind, category__in=[str(category) for category in _categories])
_money = {"max_digits": 18, "decimal_places": 2, "validators": [NON_NEGATIVE]}


class Proposal(ProposalLifecycle, StagedModel):
    """A case of cooperation, from the first idea until its naskah are being written."""

    ROUTES: ClassVar[Routes] = ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = Stage
    DRAFT_MAY_BE_DELETED = True

    code = models.CharField("kode usulan", max_length=24, unique=True, editable=False)
    year = models.PositiveSmallIntegerField("tahun", editable=False)
    kind = models.CharField("jenis", max_length=8, choices=CooperationKind.choices, default=CooperationKind.KSDD)
    category = models.CharField("kategori", max_length=20, choices=Category.choices, default=Category.VOLUNTARY)
    initiative = models.CharField("prakarsa", max_length=12, choices=Initiative.choices, default=Initiative.REGION)
    direction = models.CharField("arah", max_length=8, choices=Direction.choices, default=Direction.OUTGOING)
    # What was answered when the kind was chosen, what followed from it, and why a person chose otherwise.
    choice = models.JSONField("pertimbangan jenis", default=dict, blank=True, editable=False)
    choice_reason = models.TextField("alasan memilih jenis lain", blank=True, editable=False)
    title = models.CharField("judul", max_length=250)
    lead_unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", verbose_name="perangkat daerah pemrakarsa"
    )
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="penyusun")
    affair = models.ForeignKey(
        Affair, on_delete=models.PROTECT, null=True, blank=True, verbose_name="urusan pemerintahan"
    )
    classification = models.CharField(
        "klasifikasi", max_length=10, choices=Classification.choices, default=Classification.ORDINARY
    )
    named_readers = models.ManyToManyField(User, blank=True, related_name="+", verbose_name="pembaca yang disebut")

    background = models.TextField("latar belakang", blank=True, max_length=8000)
    aims = models.TextField("maksud dan tujuan", blank=True, max_length=8000)
    location = models.TextField("lokasi", blank=True, max_length=4000)
    scope = models.TextField("ruang lingkup", blank=True, max_length=8000)
    term_text = models.CharField("jangka waktu", blank=True, max_length=250)
    term_years = models.PositiveSmallIntegerField("lama dalam tahun", null=True, blank=True)
    benefits = models.TextField("manfaat", blank=True, max_length=8000)
    impact = models.TextField("analisis dampak sosial dan lingkungan", blank=True, max_length=8000)
    financing = models.TextField("pembiayaan", blank=True, max_length=8000)

    declares_decency = models.BooleanField("tidak bertentangan dengan kesusilaan", default=False)
    declares_order = models.BooleanField("tidak bertentangan dengan ketertiban umum", default=False)
    declares_interest = models.BooleanField("tidak bertentangan dengan kepentingan nasional", default=False)
    declares_law = models.BooleanField("tidak bertentangan dengan peraturan perundang-undangan", default=False)

    plan_standing = models.CharField(
        "kedudukan dalam perencanaan", max_length=12, choices=PlanStanding.choices, blank=True
    )
    plan_reference = models.CharField("rujukan perencanaan", max_length=250, blank=True)
    plan_exception = models.CharField("pengecualian", max_length=20, choices=PlanException.choices, blank=True)
    plan_row = models.ForeignKey(
        PlanRow, models.PROTECT, null=True, blank=True, related_name="proposals", verbose_name="baris rencana"
    )

    burdens_community = models.BooleanField("membebani masyarakat", null=True, blank=True)
    burdens_region = models.BooleanField("membebani daerah", null=True, blank=True)
    unbudgeted = models.BooleanField("belum teranggarkan", null=True, blank=True)
    uses_assets = models.BooleanField("memakai barang milik daerah", default=False)
    amount = models.DecimalField("perkiraan nilai", null=True, blank=True, **_money)
    budget_reference = models.CharField("rujukan APBD/DPA", max_length=250, blank=True)
    dprd_outcome = models.CharField(
        "hasil DPRD", max_length=20, choices=DprdOutcome.choices, blank=True, editable=False
    )

    answer_drafted = models.CharField("jawaban yang disiapkan", max_length=12, blank=True, editable=False)
    tkksd_since = models.DateField("di TKKSD sejak", null=True, blank=True, editable=False)
    dprd_since = models.DateField("di DPRD sejak", null=True, blank=True, editable=False)
    naskah_opened = models.PositiveSmallIntegerField("naskah dibuka", default=0, editable=False)
    # A plan that the Menteri wants repaired goes to the DPRD again only when its substance changes.
    plan_in_repair = models.BooleanField("rencana sedang diperbaiki", default=False, editable=False)
    first_signed_on = models.DateField("naskah pertama ditandatangani", null=True, blank=True, editable=False)
    # Where a case came in from paper at a later stage, on which day (decision 25).
    from_paper_on = models.DateField("masuk dari proses kertas", null=True, blank=True, editable=False)
    is_demo = models.BooleanField("data demo", default=False, editable=False)

    class Meta:
        verbose_name = "usulan"
        verbose_name_plural = "usulan"
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["turn_office", "turn_unit", "due_on"], name="proposal_turn"),
            models.Index(fields=["year", "stage"], name="proposal_year_stage"),
            models.Index(fields=["lead_unit", "-id"], name="proposal_unit_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="proposal_amount_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.DPRD_PENDING]) | Q(dprd_since__isnull=False),
                name="proposal_dprd_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(plan_standing="EXCEPTION")
                | ~Q(plan_exception="")
                | Q(stage__in=[Stage.INTAKE, Stage.PREPARATION]),
                name="proposal_exception_is_named",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.CLEARED) | ~Q(dprd_outcome=""), name="proposal_cleared_has_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.INSTRUMENTS) | Q(route_key__endswith=".BETWEEN") | ~Q(dprd_outcome=""),
                name="proposal_gate_before_instruments",
            ),
            models.CheckConstraint(condition=_CATEGORY_OF_KIND, name="proposal_category_of_its_kind"),
            # PP 28/2018 art. 28(2): a foreign institution comes through the centre only.
            models.CheckConstraint(
                condition=~Q(kind=CooperationKind.KSDLL, initiative=Initiative.PARTNER),
                name="proposal_ksdll_never_directly",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("desk:case", args=[self.code])

    @property
    def case_code(self) -> str:
        return self.code

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["Proposal"]:
        """The cases a person may see (rulings 25)."""
        return visible_proposals(cls._default_manager.all(), user)

    @classmethod
    def readable_papers(cls, user: User) -> frozenset[str] | None:
        """The kinds of papers of a visible case a person may open; None for all."""
        return readable_papers(user)

    def unit_in_charge(self, office: str) -> int | None:
        return self.lead_unit_id if office in UNIT_BOUND else None

    def further_units(self, office: str, act: str) -> tuple[int, ...]:
        """A unit that owns a condition of the TKKSD reports it, whoever leads the case."""
        if act != "report_condition" or office not in UNIT_BOUND:
            return ()
        return tuple(dict.fromkeys(c.owner_unit_id for c in reviews.open_conditions(self) if c.owner_unit_id))

    def turn(self, stage: str) -> str:
        """Once a naskah is open, the case waits in its rooms and not here."""
        if stage in (Stage.INSTRUMENTS, Stage.CLEARED, Stage.INTENT) and self.naskah_opened:
            return ""
        return super().turn(stage)

    @property
    def listed_title(self) -> str:
        """The title as papers for many readers list it; a case that few may read is known there by its code only."""
        return self.title if self.classification == Classification.ORDINARY else "Usulan dengan akses terbatas"

    @property
    def counterparts(self) -> list[Partner]:
        """The other parties, in order."""
        return [party.partner for party in self.parties.all() if party.partner is not None]

    @property
    def partner_names(self) -> str:
        """The other parties as they stand in a sentence: "A", "A dan B", "A, B, dan C"."""
        return text.joined([partner.name for partner in self.counterparts])

    @property
    def awaited_partners(self) -> list[Partner]:
        """The other parties that have not said yes, in order."""
        willing = set(self.letters.filter(ours=False, answer="WILLING").values_list("partner_id", flat=True))
        return [partner for partner in self.counterparts if partner.pk not in willing]

    def party_of(self, partner_id: int | None) -> Partner:
        """The counterpart an answer came from; the only one when there is one. Raises BadInput for a stranger."""
        found = [partner for partner in self.counterparts if partner_id in (None, partner.pk)]
        if len(found) != 1:
            raise BadInput("Pihak belum dipilih.", errors={"partner": ["Pilih pihak yang mengirim surat ini."]})
        return found[0]

    def list_is_kept_here(self) -> bool:
        """Whether the yearly list of its year was adopted in this system; else a reference in words names the row."""
        return PlanYear.objects.filter(year=self.year, stage=PlanStage.ADOPTED).exists()

    @property
    def total_planned(self) -> Decimal:
        """The planned burden on the APBD over all years, in rupiah."""
        return sum((line.amount for line in self.budget_lines.all()), Decimal(0))


class Party(AuditedModel):
    """A party to a case: ours when `partner` is empty, else another region; in the order of the naskah."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="parties", verbose_name="usulan")
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="mitra"
    )
    order = models.PositiveSmallIntegerField("urutan")

    class Meta:
        verbose_name = "pihak"
        verbose_name_plural = "para pihak"
        ordering = ["order"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "order"], name="party_order_once"),
            models.UniqueConstraint(fields=["proposal", "partner"], name="party_partner_once"),
        ]

    def __str__(self) -> str:
        return str(self.partner or "Pemerintah daerah ini")


class BudgetLine(AuditedModel):
    """The planned burden on the APBD in one year."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="budget_lines", verbose_name="usulan")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    amount = models.DecimalField("beban", **_money)

    class Meta:
        verbose_name = "rencana beban APBD"
        verbose_name_plural = "rencana beban APBD"
        ordering = ["year"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "year"], name="budgetline_year_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="budgetline_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.amount}"
