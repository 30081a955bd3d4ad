"""Stages and vocabularies of a naskah."""

from enum import StrEnum

from django.db import models


class Instrument(models.TextChoices):
    KB = "KB", "Kesepakatan Bersama"
    PKS = "PKS", "Perjanjian Kerja Sama"
    NK = "NK", "Nota Kesepakatan"


class Trait(StrEnum):
    """What acts and guards ask of the route of a naskah; nothing asks for the kind."""

    DELEGABLE = "DELEGABLE"  # an official with a surat kuasa may sign (PP 28/2018 art. 2(2), 13(2))
    THIRD_PARTY = "THIRD_PARTY"  # the partner's legality papers hold until it is signed (art. 14)
    RESULTS = "RESULTS"  # money goes to the kas daerah, goods to the asset register (art. 20)
    WORK_PLAN = "WORK_PLAN"  # a rencana kerja is part of it (art. 46(4))


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
    """Why a cooperation ends (PP 28/2018 art. 9(1), 22). A change of leaders is none (art. 9(2))."""

    TERM = "TERM", "Jangka waktu berakhir"
    PURPOSE = "PURPOSE", "Tujuan telah tercapai"
    AGREED = "AGREED", "Kesepakatan para pihak"
    LAW_CHANGED = "LAW_CHANGED", "Perubahan kebijakan berdasarkan peraturan perundang-undangan"
    OBJECT_LOST = "OBJECT_LOST", "Objek hilang atau musnah"
    JUDGMENT = "JUDGMENT", "Putusan pengadilan yang telah berkekuatan hukum tetap"
    BANKRUPTCY = "BANKRUPTCY", "Pihak ketiga dinyatakan pailit"


SIGNED = (Stage.SCANNING, Stage.VALIDATION, Stage.REGISTRATION, Stage.IN_FORCE, Stage.ENDED)
UNSIGNED = (Stage.DRAFTING, Stage.LEGAL_REVIEW, Stage.PARAF, Stage.SIGNING_PREPARATION, Stage.SIGNING)
