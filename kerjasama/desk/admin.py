"""The workroom of the TKKSD in the admin: a queue and one opinion at a time, through the one door."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import holds
from kerjasama.core import clock, text
from kerjasama.core.admin import PREPOPULATING, Light
from kerjasama.core.calendar import WorkCalendar
from kerjasama.core.errors import Refusal
from kerjasama.desk import meeting_admin, member_page, workroom  # noqa: F401 - registers the meetings
from kerjasama.reviews.models import AgendaItem
from kerjasama.reviews.models.opinion import Verdict
from proposals import selectors as proposals
from proposals.models import Proposal

WORKROOM = "Ruang kerja TKKSD"
WAITING = "belum"


class OwnOpinion(admin.SimpleListFilter):
    """What the reader thinks, or has not said yet."""

    title = "pendapat Anda"
    parameter_name = "pendapat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(WAITING, "Belum Anda isi"), *Verdict.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == WAITING:
            return queryset.filter(waits=True)
        return queryset.filter(mine=self.value()) if self.value() in Verdict.values else queryset


@admin.register(AgendaItem)
class AgendaItemAdmin(Light, admin.ModelAdmin):
    """Members speak here; nothing is added, deleted or changed but by the act of giving an opinion."""

    menu_name = WORKROOM
    # Nothing here opens the form of another record in a window of its own.
    left_out = (*PREPOPULATING, "/RelatedObjectLookups.js")
    actions = ["agree_to_several"]
    list_display_links = ["title"]
    list_filter = [OwnOpinion]
    search_fields = ["pk"]
    search_help_text = "Judul, kode usulan, mitra, atau nomor surat"
    sortable_by = ()
    list_per_page = 25
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/reviews/agendaitem/change_list.html"
    change_form_template = "admin/reviews/agendaitem/change_form.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return holds(request.user, Office.TKKSD)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return holds(request.user, Office.TKKSD)

    has_change_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """The list and the page of an item: there is nothing to add, to delete or to look back on."""
        return [u for u in super().get_urls() if (u.name or "").endswith(("_changelist", "_change"))]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AgendaItem]:
        return workroom.queue(request.user)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return workroom.ORDER

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        found = Proposal.objects.filter(proposals.matches(search_term)).values("pk")
        return queryset.filter(object_id__in=found), False

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        calendar = SimpleLazyObject(WorkCalendar.load)

        @admin.display(description="Rapat")
        def meeting(item: AgendaItem) -> str:
            return meeting_line(item, calendar)

        return ["title", "kind", "partner", "opinion", meeting]

    @admin.display(description="Rencana kerja sama")
    def title(self, item: AgendaItem) -> str:
        return item.subject.title

    @admin.display(description="Jenis")
    def kind(self, item: AgendaItem) -> str:
        return item.subject.kind

    @admin.display(description="Mitra")
    def partner(self, item: AgendaItem) -> str:
        return text.joined([partner.name for partner in item.subject.counterparts])

    @admin.display(description="Pendapat Anda")
    def opinion(self, item: AgendaItem) -> str:
        if item.aside:
            return tag("Mengundurkan diri", "none")
        if item.mine:
            return tag(Verdict(item.mine).label, "late" if item.mine == Verdict.DISAGREE else "ok")
        return tag("Belum Anda isi", "wait") if item.waits else tag("Tidak mengisi", "none")

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        waiting = workroom.queue(request.user).filter(waits=True).count() if self.has_view_permission(request) else 0
        return super().changelist_view(request, {"title": WORKROOM, "waiting": waiting, **(extra_context or {})})

    @admin.action(description="Setuju untuk yang dipilih")
    def agree_to_several(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """One page that lists what will be agreed to; the second press does it, all or nothing."""
        items = list(queryset)
        shut = {item.pk: workroom.closed_because(item, request.user) for item in items}
        if request.POST.get("yakin") == "1":
            try:
                count = workroom.agree_to(items, request.user)
            except Refusal as refusal:
                messages.error(request, f"{refusal.message} {refusal.detail}".strip())
                return None
            messages.success(request, f"Pendapat “setuju” tercatat untuk {count} usulan.")
            return None
        context = {
            **self.admin_site.each_context(request), "title": "Setuju untuk beberapa usulan", "opts": self.opts,
            "lines": [{"item": item, "shut": shut[item.pk]} for item in items], "blocked": any(shut.values()),
        }  # fmt: skip
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/reviews/agendaitem/agree.html", context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One item: the dossier on one page, and what the member may say while he may."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        item = self.get_object(request, object_id)
        if item is None:
            raise Http404
        return member_page.answer(self, request, item)


def meeting_line(item: AgendaItem, calendar: WorkCalendar) -> str:
    """The day of the meeting with what is left until it, or what it concluded."""
    held = item.meeting.held_on
    if item.conclusion:
        left = item.get_conclusion_display()
    elif held == clock.today():
        left = "hari ini"
    else:
        days = calendar.between(clock.today(), held)
        left = f"{days} hari kerja lagi" if days > 0 else "menunggu hasil rapat"
    return format_html("{}<br>{}", text.date_short(held), left)


def tag(label: str, tone: str) -> str:
    """A status in words, as the theme of the admin draws it."""
    return format_html('<span class="ks-tag {}">{}</span>', tone, label)
