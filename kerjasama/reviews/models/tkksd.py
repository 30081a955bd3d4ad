"""The coordination team (TKKSD): a decree of the head of region, and who sits in it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.models.seats import HasPeriod
from kerjasama.core import clock
from kerjasama.core.models import AuditedModel


class TeamSeat(models.TextChoices):
    """Seats in the team, in order of rank."""

    CHAIR = "CHAIR", "Ketua"
    DEPUTY = "DEPUTY", "Wakil Ketua"
    SECRETARY = "SECRETARY", "Sekretaris"
    FIXED = "FIXED", "Anggota tetap"
    CHANGING = "CHANGING", "Anggota tidak tetap"


#: Whose presence makes the quorum; changing members come for one object and do not count.
FIXED_SEATS = frozenset({TeamSeat.CHAIR, TeamSeat.DEPUTY, TeamSeat.SECRETARY, TeamSeat.FIXED})
SINGLE_SEATS = frozenset({TeamSeat.CHAIR, TeamSeat.SECRETARY})
RANK = {seat: place for place, seat in enumerate(TeamSeat.values)}


class Team(HasPeriod, AuditedModel):
    """One Keputusan Kepala Daerah that forms the TKKSD, with its term; never two at once."""

    decree_number = models.CharField("nomor keputusan", max_length=100)
    decree_date = models.DateField("tanggal keputusan")
    period = DateRangeField("masa berlaku")

    class Meta:
        verbose_name = "tim TKKSD"
        verbose_name_plural = "tim TKKSD"
        ordering = ["-decree_date", "-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            ExclusionConstraint(
                name="team_one_at_a_time",
                expressions=[("period", RangeOperators.OVERLAPS)],
                violation_error_message="Tim TKKSD lain masih berlaku pada masa itu.",
            ),
            models.CheckConstraint(condition=~Q(decree_number=""), name="team_has_decree_number"),
            models.CheckConstraint(
                condition=Q(period__lower_inf=False),
                name="team_has_first_day",
                violation_error_message="Isi hari pertama masa berlaku.",
            ),
        ]

    def __str__(self) -> str:
        return f"TKKSD, Keputusan Nomor {self.decree_number}"


class Member(AuditedModel):
    """A person in the team. A replacement ends one row and begins another: opinions keep their author."""

    team = models.ForeignKey(Team, models.PROTECT, related_name="members", verbose_name="tim")
    user = models.ForeignKey(User, models.PROTECT, related_name="tkksd_memberships", verbose_name="pengguna")
    seat = models.CharField("kedudukan", max_length=10, choices=TeamSeat.choices)
    unit = models.ForeignKey(
        OrgUnit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit kerja"
    )
    title = models.CharField("jabatan dinas", max_length=150, blank=True)
    since = models.DateField("sejak", default=clock.today)
    ended_on = models.DateField("hari terakhir", null=True, blank=True)

    class Meta:
        verbose_name = "anggota TKKSD"
        verbose_name_plural = "anggota TKKSD"
        ordering = ["team", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"],
                condition=Q(ended_on__isnull=True),
                name="member_once_per_team",
                violation_error_message="Orang ini sudah menjadi anggota tim.",
            ),
            models.UniqueConstraint(
                fields=["team", "seat"],
                condition=Q(ended_on__isnull=True, seat__in=["CHAIR", "SECRETARY"]),
                name="member_single_chair_and_secretary",
                violation_error_message="Ketua dan sekretaris tim masing-masing hanya satu orang.",
            ),
            models.CheckConstraint(condition=Q(seat__in=TeamSeat.values), name="member_seat_known"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("since")),
                name="member_ends_after_start",
                violation_error_message="Hari terakhir tidak boleh sebelum hari pertama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_seat_display()})"

    @property
    def is_fixed(self) -> bool:
        return self.seat in FIXED_SEATS

    @property
    def shown_title(self) -> str:
        """The office of the person outside the team, or the seat when none was written."""
        return self.title or str(self.get_seat_display())


class Substitute(HasPeriod, AuditedModel):
    """Who sits for a member from a day to a day, by a paper; one at a time for a seat."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="substitutes", verbose_name="anggota")
    user = models.ForeignKey(User, models.PROTECT, related_name="tkksd_substitutions", verbose_name="pengganti")
    title = models.CharField("jabatan dinas pengganti", max_length=150, blank=True)
    period = DateRangeField("masa penggantian")
    basis = models.CharField("dasar", max_length=200)

    class Meta:
        verbose_name = "pengganti anggota TKKSD"
        verbose_name_plural = "pengganti anggota TKKSD"
        ordering = ["-id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            ExclusionConstraint(
                name="substitute_one_at_a_time",
                expressions=[("member", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                violation_error_message="Anggota ini sudah mempunyai pengganti pada masa itu.",
            ),
            ExclusionConstraint(
                name="substitute_for_one_seat",
                expressions=[("user", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                violation_error_message="Orang ini sudah menjadi pengganti anggota lain pada masa itu.",
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="substitute_has_basis"),
            models.CheckConstraint(
                condition=Q(period__lower_inf=False, period__upper_inf=False), name="substitute_has_both_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} menggantikan {self.member}"
