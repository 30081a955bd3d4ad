from django.db import models
from django.db.models import Q

from agreements.models.agreement import Agreement
from agreements.models.draft import DraftVersion
from agreements.stages import ParafKind, ParafState
from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.core.models import AuditedModel


class Paraf(AuditedModel):
    """One place in the chain, and the paraf given there on one exact text."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="parafs", verbose_name="naskah")
    version = models.ForeignKey(DraftVersion, on_delete=models.PROTECT, related_name="+", verbose_name="versi")
    order = models.PositiveSmallIntegerField("urutan")
    # Hierarchy is walked in order; coordination stands beside it, in any order, and is done before its last office.
    kind = models.CharField("jenis", max_length=12, choices=ParafKind.choices, default=ParafKind.HIERARCHY)
    office = models.CharField("jabatan", max_length=16, choices=Office.choices)
    text_hash = models.CharField("sidik teks", max_length=64)
    state = models.CharField("keadaan", max_length=8, choices=ParafState.choices, default=ParafState.PENDING)
    given_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pemaraf"
    )
    seat_title = models.CharField("sebutan jabatan", max_length=160, blank=True)
    capacity = models.CharField("kedudukan", max_length=12, choices=Capacity.choices, default=Capacity.DEFINITIVE)
    # The office in which the same person gave the earlier paraf; empty when nobody combines two.
    also_as = models.CharField("dirangkap oleh", max_length=160, blank=True)
    principal_name = models.CharField("pejabat yang diwakili", max_length=160, blank=True)
    # As the paraf of this person looked on that day (an SVG path); empty: his initials.
    specimen = models.TextField("spesimen", blank=True, max_length=8000, editable=False)
    on_paper = models.BooleanField("di atas kertas", default=False, editable=False)
    given_at = models.DateTimeField("dibubuhkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "paraf"
        verbose_name_plural = "paraf"
        ordering = ["version", "order"]
        default_permissions = ("view",)
        constraints = [
            # A text that was taken back and sent again unchanged goes through the chain again.
            models.UniqueConstraint(fields=["version", "order"], condition=~Q(state="VOID"), name="paraf_order_once"),
            # One person, one paraf; a second one only in an office held by delegation, never a third (decision 9).
            models.UniqueConstraint(
                fields=["version", "given_by"],
                condition=Q(state="GIVEN", also_as=""),
                name="paraf_person_once_per_text",
            ),
            models.UniqueConstraint(
                fields=["version", "given_by"],
                condition=Q(state="GIVEN") & ~Q(also_as=""),
                name="paraf_person_combines_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=ParafKind.values), name="paraf_kind_known"),
            models.CheckConstraint(
                condition=Q(also_as="") | ~Q(capacity=Capacity.DEFINITIVE), name="paraf_combined_by_delegation"
            ),
            models.CheckConstraint(
                condition=~Q(state="GIVEN") | Q(given_by__isnull=False, given_at__isnull=False),
                name="paraf_given_has_facts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_office_display()}: {self.get_state_display()}"

    @property
    def is_coordination(self) -> bool:
        return self.kind == ParafKind.COORDINATION

    @property
    def shown_seat(self) -> str:
        """In what office, and through whom when one person combines two: "Plh. Sekretaris Daerah, dirangkap oleh Asisten"."""
        seat = self.seat_title or Office(self.office).label
        seat = f"{seat} (koordinasi)" if self.is_coordination else seat
        seat = f"{seat}, dirangkap oleh {self.also_as}" if self.also_as else seat
        return f"{seat}, di atas kertas" if self.on_paper else seat
