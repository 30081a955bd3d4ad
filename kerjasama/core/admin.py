from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin

from kerjasama.core import parameters
from kerjasama.core.admin_forms import HolidayForm, ParameterForm
from kerjasama.core.models import Holiday, Parameter
from kerjasama.core.parameter_reach import reach_of
from kerjasama.core.typed import whole

HISTORY_SHOWN = 10

#: The scripts with which the admin makes one field from another as it is typed. None of our forms does, and they outweigh all other scripts.
PREPOPULATING = ("vendor/xregexp/", "/urlify.js", "/prepopulate.js")


class Light:
    """An admin without the scripts of Django that none of our pages uses."""

    #: Parts of the paths of the scripts that are left out.
    left_out: tuple[str, ...] = PREPOPULATING

    @property
    def media(self) -> forms.Media:
        whole = super().media
        kept = [path for path in whole._js if not any(part in path for part in self.left_out)]
        return forms.Media(css=whole._css, js=kept)


class ReadOnly(Light):
    """What changes by acts, by the clock or by a command only: the admin site shows it."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class KeptAdmin(Light, SimpleHistoryAdmin):
    """An admin in which nothing is deleted and every change may carry its reason."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj._change_reason = form.cleaned_data.get("reason") or None
        super().save_model(request, obj, form, change)


@admin.register(Holiday)
class HolidayAdmin(KeptAdmin):
    form = HolidayForm
    list_display = ["date", "name", "kind", "active"]
    list_filter = ["kind", "active"]
    date_hierarchy = "date"
    search_fields = ["name"]


@admin.register(Parameter)
class ParameterAdmin(KeptAdmin):
    """Lists the registry, not the table: a parameter without a row stands at its default."""

    form = ParameterForm
    change_list_template = "admin/core/parameter/change_list.html"
    change_form_template = "admin/core/parameter/change_form.html"
    history_list_display = ["value"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Parameter | None:
        """Find a parameter by its key; one that was never changed is shown with its default."""
        if whole(object_id) is not None:
            return super().get_object(request, object_id, from_field)
        spec = parameters.PARAMETERS.get(object_id)
        if spec is None:
            return None
        return Parameter.objects.filter(key=object_id).first() or Parameter(
            key=spec.key, value=spec.default, legal_basis=spec.legal_basis, verified=spec.verified
        )

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        stored = {row.key: row for row in Parameter.objects.all()}
        rows = [
            {
                "spec": spec,
                "row": stored.get(key),
                "value": spec.shown(stored[key].value if key in stored else spec.default),
                "default": spec.shown(spec.default),
                "legal_basis": stored[key].legal_basis if key in stored else spec.legal_basis,
                "verified": stored[key].verified if key in stored else spec.verified,
            }
            for key, spec in parameters.PARAMETERS.items()
        ]
        return super().changelist_view(request, {"parameter_rows": rows, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        if obj is not None:
            spec = parameters.PARAMETERS[obj.key]
            context |= {
                "subtitle": spec.label,
                "title": "Ubah parameter",
                "spec": spec,
                "default": spec.shown(spec.default),
            }
            context |= {"reach": reach_of(obj.key), "changes": self._changes(obj)}
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        parameters.forget()

    @staticmethod
    def _changes(obj: Parameter) -> list[dict[str, Any]]:
        """The last changes of this parameter: value, who, when, why."""
        if obj.pk is None:
            return []
        spec = parameters.PARAMETERS[obj.key]
        rows = obj.history.select_related("history_user").order_by("-history_id")[:HISTORY_SHOWN]
        return [
            {
                "value": spec.shown(row.value),
                "who": row.history_user,
                "when": row.history_date,
                "why": row.history_change_reason,
            }
            for row in rows
        ]
