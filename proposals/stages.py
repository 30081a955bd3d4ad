"""Stages and vocabularies of a proposal. Codes stand in the database, labels on the page."""

from django.db import models


class Stage(models.TextChoices):
    MAPPING = "MAPPING", "Pemetaan urusan"
    COORDINATION = "COORDINATION", "Koordinasi teknis"
    INTAKE = "INTAKE", "Pencatatan permohonan masuk"
    PREPARATION = "PREPARATION", "Persiapan"
    VERIFICATION = "VERIFICATION", "Verifikasi administrasi"
    OFFER_DRAFTING = "OFFER_DRAFTING", "Penyiapan surat permohonan"
    OFFER_SIGNING = "OFFER_SIGNING", "Penandatanganan surat permohonan"
    WILLINGNESS = "WILLINGNESS", "Menunggu kesediaan mitra"
    ANSWER_DRAFTING = "ANSWER_DRAFTING", "Penyiapan surat kesediaan"
    ANSWER_SIGNING = "ANSWER_SIGNING", "Penandatanganan surat kesediaan"
    LEGALITY = "LEGALITY", "Pemeriksaan legalitas mitra"
    TKKSD_REVIEW = "TKKSD_REVIEW", "Pembahasan TKKSD"
    DPRD_ASSESSMENT = "DPRD_ASSESSMENT", "Penilaian perlunya persetujuan DPRD"
    DPRD_LETTER = "DPRD_LETTER", "Penandatanganan surat kepada DPRD"
    DPRD_PENDING = "DPRD_PENDING", "Menunggu persetujuan DPRD"
    INSTRUMENTS = "INSTRUMENTS", "Penyusunan naskah"
    CLEARED = "CLEARED", "Persetujuan DPRD terpenuhi"
    INITIATIVE = "INITIATIVE", "Pencatatan prakarsa"
    EXPLORATION = "EXPLORATION", "Penyusunan kajian penjajakan"
    EXPLORATION_DECISION = "EXPLORATION_DECISION", "Keputusan Kepala Daerah atas penjajakan"
    INTENT_REQUEST = "INTENT_REQUEST", "Penyiapan surat permohonan tanggapan LoI"
    INTENT_LETTER = "INTENT_LETTER", "Penandatanganan surat permohonan tanggapan LoI"
    INTENT_CONSULTATION = "INTENT_CONSULTATION", "Konsultasi pernyataan kehendak"
    INTENT = "INTENT", "Pernyataan kehendak"
    PLAN = "PLAN", "Penyusunan rencana kerja sama"
    SUBMISSION = "SUBMISSION", "Penyiapan surat penyampaian rencana"
    SUBMISSION_LETTER = "SUBMISSION_LETTER", "Penandatanganan surat penyampaian rencana"
    GOVERNOR = "GOVERNOR", "Penerusan oleh Gubernur"
    MINISTER_REVIEW = "MINISTER_REVIEW", "Verifikasi Menteri"
    TECHNICAL_PARTNER = "TECHNICAL_PARTNER", "Rapat kementerian/lembaga dan Mitra Teknis"
    PERMITS = "PERMITS", "Pemeriksaan izin lembaga"
    # Beside the route
    STOPPED = "STOPPED", "Dihentikan sesudah penjajakan"
    DIRECT_LETTER = "DIRECT_LETTER", "Penandatanganan surat langsung kepada Menteri"
    EXPIRED = "EXPIRED", "Kedaluwarsa tanpa jawaban"
    REFUSED = "REFUSED", "Ditolak mitra"
    DECLINED = "DECLINED", "Permohonan tidak disanggupi"
    NOT_RECOMMENDED = "NOT_RECOMMENDED", "Tidak direkomendasikan TKKSD"
    DPRD_REJECTED = "DPRD_REJECTED", "Ditolak DPRD"
    WITHDRAWN = "WITHDRAWN", "Ditarik"
    TAKEN_OVER = "TAKEN_OVER", "Diambil alih"


#: Where nothing more can happen, on whatever route.
CLOSED = (Stage.DECLINED, Stage.NOT_RECOMMENDED, Stage.WITHDRAWN, Stage.TAKEN_OVER, Stage.STOPPED)

#: What sector law may take the place of (PP 28/2018 art. 15); never the study, the DPRD or the mandatory clauses.
SKIPPABLE = (Stage.MAPPING, Stage.TKKSD_REVIEW, Stage.OFFER_DRAFTING, Stage.ANSWER_DRAFTING)


class Classification(models.TextChoices):
    """Who may see a case (rulings 25)."""

    ORDINARY = "ORDINARY", "Biasa"
    RESTRICTED = "RESTRICTED", "Terbatas"
    SECRET = "SECRET", "Rahasia"


class PlanStanding(models.TextChoices):
    """How the object stands in development planning (PP 28/2018 art. 4(2)-(3))."""

    LISTED = "LISTED", "Tercantum dalam daftar rencana kerja sama tahunan"
    IN_PLAN = "IN_PLAN", "Tercantum dalam RPJMD/RKPD, belum dalam daftar tahunan"
    EXCEPTION = "EXCEPTION", "Belum tercantum, dengan pengecualian"


class PlanException(models.TextChoices):
    """The three exceptions from planning (PP 28/2018 art. 4(3))."""

    EMERGENCY = "EMERGENCY", "Keadaan darurat"
    NATIONAL_PROGRAMME = "NATIONAL_PROGRAMME", "Program strategis nasional"
    ASSISTANCE_TASK = "ASSISTANCE_TASK", "Tugas pembantuan"


class DprdOutcome(models.TextChoices):
    """How the DPRD requirement of a case was met."""

    NOT_REQUIRED = "NOT_REQUIRED", "Tidak diperlukan"
    APPROVED = "APPROVED", "Disetujui"
    APPROVED_WITH_NOTES = "APPROVED_WITH_NOTES", "Disetujui dengan catatan"
    DEEMED = "DEEMED", "Dianggap disetujui"


class LetterKind(models.TextChoices):
    """Letters between the two heads of region."""

    REQUEST = "REQUEST", "Surat permohonan"
    ANSWER = "ANSWER", "Surat jawaban"


class Answer(models.TextChoices):
    """What an answer says. Silence is none of these."""

    WILLING = "WILLING", "Bersedia"
    REFUSED = "REFUSED", "Belum dapat menyanggupi"
    DATA_WANTED = "DATA_WANTED", "Meminta data tambahan"


KAK_FIELDS = (
    "background",
    "aims",
    "location",
    "scope",
    "term_text",
    "benefits",
    "impact",
    "financing",
)
DECLARATIONS = ("declares_decency", "declares_order", "declares_interest", "declares_law")
