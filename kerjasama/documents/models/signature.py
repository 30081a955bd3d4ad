from django.db import models
from django.db.models import F, Q

from kerjasama.accounts.models import User
from kerjasama.core.models import AuditedModel
from kerjasama.documents.models.document import Document
from kerjasama.documents.models.files import StoredFile


class Backend(models.TextChoices):
    LOCAL = "LOCAL", "Sertifikat daerah (tidak tersertifikasi)"
    BSRE_V1 = "BSRE_V1", "BSrE e-Sign v1"
    BSRE_V2 = "BSRE_V2", "BSrE e-Sign v2"
    OTHER = "OTHER", "Sistem pihak lain"


class ElectronicSignature(AuditedModel):
    """One signature on a paper of ours, with the file it left behind. Never changed, never deleted; the database refuses it.

    `order` counts the files; a party whose file was sent back stands twice, and the later row counts. What the
    certificate says of its holder is kept, the holder's NIK never.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="signatures", verbose_name="naskah")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="signature", verbose_name="berkas sesudahnya")
    order = models.PositiveSmallIntegerField("urutan")
    party_order = models.PositiveSmallIntegerField("urutan pihak")
    party_name = models.CharField("pihak", max_length=200)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanda tangan kita"
    )
    backend = models.CharField("cara", max_length=8, choices=Backend.choices)
    certified = models.BooleanField("tersertifikasi")
    subject = models.CharField("pemilik sertifikat", max_length=200)
    issuer = models.CharField("penerbit sertifikat", max_length=200)
    serial = models.CharField("nomor seri", max_length=64)
    level = models.CharField("tingkat", max_length=8)
    signed_at = models.DateTimeField("waktu menurut tanda tangan", null=True, blank=True)
    not_before = models.DateTimeField("sertifikat berlaku sejak")
    not_after = models.DateTimeField("sertifikat berlaku sampai")
    read_at = models.DateTimeField("naskah dibuka penanda tangan pada", null=True, blank=True)
    provider_tx = models.CharField("nomor pada layanan", max_length=80, blank=True)

    class Meta:
        verbose_name = "tanda tangan elektronik"
        verbose_name_plural = "tanda tangan elektronik"
        ordering = ["document", "order"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="electronicsignature_order_once"),
            # PP 71/2019 art. 60: without an Indonesian PSrE a signature is never certified.
            models.CheckConstraint(
                condition=~Q(backend="LOCAL") | Q(certified=False), name="electronicsignature_local_is_uncertified"
            ),
            models.CheckConstraint(
                condition=Q(backend="OTHER", signed_by__isnull=True) | ~Q(backend="OTHER") & Q(signed_by__isnull=False),
                name="electronicsignature_ours_names_its_person",
            ),
            # Art. 62(3): whoever signs has opened this exact text before.
            models.CheckConstraint(
                condition=Q(backend="OTHER") | Q(read_at__isnull=False), name="electronicsignature_ours_was_read"
            ),
            models.CheckConstraint(
                condition=~Q(subject="") & ~Q(serial="") & ~Q(level="") & Q(not_after__gt=F("not_before")),
                name="electronicsignature_has_facts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_name}: {self.subject}"


class SigningAttempt(AuditedModel):
    """One request to sign, written before it is sent, so that nothing is sent twice. Holds no secret and no NIK."""

    class State(models.TextChoices):
        SENDING = "SENDING", "Sedang ditandatangani"
        SIGNED = "SIGNED", "Ditandatangani"
        REFUSED = "REFUSED", "Tidak ditandatangani"
        UNKNOWN = "UNKNOWN", "Perlu cek"
        CLEARED = "CLEARED", "Sudah dicek"
        DISCARDED = "DISCARDED", "Hasil tidak dipakai"

    document = models.ForeignKey(Document, models.PROTECT, related_name="signing_attempts", verbose_name="naskah")
    party_order = models.PositiveSmallIntegerField("urutan pihak")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="penanda tangan")
    backend = models.CharField("cara", max_length=8, choices=Backend.choices)
    file_sha256 = models.CharField("sidik berkas yang dikirim", max_length=64)
    state = models.CharField("keadaan", max_length=10, choices=State.choices, default=State.SENDING)
    code = models.CharField("kode sebab", max_length=32, blank=True)
    sent_at = models.DateTimeField("dikirim pada")
    ended_at = models.DateTimeField("selesai pada", null=True, blank=True)

    class Meta:
        verbose_name = "percobaan tanda tangan"
        verbose_name_plural = "percobaan tanda tangan"
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["document", "party_order"],
                condition=Q(state__in=["SENDING", "UNKNOWN"]),
                name="signingattempt_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state="SENDING", ended_at__isnull=True) | ~Q(state="SENDING") & Q(ended_at__isnull=False),
                name="signingattempt_end_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display()}"
