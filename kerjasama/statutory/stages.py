"""Stages and vocabularies of the statutory reports."""

from enum import StrEnum

from django.db import models


class Stage(models.TextChoices):
    DRAFT = "DRAFT", "Penyusunan laporan"
    CHECK = "CHECK", "Pemeriksaan Kepala Bagian"
    LETTER = "LETTER", "Penandatanganan laporan"
    SENDING = "SENDING", "Pengiriman laporan"
    SENT = "SENT", "Terkirim"
    CANCELLED = "CANCELLED", "Dibatalkan"


class Kind(models.TextChoices):
    """Which report it is; `kinds.KINDS` says to whom, how often and until when."""

    DOMESTIC = "DOMESTIC", "Laporan pelaksanaan kerja sama daerah"
    FOREIGN = "FOREIGN", "Laporan pelaksanaan kerja sama luar negeri"
    RECAP = "RECAP", "Rekapitulasi kerja sama daerah"
    LKPJ = "LKPJ", "Bahan LKPJ tentang kerja sama daerah"


class Trait(StrEnum):
    """What acts and papers ask of the route of a report; nothing asks for the kind."""

    OUTGOING = "OUTGOING"  # a letter of the Kepala Daerah to the government above
    INTERNAL = "INTERNAL"  # a nota dinas inside the house


class Way(models.TextChoices):
    """How a report was sent."""

    HANDED = "HANDED", "Diserahkan langsung"
    COURIER = "COURIER", "Kurir atau pos tercatat"
    ELECTRONIC = "ELECTRONIC", "SRIKANDI atau tata naskah elektronik"
    MAIL = "MAIL", "Surel dinas"


#: Where a report stands whose content is frozen.
FROZEN = (Stage.LETTER, Stage.SENDING, Stage.SENT)
#: Where nothing more happens to an edition.
OVER = (Stage.SENT, Stage.CANCELLED)
