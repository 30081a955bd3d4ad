from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.core.levels import RegionLevel, head_title
from kerjasama.core.models import AuditedModel
from kerjasama.parties.abroad import Country, ForeignLevel, Permit
from kerjasama.parties.classes import LegalClass

__all__ = ["Border", "Country", "ForeignLevel", "Partner", "Permit", "Region", "region_values"]
PHONE = RegexValidator(r"^\+?[\d \-()]{6,30}$", "Nomor telepon hanya memuat angka, spasi, dan tanda hubung.")


class Region(models.Model):
    """A province, kabupaten or kota by its official code; reference data from the decree."""

    code = models.CharField("kode", primary_key=True, max_length=5)
    name = models.CharField("nama", max_length=120)
    level = models.CharField("tingkat", max_length=10, choices=RegionLevel.choices)
    province = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="members", verbose_name="provinsi"
    )
    autonomous = models.BooleanField("daerah otonom", default=True)
    head_title = models.CharField("sebutan kepala daerah", max_length=40)

    class Meta:
        verbose_name = "daerah"
        verbose_name_plural = "daerah"
        ordering = ["name"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """As written in a letter: "Provinsi Jawa Tengah", "Kabupaten Sleman"."""
        return f"Provinsi {self.name}" if self.level == RegionLevel.PROVINCE else self.name


class Partner(AuditedModel):
    """Them: whoever we enter into a cooperation with."""

    class Kind(models.TextChoices):
        REGION = "REGION", "Pemerintah daerah"
        PERSON = "PERSON", "Perseorangan"
        COMPANY = "COMPANY", "Badan usaha berbadan hukum"
        SOCIETY = "SOCIETY", "Organisasi kemasyarakatan"
        CENTRAL = "CENTRAL", "Kementerian atau lembaga"
        FOREIGN_REGION = "FOREIGN_REGION", "Pemerintah daerah di luar negeri"
        FOREIGN_BODY = "FOREIGN_BODY", "Lembaga di luar negeri"

    kind = models.CharField("jenis", max_length=20, choices=Kind.choices, default=Kind.REGION)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="partners", verbose_name="daerah"
    )
    legal_class = models.CharField("bentuk", max_length=20, choices=LegalClass.choices, blank=True)
    name = models.CharField("nama", max_length=200)
    address = models.TextField("alamat", max_length=500, blank=True)
    head_name = models.CharField("nama kepala daerah atau pimpinan", max_length=150, blank=True)
    head_title = models.CharField("sebutan jabatan pimpinan", max_length=100, blank=True)
    contact_name = models.CharField("narahubung", max_length=150, blank=True)
    contact_email = models.EmailField("surel narahubung", blank=True)
    contact_phone = models.CharField("telepon narahubung", max_length=30, blank=True, validators=[PHONE])
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="partners", verbose_name="negara"
    )
    foreign_level = models.CharField("tingkat", max_length=8, choices=ForeignLevel.choices, blank=True)
    is_demo = models.BooleanField("data demo", default=False, editable=False)
    # A CV, firma or trading business is no legal entity (PP 28/2018 art. 14): its owner may stand for it as a person once the
    # Bagian Hukum has said so, with its reason.
    owns = models.CharField("usaha yang dimiliki", max_length=200, blank=True)
    owner_cleared_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name="ditelaah oleh"
    )
    owner_cleared_on = models.DateField("ditelaah pada", null=True, blank=True, editable=False)
    owner_reason = models.TextField("hasil telaah Bagian Hukum", max_length=2000, blank=True, editable=False)

    class Meta:
        verbose_name = "mitra"
        verbose_name_plural = "mitra"
        ordering = ["name", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(fields=["region"], condition=models.Q(kind="REGION"), name="partner_region_once"),
            models.CheckConstraint(
                condition=models.Q(kind="REGION") | models.Q(region__isnull=True),
                name="partner_region_only_for_regions",
            ),
            models.CheckConstraint(
                condition=models.Q(owns="") | models.Q(legal_class="PERSON"), name="partner_owner_is_a_person"
            ),
            models.CheckConstraint(
                condition=models.Q(owner_cleared_on__isnull=True, owner_cleared_by__isnull=True, owner_reason="")
                | models.Q(owner_cleared_on__isnull=False, owner_cleared_by__isnull=False)
                & ~models.Q(owner_reason="")
                & ~models.Q(owns=""),
                name="partner_owner_cleared_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("parties:detail", args=[self.pk])

    def clean(self) -> None:
        if self.region is not None and not self.region.autonomous:
            raise ValidationError({"region": "Daerah administratif bukan daerah otonom dan tidak dapat menjadi pihak."})

    @property
    def awaits_clearance(self) -> bool:
        """An owner of a business without legal personality whom the Bagian Hukum has not let through yet."""
        return bool(self.owns) and self.owner_cleared_on is None

    def take_from_region(self) -> None:
        """Fill name and title of the head from the chosen region where they are still empty."""
        if self.region is not None:
            self.name = self.name or f"Pemerintah {self.region.full_name}"
            self.head_title = self.head_title or self.region.head_title


class Border(AuditedModel):
    """Two regions that share a border, a fact for every case; `one` is empty for our own region."""

    one = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="daerah pertama"
    )
    other = models.ForeignKey(Partner, models.PROTECT, related_name="+", verbose_name="daerah kedua")

    class Meta:
        verbose_name = "batas daerah"
        verbose_name_plural = "batas daerah"
        ordering = ["id"]
        default_permissions = ("add", "view")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], nulls_distinct=False, name="border_once"),
            models.CheckConstraint(
                condition=models.Q(one__isnull=True) | models.Q(one__lt=models.F("other")), name="border_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one or 'Daerah kita'} – {self.other}"


def region_values(code: str, name: str, level: str, province_code: str) -> dict[str, object]:
    """The fields of a Region from one line of the official list."""
    stored = {"provinsi": "PROVINCE", "kabupaten": "REGENCY", "kota": "CITY"}[level]
    # The six kabupaten/kota of Jakarta are administrative: no party of their own.
    administrative = province_code == "31"
    return {
        "code": code,
        "name": name,
        "level": stored,
        "province_id": province_code or None,
        "autonomous": not administrative,
        "head_title": head_title(stored),
    }
