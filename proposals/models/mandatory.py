"""What mandatory cooperation asks besides (PP 28/2018 art. 5, 7, 10, 11; UU 23/2014 art. 364)."""

from django.db import models
from django.db.models import Q

from kerjasama.core.models import AuditedModel
from proposals.models.proposal import Proposal


class CoordinationLevel(models.TextChoices):
    PROVINCE = "PROVINCE", "Provinsi"
    NATIONAL = "NATIONAL", "Nasional"


class Mapping(AuditedModel):
    """The mapping of an affair by potential, characteristics and needs; externality where regions border."""

    DRAFT_MAY_BE_DELETED = True

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="mapping", verbose_name="usulan")
    potential = models.TextField("potensi", blank=True, max_length=8000)
    characteristics = models.TextField("karakteristik", blank=True, max_length=8000)
    needs = models.TextField("kebutuhan", blank=True, max_length=8000)
    externality = models.TextField("eksternalitas lintas daerah", blank=True, max_length=8000)

    class Meta:
        verbose_name = "pemetaan urusan"
        verbose_name_plural = "pemetaan urusan"
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Pemetaan {self.proposal.code}"


class Coordination(AuditedModel):
    """The technical coordination that stands in place of offer and answer: its minutes, agreed by all heads."""

    proposal = models.OneToOneField(
        Proposal, on_delete=models.PROTECT, related_name="coordination", verbose_name="usulan"
    )
    level = models.CharField("tingkat", max_length=8, choices=CoordinationLevel.choices)
    number = models.CharField("nomor berita acara", max_length=120)
    held_on = models.DateField("tanggal")
    place = models.CharField("tempat", max_length=160)
    convened_by = models.CharField("penyelenggara", max_length=160)
    agreed_objects = models.TextField("objek yang disepakati", max_length=8000)
    document_id = models.BigIntegerField("nomor dokumen", editable=False)

    class Meta:
        verbose_name = "koordinasi teknis"
        verbose_name_plural = "koordinasi teknis"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=Q(level__in=CoordinationLevel.values), name="coordination_level_known"),
            models.CheckConstraint(condition=~Q(number="") & ~Q(agreed_objects=""), name="coordination_is_agreed"),
        ]

    def __str__(self) -> str:
        return f"Berita acara koordinasi teknis Nomor {self.number}"


class JointSecretariat(AuditedModel):
    """A Sekretariat Kerja Sama: continuous, complex, at least five years (PP 28/2018 art. 7(2))."""

    proposal = models.OneToOneField(
        Proposal, on_delete=models.PROTECT, related_name="secretariat", verbose_name="usulan"
    )
    decree_number = models.CharField("nomor keputusan bersama", max_length=120)
    decree_date = models.DateField("tanggal keputusan bersama")
    seat = models.CharField("kedudukan", max_length=160)
    continuous = models.BooleanField("dilaksanakan terus-menerus")
    regions = models.PositiveSmallIntegerField("jumlah daerah")
    objects_count = models.PositiveSmallIntegerField("jumlah objek")
    term_years = models.PositiveSmallIntegerField("lama dalam tahun")

    class Meta:
        verbose_name = "sekretariat kerja sama"
        verbose_name_plural = "sekretariat kerja sama"
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=Q(continuous=True, term_years__gte=5) & (Q(regions__gt=2) | Q(objects_count__gt=2)),
                name="jointsecretariat_three_conditions",
            )
        ]

    def __str__(self) -> str:
        return f"Sekretariat Kerja Sama {self.proposal.code}"


class Oversight(AuditedModel):
    """A step towards taking a mandatory cooperation over that is not carried out (PP 28/2018 art. 10-11)."""

    class Step(models.TextChoices):
        GUIDANCE = "GUIDANCE", "Pembinaan"
        EVALUATION = "EVALUATION", "Evaluasi"
        TAKEOVER = "TAKEOVER", "Pengambilalihan"

    class Authority(models.TextChoices):
        CENTRE = "CENTRE", "Pemerintah Pusat"
        GOVERNOR = "GOVERNOR", "Gubernur sebagai wakil Pemerintah Pusat"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="oversights", verbose_name="usulan")
    step = models.CharField("langkah", max_length=12, choices=Step.choices)
    authority = models.CharField("dilakukan oleh", max_length=8, choices=Authority.choices)
    number = models.CharField("nomor surat", max_length=120)
    dated = models.DateField("tanggal")
    summary = models.TextField("pokok isi", max_length=4000)
    minister_number = models.CharField("nomor persetujuan Menteri", max_length=120, blank=True)
    document_id = models.BigIntegerField("nomor dokumen", editable=False)

    class Meta:
        verbose_name = "pembinaan dan pengambilalihan"
        verbose_name_plural = "pembinaan dan pengambilalihan"
        ordering = ["id"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(condition=~Q(number="") & ~Q(summary=""), name="oversight_has_facts"),
            models.CheckConstraint(
                condition=~Q(step="TAKEOVER", authority="GOVERNOR") | ~Q(minister_number=""),
                name="oversight_governor_needs_minister",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} Nomor {self.number}"
