from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agreements.stages import Instrument, Renewal
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.core.models import AuditedModel
from kerjasama.workflow.statute import CooperationKind
from proposals.models import Proposal
from proposals.models.visibility import EVERY_ORDINARY

PARTY_FACTS = ("name", "number", "signatory", "office")


class OldFact(models.TextChoices):
    """What somebody would want to know of a naskah that did not pass through this system."""

    TITLE = "TITLE", "Judul"
    PARTNER = "PARTNER", "Mitra"
    NUMBER = "NUMBER", "Nomor"
    KIND = "KIND", "Jenis kerja sama"
    INSTRUMENT = "INSTRUMENT", "Bentuk naskah"
    UNIT = "UNIT", "Perangkat daerah"
    SIGNED_ON = "SIGNED_ON", "Tanggal tanda tangan"
    STARTS_ON = "STARTS_ON", "Mulai berlaku"
    ENDS_ON = "ENDS_ON", "Berakhir"
    ENDED_ON = "ENDED_ON", "Tanggal dihentikan"
    PARENT = "PARENT", "Naskah induk"


def check_parties(value: Any) -> None:
    """A list of parties, each with its four facts as text and whether it is ours. Raises ValidationError."""
    sound = isinstance(value, list) and all(
        isinstance(party, dict)
        and all(isinstance(party.get(name), str) for name in PARTY_FACTS)
        and isinstance(party.get("ours"), bool)
        for party in value
    )
    if not sound:
        raise ValidationError("Para pihak tidak terbaca.")


