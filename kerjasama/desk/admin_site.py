"""The admin of the house: TKKSD members find their workroom first, nothing is deleted in bulk."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import text
from kerjasama.desk import meeting_room, workroom

LOOKS_AFTER = (Office.ADMIN, Office.INSPEKTORAT, Office.KABAG)
WAITING_SHOWN = 10


class HouseAdminSite(AdminSite):
    """One site for the members of the TKKSD and for those who look after the data."""

    index_template = "admin/workroom_index.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What has legal weight is annulled by an act; nothing here is deleted by the dozen.
        self.disable_action("delete_selected")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        administers = _administers(request)
        title = "Administrasi" if administers else "TKKSD"
        return {**super().each_context(request), "workspace_title": title, "administers": administers}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """As Django has it; a page may name itself by `menu_name` where its model's name says too little."""
        listed = super().get_app_list(request, app_label)
        for entry in (model for app in listed for model in app["models"]):
            entry["name"] = getattr(self._registry[entry["model"]], "menu_name", entry["name"])
        return listed

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        shown: dict[str, Any] = {
            "waiting": self._waiting(request) if holds(request.user, Office.TKKSD) else None,
            "to_confirm": self._to_confirm(request),
            "keeps_meetings": meeting_room.may_keep(request.user),
        }
        if not _administers(request):
            shown["title"] = "Ruang kerja TKKSD"
        return super().index(request, {**shown, **(extra_context or {})})

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """One page for it in the house."""
        return redirect("account_change_password")

    def _to_confirm(self, request: HttpRequest) -> list[dict[str, str]]:
        """Papers whose next confirmation is the reader's."""
        return [meeting_room.confirmation(row) for row in meeting_room.to_confirm(request.user)]

    def _waiting(self, request: HttpRequest) -> list[dict[str, str]]:
        items = workroom.queue(request.user).filter(waits=True)[:WAITING_SHOWN]
        return [
            {
                "title": item.subject.title,
                "detail": f"{item.subject.code}, rapat {text.day_name(item.meeting.held_on)}, {text.date_long(item.meeting.held_on)}",
                "url": workroom.url_of(item),
            }
            for item in items
        ]


def _administers(request: HttpRequest) -> bool:
    return request.user.is_superuser or holds(request.user, *LOOKS_AFTER)
