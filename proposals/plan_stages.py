"""Stages and vocabularies of the yearly plan. Codes stand in the database, labels on the page."""

from django.db import models


class PlanStage(models.TextChoices):
    """Where the list of a year stands."""

    OPEN = "OPEN", "Penyusunan daftar"
    SUBMITTED = "SUBMITTED", "Menunggu penetapan Kepala Daerah"
    ADOPTED = "ADOPTED", "Ditetapkan"


class RowStage(models.TextChoices):
    """Where a row of the list stands, from the idea of a unit to the end of its cooperation."""

    DRAFT = "DRAFT", "Draf"
    PROPOSED = "PROPOSED", "Diusulkan"
    VERIFIED = "VERIFIED", "Diverifikasi"
    DISCUSSED = "DISCUSSED", "Dibahas TKKSD"
    ADOPTED = "ADOPTED", "Ditetapkan"
    RUNNING = "RUNNING", "Berjalan"
    FINISHED = "FINISHED", "Selesai"
    DROPPED = "DROPPED", "Gugur"


#: Rows that stand in the adopted list, whatever became of them since.
LISTED = (RowStage.ADOPTED, RowStage.RUNNING, RowStage.FINISHED)
#: Rows that have a place in the order of priority.
RANKED = (RowStage.VERIFIED, RowStage.DISCUSSED)


class Source(models.TextChoices):
    """Who has the idea (the yearly inventory)."""

    OPD = "OPD", "Perangkat daerah"
    REGION = "REGION", "Daerah lain"
    THIRD_PARTY = "THIRD_PARTY", "Pihak ketiga"


class Funding(models.TextChoices):
    """Who pays."""

    APBD = "APBD", "APBD daerah ini"
    SHARED = "SHARED", "APBD masing-masing pihak"
    PARTNER = "PARTNER", "Mitra"
    NONE = "NONE", "Tanpa pembiayaan khusus"


class BudgetStatus(models.TextChoices):
    """Whether the money is in the budget."""

    BUDGETED = "BUDGETED", "Sudah teranggarkan"
    PLANNED = "PLANNED", "Direncanakan dalam RAPBD"
    UNBUDGETED = "UNBUDGETED", "Belum teranggarkan"
    NOT_NEEDED = "NOT_NEEDED", "Tidak memakai APBD"


class Programme(models.TextChoices):
    """In which development plan the object stands (PP 28/2018 art. 4(2), 16(2))."""

    RPJMD = "RPJMD", "RPJMD"
    RKPD = "RKPD", "RKPD"
    BOTH = "BOTH", "RPJMD dan RKPD"
    NONE = "NONE", "Belum tercantum"


#: What must be written before a unit may hand a row in.
ROW_TEXTS = ("title", "location", "potential", "characteristics", "needs")
