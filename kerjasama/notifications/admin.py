from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from kerjasama.core.admin import ReadOnly
from kerjasama.notifications.models import Notification
from kerjasama.notifications.selectors import given_up
from kerjasama.notifications.services import send_again


class MailState(admin.SimpleListFilter):
    title = "surel"
    parameter_name = "surel"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("terkirim", "Terkirim"),
            ("menunggu", "Menunggu"),
            ("gagal", "Gagal, dicoba lagi"),
            ("menyerah", "Gagal lima kali"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "terkirim":
            return queryset.filter(mailed_at__isnull=False)
        if self.value() == "menunggu":
            return queryset.filter(mailed_at__isnull=True, mail_error="")
        if self.value() == "gagal":
            return queryset.filter(mailed_at__isnull=True).exclude(mail_error="")
        if self.value() == "menyerah":
            return given_up(queryset)
        return queryset


@admin.register(Notification)
class NotificationAdmin(ReadOnly, admin.ModelAdmin):
    """What was told to whom, and what became of the e-mail. Read only, but for the e-mail that was given up."""

    actions = ["send_again"]
    list_display = ["created_at", "user", "title", "read_at", "mailed_at", "mail_attempts", "mail_error"]
    list_filter = [MailState]
    list_select_related = ["user"]
    search_fields = ["user__full_name", "title", "key"]
    date_hierarchy = "created_at"

    @admin.action(description="Kirim ulang surel yang gagal lima kali", permissions=["view"])
    def send_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        count = send_again(Notification.objects.filter(pk__in=queryset.values("pk")))
        if count:
            messages.success(request, f"{count} surel dimasukkan kembali ke antrean.")
        else:
            messages.warning(request, "Tidak ada surel yang gagal lima kali di antara yang dipilih.")
