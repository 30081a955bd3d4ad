"""What is known of partners abroad: the state they belong to, and the permits of a foreign nonprofit."""

from django.db import models
from django.db.models import F, Q

from kerjasama.core.models import AuditedModel


class Country(AuditedModel):
    """A state, and whether Indonesia has diplomatic relations with it (PP 28/2018 art. 27(1)a)."""

    class Relations(models.TextChoices):
        YES = "YES", "Ada"
        NO = "NO", "Tidak ada"
        UNKNOWN = "UNKNOWN", "Belum diketahui"

    code = models.CharField("kode", max_length=2, unique=True)
    name = models.CharField("nama", max_length=100)
    diplomatic = models.CharField(
        "hubungan diplomatik", max_length=7, choices=Relations.choices, default=Relations.UNKNOWN
    )

    class Meta:
        verbose_name = "negara"
        verbose_name_plural = "negara"
        ordering = ["name"]
        default_permissions = ("add", "change", "view")
        constraints = [models.CheckConstraint(condition=Q(code__regex=r"^[A-Z]{2}$"), name="country_code_two_letters")]

    def __str__(self) -> str:
        return self.name


class ForeignLevel(models.TextChoices):
    """How a foreign regional government compares with ours (PP 28/2018 art. 24, 27(3))."""

    PROVINCE = "PROVINCE", "Setingkat provinsi"
    LOCAL = "LOCAL", "Setingkat kabupaten atau kota"


class Permit(AuditedModel):
    """An izin prinsip or izin operasional of a foreign nonprofit; a new one is a new row (PP 59/2016 art. 7, 16)."""

    class Kind(models.TextChoices):
        PRINCIPLE = "PRINCIPLE", "Izin prinsip"
        OPERATIONAL = "OPERATIONAL", "Izin operasional"

    partner = models.ForeignKey("parties.Partner", models.PROTECT, related_name="permits", verbose_name="mitra")
    kind = models.CharField("jenis izin", max_length=12, choices=Kind.choices)
    number = models.CharField("nomor", max_length=120)
    issuer = models.CharField("penerbit", max_length=160)
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai")
    document_id = models.BigIntegerField("nomor dokumen", null=True, editable=False)

    class Meta:
        verbose_name = "izin lembaga asing"
        verbose_name_plural = "izin lembaga asing"
        ordering = ["partner", "kind", "-valid_to"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["partner", "kind", "number"], name="permit_once"),
            models.CheckConstraint(condition=Q(valid_to__gt=F("valid_from")) & ~Q(number=""), name="permit_has_term"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} Nomor {self.number}"
