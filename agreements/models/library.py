"""Clauses that the region keeps for itself, beside those the system brings."""

from django.db import models
from django.db.models import Q

from agreements.stages import Instrument
from kerjasama.core.models import AuditedModel


class LibraryClause(AuditedModel):
    """A pasal in the words of the region for one form of naskah, with placeholders. It is retired, never deleted."""

    instrument = models.CharField("bentuk naskah", max_length=8, choices=Instrument.choices)
    key = models.SlugField("kunci", max_length=40)
    title = models.CharField("judul pasal", max_length=160)
    text = models.TextField("isi", max_length=12000)
    note = models.CharField("kapan dipakai", max_length=250, blank=True)
    active = models.BooleanField("dipakai", default=True)

    class Meta:
        verbose_name = "pasal pustaka"
        verbose_name_plural = "pustaka pasal"
        ordering = ["instrument", "title", "pk"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "title"], condition=Q(active=True), name="libraryclause_title_once"
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(text="") & ~Q(key=""), name="libraryclause_says_something"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_instrument_display()}: {self.title}"
