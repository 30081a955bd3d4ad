from django.db import models
from django.db.models import Q

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Capacity, Office
from kerjasama.core.models import AuditedModel
from kerjasama.documents.letter_kinds import CHAIN_OFFICES
from kerjasama.documents.models.document import Document


class LetterParaf(AuditedModel):
    """One place in the chain of paraf under a letter for the Kepala Daerah, and the paraf given there on its file."""

    class State(models.TextChoices):
        PENDING = "PENDING", "Menunggu paraf"
        GIVEN = "GIVEN", "Telah diparaf"
        VOID = "VOID", "Batal bersama suratnya"

    document = models.ForeignKey(Document, models.PROTECT, related_name="letter_parafs", verbose_name="surat")
    order = models.PositiveSmallIntegerField("urutan")
    office = models.CharField("jabatan", max_length=16, choices=Office.choices)
    state = models.CharField("keadaan", max_length=8, choices=State.choices, default=State.PENDING)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="pemaraf")
    seat_title = models.CharField("sebutan jabatan", max_length=160, blank=True)
    capacity = models.CharField("kedudukan", max_length=12, choices=Capacity.choices, default=Capacity.DEFINITIVE)
    # The office in which the same person gave the earlier paraf; empty when nobody combines two (decision 9).
    also_as = models.CharField("dirangkap oleh", max_length=160, blank=True)
    principal_name = models.CharField("pejabat yang diwakili", max_length=160, blank=True)
    # As the paraf of this person looked on that day (an SVG path); empty: his initials.
    specimen = models.TextField("spesimen", blank=True, max_length=8000, editable=False)
    given_at = models.DateTimeField("dibubuhkan pada", null=True, blank=True)
    # The file that was read: SHA-256 of its bytes, the same as on the page of verification.
    bound_sha256 = models.CharField("sidik berkas yang diparaf", max_length=64, blank=True)

    class Meta:
        verbose_name = "paraf surat"
        verbose_name_plural = "paraf surat"
        ordering = ["document_id", "order"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["office"], condition=Q(state="PENDING"), name="letterparaf_pending")]
        constraints = [
            models.UniqueConstraint(fields=["document", "order"], name="letterparaf_order_once"),
            models.UniqueConstraint(fields=["document", "office"], name="letterparaf_office_once"),
            # One person, one paraf; a second one only in an office held by delegation, never a third.
            models.UniqueConstraint(
                fields=["document", "given_by"],
                condition=Q(given_by__isnull=False, also_as=""),
                name="letterparaf_person_once",
            ),
            models.UniqueConstraint(
                fields=["document", "given_by"],
                condition=Q(given_by__isnull=False) & ~Q(also_as=""),
                name="letterparaf_person_combines_once",
            ),
            models.CheckConstraint(
                condition=Q(also_as="") | ~Q(capacity=Capacity.DEFINITIVE), name="letterparaf_combined_by_delegation"
            ),
            models.CheckConstraint(
                condition=Q(office__in=[str(office) for office in CHAIN_OFFICES]), name="letterparaf_office_known"
            ),
            models.CheckConstraint(condition=Q(order__gte=1), name="letterparaf_order_from_one"),
            models.CheckConstraint(condition=Q(state__in=["PENDING", "GIVEN", "VOID"]), name="letterparaf_state_known"),
            models.CheckConstraint(
                condition=~Q(state="GIVEN")
                | Q(given_by__isnull=False, given_at__isnull=False) & ~Q(bound_sha256="") & ~Q(seat_title=""),
                name="letterparaf_given_has_facts",
            ),
            models.CheckConstraint(
                condition=~Q(state="PENDING") | Q(given_by__isnull=True, given_at__isnull=True, bound_sha256=""),
                name="letterparaf_pending_has_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_office_display()}: {self.get_state_display()}"

    @property
    def shown_seat(self) -> str:
        """In what office, and through whom when one person combines two."""
        seat = self.seat_title or str(Office(self.office).label)
        return f"{seat}, dirangkap oleh {self.also_as}" if self.also_as else seat
