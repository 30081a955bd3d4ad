"""Tables of the workflow: what has stages, the ledger of acts, the audit chain and the route edges."""

from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Func
from django_fsm import ConcurrentTransitionMixin, FSMField, FSMFieldMixin

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.offices import Office
from kerjasama.core.models import AuditedModel
from kerjasama.workflow.arrows import Arrow
from kerjasama.workflow.routes import Route, Routes, Step


class CurrentTransaction(Func):
    """PostgreSQL's number of the running transaction: ties an event to its stage change."""

    function = "txid_current"
    template = "%(function)s()"
    output_field = models.BigIntegerField()


class StagedModel(ConcurrentTransitionMixin, AuditedModel):
    """A subject that walks a route. Its stage changes through `services.perform` only."""

    ROUTES: ClassVar[Routes]
    STAGES: ClassVar[type[models.TextChoices]]

    stage = FSMField("tahap", max_length=32, protected=True, db_index=True)
    route_key = models.CharField("rute", max_length=48, editable=False)
    route_version = models.PositiveSmallIntegerField("versi rute", editable=False)
    act_count = models.PositiveIntegerField("jumlah tindakan", default=0, editable=False)
    stage_since = models.DateField("sejak", editable=False)
    due_on = models.DateField("tenggat", null=True, blank=True, editable=False)
    turn_office = models.CharField("giliran", max_length=16, blank=True, choices=Office.choices, editable=False)
    turn_unit = models.ForeignKey(
        OrgUnit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="giliran unit",
    )

    class Meta:
        abstract = True

    def refresh_from_db(
        self, using: str | None = None, fields: Any = None, from_queryset: models.QuerySet[Self] | None = None
    ) -> None:
        """Reload without ever unprotecting the field on the class, which other threads share."""
        deferred, whole = self.get_deferred_fields(), fields is None
        if whole:
            fields = [f.attname for f in self._meta.concrete_fields if f.attname not in deferred]
        for column in self._meta.concrete_fields:
            # The fresh copy always knows its stage, asked for or not, and Django sets what the copy knows.
            if isinstance(column, FSMFieldMixin) and column.protected:
                self.__dict__.pop(column.attname, None)
        models.Model.refresh_from_db(self, using=using, fields=fields, from_queryset=from_queryset)
        if whole:
            self._forget_relations()
        self._update_initial_state()

    def _forget_relations(self) -> None:
        """Django does this itself only where it is not told which fields to read."""
        self._prefetched_objects_cache = {}
        private = (field for field in self._meta.private_fields if field.is_relation)
        for relation in (*self._meta.related_objects, *private):
            if relation.is_cached(self):
                relation.delete_cached_value(self)

    @property
    def events(self) -> "models.QuerySet[StageEvent]":
        """The acts on this subject, oldest first. No relation of the ORM: a deleted draft would take its ledger along."""
        kind = ContentType.objects.get_for_model(type(self))
        return StageEvent.objects.filter(subject_type=kind, object_id=self.pk).order_by("seq")

    @property
    def route(self) -> Route:
        """The route this subject began under."""
        return self.ROUTES.get(self.route_key, self.route_version)

    @property
    def step(self) -> Step | Any:
        """The step or siding the subject stands on."""
        return self.route.place(self.stage)

    @property
    def closed(self) -> bool:
        """Whether the subject stands where nothing more can happen."""
        return self.route.is_closed(self.stage)

    @property
    def leads_nowhere(self) -> bool:
        """Whether the subject is closed, or refused so that it goes on only when somebody takes it up again."""
        return self.route.leads_nowhere(self.stage)

    @classmethod
    def arrows(cls) -> tuple[Arrow, ...]:
        """All acts of this kind of subject, in the order of its lifecycle module."""
        found: dict[str, Arrow] = {}
        for base in cls.__mro__:
            for attribute in vars(base).values():
                arrow = getattr(attribute, "arrow", None)
                if isinstance(arrow, Arrow):
                    found.setdefault(arrow.act, arrow)
        return tuple(found.values())

    @classmethod
    def arrow(cls, act: str) -> Arrow:
        """One act by its name; raises KeyError when there is none."""
        for arrow in cls.arrows():
            if arrow.act == act:
                return arrow
        raise KeyError(act)

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet[Self]:
        """What a person may see of this kind; each room answers for its own models."""
        raise NotImplementedError

    @property
    def case_code(self) -> str:
        raise NotImplementedError

    def unit_in_charge(self, office: str) -> int | None:
        """The unit an office must belong to for this subject, or None when any will do."""
        return None

    def further_units(self, office: str, act: str) -> tuple[int, ...]:
        """Units whose people may do one act besides the unit in charge; a room may answer from its own records."""
        return ()

    def turn(self, stage: str) -> str:
        """The office whose turn a stage is; a room may answer from its own records."""
        place = self.route.place(stage)
        return place.office if place else ""

    def stage_label(self) -> str:
        """The stage in words, for lists and pages; a route may call it by a name of its own."""
        return getattr(self.step, "label", "") or self.label_of(self.stage)

    @classmethod
    def label_of(cls, stage: str) -> str:
        """Any stage of this kind of subject in words."""
        return str(cls.STAGES(stage).label)


