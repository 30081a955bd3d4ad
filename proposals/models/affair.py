from django.db import models


class Affair(models.Model):
    """One of the 32 urusan of UU 23/2014 art. 12, or a supporting function."""

    class Group(models.TextChoices):
        BASIC = "BASIC", "Wajib, pelayanan dasar"
        MANDATORY = "MANDATORY", "Wajib, bukan pelayanan dasar"
        OPTIONAL = "OPTIONAL", "Pilihan"
        SUPPORT = "SUPPORT", "Fungsi penunjang"

    code = models.CharField("kode", max_length=8, unique=True)
    name = models.CharField("nama", max_length=120)
    group = models.CharField("kelompok", max_length=12, choices=Group.choices)

    class Meta:
        verbose_name = "urusan pemerintahan"
        verbose_name_plural = "urusan pemerintahan"
        ordering = ["code"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name
