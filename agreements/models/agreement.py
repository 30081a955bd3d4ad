from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agreements.lifecycle import AgreementLifecycle
from agreements.routes import ROUTES
from agreements.stages import (
    SIGNED,
    UNSIGNED,
    EndGround,
    Grant,
    Instrument,
    Mode,
    ParafKind,
    ParafState,
    Renewal,
    Stage,
    Trait,
    Way,
)
from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import UNIT_BOUND, Office
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from proposals.models import Proposal


class Agreement(AgreementLifecycle, StagedModel):
    """A naskah of a case: a Kesepakatan Bersama, or a Perjanjian Kerja Sama under one."""

    ROUTES: ClassVar[Routes] = ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = Stage

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="agreements", verbose_name="usulan")
    instrument = models.CharField("bentuk naskah", max_length=8, choices=Instrument.choices)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name="naskah induk"
    )
    title = models.CharField("judul", max_length=250)
    executing_unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, related_name="+", verbose_name="perangkat daerah pelaksana"
    )
    term_years = models.PositiveSmallIntegerField("lama dalam tahun", default=5)
    # A letter of intent whose stated validity is shorter than the year the law allows (Permendagri 25/2020 art. 14).
    term_months = models.PositiveSmallIntegerField("masa berlaku dalam bulan", null=True, blank=True, editable=False)
    for_year = models.PositiveSmallIntegerField("untuk tahun", null=True, blank=True, editable=False)
    # Where a text that was opened in the midst of the talks with the government goes back to.
    resume_at = models.CharField("kembali ke tahap", max_length=32, blank=True, editable=False)

    locked_version = models.ForeignKey(
        "agreements.DraftVersion",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="versi terkunci",
    )
    text_hash = models.CharField("sidik teks terkunci", max_length=64, blank=True, editable=False)
    paraf_chain = models.JSONField("rantai paraf", default=list, editable=False)
    paraf_coordination = models.JSONField("paraf koordinasi", default=list, editable=False)

    planned_on = models.DateField("rencana penandatanganan", null=True, blank=True)
    planned_place = models.CharField("tempat penandatanganan", max_length=160, blank=True)
    by_power = models.BooleanField("ditandatangani dengan kuasa", default=False, editable=False)
    way = models.CharField("cara penandatanganan", max_length=10, choices=Way.choices, default=Way.WET, editable=False)
    mode = models.CharField("tata cara penandatanganan", max_length=8, choices=Mode.choices, blank=True, editable=False)
    originals = models.PositiveSmallIntegerField("jumlah naskah asli", default=2)
    # The day on which the last original reached the party that keeps it; none yet, or nothing to exchange.
    exchanged_on = models.DateField("naskah asli dipertukarkan pada", null=True, blank=True, editable=False)
    signed_on = models.DateField("ditandatangani pada", null=True, blank=True, editable=False)
    starts_on = models.DateField("mulai berlaku", null=True, blank=True, editable=False)
    ends_on = models.DateField("berakhir pada", null=True, blank=True, editable=False)
    scanned_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="pengunggah pindaian",
    )
    validated_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name="pemeriksa pindaian",
    )
    archive_place = models.CharField("tempat naskah asli", max_length=200, blank=True)
    registered_on = models.DateField("dicatat dalam register pada", null=True, blank=True, editable=False)
    ended_on = models.DateField("berakhir sejak", null=True, blank=True, editable=False)
    end_ground = models.CharField(
        "sebab berakhir", max_length=12, choices=EndGround.choices, blank=True, editable=False
    )

    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces", editable=False, verbose_name="digantikan oleh"
    )  # fmt: skip
    end_note = models.TextField("penyelesaian hak dan kewajiban", blank=True, max_length=4000, editable=False)
    end_document_id = models.BigIntegerField("dasar pengakhiran", null=True, editable=False)

    # Where a naskah came in from paper with paraf already given, on which day (decision 25).
    from_paper_on = models.DateField("masuk dari proses kertas", null=True, blank=True, editable=False)

    # An adendum that touches money, levies or assets brings up the question of the DPRD anew (statute 8).
    again_to_dprd = models.BooleanField("dinilai kembali untuk DPRD", default=False, editable=False)

    # The case that shall take the place of this naskah when it has ended.
    successor = models.ForeignKey(
        Proposal, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="usulan pengganti", editable=False
    )

    # What the newest evaluation concludes, and what becomes of the naskah when its end is near.
    verdict = models.CharField("kesimpulan evaluasi", max_length=10, blank=True, editable=False)
    verdict_on = models.DateField("akhir periode evaluasi", null=True, blank=True, editable=False)
    renewal = models.CharField("perpanjangan", max_length=8, choices=Renewal.choices, blank=True, editable=False)
    extension_notified_on = models.DateField("pemberitahuan perpanjangan", null=True, blank=True, editable=False)
    grant = models.CharField("hibah", max_length=10, choices=Grant.choices, blank=True, editable=False)

    class Meta:
        verbose_name = "naskah"
        verbose_name_plural = "naskah"
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["turn_office", "turn_unit", "due_on"], name="agreement_turn"),
            models.Index(fields=["stage", "ends_on"], name="agreement_stage_end"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "instrument"], condition=~Q(instrument__in=["PKS", "RKT", "ADD"]) & ~Q(stage__in=[Stage.ENDED, Stage.CANCELLED]),
                name="agreement_one_of_a_sort_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(instrument__in=["PKS", "RKT", "ADD"]) & Q(parent__isnull=True) | Q(instrument__in=["PKS", "RKT", "ADD"], parent__isnull=False),
                name="agreement_pks_stands_under_kb",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=SIGNED) | Q(signed_on__isnull=False, locked_version__isnull=False, ends_on__isnull=False) & ~Q(text_hash=""),
                name="agreement_signed_has_facts",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.ORIGINAL, Stage.ORIGINAL_LETTER, Stage.COPY, Stage.REGISTRATION, Stage.IN_FORCE, Stage.ENDED])
                | Q(scanned_by__isnull=False, validated_by__isnull=False) & ~Q(scanned_by=F("validated_by")),
                name="agreement_checked_by_second_person",
            ),
            # A letter of intent lasts a year at most, a naskah abroad five (Permendagri 25/2020 art. 14, 32).
            models.CheckConstraint(
                condition=~Q(instrument__in=["LOI", "RKT"]) & (~Q(instrument="MOU") | Q(term_years__lte=5)) | Q(instrument__in=["LOI", "RKT"], term_years=1),
                name="agreement_foreign_term_is_lawful",
            ),
            # One change at a time: the next one is written on the text that holds after it.
            models.UniqueConstraint(
                fields=["parent"], condition=Q(instrument="ADD", stage__in=UNSIGNED), name="agreement_one_amendment_under_way"
            ),
            models.CheckConstraint(condition=~Q(end_ground="PARENT") | Q(instrument="ADD"), name="agreement_amendment_ends_with_its_naskah"),
            models.CheckConstraint(
                condition=Q(renewal="REPLACE", successor__isnull=False) | ~Q(renewal="REPLACE") & Q(successor__isnull=True), name="agreement_successor_is_named"
            ),
            models.CheckConstraint(condition=Q(again_to_dprd=False) | Q(instrument="ADD"), name="agreement_only_an_amendment_asks_again"),
            models.UniqueConstraint(
                fields=["parent", "for_year"], condition=Q(for_year__isnull=False) & ~Q(stage=Stage.CANCELLED), name="agreement_one_plan_a_year"
            ),
            models.CheckConstraint(
                condition=Q(instrument="RKT", for_year__isnull=False) | ~Q(instrument="RKT") & Q(for_year__isnull=True), name="agreement_yearly_names_its_year"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=[Stage.IN_FORCE, Stage.ENDED]) | Q(registered_on__isnull=False) & ~Q(archive_place=""),
                name="agreement_in_force_is_registered",
            ),
            # Foreign naskah are signed on paper (statute 7; PP 28/2018 art. 23(1) knows the head of region in person).
            models.CheckConstraint(
                condition=~Q(way="ELECTRONIC") | ~Q(route_key__startswith="FOREIGN."), name="agreement_electronic_at_home_only"
            ),
            models.CheckConstraint(condition=Q(mode__in=["", *Mode.values]), name="agreement_mode_known"),
            models.CheckConstraint(condition=Q(by_power=False) | Q(instrument__in=["PKS", "ADD"]), name="agreement_power_for_pks_only"),
            models.CheckConstraint(condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="agreement_dates_in_order"),
            models.CheckConstraint(condition=~Q(stage=Stage.ENDED) | Q(ended_on__isnull=False) & ~Q(end_ground=""), name="agreement_end_has_ground"),
            # Each kind knows its own grounds (PP 28/2018 art. 9, 22; Permendagri 25/2020 art. 34), and an early end has its paper.
            models.CheckConstraint(
                condition=~Q(end_ground__in=["JUDGMENT", "BANKRUPTCY"]) | Q(route_key__startswith="KSDPK."), name="agreement_end_of_third_party_only"
            ),
            models.CheckConstraint(
                condition=~Q(end_ground__in=["LAW_CHANGED", "OBJECT_LOST"]) | ~Q(route_key__startswith="FOREIGN."), name="agreement_end_at_home_only"
            ),
            models.CheckConstraint(
                condition=Q(end_ground="REPLACED", replaced_by__isnull=False, route_key__startswith="FOREIGN.")
                | ~Q(end_ground="REPLACED") & Q(replaced_by__isnull=True),
                name="agreement_replaced_names_the_new_one",
            ),
            models.CheckConstraint(
                condition=Q(end_ground__in=["", "TERM", "PARENT"]) | Q(end_document_id__isnull=False) & ~Q(end_note=""), name="agreement_early_end_has_paper"
            ),
            models.CheckConstraint(
                condition=Q(term_months__isnull=True) | Q(instrument="LOI", term_months__gte=1, term_months__lte=12), name="agreement_months_of_intent_only"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_instrument_display()} tentang {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("agreements:detail", args=[self.pk])

    @property
    def case_code(self) -> str:
        return self.proposal.code

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["Agreement"]:
        """The naskah of the cases a person may see, and those a unit carries out."""
        seen = Q(proposal__in=Proposal.visible_to(user).order_by())
        return cls._default_manager.filter(seen).select_related("proposal", "executing_unit")

    @classmethod
    def readable_papers(cls, user: User) -> frozenset[str] | None:
        """As on the case: the DPRD opens no draft."""
        return Proposal.readable_papers(user)

    def unit_in_charge(self, office: str) -> int | None:
        return self.executing_unit_id if office in UNIT_BOUND else None

    def turn(self, stage: str) -> str:
        """In the paraf stage the next of the chain; a naskah in force waits for nobody until its end is near."""
        if stage == Stage.PARAF:
            waiting = self.next_paraf()
            return waiting.office if waiting else ""
        if stage == Stage.SIGNING and self.way == Way.ELECTRONIC and self.we_have_signed:
            return Office.BAGIAN
        if stage == Stage.SIGNING and self.by_power:
            return Office.OPD
        if stage == Stage.IN_FORCE:
            return self._turn_of_renewal()
        return super().turn(stage)

    def _turn_of_renewal(self) -> str:
        """Who is asked about its end: the unit decides, the Bagian begins an extension, the Kabag records one that was signed abroad."""
        if self.renewal == Renewal.ASKED:
            return Office.OPD
        if self.renewal == Renewal.EXTEND and self.due_on is not None:
            return Office.KABAG if self.extension_notified_on else Office.BAGIAN
        return ""

    @property
    def we_have_signed(self) -> bool:
        """Whether our own side has signed; an electronic naskah then waits for the others."""
        return self.parties.filter(partner__isnull=True, signed_on__isnull=False).exists()

    @property
    def open_dispute(self) -> Any:
        """The dispute that is not settled yet, or None."""
        return self.disputes.filter(settled_on__isnull=True).first()

    def replacements(self) -> models.QuerySet["Agreement"]:
        """The naskah in force with one of the same partners that may have taken this one's place: signed later, of the same form."""
        partners = self.parties.exclude(partner=None).values("partner")
        found = type(self)._default_manager.filter(
            instrument=self.instrument,
            stage=Stage.IN_FORCE,
            signed_on__gt=self.signed_on,
            parties__partner__in=partners,
        )
        return found.exclude(pk=self.pk).order_by("-signed_on", "-pk").distinct()

    @property
    def rank(self) -> str:
        """The form whose rules of signing apply: an adendum is signed as the naskah it changes."""
        return self.parent.instrument if Trait.AMENDS in self.route.traits else self.instrument

    def successors(self) -> models.QuerySet[Proposal]:
        """The living cases with one of the same partners that may take the place of this naskah; none that was refused."""
        partners = self.parties.exclude(partner=None).values("partner")
        found = (
            Proposal.objects.filter(parties__partner__in=partners)
            .exclude(pk=self.proposal_id)
            .exclude(stage__in=Proposal.ROUTES.dead_ends())
        )
        return found.order_by("-pk").distinct()

    @property
    def term_label(self) -> str:
        """How long it holds, in words: "5 tahun", or "6 bulan" where it is shorter than a year; an adendum as long as its naskah."""
        if Trait.AMENDS in self.route.traits:
            return "selama naskah yang diubahnya"
        return f"{self.term_months} bulan" if self.term_months else f"{self.term_years} tahun"

    @property
    def term_since(self) -> str:
        """The term of a naskah that is not signed yet, counted from its signature."""
        return self.term_label if Trait.AMENDS in self.route.traits else f"{self.term_label} sejak ditandatangani"

    @property
    def power(self) -> Any:
        """The newest surat kuasa for this naskah, or None."""
        return self.powers.first()

    def paraf_round(self) -> models.QuerySet:
        """The newest paraf of each place in the chain on the locked text; void ones of an earlier round are history."""
        return self.parafs.filter(version=self.locked_version_id).order_by("order", "-pk").distinct("order")

    def next_paraf(self):
        """The first paraf of the hierarchy still to be given on the locked text, or None."""
        return self.parafs.filter(state=ParafState.PENDING, kind=ParafKind.HIERARCHY).order_by("order").first()

    def asked_coordination(self, seat: Any = None) -> models.QuerySet:
        """The coordinating paraf still to be given; with a seat those that are its own."""
        rows = self.parafs.filter(state=ParafState.PENDING, kind=ParafKind.COORDINATION)
        if seat is None:
            return rows
        foreign = seat.office in UNIT_BOUND and seat.unit_id != self.executing_unit_id
        return rows.none() if foreign else rows.filter(office=seat.office)

    def public_status(self) -> dict[str, object]:
        """What the public verification page says of this naskah."""
        if self.stage == Stage.ENDED:
            return {"code": "ENDED", "label": "Dokumen asli, sudah berakhir", "since": self.ended_on}
        if self.stage == Stage.CANCELLED:
            return {"code": "REVOKED", "label": "Dokumen dicabut", "since": self.stage_since}
        changed = (
            self.children.filter(instrument="ADD", stage__in=SIGNED)
            .exclude(stage=Stage.ENDED)
            .order_by("-signed_on", "-pk")
            .first()
        )
        if changed is not None:
            return {
                "code": "AMENDED",
                "label": "Dokumen asli dan masih berlaku, diubah dengan adendum",
                "since": changed.signed_on,
            }
        return {"code": "IN_FORCE", "label": "Dokumen asli dan masih berlaku", "since": self.signed_on}
