from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agreements.models import Agreement, OldNaskah
from agreements.services.old import KEEPERS
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel


class ImportBatch(AuditedModel):
    """A file with an old register: read, looked at, written in one transaction, undone in one.

    Its versions say who wrote it into the register and who took it out again; they enter the audit chain.
    """

    class State(models.TextChoices):
        READING = "READING", "Sedang dibaca"
        FAILED = "FAILED", "Tidak terbaca"
        READY = "READY", "Menunggu keputusan"
        WRITING = "WRITING", "Sedang ditulis"
        CONFIRMED = "CONFIRMED", "Tertulis dalam register"
        UNDOING = "UNDOING", "Sedang dibatalkan"
        UNDONE = "UNDONE", "Dibatalkan"
        DISCARDED = "DISCARDED", "Dibuang"

    file_name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("ukuran (bita)")
    place = models.CharField("letak", max_length=64, unique=True)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="pengunggah")
    state = models.CharField("keadaan", max_length=10, choices=State.choices, default=State.READING)
    #: How many times it has been read: each change of the columns reads it again.
    reading = models.PositiveIntegerField("pembacaan ke", default=1)
    #: What a person has chosen: {sheet, columns: {column: field}, orders: {field: order}}.
    choices = models.JSONField("pilihan", default=dict, blank=True)
    #: What the reading found of the file as a whole: see services.reading.
    found = models.JSONField("yang ditemukan", default=dict, blank=True)
    done = models.PositiveIntegerField("sudah dikerjakan", default=0)
    total = models.PositiveIntegerField("seluruhnya", default=0)
    #: Why it was not read, not written, or not undone: the state it stands in says which.
    failure = models.TextField("sebab gagal", blank=True)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditulis oleh"
    )
    confirmed_at = models.DateTimeField("ditulis pada", null=True, blank=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dibatalkan oleh"
    )
    undone_at = models.DateTimeField("dibatalkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "impor register"
        verbose_name_plural = "impor register"
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="importbatch_written_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="UNDONE")
                | Q(confirmed_at__isnull=False, undone_at__isnull=False, undone_by__isnull=False),
                name="importbatch_undone_after_written",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["CONFIRMED", "UNDOING"])
                | Q(confirmed_at__isnull=False, undone_at__isnull=True),
                name="importbatch_written_when",
            ),
            # One file stands in the register once; a batch undone or thrown away makes room.
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(state__in=["READING", "READY", "WRITING", "CONFIRMED", "UNDOING"]),
                name="importbatch_file_once",
            ),
        ]

    def __str__(self) -> str:
        return f"Impor {self.pk}: {self.file_name}"

    def get_absolute_url(self) -> str:
        return reverse("importing:batch", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        """Whether the worker is to do something with it, or does it now."""
        return self.state in UNDER_WAY

    @property
    def may_choose_columns(self) -> bool:
        """Whether it can be read otherwise: while it is looked at, or when another of its sheets may be the register."""
        if self.state == self.State.FAILED:
            return len(self.found.get("sheets", [])) > 1
        return self.state == self.State.READY

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["ImportBatch"]:
        """For the Bagian Kerja Sama and its head; nobody else."""
        return cls._default_manager.all() if holds(user, *KEEPERS) else cls._default_manager.none()


UNDER_WAY = (ImportBatch.State.READING, ImportBatch.State.WRITING, ImportBatch.State.UNDOING)


class ImportRow(models.Model):
    """A row of the file as it was read, and what becomes of it. After the writing it stays as the record of where from."""

    class Verdict(models.TextChoices):
        NEW = "NEW", "Baru"
        CHANGED = "CHANGED", "Berubah"
        SAME = "SAME", "Sama"
        HERE = "HERE", "Sudah ada dalam sistem"
        WARNING = "WARNING", "Perlu dilihat"
        ERROR = "ERROR", "Salah"

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="rows", verbose_name="impor")
    number = models.PositiveIntegerField("baris")
    verdict = models.CharField("putusan", max_length=8, choices=Verdict.choices)
    #: NEW, CHANGED, SAME or HERE: how it stands to the register, whatever is doubtful about it.
    relation = models.CharField("terhadap register", max_length=8, choices=Verdict.choices)
    included = models.BooleanField("ikut ditulis", default=True)
    title = models.CharField("judul", max_length=500, blank=True)
    looked_for = models.TextField("dicari menurut", blank=True)
    #: What would be written, by the names of `agreements.old_facts.FACTS`.
    facts = models.JSONField("isian", default=dict)
    #: What the row itself tells, where the facts above are those of the naskah that is there with this taken in.
    told = models.JSONField("menurut barisnya", null=True, blank=True)
    #: [[head, text]] of the columns that were used.
    cells = models.JSONField("sel", default=list)
    errors = models.JSONField("salah", default=list)
    warnings = models.JSONField("perhatikan", default=list)
    notes = models.JSONField("keterangan", default=list)
    unknown = models.JSONField("belum diketahui", default=list)
    #: [[name, before, after]] against the naskah that is there.
    changes = models.JSONField("perubahan", default=list)
    fingerprint = models.CharField("sidik baris", max_length=32)
    old = models.ForeignKey(
        OldNaskah, models.PROTECT, null=True, blank=True, related_name="import_rows", verbose_name="naskah lama"
    )
    agreement = models.ForeignKey(
        Agreement, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="naskah dalam sistem"
    )
    #: The edition of the old naskah that was compared with, and after the writing the one that was written.
    edition = models.PositiveIntegerField("penulisan ke", default=0)
    #: Its facts before the writing, to give them back.
    before = models.JSONField("isian sebelumnya", null=True, blank=True)
    written = models.BooleanField("tertulis", default=False)

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ["number"]
        default_permissions = ()
        indexes = [models.Index(fields=["batch", "verdict", "number"], name="importrow_verdict")]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="importrow_once"),
            models.CheckConstraint(
                condition=Q(included=False) | ~Q(verdict__in=["ERROR", "SAME", "HERE"]),
                name="importrow_not_for_writing",
            ),
            models.CheckConstraint(
                condition=Q(written=False) | Q(old__isnull=False), name="importrow_written_as_naskah"
            ),
        ]

    def __str__(self) -> str:
        return f"Baris {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("importing:row", args=[self.batch_id, self.number])

    @property
    def may_be_written(self) -> bool:
        """Whether a person has a choice about it."""
        return self.verdict in WRITABLE


WRITABLE = (ImportRow.Verdict.NEW, ImportRow.Verdict.CHANGED, ImportRow.Verdict.WARNING)


class RememberedColumns(models.Model):
    """The columns of a file as a person has mapped them, for the next file with the same heads."""

    signature = models.CharField("sidik judul kolom", max_length=32, primary_key=True)
    mapping = models.TextField("pemetaan")
    kept_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disimpan oleh")
    kept_at = models.DateTimeField("disimpan pada", default=clock.now)

    class Meta:
        verbose_name = "pemetaan kolom"
        verbose_name_plural = "pemetaan kolom"
        default_permissions = ()

    def __str__(self) -> str:
        return self.signature

    @classmethod
    def of(cls, signature: str) -> Any:
        """What is remembered for these heads, or None."""
        return cls.objects.filter(pk=signature).first()
