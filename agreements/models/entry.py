from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from agreements.models.agreement import Agreement
from agreements.models.old import OldNaskah
from agreements.stages import Instrument
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.workflow.statute import CooperationKind
from proposals.models import Proposal


def _stemmed(field: str, weight: str) -> SearchVector:
    return SearchVector(field, config="indonesian", weight=weight)


def _plain(field: str, weight: str) -> SearchVector:
    return SearchVector(field, config="simple", weight=weight)


def _parted(field: str, weight: str) -> SearchVector:
    """What stands between dots, hyphens and slashes, each for itself: "Covid-19" holds 19, "P.T." holds P and T."""
    return SearchVector(
        Func(F(field), Value("./-"), Value("   "), function="TRANSLATE", output_field=models.TextField()),
        config="simple",
        weight=weight,
    )


def _joined(field: str, weight: str) -> SearchVector:
    """The same without those signs: "P.T." is PT."""
    return SearchVector(
        Func(F(field), Value("./-"), Value(""), function="TRANSLATE", output_field=models.TextField()),
        config="simple",
        weight=weight,
    )


#: Words of the title in any form count most, then the parties, then numbers, code and signatories as they are written.
WORDS = (
    _stemmed("title", "A")
    + _plain("title", "A")
    + _parted("title", "A")
    + _joined("title", "A")
    + _stemmed("names", "B")
    + _plain("names", "B")
    + _parted("names", "B")
    + _joined("names", "B")
    + _plain("numbers", "C")
    + _parted("numbers", "C")
    + _plain("more", "D")
)


#: Where an unknown day stands in an order of days: behind all that are known.
NO_SIGNING, NO_END = date(1, 1, 1), date(9999, 12, 31)


class RegisterEntry(models.Model):
    """One signed naskah as the register lists and finds it: written anew after each act on it, never by hand.

    What is true stands on the naskah, of this system (`agreement`) or from before it (`old`); this row repeats it in the
    form that a list of many needs. What of an old one is unknown is NULL or empty here too.
    """

    class State(models.TextChoices):
        SIGNED = "SIGNED", "Ditandatangani"
        IN_FORCE = "IN_FORCE", "Berlaku"
        ENDED = "ENDED", "Berakhir"
        UNKNOWN = "UNKNOWN", "Tidak diketahui"
        # An old naskah that stands in the register as one of this system: shown as such, counted nowhere.
        GONE_ON = "GONE_ON", "Dilanjutkan"

    agreement = models.OneToOneField(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="entry", verbose_name="naskah"
    )
    old = models.OneToOneField(
        OldNaskah, on_delete=models.PROTECT, null=True, blank=True, related_name="entry", verbose_name="naskah lama"
    )
    proposal = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="usulan"
    )
    parent = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="naskah induk"
    )
    parent_old = models.ForeignKey(
        OldNaskah, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="naskah induk lama"
    )
    #: Of an old naskah: the one of this system that is the same.
    continued_as = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dilanjutkan sebagai"
    )
    unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pelaksana"
    )
    kind = models.CharField("jenis", max_length=8, choices=CooperationKind.choices, blank=True)
    instrument = models.CharField("bentuk", max_length=8, choices=Instrument.choices, blank=True)
    title = models.CharField("judul", max_length=500)
    #: [{name, number, signatory, office, ours}] in the order of the naskah.
    parties = models.JSONField("para pihak", default=list)
    #: Numbers of an old naskah of which nobody has said whose they are.
    loose_numbers = models.JSONField("nomor lain", default=list, db_default=[])
    #: Of an old naskah it holds only what no calendar decides: see register_standing.
    state = models.CharField("keadaan", max_length=8, choices=State.choices)
    signed_on = models.DateField("ditandatangani", null=True, blank=True)
    starts_on = models.DateField("mulai", null=True, blank=True)
    ends_on = models.DateField("berakhir", null=True, blank=True)
    open_ended = models.BooleanField("tanpa tanggal akhir", default=False, db_default=False)
    ended_on = models.DateField("berakhir sejak", null=True, blank=True)
    #: Code of the case and numbers as they are written, one a line, without blanks around their slashes.
    numbers = models.TextField("nomor", blank=True)
    names = models.TextField("nama para pihak", blank=True)
    #: Signatories and their offices.
    more = models.TextField("lainnya", blank=True)
    #: Never NULL, so that pages can be cut by them.
    signed_key = models.GeneratedField(
        expression=Coalesce(F("signed_on"), Value(NO_SIGNING)), output_field=models.DateField(), db_persist=True
    )
    ends_key = models.GeneratedField(
        expression=Coalesce(F("ended_on"), F("ends_on"), Value(NO_END)),
        output_field=models.DateField(),
        db_persist=True,
    )
    words = models.GeneratedField(
        expression=WORDS, output_field=SearchVectorField(), db_persist=True, verbose_name="kata"
    )

    class Meta:
        verbose_name = "entri register"
        verbose_name_plural = "entri register"
        ordering = ["-signed_key", "-pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["-signed_key", "-id"], name="registerentry_newest"),
            models.Index(fields=["ends_key", "id"], name="registerentry_ending"),
            models.Index(fields=["title", "id"], name="registerentry_title"),
            models.Index(fields=["state", "-signed_key", "-id"], name="registerentry_state"),
            GinIndex(fields=["words"], name="registerentry_words"),
            GinIndex(fields=["numbers"], opclasses=["gin_trgm_ops"], name="registerentry_numbers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreement__isnull=False, old__isnull=True) | Q(agreement__isnull=True, old__isnull=False),
                name="registerentry_of_one_naskah",
            ),
            # What may be unknown of an old naskah is always known of one that was signed here.
            models.CheckConstraint(
                condition=Q(agreement__isnull=True)
                | Q(proposal__isnull=False, unit__isnull=False, signed_on__isnull=False)
                & Q(starts_on__isnull=False, ends_on__isnull=False)
                & ~Q(kind="")
                & ~Q(instrument="")
                & ~Q(state__in=["UNKNOWN", "GONE_ON"]),
                name="registerentry_of_ours_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="GONE_ON", continued_as__isnull=False, old__isnull=False)
                | ~Q(state="GONE_ON") & Q(continued_as__isnull=True),
                name="registerentry_gone_on_says_as_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_instrument_display() or 'Naskah'} tentang {self.title}"

    def get_absolute_url(self) -> str:
        if self.old_id:
            return reverse("agreements:old", args=[self.old_id])
        return f"{self.proposal.get_absolute_url()}#naskah-{self.agreement_id}"

    @property
    def code(self) -> str:
        """The code of its case, or of the old naskah."""
        return f"NL-{self.old_id}" if self.old_id else self.proposal.code

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["RegisterEntry"]:
        """Those of the cases and of the old naskah a person may see."""
        cases, olds = Proposal.visible_to(user).order_by(), OldNaskah.visible_to(user).order_by()
        return cls._default_manager.filter(Q(proposal__in=cases) | Q(old__in=olds))


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
