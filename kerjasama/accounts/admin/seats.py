from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from kerjasama.accounts import services
from kerjasama.accounts.admin.seat_forms import DelegationForm, EndingForm, HoldingForm
from kerjasama.accounts.models import Delegation, Holding
from kerjasama.core.admin import KeptAdmin


class PeriodAdmin(KeptAdmin):
    """Offices are given on the add page and only ended or annulled on the change page."""

    list_filter = ["office"]
    list_select_related = True
    given: tuple[str, ...] = ()
    add_form: type[Any]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any):
        return super().get_form(request, obj, change, form=EndingForm if change else self.add_form, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        if obj is None:
            return [*self.given, "starts_on", "ends_on"]
        return [*self.given, "first_day", "last_day", "annul", "reason"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else (*self.given, "first_day")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            services.store(obj, by=request.user, reason=obj.basis)
        elif form.cleaned_data["annul"]:
            services.annul(obj, reason=form.cleaned_data["reason"], by=request.user)
        else:
            services.end(
                obj,
                last_day=form.cleaned_data["last_day"],
                reason=form.cleaned_data["reason"],
                by=request.user,
            )

    @admin.display(description="hari pertama")
    def first_day(self, record: Holding | Delegation) -> Any:
        return "dibatalkan" if record.is_annulled else record.starts_on

    @admin.display(description="hari terakhir")
    def final_day(self, record: Holding | Delegation) -> Any:
        return record.ends_on


@admin.register(Holding)
class HoldingAdmin(PeriodAdmin):
    add_form = HoldingForm
    given = ("user", "office", "unit", "title", "basis")
    list_display = ["user", "office", "unit", "title", "first_day", "final_day"]
    search_fields = ["user__full_name", "title"]


@admin.register(Delegation)
class DelegationAdmin(PeriodAdmin):
    add_form = DelegationForm
    given = ("office", "unit", "capacity", "delegate", "principal", "title", "basis")
    list_display = ["delegate", "capacity", "office", "unit", "principal", "first_day", "final_day"]
    search_fields = ["delegate__full_name", "title"]
