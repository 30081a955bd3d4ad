from functools import reduce
from operator import or_
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core.models import AuditedModel
from kerjasama.counter.lifecycle import RequestLifecycle
from kerjasama.counter.routes import ROUTES
from kerjasama.counter.stages import ALLOWED, Applicant, Stage
from kerjasama.parties.classes import LegalClass
from kerjasama.parties.models import PHONE, Partner, Region
from kerjasama.workflow.models import StagedModel
from kerjasama.workflow.routes import Routes
from proposals.models import Affair, PlanRow, Proposal

READERS = (Office.BAGIAN, Office.KABAG, Office.INSPEKTORAT)


class OnlineRequest(RequestLifecycle, StagedModel):
    """What somebody outside asks of us online. It is born when the e-mail of its contact is confirmed."""

    ROUTES: ClassVar[Routes] = ROUTES
    STAGES: ClassVar[type[models.TextChoices]] = Stage

    number = models.CharField("nomor pelacakan", max_length=20, unique=True, editable=False)
    token_hash = models.CharField("sidik token", max_length=64, editable=False)
    applicant = models.CharField("pemohon", max_length=8, choices=Applicant.choices)
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="daerah pemohon"
    )
    legal_class = models.CharField("bentuk", max_length=20, choices=LegalClass.choices)
    name = models.CharField("nama pemohon", max_length=200)
    address = models.CharField("alamat", max_length=500)
    head_name = models.CharField("nama pimpinan", max_length=150)
    head_title = models.CharField("jabatan pimpinan", max_length=100, blank=True)

    title = models.CharField("judul", max_length=250)
    affair = models.ForeignKey(
        Affair, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="urusan pemerintahan"
    )
    aims = models.TextField("maksud dan tujuan", max_length=4000)
    scope = models.TextField("ruang lingkup", max_length=4000)
    location = models.CharField("lokasi", max_length=500)
    term_text = models.CharField("jangka waktu", max_length=250)
    financing = models.TextField("pembiayaan", max_length=4000)
    benefits = models.TextField("manfaat", max_length=4000)

    sent_papers = models.JSONField("daftar berkas yang dikirim", default=list, editable=False)
    email = models.EmailField("surel yang dikonfirmasi")
    confirmed_at = models.DateTimeField("surel dikonfirmasi pada")
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="online_requests", verbose_name="mitra"
    )
    proposal = models.OneToOneField(
        Proposal, models.PROTECT, null=True, blank=True, related_name="online_request", verbose_name="usulan"
    )

    plan_row = models.OneToOneField(
        PlanRow, models.PROTECT, null=True, blank=True, related_name="online_request", verbose_name="baris rencana"
    )

    class Meta:
        verbose_name = "permohonan daring"
        verbose_name_plural = "permohonan daring"
        ordering = ["-pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["turn_office", "due_on"], name="online_turn"),
            models.Index(fields=["email"], name="online_email"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(applicant=Applicant.REGION, region__isnull=False)
                | ~Q(applicant=Applicant.REGION) & Q(region__isnull=True),
                name="online_region_iff_region",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.ACCEPTED, proposal__isnull=False, partner__isnull=False)
                | ~Q(stage=Stage.ACCEPTED) & Q(proposal__isnull=True),
                name="online_accepted_has_case",
            ),
            models.CheckConstraint(
                condition=reduce(or_, (Q(applicant=a, legal_class__in=classes) for a, classes in ALLOWED.items())),
                name="online_class_is_allowed",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.PLANNED, plan_row__isnull=False)
                | ~Q(stage=Stage.PLANNED) & Q(plan_row__isnull=True),
                name="online_planned_has_row",
            ),
            models.CheckConstraint(condition=~Q(token_hash=""), name="online_has_token"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("counter:detail", args=[self.number])

    @property
    def case_code(self) -> str:
        return self.number

    @classmethod
    def visible_to(cls, user: User) -> models.QuerySet["OnlineRequest"]:
        """The inbox is the Bagian's, its head's and the Inspektorat's; a partner follows his own by other pages."""
        found = cls._default_manager.all()
        return found if holds(user, *READERS) else found.none()


class OnlineContact(AuditedModel):
    """One of the two people who speak for the applicant; the first one's e-mail was confirmed."""

    request = models.ForeignKey(
        OnlineRequest, models.PROTECT, related_name="contacts", verbose_name="permohonan daring"
    )
    order = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama", max_length=150)
    position = models.CharField("jabatan", max_length=150)
    email = models.EmailField("surel")
    phone = models.CharField("telepon", max_length=30, validators=[PHONE])

    class Meta:
        verbose_name = "narahubung pemohon"
        verbose_name_plural = "narahubung pemohon"
        ordering = ["order"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["request", "order"], name="online_contact_order_once"),
            models.CheckConstraint(condition=Q(order__in=[1, 2]), name="online_contact_two"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.position}"
