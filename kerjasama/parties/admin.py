from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kerjasama.core.admin import KeptAdmin
from kerjasama.parties.models import Country, Partner, Region


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    """Reference data: read here, changed by `load_regions` when the decree changes."""

    list_display = ["code", "name", "level", "autonomous", "head_title"]
    list_filter = ["level", "autonomous"]
    search_fields = ["code", "name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Partner)
class PartnerAdmin(KeptAdmin):
    list_display = ["name", "kind", "region", "head_name"]
    list_filter = ["kind"]
    list_select_related = ["region"]
    search_fields = ["name", "head_name"]


@admin.register(Country)
class CountryAdmin(KeptAdmin):
    """Whether there are diplomatic relations is kept by the administrator; unknown asks the Menlu."""

    list_display = ["name", "code", "diplomatic"]
    list_filter = ["diplomatic"]
    search_fields = ["name", "code"]
