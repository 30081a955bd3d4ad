"""Stages and vocabularies of a naskah."""

from django.db import models


class Instrument(models.TextChoices):
    KB = "KB", "Kesepakatan Bersama"
    PKS = "PKS", "Perjanjian Kerja Sama"


class Stage(models.TextChoices):
    DRAFTING = "DRAFTING", "Penyusunan naskah"
    LEGAL_REVIEW = "LEGAL_REVIEW", "Telaah Bagian Hukum"
    PARAF = "PARAF", "Pemarafan"
    SIGNING_PREPARATION = "SIGNING_PREPARATION", "Persiapan penandatanganan"
    SIGNING = "SIGNING", "Penandatanganan"
    SCANNING = "SCANNING", "Pengunggahan naskah bertanda tangan"
    VALIDATION = "VALIDATION", "Pemeriksaan naskah bertanda tangan"
    REGISTRATION = "REGISTRATION", "Penatausahaan"
    IN_FORCE = "IN_FORCE", "Berlaku"
    ENDED = "ENDED", "Berakhir"
    CANCELLED = "CANCELLED", "Dibatalkan"


class ParafState(models.TextChoices):
    PENDING = "PENDING", "Menunggu paraf"
    GIVEN = "GIVEN", "Telah diparaf"
    VOID = "VOID", "Batal, naskah berubah"


class EndGround(models.TextChoices):
    """Why a cooperation ends (PP 28/2018 art. 9(1))."""

    TERM = "TERM", "Jangka waktu berakhir"


SIGNED = (Stage.SCANNING, Stage.VALIDATION, Stage.REGISTRATION, Stage.IN_FORCE, Stage.ENDED)
UNSIGNED = (Stage.DRAFTING, Stage.LEGAL_REVIEW, Stage.PARAF, Stage.SIGNING_PREPARATION, Stage.SIGNING)
