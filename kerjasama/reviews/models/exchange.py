"""A letter to the Gubernur, the Menteri or the Menlu, and what came back: asked, received, due, answered."""

from django.db import models
from django.db.models import F, Q

from kerjasama.reviews.models.about import AboutModel


class Government(models.TextChoices):
    GOVERNOR = "GOVERNOR", "Gubernur"
    MINISTER = "MINISTER", "Menteri Dalam Negeri"
    FOREIGN_MINISTER = "FOREIGN_MINISTER", "Menteri Luar Negeri"


class Purpose(models.TextChoices):
    """What an exchange is about, in the order of Permendagri 25/2020."""

    RELATIONS = "RELATIONS", "Hubungan diplomatik dengan negara mitra"
    INTENT = "INTENT", "Konsultasi pernyataan kehendak"
    INTENT_COPY = "INTENT_COPY", "Salinan pernyataan kehendak"
    PLAN = "PLAN", "Penyampaian rencana kerja sama"
    TECHNICAL = "TECHNICAL", "Rapat kementerian/lembaga dan Mitra Teknis"
    DRAFT = "DRAFT", "Penyampaian rancangan naskah"
    DISCUSSION = "DISCUSSION", "Pembahasan rancangan naskah"
    CONFIRMATION = "CONFIRMATION", "Surat Konfirmasi"
    APPROVAL = "APPROVAL", "Persetujuan Menteri"
    ORIGINAL = "ORIGINAL", "Penyampaian naskah asli"
    EXTENSION = "EXTENSION", "Pemberitahuan perpanjangan"
    GRANT = "GRANT", "Koordinasi barang hibah"


class Reply(models.TextChoices):
    """What came back; blank while nothing has."""

    ANSWERED = "ANSWERED", "Dijawab"
    MINUTES = "MINUTES", "Risalah rapat"
    FORWARDED = "FORWARDED", "Diteruskan"
    BYPASSED = "BYPASSED", "Tidak diteruskan, disampaikan langsung"
    PROCEED = "PROCEED", "Dapat dilanjutkan"
    REPAIR = "REPAIR", "Diperbaiki"
    CONFIRMED = "CONFIRMED", "Dikonfirmasi"
    APPROVED = "APPROVED", "Disetujui"
    COPY = "COPY", "Salinan diterima"
    NONE_DUE = "NONE_DUE", "Tidak memerlukan jawaban"
    WITHDRAWN = "WITHDRAWN", "Ditarik"


#: Replies that are papers of the authority: number, date and file.
PAPERS = (Reply.ANSWERED, Reply.PROCEED, Reply.REPAIR, Reply.CONFIRMED, Reply.APPROVED, Reply.COPY)


class Exchange(AboutModel):
    """One letter out and its answer, or an answer that came by itself. An answered one never changes again."""

    authority = models.CharField("lembaga", max_length=16, choices=Government.choices)
    purpose = models.CharField("perihal", max_length=12, choices=Purpose.choices)
    our_number = models.CharField("nomor surat kita", max_length=120, blank=True)
    our_date = models.DateField("tanggal surat kita", null=True, blank=True)
    our_document_id = models.BigIntegerField("surat kita", null=True, editable=False)
    received_on = models.DateField("diterima pada", null=True, blank=True)
    due_on = models.DateField("tenggat", null=True, blank=True)
    reply = models.CharField("jawaban", max_length=10, choices=Reply.choices, blank=True)
    answered_on = models.DateField("tanggal jawaban", null=True, blank=True)
    answer_number = models.CharField("nomor jawaban", max_length=120, blank=True)
    signed_by = models.CharField("ditandatangani oleh", max_length=160, blank=True)
    summary = models.TextField("pokok jawaban", max_length=8000, blank=True)
    document_id = models.BigIntegerField("berkas jawaban", null=True, editable=False)
    # The exact text this is about, where it is about one: another text is not meant by it.
    text_hash = models.CharField("sidik teks", max_length=64, blank=True, editable=False)

    class Meta(AboutModel.Meta):
        verbose_name = "surat-menyurat dengan Pemerintah"
        verbose_name_plural = "surat-menyurat dengan Pemerintah"
        ordering = ["id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "purpose", "subject_type", "object_id"], condition=Q(reply=""), name="exchange_one_open"
            ),
            models.CheckConstraint(condition=Q(authority__in=Government.values), name="exchange_authority_known"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="exchange_purpose_known"),
            models.CheckConstraint(
                condition=Q(reply="", answered_on__isnull=True) | ~Q(reply="") & Q(answered_on__isnull=False), name="exchange_answer_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(reply__in=[str(reply) for reply in PAPERS]) | ~Q(answer_number="") & Q(document_id__isnull=False),
                name="exchange_paper_has_number_and_file",
            ),
            models.CheckConstraint(
                condition=~Q(purpose="CONFIRMATION") | ~Q(text_hash=""), name="exchange_confirmation_names_its_text"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(received_on__isnull=False, due_on__gt=F("received_on")), name="exchange_due_counts_from_receipt"
            ),
            models.CheckConstraint(
                condition=~Q(reply="BYPASSED") | Q(due_on__isnull=False, answered_on__gt=F("due_on")), name="exchange_bypass_only_past_due"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.get_authority_display()}"

    @property
    def is_open(self) -> bool:
        return not self.reply
