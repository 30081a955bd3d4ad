"""What cooperation with a third party asks besides (UU 23/2014 art. 366; PP 28/2018 art. 14-18)."""

from django.db import models
from django.db.models import F, Q

from kerjasama.core.models import AuditedModel
from kerjasama.parties.models import Partner
from proposals.legality import PaperKind
from proposals.models.proposal import Proposal
from proposals.stages import SKIPPABLE, Stage


class FeasibilityStudy(AuditedModel):
    """The studi kelayakan that comes first (UU 23/2014 art. 366(3)); what it says of burdens feeds the DPRD question."""

    DRAFT_MAY_BE_DELETED = True

    class Author(models.TextChoices):
        REGION = "REGION", "Pemerintah daerah"
        THIRD_PARTY = "THIRD_PARTY", "Pihak ketiga pemrakarsa"
        JOINT = "JOINT", "Bersama"

    class Conclusion(models.TextChoices):
        FEASIBLE = "FEASIBLE", "Layak"
        CONDITIONAL = "CONDITIONAL", "Layak bersyarat"
        NOT_FEASIBLE = "NOT_FEASIBLE", "Tidak layak"

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="study", verbose_name="usulan")
    author = models.CharField("penyusun", max_length=12, choices=Author.choices)
    made_by = models.CharField("nama penyusun", max_length=200)
    dated = models.DateField("tanggal studi")
    conclusion = models.CharField("kesimpulan", max_length=12, choices=Conclusion.choices)
    conditions = models.TextField("syarat kelayakan", blank=True, max_length=4000)
    summary = models.TextField("ringkasan", max_length=8000)
    burdens_community = models.BooleanField("membebani masyarakat")
    burdens_region = models.BooleanField("membebani daerah")
    budgeted = models.BooleanField("telah teranggarkan")
    budget_evidence = models.CharField("rujukan RKA atau DPA", max_length=250, blank=True)
    uses_assets = models.BooleanField("memakai barang milik daerah")
    document_id = models.BigIntegerField("nomor dokumen", editable=False)

    class Meta:
        verbose_name = "studi kelayakan"
        verbose_name_plural = "studi kelayakan"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(conclusion="CONDITIONAL") | ~Q(conditions=""), name="feasibilitystudy_names_conditions"
            ),
            models.CheckConstraint(condition=~Q(summary="") & ~Q(made_by=""), name="feasibilitystudy_has_content"),
        ]

    def __str__(self) -> str:
        return f"Studi kelayakan {self.proposal.code}: {self.get_conclusion_display()}"


class Contact(AuditedModel):
    """One of the two people through whom a proposer is reached."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="contacts", verbose_name="usulan")
    order = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama", max_length=150)
    position = models.CharField("jabatan", max_length=150)
    email = models.EmailField("surel")
    phone = models.CharField("telepon", max_length=30)

    class Meta:
        verbose_name = "narahubung pihak ketiga"
        verbose_name_plural = "narahubung pihak ketiga"
        ordering = ["order"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "order"], name="contact_order_once"),
            models.CheckConstraint(condition=Q(order__in=(1, 2)), name="contact_one_of_two"),
        ]

    def __str__(self) -> str:
        return self.name


class LegalPaper(AuditedModel):
    """A paper that proves the legality of a partner; the newest of its kind counts, in every case of that partner."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="legal_papers", verbose_name="mitra")
    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="legal_papers", verbose_name="dicatat pada usulan"
    )
    kind = models.CharField("jenis", max_length=16, choices=PaperKind.choices)
    number = models.CharField("nomor", max_length=120)
    dated = models.DateField("tanggal")
    expires_on = models.DateField("berlaku sampai", null=True, blank=True)
    document_id = models.BigIntegerField("nomor dokumen", editable=False)

    class Meta:
        verbose_name = "dokumen legalitas"
        verbose_name_plural = "dokumen legalitas"
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["expires_on"], name="legalpaper_expiry")]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("dated")), name="legalpaper_dates_in_order"
            ),
            models.CheckConstraint(condition=~Q(number=""), name="legalpaper_has_number"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} Nomor {self.number}"


class SpecialRule(AuditedModel):
    """Another regime that governs this object, seen and named by a person (PP 28/2018 art. 15)."""

    class About(models.TextChoices):
        SECTOR = "SECTOR", "Peraturan sektor"
        ASSETS = "ASSETS", "Pengelolaan barang milik daerah"

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="special_rules", verbose_name="usulan"
    )
    about = models.CharField("tentang", max_length=8, choices=About.choices)
    regulation = models.CharField("peraturan", max_length=300)
    note = models.TextField("keterangan", blank=True, max_length=4000)
    acknowledged_on = models.DateField("diketahui pada")

    class Meta:
        verbose_name = "ketentuan khusus"
        verbose_name_plural = "ketentuan khusus"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "about"], name="specialrule_once"),
            models.CheckConstraint(condition=~Q(regulation=""), name="specialrule_is_named"),
        ]

    def __str__(self) -> str:
        return self.regulation


class SkippedStep(AuditedModel):
    """A stage that sector law takes the place of, with the article and the reason."""

    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, related_name="skipped_steps", verbose_name="usulan"
    )
    stage = models.CharField("tahap", max_length=32)
    basis = models.CharField("dasar hukum", max_length=300)
    reason = models.TextField("alasan", max_length=4000)
    skipped_on = models.DateField("dilewati pada")

    class Meta:
        verbose_name = "tahap yang dilewati"
        verbose_name_plural = "tahap yang dilewati"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=[str(s) for s in SKIPPABLE]), name="skippedstep_may_be"),
            models.CheckConstraint(condition=~Q(basis="") & ~Q(reason=""), name="skippedstep_says_why"),
        ]

    def __str__(self) -> str:
        return f"{Stage(self.stage).label}: {self.basis}"


class CriterionFinding(AuditedModel):
    """One of the three criteria of a third party's initiative, met or not, and why (PP 28/2018 art. 18(1))."""

    class Criterion(models.TextChoices):
        MASTER_PLAN = "MASTER_PLAN", "terintegrasi secara teknis dengan rencana induk pada sektor yang bersangkutan"
        FEASIBLE = "FEASIBLE", "layak secara ekonomi dan finansial"
        ABLE = "ABLE", "pemrakarsa memiliki kemampuan keuangan yang memadai"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="criteria", verbose_name="usulan")
    criterion = models.CharField("kriteria", max_length=12, choices=Criterion.choices)
    met = models.BooleanField("terpenuhi")
    reason = models.TextField("pertimbangan", max_length=4000)
    found_on = models.DateField("dinilai pada")

    class Meta:
        verbose_name = "penilaian kriteria"
        verbose_name_plural = "penilaian kriteria"
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["proposal", "criterion"], name="criterionfinding_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="criterionfinding_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.get_criterion_display()}: {'terpenuhi' if self.met else 'tidak terpenuhi'}"
