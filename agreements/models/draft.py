from typing import Any

from django.db import models

from agreements import work_plan
from agreements.content import Clause, clauses_from
from agreements.models.agreement import Agreement
from kerjasama.accounts.models import User


class DraftVersion(models.Model):
    """A version of the text, never changed once written; the database refuses it too."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions", verbose_name="naskah")
    number = models.PositiveIntegerField("versi")
    title = models.CharField("judul", max_length=250)
    clauses = models.JSONField("pasal")
    # Tables that belong to the text (a Rencana Kerja), and the same text in another language: both are bound by a paraf.
    annexes = models.JSONField("lampiran", default=list, blank=True)
    translation = models.JSONField("teks bahasa kedua", default=dict, blank=True)
    text_hash = models.CharField("sidik teks", max_length=64)
    note = models.CharField("catatan perubahan", max_length=250, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="penyusun")
    written_at = models.DateTimeField("ditulis pada")

    class Meta:
        verbose_name = "versi naskah"
        verbose_name_plural = "versi naskah"
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["agreement", "number"], name="draftversion_number_once")]

    def __str__(self) -> str:
        return f"versi {self.number}"

    @property
    def content(self) -> tuple[Clause, ...]:
        return clauses_from(self.clauses)

    @property
    def tables(self) -> list[dict[str, Any]]:
        """Its annexes as titles and readable lines."""
        return [
            {"title": a["title"], "lines": work_plan.lines_of(a)} for a in self.annexes if a.get("key") == work_plan.KEY
        ]
