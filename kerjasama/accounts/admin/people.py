from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from kerjasama.accounts.models import User
from kerjasama.core.admin import Light

# Rights follow from offices; groups would be a second, silent way to give them.
admin.site.unregister(Group)


class PasswordByAdminForm(AdminPasswordChangeForm):
    """Leaves a line in the history of the account: somebody else set this password."""

    def save(self, commit: bool = True) -> User:
        self.user._change_reason = "Kata sandi diganti oleh administrator"
        return super().save(commit)


@admin.register(User)
class UserAdmin(Light, SimpleHistoryAdmin, DjangoUserAdmin):
    change_password_form = PasswordByAdminForm
    list_display = ["full_name", "username", "email", "is_active", "last_login"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["full_name", "username", "email", "nip"]
    ordering = ["full_name"]
    filter_horizontal = []
    readonly_fields = ["is_active", "last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Identitas", {"fields": ["full_name", "nip", "email", "phone"]}),
        ("Akses", {"fields": ["is_active", "is_staff", "is_superuser"]}),
        ("Catatan", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        # Otherwise the administrator of the application could make himself its owner.
        owner_only = [] if request.user.is_superuser else ["is_superuser"]
        return [*super().get_readonly_fields(request, obj), *owner_only]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """People come in by invitation, never with a password that somebody else has chosen."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and (obj.is_system or (obj.is_superuser and not request.user.is_superuser)):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        # allauth keeps addresses of its own; an old one would still open the account.
        EmailAddress.objects.filter(user=obj).exclude(email__iexact=obj.email).delete()
