"""Stages and vocabularies of a naskah."""

from enum import StrEnum

from django.db import models


class Instrument(models.TextChoices):
    KB = "KB", "Kesepakatan Bersama"
    PKS = "PKS", "Perjanjian Kerja Sama"
    NK = "NK", "Nota Kesepakatan"
    LOI = "LOI", "Pernyataan Kehendak (LoI)"
    MOU = "MOU", "Naskah Kerja Sama"
    RKT = "RKT", "Rencana Kerja Tahunan"
    ADD = "ADD", "Adendum"


class Trait(StrEnum):
    """What acts and guards ask of the route of a naskah; nothing asks for the kind."""

    DELEGABLE = "DELEGABLE"  # an official with a surat kuasa may sign (PP 28/2018 art. 2(2), 13(2))
    THIRD_PARTY = "THIRD_PARTY"  # the partner's legality papers hold until it is signed (art. 14)
    RESULTS = "RESULTS"  # what comes in is booked: money in the kas daerah, goods in the asset register (art. 20)
    WORK_PLAN = "WORK_PLAN"  # a rencana kerja is part of it (art. 46(4))
    FOREIGN = "FOREIGN"  # Permendagri 25/2020
    BILINGUAL = "BILINGUAL"  # Indonesian and the partner's language and/or English (UU 24/2009 art. 31)
    IN_PERSON = "IN_PERSON"  # the Kepala Daerah himself; art. 23(1) of PP 28/2018 knows no kuasa
    INTENT = "INTENT"  # a pernyataan kehendak: two consultations before, a copy to the Menteri after
    CONFIRMED = "CONFIRMED"  # the Surat Konfirmasi of the Menlu on this exact text (PP 28/2018 art. 33)
    VIA_GOVERNOR = "VIA_GOVERNOR"  # sent through the Gubernur (Permendagri 25/2020 art. 20)
    YEARLY = "YEARLY"  # a plan for one calendar year (Permendagri 25/2020 art. 30)
    UNREPORTED = "UNREPORTED"  # owes no report of its own
    ELECTRONIC = "ELECTRONIC"  # may be signed electronically (statute 7: naskah at home only)
    AMENDS = "AMENDS"  # changes the naskah above it and lives as long as that one
    UNSTAMPED = "UNSTAMPED"  # no meterai: no paper under Indonesian civil law alone


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


class Way(models.TextChoices):
    """How the parties sign."""

    WET = "WET", "Tanda tangan basah"
    ELECTRONIC = "ELECTRONIC", "Tanda tangan elektronik"


class Mode(models.TextChoices):
    """Where the parties sign: together, each at his own desk, or some of both (statute 7)."""

    CEREMONY = "CEREMONY", "Seremonial"
    DESK = "DESK", "Dari meja ke meja"
    HYBRID = "HYBRID", "Gabungan"


class Carriage(models.TextChoices):
    """How an original goes from one party to another."""

    HANDED = "HANDED", "Diserahkan langsung"
    COURIER = "COURIER", "Kurir atau ekspedisi"
    POST = "POST", "Pos tercatat"


class ParafState(models.TextChoices):
    PENDING = "PENDING", "Menunggu paraf"
    GIVEN = "GIVEN", "Telah diparaf"
    VOID = "VOID", "Batal, naskah berubah"


class ParafKind(models.TextChoices):
    HIERARCHY = "HIERARCHY", "Paraf hierarki"
    COORDINATION = "COORDINATION", "Paraf koordinasi"


class EndGround(models.TextChoices):
    """Why a cooperation ends (PP 28/2018 art. 9(1), 22; Permendagri 25/2020 art. 34). A change of leaders is none (art. 9(2))."""

    TERM = "TERM", "Jangka waktu berakhir"
    PURPOSE = "PURPOSE", "Tujuan telah tercapai"
    AGREED = "AGREED", "Kesepakatan para pihak"
    LAW_CHANGED = "LAW_CHANGED", "Perubahan kebijakan berdasarkan peraturan perundang-undangan"
    OBJECT_LOST = "OBJECT_LOST", "Objek hilang atau musnah"
    JUDGMENT = "JUDGMENT", "Putusan pengadilan yang telah berkekuatan hukum tetap"
    BANKRUPTCY = "BANKRUPTCY", "Pihak ketiga dinyatakan pailit"
    REPLACED = "REPLACED", "Digantikan naskah kerja sama baru"
    PARENT = "PARENT", "Berakhir bersama naskah yang diubahnya"


class Renewal(models.TextChoices):
    """What becomes of a naskah whose end is near."""

    ASKED = "ASKED", "Menunggu keputusan"
    EXTEND = "EXTEND", "Perpanjangan diusulkan"
    LAPSE = "LAPSE", "Dibiarkan berakhir"
    REPLACE = "REPLACE", "Diganti kerja sama baru"


class Grant(models.TextChoices):
    """Whether a naskah abroad brings a grant, and whose its goods are (PP 28/2018 art. 26)."""

    NONE = "NONE", "Tidak ada hibah"
    SETTLED = "SETTLED", "Ada hibah, kepemilikan barangnya diatur dalam naskah"
    UNSETTLED = "UNSETTLED", "Ada hibah, kepemilikan barangnya belum diatur"


class DisputeStep(models.TextChoices):
    """Before whom a dispute lies."""

    PARTIES = "PARTIES", "Musyawarah para pihak"
    CLAUSE = "CLAUSE", "Cara yang disepakati dalam perjanjian"
    GOVERNOR = "GOVERNOR", "Gubernur"
    MINISTER = "MINISTER", "Menteri Dalam Negeri"


SIGNED = (
    Stage.SCANNING, Stage.VALIDATION, Stage.ORIGINAL, Stage.ORIGINAL_LETTER, Stage.COPY, Stage.REGISTRATION, Stage.IN_FORCE,
    Stage.ENDED,
)  # fmt: skip
UNSIGNED = (
    Stage.DRAFTING, Stage.LEGAL_REVIEW, Stage.DRAFT_SUBMISSION, Stage.DRAFT_LETTER, Stage.GOVERNOR, Stage.DIRECT_LETTER,
    Stage.DISCUSSION, Stage.CONFIRMATION, Stage.APPROVAL, Stage.PARAF, Stage.SIGNING_PREPARATION, Stage.SIGNING,
)  # fmt: skip
