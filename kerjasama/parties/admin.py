from django.contrib import admin

from kerjasama.core.admin import KeptAdmin, ReadOnly
from kerjasama.parties.models import Country, Partner, Region


@admin.register(Region)
class RegionAdmin(ReadOnly, admin.ModelAdmin):
    """Reference data: read here, changed by `load_regions` when the decree changes."""

    list_display = ["code", "name", "level", "autonomous", "head_title"]
    list_filter = ["level", "autonomous"]
    search_fields = ["code", "name"]


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
