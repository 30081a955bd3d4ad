from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from kerjasama.accounts.models.units import OrgUnit
from kerjasama.accounts.models.user import User
from kerjasama.accounts.offices import SINGLE_SEAT, Capacity, Office
from kerjasama.core.models import AuditedModel

# NULL never equals NULL, so an office without a unit would escape the constraint.
UNIT_OR_NONE = Coalesce(F("unit"), Value(0))


class HasPeriod:
    """A row with a `period`: its first and its last day."""

    period: DateRange

    @property
    def starts_on(self) -> date | None:
        return self.period.lower

    @property
    def ends_on(self) -> date | None:
        """Last day, inclusive; None while open."""
        return last_day(self.period)


class PeriodModel(HasPeriod, AuditedModel):
    """Something held from a day to a day; `period` has no end while it is open."""

    office = models.CharField("jabatan", max_length=12, choices=Office.choices)
    unit = models.ForeignKey(OrgUnit, models.PROTECT, null=True, blank=True, verbose_name="unit kerja")
    title = models.CharField("sebutan jabatan", max_length=150, blank=True)
    period = DateRangeField("masa berlaku")
    basis = models.CharField("dasar penunjukan", max_length=250, blank=True)

    class Meta:
        abstract = True

    @property
    def is_annulled(self) -> bool:
        return self.period.isempty

    @property
    def shown_title(self) -> str:
        return self.title or self.get_office_display()


class Holding(PeriodModel):
    """A definitive holder of an office. Ended, never deleted; annulled by an empty period."""

    user = models.ForeignKey(User, models.PROTECT, related_name="holdings", verbose_name="pengguna")

    class Meta:
        verbose_name = "pemangku jabatan"
        verbose_name_plural = "pemangku jabatan"
        ordering = ["office", "user__full_name", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            ExclusionConstraint(
                name="holding_single_seat",
                expressions=[
                    ("office", RangeOperators.EQUAL),
                    (UNIT_OR_NONE, RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=Q(office__in=sorted(SINGLE_SEAT)),
                violation_error_message="Jabatan ini sudah dipangku orang lain pada masa itu.",
            ),
            ExclusionConstraint(
                name="holding_once_per_person",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (UNIT_OR_NONE, RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Orang ini sudah memangku jabatan yang sama pada masa itu.",
            ),
            models.CheckConstraint(condition=~Q(office="OPD") | Q(unit__isnull=False), name="holding_opd_has_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.shown_title}: {self.user}"


class Delegation(PeriodModel):
    """An acting official (Plt., Plh., Pj.) from a day to a day, with a letter as its basis.

    UU 23/2014 art. 65-66; `principal` is the definitive holder, or null when the seat is vacant.
    """

    delegate = models.ForeignKey(User, models.PROTECT, related_name="delegations", verbose_name="pejabat pelaksana")
    capacity = models.CharField(
        "kapasitas",
        max_length=10,
        choices=[c for c in Capacity.choices if c[0] != Capacity.DEFINITIVE],
    )
    principal = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="delegations_given",
        verbose_name="pejabat definitif",
    )

    class Meta:
        verbose_name = "penugasan Plt./Plh./Pj."
        verbose_name_plural = "penugasan Plt./Plh./Pj."
        ordering = ["office", "delegate__full_name", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            ExclusionConstraint(
                name="delegation_one_at_a_time",
                expressions=[
                    ("office", RangeOperators.EQUAL),
                    (UNIT_OR_NONE, RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Jabatan ini sudah ditugaskan kepada orang lain pada masa itu.",
            ),
            models.CheckConstraint(condition=Q(capacity__in=["PLT", "PLH", "PJ"]), name="delegation_capacity_known"),
            models.CheckConstraint(condition=~Q(office__in=["ADMIN", "SYSTEM"]), name="delegation_office_delegable"),
            models.CheckConstraint(
                condition=Q(principal__isnull=True) | ~Q(principal=F("delegate")),
                name="delegation_not_to_oneself",
            ),
            models.CheckConstraint(condition=~Q(office="OPD") | Q(unit__isnull=False), name="delegation_opd_has_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} {self.shown_title}: {self.delegate}"


def last_day(period: DateRange) -> date | None:
    """Last day inside a stored daterange, whose upper bound is exclusive; None while open."""
    return None if period.isempty or period.upper is None else period.upper - timedelta(days=1)
