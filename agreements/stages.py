"""Stages and vocabularies of a naskah."""

from django.db import models


class Instrument(models.TextChoices):
    KB = "KB", "Kesepakatan Bersama"
    PKS = "PKS", "Perjanjian Kerja Sama"
    LOI = "LOI", "Pernyataan Kehendak (LoI)"
    MOU = "MOU", "Naskah Kerja Sama"
    RKT = "RKT", "Rencana Kerja Tahunan"


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
    DRAFT_SUBMISSION = "DRAFT_SUBMISSION", "Penyiapan surat penyampaian rancangan"
    DRAFT_LETTER = "DRAFT_LETTER", "Penandatanganan surat penyampaian rancangan"
    GOVERNOR = "GOVERNOR", "Penerusan rancangan oleh Gubernur"
    DIRECT_LETTER = "DIRECT_LETTER", "Penandatanganan surat langsung kepada Menteri"
    DISCUSSION = "DISCUSSION", "Pembahasan dengan kementerian/lembaga"
    CONFIRMATION = "CONFIRMATION", "Pembahasan Kemlu dan Surat Konfirmasi"
    APPROVAL = "APPROVAL", "Persetujuan Menteri"
    ORIGINAL = "ORIGINAL", "Penyiapan surat penyampaian naskah asli"
    ORIGINAL_LETTER = "ORIGINAL_LETTER", "Penandatanganan surat penyampaian naskah asli"
    COPY = "COPY", "Menunggu salinan dari Sekretaris Jenderal"
    ENDED = "ENDED", "Berakhir"
    CANCELLED = "CANCELLED", "Dibatalkan"


class ParafState(models.TextChoices):
    PENDING = "PENDING", "Menunggu paraf"
    GIVEN = "GIVEN", "Telah diparaf"
    VOID = "VOID", "Batal, naskah berubah"


class EndGround(models.TextChoices):
    """Why a cooperation ends (PP 28/2018 art. 9(1))."""

    TERM = "TERM", "Jangka waktu berakhir"


SIGNED = (
    Stage.SCANNING, Stage.VALIDATION, Stage.ORIGINAL, Stage.ORIGINAL_LETTER, Stage.COPY, Stage.REGISTRATION, Stage.IN_FORCE,
    Stage.ENDED,
)  # fmt: skip
UNSIGNED = (
    Stage.DRAFTING, Stage.LEGAL_REVIEW, Stage.DRAFT_SUBMISSION, Stage.DRAFT_LETTER, Stage.GOVERNOR, Stage.DIRECT_LETTER,
    Stage.DISCUSSION, Stage.CONFIRMATION, Stage.APPROVAL, Stage.PARAF, Stage.SIGNING_PREPARATION, Stage.SIGNING,
)  # fmt: skip
