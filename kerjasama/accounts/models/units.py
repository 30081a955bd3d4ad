from django.db import models

from kerjasama.core.models import AuditedModel


class OrgUnit(AuditedModel):
    """A perangkat daerah or a part of the secretariat of our own government."""

    class Kind(models.TextChoices):
        SECRETARIAT = "SECRETARIAT", "Sekretariat daerah"
        DIVISION = "DIVISION", "Bagian"
        COUNCIL_SECRETARIAT = "COUNCIL_SECRETARIAT", "Sekretariat DPRD"
        INSPECTORATE = "INSPECTORATE", "Inspektorat"
        SERVICE = "SERVICE", "Dinas"
        AGENCY = "AGENCY", "Badan"
        HOSPITAL = "HOSPITAL", "Rumah sakit umum daerah"
        DISTRICT = "DISTRICT", "Kecamatan"
        OTHER = "OTHER", "Lainnya"

    code = models.SlugField("kode", max_length=30, unique=True)
    name = models.CharField("nama", max_length=200)
    short_name = models.CharField("nama singkat", max_length=60)
    kind = models.CharField("jenis", max_length=20, choices=Kind.choices, default=Kind.SERVICE)
    active = models.BooleanField("aktif", default=True)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["name"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.short_name or self.name
