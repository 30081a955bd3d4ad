"""Stages and vocabularies of a monev report and its evaluation."""

from django.db import models


class Stage(models.TextChoices):
    OPEN = "OPEN", "Pengisian laporan"
    SUBMITTED = "SUBMITTED", "Evaluasi Bagian Kerja Sama"
    EVALUATED = "EVALUATED", "Pengesahan evaluasi"
    CLOSED = "CLOSED", "Selesai dievaluasi"


class Verdict(models.TextChoices):
    """The twelfth point: what shall become of the cooperation."""

    CONTINUE = "CONTINUE", "Dilanjutkan"
    WIDEN = "WIDEN", "Diperluas"
    REPAIR = "REPAIR", "Diperbaiki"
    STOP = "STOP", "Dihentikan"


class Light(models.TextChoices):
    """The traffic light of a cooperation."""

    GREEN = "GREEN", "Hijau"
    YELLOW = "YELLOW", "Kuning"
    RED = "RED", "Merah"


class FindingState(models.TextChoices):
    """How far a finding is put right."""

    OPEN = "OPEN", "Belum ditindaklanjuti"
    ANSWERED = "ANSWERED", "Menunggu pemeriksaan"
    DONE = "DONE", "Selesai"


class Better(models.TextChoices):
    """Which way an indicator is to move."""

    MORE = "MORE", "Makin besar makin baik"
    LESS = "LESS", "Makin kecil makin baik"


class Counts(models.TextChoices):
    """What the figure of an indicator is: how things stand, or what has come together since the first of January."""

    LEVEL = "LEVEL", "Keadaan, atau jumlah sejak naskah berlaku"
    YEARLY = "YEARLY", "Jumlah dalam setahun, mulai dari nol setiap tahun"


class Source(models.TextChoices):
    """Whose budget an activity is paid from."""

    APBD = "APBD", "APBD"
    APBN = "APBN", "APBN"
    PARTNER = "PARTNER", "Mitra"
    OTHER = "OTHER", "Sumber lain"


# The eleven scored points of the evaluation; the twelfth is the recommendation.
POINTS: tuple[tuple[str, str], ...] = (
    ("purpose", "Kesesuaian dengan tujuan"),
    ("progress", "Kemajuan terhadap rencana"),
    ("partner", "Kontribusi mitra"),
    ("coordination", "Koordinasi para pihak"),
    ("indicators", "Capaian indikator"),
    ("impact", "Dampak bagi layanan dan pembangunan"),
    ("innovation", "Inovasi dan manfaat strategis"),
    ("documents", "Kelengkapan dokumen"),
    ("reporting", "Pelaporan berkala"),
    ("obstacles", "Penanganan hambatan"),
    ("relevance", "Relevansi dengan kebutuhan saat ini"),
)
SCORES = [(5, "5, sangat baik"), (4, "4, baik"), (3, "3, cukup"), (2, "2, kurang"), (1, "1, sangat kurang")]
# What a report on cooperation abroad adds to make its nine parts (Permendagri 25/2020 art. 37).
FOREIGN_FIELDS = ("cost_sources", "documentation", "recommendation")
REPORT_FIELDS = ("activities", "outputs", "outcomes", "problems", "follow_up")
