from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from agreements.models.agreement import Agreement
from agreements.stages import Instrument
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.workflow.statute import CooperationKind
from proposals.models import Proposal


def _stemmed(field: str, weight: str) -> SearchVector:
    return SearchVector(field, config="indonesian", weight=weight)


def _plain(field: str, weight: str) -> SearchVector:
    return SearchVector(field, config="simple", weight=weight)


#: Words of the title in any form count most, then the parties, then numbers, code and signatories as they are written.
WORDS = (
    _stemmed("title", "A")
    + _plain("title", "A")
    + _stemmed("names", "B")
    + _plain("names", "B")
    + _plain("numbers", "C")
    + _plain("more", "D")
)


class RegisterEntry(models.Model):
    """One signed naskah as the register lists and finds it: written anew after each act on it, never by hand.

    What is true stands on the naskah; this row repeats it in the form that a list of many needs.
    """

    class State(models.TextChoices):
        SIGNED = "SIGNED", "Ditandatangani"
        IN_FORCE = "IN_FORCE", "Berlaku"
        ENDED = "ENDED", "Berakhir"

    agreement = models.OneToOneField(Agreement, on_delete=models.PROTECT, related_name="entry", verbose_name="naskah")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="+", verbose_name="usulan")
    parent = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="naskah induk"
    )
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="+", verbose_name="pelaksana")
    kind = models.CharField("jenis", max_length=8, choices=CooperationKind.choices)
    instrument = models.CharField("bentuk", max_length=8, choices=Instrument.choices)
    title = models.CharField("judul", max_length=250)
    #: [{name, number, signatory, office, ours}] in the order of the naskah.
    parties = models.JSONField("para pihak", default=list)
    state = models.CharField("keadaan", max_length=8, choices=State.choices)
    signed_on = models.DateField("ditandatangani")
    starts_on = models.DateField("mulai")
    ends_on = models.DateField("berakhir")
    ended_on = models.DateField("berakhir sejak", null=True, blank=True)
    #: Code of the case and numbers as they are written, one a line, without blanks around their slashes.
    numbers = models.TextField("nomor", blank=True)
    names = models.TextField("nama para pihak", blank=True)
    #: Signatories and their offices.
    more = models.TextField("lainnya", blank=True)
    words = models.GeneratedField(
        expression=WORDS, output_field=SearchVectorField(), db_persist=True, verbose_name="kata"
    )

    class Meta:
        verbose_name = "entri register"
        verbose_name_plural = "entri register"
        ordering = ["-signed_on", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["-signed_on", "-id"], name="registerentry_newest"),
            models.Index(fields=["ends_on", "id"], name="registerentry_ending"),
            models.Index(fields=["title", "id"], name="registerentry_title"),
            models.Index(fields=["state", "-signed_on", "-id"], name="registerentry_state"),
            GinIndex(fields=["words"], name="registerentry_words"),
            GinIndex(fields=["numbers"], opclasses=["gin_trgm_ops"], name="registerentry_numbers"),
        ]

    def __str__(self) -> str:
        return f"{self.get_instrument_display()} tentang {self.title}"

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["RegisterEntry"]:
        """Those of the cases a person may see."""
        return cls._default_manager.filter(proposal__in=Proposal.visible_to(user).order_by())


class RegisterWord(models.Model):
    """A word that titles and parties of the register use: what a misspelt one is compared with."""

    word = models.CharField("kata", max_length=80, primary_key=True)

    class Meta:
        verbose_name = "kata register"
        verbose_name_plural = "kata register"
        default_permissions = ()
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="registerword_near")]

    def __str__(self) -> str:
        return self.word