def check_texts(value: Any) -> None:
    """A list of texts. Raises ValidationError."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValidationError("Daftar ini tidak terbaca.")


class OldNaskah(AuditedModel):
    """A naskah signed before or outside this system (PP 28/2018 art. 48; Permendagri 25/2020 art. 42).

    Nothing is invented: a fact nobody has told is empty and stands in `unknown`. It is never deleted; one that came in by
    mistake is withdrawn and leaves the register.
    """

    title = models.CharField("judul", max_length=500, blank=True)
    kind = models.CharField("jenis", max_length=8, choices=CooperationKind.choices, blank=True)
    instrument = models.CharField("bentuk", max_length=8, choices=Instrument.choices, blank=True)
    #: [{name, number, signatory, office, ours}] in the order written.
    parties = models.JSONField("para pihak", default=list, blank=True, validators=[check_parties])
    #: Numbers of which nobody has said whose they are.
    loose_numbers = models.JSONField("nomor lain", default=list, blank=True, validators=[check_texts])
    unit = models.ForeignKey(
        OrgUnit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="perangkat daerah"
    )
    signed_on = models.DateField("tanggal tanda tangan", null=True, blank=True)
    starts_on = models.DateField("mulai berlaku", null=True, blank=True)
    ends_on = models.DateField("berakhir", null=True, blank=True)
    open_ended = models.BooleanField("tanpa tanggal akhir", default=False)
    stopped = models.BooleanField("dihentikan sebelum waktunya", default=False)
    ended_on = models.DateField("dihentikan pada", null=True, blank=True)
    #: What it stands under: a naskah signed here, or an old one; `stands_alone` where somebody has looked and there is none.
    parent = models.ForeignKey(
        "agreements.Agreement", models.PROTECT, null=True, blank=True, related_name="old_children", verbose_name="naskah induk"
    )  # fmt: skip
    parent_old = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="naskah induk lama"
    )
    stands_alone = models.BooleanField("tanpa naskah induk", default=False)
    #: As somebody wrote them: {code of a fact: words}; hints {code of a day: {month, year, said}}.
    told = models.JSONField("seperti tertulis", default=dict, blank=True)
    hints = models.JSONField("petunjuk tanggal", default=dict, blank=True)
    remarks = models.TextField("keterangan", blank=True, max_length=4000)
    link = models.CharField("tautan", max_length=500, blank=True)
    #: What the reading found strange, in sentences; a person who has looked into it clears them.
    doubts = models.JSONField("perlu dilihat", default=list, blank=True, validators=[check_texts])
    #: Codes of `OldFact` still to be found out: derived from the facts at each writing, for the work list.
    unknown = models.JSONField("belum diketahui", default=list, blank=True, editable=False)
    #: Where it was read: {batch, file, sheet, row, cells: [[head, text]]}; empty for one written by hand.
    source = models.JSONField("asal", default=dict, blank=True, editable=False)
    batch_number = models.PositiveBigIntegerField("nomor impor", null=True, blank=True, editable=False, db_index=True)
    fingerprint = models.CharField("sidik baris", max_length=32, blank=True, editable=False, db_index=True)
    edition = models.PositiveIntegerField("penulisan ke", default=1, editable=False)
    #: Since when a person has had a hand in its facts: a later file does not overrule him unasked.
    corrected_at = models.DateTimeField("dilengkapi pada", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, blank=True, editable=False)

    #: What becomes of it when its end is near: nothing decided, it ends (LAPSE), or another takes its place (REPLACE).
    renewal = models.CharField("kelanjutan", max_length=8, choices=Renewal.choices, blank=True, editable=False)
    renewal_reason = models.TextField("alasan kelanjutan", max_length=4000, blank=True, editable=False)
    renewal_on = models.DateField("kelanjutan diputuskan pada", null=True, blank=True, editable=False)
    successor = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="+", editable=False, verbose_name="usulan pengganti"
    )  # fmt: skip
    successor_old = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaces", editable=False, verbose_name="naskah lama pengganti"
    )  # fmt: skip
    #: The case in which it is to be run in full here, and the naskah there that is this very one (decision 25).
    case = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="old_naskah", editable=False, verbose_name="usulan pengelola"
    )  # fmt: skip
    continued_as = models.ForeignKey(
        "agreements.Agreement", models.PROTECT, null=True, blank=True, related_name="continues", editable=False, verbose_name="dilanjutkan sebagai"
    )  # fmt: skip

    class Meta:
        verbose_name = "naskah lama"
        verbose_name_plural = "naskah lama"
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["ends_on"], condition=Q(withdrawn_at__isnull=True, continued_as__isnull=True, stopped=False), name="oldnaskah_ending"
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") | ~Q(parties=[]) | ~Q(loose_numbers=[]), name="oldnaskah_is_known_by_something"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="oldnaskah_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(signed_on__isnull=True) | Q(ends_on__gte=F("signed_on")),
                name="oldnaskah_ends_after_signing",
            ),
            models.CheckConstraint(
                condition=Q(open_ended=False) | Q(ends_on__isnull=True), name="oldnaskah_open_or_ending"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(stopped=True), name="oldnaskah_stopped_on_a_day"
            ),
            models.CheckConstraint(condition=Q(kind__in=["", *CooperationKind.values]), name="oldnaskah_kind_known"),
            models.CheckConstraint(
                condition=Q(instrument__in=["", *Instrument.values]), name="oldnaskah_instrument_known"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(parent_old__isnull=True), name="oldnaskah_under_one_naskah"
            ),
            models.CheckConstraint(
                condition=Q(parent_old__isnull=True) | ~Q(parent_old=F("id")), name="oldnaskah_not_under_itself"
            ),
            models.CheckConstraint(
                condition=Q(stands_alone=False) | Q(parent__isnull=True, parent_old__isnull=True),
                name="oldnaskah_alone_or_under",
            ),
            models.CheckConstraint(
                condition=Q(renewal="REPLACE", successor__isnull=False, successor_old__isnull=True)
                | Q(renewal="REPLACE", successor__isnull=True, successor_old__isnull=False)
                | Q(renewal__in=["", "LAPSE"], successor__isnull=True, successor_old__isnull=True),
                name="oldnaskah_successor_is_named",
            ),
            models.CheckConstraint(
                condition=Q(renewal="", renewal_on__isnull=True)
                | ~Q(renewal="") & ~Q(renewal_reason="") & Q(renewal_on__isnull=False),
                name="oldnaskah_decided_with_reason",
            ),
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=Q(withdrawn_at__isnull=True) & ~Q(fingerprint=""),
                name="oldnaskah_once",
            ),
        ]

    def __str__(self) -> str:
        return self.shown_title

    def get_absolute_url(self) -> str:
        return reverse("agreements:old", args=[self.pk])

    @property
    def code(self) -> str:
        """The name of the house for it: "NL-12"."""
        return f"NL-{self.pk}"

    @property
    def shown_title(self) -> str:
        """Its title, or what else it is known by."""
        if self.title:
            return self.title
        numbers = [*(party["number"] for party in self.parties if party["number"]), *self.loose_numbers]
        return f"Naskah nomor {numbers[0]}" if numbers else f"Naskah dengan {self.partner_names}"

    @property
    def partner_names(self) -> str:
        """The parties that are not ours, as a list; all where none is known to be ours."""
        others = [party["name"] for party in self.parties if not party["ours"]]
        return "; ".join(others or [party["name"] for party in self.parties])

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["OldNaskah"]:
        """Those that a person may see: offices concerned with every ordinary case, and the unit that carries it out."""
        held = seats(user)
        if {seat.office for seat in held} & EVERY_ORDINARY:
            return cls._default_manager.all()
        units = [seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id]
        return cls._default_manager.filter(unit__in=units, withdrawn_at__isnull=True)
