from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core.admin import KeptAdmin
from kerjasama.reviews import services
from kerjasama.reviews.admin_forms import (
    EndingForm,
    MemberForm,
    MemberFormSet,
    SubstituteForm,
    TeamEndingForm,
    TeamForm,
)
from kerjasama.reviews.models import Member, Substitute, Team
from kerjasama.reviews.services import substitutes, teams
from kerjasama.reviews.services.keeping import keep


class TeamRights:
    """Administrator and Kabag keep the team, the Inspektorat reads; nobody deletes."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds(request.user, *teams.KEEPERS, Office.INSPEKTORAT)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds(request.user, *teams.KEEPERS)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds(request.user, *teams.KEEPERS)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MemberInline(TeamRights, admin.StackedInline):
    """New seats are given here; present ones are ended on the member's own page."""

    model = Member
    form = MemberForm
    formset = MemberFormSet
    extra = 5
    fields = [("user", "seat"), ("unit", "title"), "since"]
    show_change_link = True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_extra(self, request: HttpRequest, obj: Team | None = None, **kwargs: Any) -> int:
        return self.extra if obj is None else 1

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Member]:
        return super().get_queryset(request).select_related("user", "unit")


@admin.register(Team)
class TeamAdmin(TeamRights, KeptAdmin):
    list_display = ["decree_number", "decree_date", "first_day", "final_day", "member_count"]
    inlines = [MemberInline]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Team]:
        sitting = models.Count("members", filter=models.Q(members__ended_on__isnull=True))
        return super().get_queryset(request).annotate(sitting=sitting)

    def get_form(self, request: HttpRequest, obj: Team | None = None, change: bool = False, **kwargs: Any):
        return super().get_form(request, obj, change, form=TeamEndingForm if change else TeamForm, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Team | None = None) -> list[str]:
        if obj is None:
            return ["decree_number", "decree_date", "starts_on", "ends_on"]
        ending = ["last_day", "reason"] if self.has_change_permission(request) else []
        return ["decree_number", "decree_date", "first_day", "final_day", *ending]

    def get_readonly_fields(self, request: HttpRequest, obj: Team | None = None) -> list[str]:
        return [] if obj is None else ["decree_number", "decree_date", "first_day", "final_day"]

    def save_model(self, request: HttpRequest, obj: Team, form: Any, change: bool) -> None:
        if not change:
            keep(obj, by=request.user, reason=teams.basis_of(obj))
        elif form.cleaned_data.get("last_day"):
            services.end_team(obj, by=request.user, **form.cleaned_data)

    def save_formset(self, request: HttpRequest, form: Any, formset: MemberFormSet, change: bool) -> None:
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for fresh in formset.fresh_forms():
            member = services.add_member(
                formset.instance, fresh.new_member(), since=formset.first_day(fresh), by=request.user
            )
            formset.new_objects.append(member)

    @admin.display(description="hari pertama")
    def first_day(self, team: Team) -> Any:
        return team.starts_on

    @admin.display(description="hari terakhir")
    def final_day(self, team: Team) -> Any:
        return team.ends_on

    @admin.display(description="anggota")
    def member_count(self, team: Team) -> int:
        return team.sitting


@admin.register(Member)
class MemberAdmin(TeamRights, KeptAdmin):
    form = EndingForm
    list_display = ["user", "seat", "title", "unit", "team", "since", "ended_on"]
    list_filter = ["seat", "team"]
    list_select_related = ["user", "unit", "team"]
    search_fields = ["user__full_name", "title"]
    readonly_fields = ["team", "user", "seat", "unit", "title", "since", "ended_on"]

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # A seat is given on the page of its decree.
        return False

    def get_fields(self, request: HttpRequest, obj: Member | None = None) -> list[str]:
        ending = ["last_day", "reason"] if self.has_change_permission(request) else []
        return [*self.readonly_fields, *ending]

    def save_model(self, request: HttpRequest, obj: Member, form: Any, change: bool) -> None:
        services.end_member(obj, by=request.user, **form.cleaned_data)


@admin.register(Substitute)
class SubstituteAdmin(TeamRights, KeptAdmin):
    """Who sits for whom, now and before; a row is written once."""

    form = SubstituteForm
    list_display = ["user", "member", "first_day", "final_day", "basis"]
    list_select_related = ["user", "member__user"]
    search_fields = ["user__full_name", "member__user__full_name", "basis"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj: Substitute | None = None) -> list[str]:
        days = ["starts_on", "ends_on"] if obj is None else ["first_day", "final_day"]
        return ["member", "user", "title", *days, "basis"]

    def get_readonly_fields(self, request: HttpRequest, obj: Substitute | None = None) -> list[str]:
        return [] if obj is None else self.get_fields(request, obj)

    def save_model(self, request: HttpRequest, obj: Substitute, form: Any, change: bool) -> None:
        typed = form.cleaned_data
        kept = substitutes.substitute(
            typed["member"], typed["user"], starts_on=typed["starts_on"], ends_on=typed["ends_on"], basis=typed["basis"],
            title=typed["title"], by=request.user,
        )  # fmt: skip
        obj.pk = kept.pk

    @admin.display(description="hari pertama")
    def first_day(self, row: Substitute) -> Any:
        return row.starts_on

    @admin.display(description="hari terakhir")
    def final_day(self, row: Substitute) -> Any:
        return row.ends_on
