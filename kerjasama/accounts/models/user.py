from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from kerjasama.accounts.offices import SYSTEM_USERNAME
from kerjasama.core.models import history_dated

NIP = RegexValidator(r"^\d{18}$", "NIP terdiri atas 18 angka tanpa spasi.")
# Never an "@": a username must not look like somebody else's e-mail address.
USERNAME = RegexValidator(r"^[A-Za-z0-9._-]{3,60}$", "Pakai 3–60 huruf, angka, titik, garis bawah, atau tanda hubung.")
PHONE = RegexValidator(r"^\+?[\d \-]{6,20}$", "Nomor telepon hanya memuat angka, spasi, dan tanda hubung.")


class MailMode(models.TextChoices):
    """How somebody wants the news by e-mail; what waits for the person always comes at once."""

    EACH = "EACH", "Setiap pemberitahuan segera"
    DIGEST = "DIGEST", "Kabar dalam satu ringkasan setiap pagi hari kerja"


class NeverDeletedQuerySet(models.QuerySet):
    def delete(self):
        raise models.ProtectedError("Pengguna tidak pernah dihapus; nonaktifkan saja.", set(self))


class Users(UserManager.from_queryset(NeverDeletedQuerySet)):
    use_in_migrations = False

    def get_by_natural_key(self, username: str | None):
        return self.get(username=username)


class User(AbstractUser):
    """A person with an account. Never deleted: every act in the ledger points here."""

    username = models.CharField(
        "nama pengguna",
        max_length=150,
        unique=True,
        validators=[USERNAME],
        error_messages={"unique": "Nama pengguna ini sudah dipakai."},
    )
    first_name = None
    last_name = None
    full_name = models.CharField("nama lengkap", max_length=150)
    nip = models.CharField("NIP", max_length=18, blank=True, validators=[NIP])
    phone = models.CharField("telepon", max_length=20, blank=True, validators=[PHONE])
    mail_mode = models.CharField("surel", max_length=6, choices=MailMode.choices, default=MailMode.EACH)
    is_partner = models.BooleanField("akun mitra", default=False, editable=False)
    is_demo = models.BooleanField("akun demo", default=False, editable=False)
    retired_on = models.DateField("nonaktif sejak", null=True, blank=True, editable=False)
    retired_reason = models.TextField("alasan nonaktif", blank=True, editable=False)

    objects = Users()
    # Password and last login are left out: the first is a secret, the second no decision.
    history = HistoricalRecords(
        excluded_fields=["password", "last_login"],
        history_id_field=models.BigAutoField(),
        history_change_reason_field=models.TextField(null=True),
    )

    REQUIRED_FIELDS = ["full_name", "email"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        ordering = ["full_name", "id"]
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(Lower("email"), condition=~models.Q(email=""), name="user_email_once"),
            models.UniqueConstraint(Lower("username"), name="user_username_once_any_case"),
            models.CheckConstraint(condition=models.Q(mail_mode__in=MailMode.values), name="user_mail_mode_is_known"),
            models.CheckConstraint(
                condition=models.Q(retired_on__isnull=True) | models.Q(is_active=False) & ~models.Q(retired_reason=""),
                name="user_retired_is_off_and_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()

    @property
    def is_system(self) -> bool:
        return self.username == SYSTEM_USERNAME

    @property
    def is_invited(self) -> bool:
        """Not in use yet, with an invitation that was neither accepted nor revoked; one query."""
        return not self.is_active and self.invitations.filter(accepted_at=None, revoked_at=None).exists()

    def save(self, *args, **kwargs):
        # A login stamps last_login; that is the access log's matter, not a version of the person.
        only_login = set(kwargs.get("update_fields") or ()) == {"last_login"}
        if only_login:
            self.skip_history_when_saving = True
        try:
            with history_dated(self):
                super().save(*args, **kwargs)
        finally:
            if only_login:
                del self.skip_history_when_saving

    def delete(self, *args, **kwargs):
        raise models.ProtectedError("Pengguna tidak pernah dihapus; nonaktifkan saja.", {self})