class StageEvent(models.Model):
    """One act, recorded once: who, in what capacity, when it happened, when it was recorded, why."""

    subject_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, verbose_name="jenis")
    object_id = models.PositiveBigIntegerField("nomor objek")
    subject = GenericForeignKey("subject_type", "object_id")
    seq = models.PositiveIntegerField("urutan")
    act = models.CharField("tindakan", max_length=48)
    label = models.CharField("uraian", max_length=160)
    source = models.CharField("dari tahap", max_length=32, blank=True)
    target = models.CharField("ke tahap", max_length=32)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, verbose_name="pelaku", related_name="+")
    office = models.CharField("jabatan", max_length=16, choices=Office.choices)
    seat_title = models.CharField("sebutan jabatan", max_length=160, blank=True)
    capacity = models.CharField("kedudukan", max_length=16, blank=True)
    principal_name = models.CharField("pejabat yang diwakili", max_length=160, blank=True)
    occurred_on = models.DateField("terjadi pada")
    recorded_at = models.DateTimeField("dicatat pada")
    reason = models.TextField("alasan", blank=True)
    data = models.JSONField("rincian", default=dict, blank=True)
    txid = models.BigIntegerField("nomor transaksi", db_default=CurrentTransaction(), editable=False)

    class Meta:
        verbose_name = "peristiwa"
        verbose_name_plural = "peristiwa"
        ordering = ["subject_type", "object_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["subject_type", "object_id", "seq"], name="stageevent_one_per_seq"),
        ]
        indexes = [models.Index(fields=["recorded_at"], name="stageevent_recorded")]

    def __str__(self) -> str:
        return f"{self.label} ({self.occurred_on})"


class AuditEntry(models.Model):
    """One link of the hash chain over history rows and events; written by a database trigger only."""

    seq = models.BigIntegerField("urutan", primary_key=True)
    at = models.DateTimeField("pada")
    table_name = models.CharField("tabel", max_length=63)
    row_id = models.BigIntegerField("nomor baris")
    payload = models.TextField("isi")
    prev = models.BinaryField("sidik sebelumnya")
    hash = models.BinaryField("sidik")

    class Meta:
        verbose_name = "mata rantai audit"
        verbose_name_plural = "rantai audit"
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["table_name", "row_id"], name="auditentry_once_per_row"),
            models.UniqueConstraint(fields=["hash"], name="auditentry_hash_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.table_name}:{self.row_id}"


class RouteGate(models.Model):
    """A naskah that waits for the DPRD on a route, written from the code: the database refuses its signature before."""

    subject_label = models.CharField("jenis", max_length=64)
    route_key = models.CharField("rute", max_length=48)
    route_version = models.PositiveSmallIntegerField("versi")
    instrument = models.CharField("naskah", max_length=16)

    class Meta:
        verbose_name = "gerbang rute"
        verbose_name_plural = "gerbang rute"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "route_key", "route_version", "instrument"], name="routegate_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.route_key}/{self.route_version} {self.instrument}"


class RouteEdge(models.Model):
    """An allowed move of a route, written from the code: the database refuses every other."""

    subject_label = models.CharField("jenis", max_length=64)
    route_key = models.CharField("rute", max_length=48)
    route_version = models.PositiveSmallIntegerField("versi")
    act = models.CharField("tindakan", max_length=48)
    source = models.CharField("dari", max_length=32, blank=True)
    target = models.CharField("ke", max_length=32)

    class Meta:
        verbose_name = "lintasan rute"
        verbose_name_plural = "lintasan rute"
        constraints = [
            models.UniqueConstraint(
                fields=["subject_label", "route_key", "route_version", "act", "source", "target"], name="routeedge_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.route_key}/{self.route_version} {self.act}: {self.source} -> {self.target}"
