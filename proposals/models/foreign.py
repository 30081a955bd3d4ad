"""What cooperation abroad asks besides (PP 28/2018 art. 23-40; Permendagri 25/2020): study, plan, the agreement of the centre."""

from django.db import models
from django.db.models import Q

from kerjasama.core.models import AuditedModel
from kerjasama.parties.models import Partner
from proposals.models.proposal import Proposal


class ObjectClass(models.TextChoices):
    """The five classes of a foreign object (PP 28/2018 art. 23(2))."""

    SCIENCE = "SCIENCE", "Pengembangan ilmu pengetahuan dan teknologi"
    CULTURE = "CULTURE", "Pertukaran budaya"
    CAPABILITY = "CAPABILITY", "Peningkatan kemampuan teknis dan manajemen pemerintahan"
    PROMOTION = "PROMOTION", "Promosi potensi daerah"
    OTHER = "OTHER", "Objek lain yang tidak bertentangan dengan peraturan"


class Exploration(AuditedModel):
    """What a foreign object must be, and what the study found: the five conditions, and those of KSDPL besides."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.OneToOneField(
        Proposal, on_delete=models.CASCADE, related_name="exploration", verbose_name="usulan"
    )
    object_class = models.CharField("golongan objek", max_length=12, choices=ObjectClass.choices, blank=True)
    object_note = models.TextField("uraian objek lain", blank=True, max_length=4000)
    transfer = models.TextField("alih pengetahuan kepada sumber daya manusia Indonesia", blank=True, max_length=4000)
    conclusion = models.TextField("kesimpulan", blank=True, max_length=8000)
    no_office_abroad = models.BooleanField("tidak membuka kantor perwakilan di luar negeri", default=False)
    no_interference = models.BooleanField("mitra tidak mencampuri urusan dalam negeri", default=False)
    equal_status = models.BooleanField("kesetaraan status administrasi", default=False)
    equal_territory = models.BooleanField("kesetaraan wilayah", default=False)
    equality = models.TextField("uraian kesetaraan", blank=True, max_length=4000)
    complementary = models.TextField("saling melengkapi", blank=True, max_length=4000)
    people = models.TextField("peningkatan hubungan antarmasyarakat", blank=True, max_length=4000)

    class Meta:
        verbose_name = "kajian penjajakan"
        verbose_name_plural = "kajian penjajakan"
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Kajian penjajakan {self.proposal.code}"


#: The seven parts of a rencana kerja sama (PP 28/2018 art. 30(3); Permendagri 25/2020 art. 15).
PLAN_PARTS = ("subject", "background", "aims", "object_text", "scope", "funding", "term_text")


class CooperationPlan(AuditedModel):
    """The rencana kerja sama in its seven parts; `edition` counts how often it was handed in."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.OneToOneField(
        Proposal, on_delete=models.CASCADE, related_name="cooperation_plan", verbose_name="usulan"
    )
    subject = models.TextField("subjek", blank=True, max_length=4000)
    background = models.TextField("latar belakang", blank=True, max_length=8000)
    aims = models.TextField("maksud, tujuan, dan sasaran", blank=True, max_length=8000)
    object_text = models.TextField("objek", blank=True, max_length=4000)
    scope = models.TextField("ruang lingkup", blank=True, max_length=8000)
    funding = models.TextField("sumber pembiayaan", blank=True, max_length=8000)
    term_text = models.CharField("jangka waktu pelaksanaan", blank=True, max_length=250)
    edition = models.PositiveSmallIntegerField("edisi", default=0, editable=False)

    class Meta:
        verbose_name = "rencana kerja sama"
        verbose_name_plural = "rencana kerja sama"
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Rencana kerja sama {self.proposal.code}"


class Forwarding(AuditedModel):
    """The cooperation of the centre that is passed on, and what Permendagri 25/2020 art. 27-29 asks with it."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.OneToOneField(
        Proposal, on_delete=models.CASCADE, related_name="forwarding", verbose_name="usulan"
    )
    ministry = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kementerian/lembaga"
    )
    number = models.CharField("nomor kerja sama induk", max_length=120, blank=True)
    dated = models.DateField("tanggal kerja sama induk", null=True, blank=True)
    ends_on = models.DateField("kerja sama induk berakhir", null=True, blank=True)
    technical = models.BooleanField("bersifat teknis", default=False)
    # The letter in which the partner says that it is willing, and the study where one is owed.
    willingness_id = models.BigIntegerField("surat kesediaan", null=True, editable=False)
    study_id = models.BigIntegerField("studi kelayakan", null=True, editable=False)
    technical_partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Mitra Teknis", editable=False
    )  # fmt: skip
    recommendation = models.CharField("nomor rekomendasi Menteri", max_length=120, blank=True, editable=False)

    class Meta:
        verbose_name = "kerja sama induk"
        verbose_name_plural = "kerja sama induk"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(dated__isnull=True) | Q(ends_on__gt=models.F("dated")),
                name="forwarding_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"Kerja sama induk Nomor {self.number}"
