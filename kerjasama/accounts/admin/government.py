from django.contrib import admin
from django.http import HttpRequest

from kerjasama.accounts.models import Government, OrgUnit
from kerjasama.core.admin import KeptAdmin


@admin.register(Government)
class GovernmentAdmin(KeptAdmin):
    list_display = ["name", "level", "seat_city"]
    fieldsets = [
        (None, {"fields": ["name", "level", "region_code", "seat_city"]}),
        ("Kepala daerah", {"fields": ["head_title", "deputy_title"]}),
        (
            "Kop naskah dinas",
            {"fields": ["address", "postal_code", "phone", "website", "email", "emblem_svg"]},
        ),
        ("Penomoran", {"fields": ["unit_code", "classification_code"]}),
        ("Tampilan", {"fields": ["brand_colour"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Government.objects.exists()


@admin.register(OrgUnit)
class OrgUnitAdmin(KeptAdmin):
    list_display = ["name", "short_name", "code", "kind", "active"]
    list_filter = ["kind", "active"]
    search_fields = ["name", "short_name", "code"]
