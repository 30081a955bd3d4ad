"""Meetings of the TKKSD in the admin: the secretary calls and keeps them, members read them and confirm papers."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from kerjasama.core import clock, text
from kerjasama.core.admin import Light
from kerjasama.core.errors import BadInput, Refusal
from kerjasama.core.typed import whole
from kerjasama.desk import meeting_room
from kerjasama.desk.meeting_forms import CallForm, MeetingForm
from kerjasama.desk.meeting_result import SLUG, ResultView
from kerjasama.documents.models import Document
from kerjasama.reviews.models import Meeting
from kerjasama.reviews.services import signing
from proposals import selectors as proposals
from proposals.models import Proposal
from proposals.services import meetings

CALL = "Undang rapat TKKSD"


class Standing(admin.SimpleListFilter):
    """Coming, still to be concluded, over, cancelled."""

    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("datang", "Akan datang"),
            ("terbuka", "Belum disimpulkan"),
            ("selesai", "Selesai"),
            ("batal", "Dibatalkan"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        today, held = clock.today(), queryset.filter(cancelled_on__isnull=True)
        found = {
            "datang": held.filter(held_on__gt=today),
            "terbuka": held.filter(held_on__lte=today, left__gt=0),
            "selesai": held.filter(held_on__lte=today, left=0),
            "batal": queryset.filter(cancelled_on__isnull=False),
        }
        return found.get(self.value() or "", queryset)


@admin.register(Meeting)
class MeetingAdmin(Light, admin.ModelAdmin):
    """Every change goes through `proposals.services.meetings`; nothing is typed over, nothing is deleted."""

    menu_name = "Rapat TKKSD"
    actions = None
    list_display_links = ["name"]
    list_display = ["name", "when", "cases", "state"]
    list_filter = [Standing, "year"]
    search_fields = ["place", "agenda"]
    search_help_text = "Tempat, acara, nomor rapat, judul atau kode usulan"
    sortable_by = ()
    list_per_page = 25
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/reviews/meeting/change_list.html"

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.is_active and Meeting.visible_to(request.user).exists() or self.has_add_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return meeting_room.may_keep(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """The list, the call, the page of a meeting, its acts and the confirmation of its papers."""
        kept = [u for u in super().get_urls() if (u.name or "").endswith(("_changelist", "_add", "_change"))]
        guard = self.admin_site.admin_view
        own = [
            path("<int:pk>/konfirmasi/<int:paper>/", guard(require_POST(self.confirm_view)), name="reviews_meeting_confirm"),
            path("<int:pk>/hasil/<str:code>/", guard(self.result_view), name="reviews_meeting_result"),
            path("<int:pk>/<slug:slug>/", guard(self.act_view), name="reviews_meeting_act"),
        ]  # fmt: skip
        return [u for u in kept if u.name != "reviews_meeting_change"] + [
            *(u for u in kept if u.name == "reviews_meeting_change"),
            *own,
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Meeting]:
        return meeting_room.listed(request.user)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        term = search_term.strip()
        if not term:
            return queryset, False
        found = Proposal.visible_to(request.user).filter(proposals.matches(term)).order_by().values("pk")
        by_case = Meeting.objects.filter(items__object_id__in=found).values("pk")
        typed, _ = super().get_search_results(request, queryset, term)
        told = whole(term)
        number = queryset.none() if told is None else queryset.filter(number=told)
        return queryset.filter(pk__in={*_keys(typed), *_keys(number), *_keys(queryset.filter(pk__in=by_case))}), False

    @admin.display(description="Rapat")
    def name(self, meeting: Meeting) -> str:
        return str(meeting)

    @admin.display(description="Waktu dan tempat")
    def when(self, meeting: Meeting) -> str:
        return format_html(
            "{} pukul {}<br>{}", text.date_long(meeting.held_on), f"{meeting.held_at:%H.%M}", meeting.place
        )

    @admin.display(description="Usulan")
    def cases(self, meeting: Meeting) -> int:
        return meeting.cases

    @admin.display(description="Keadaan")
    def state(self, meeting: Meeting) -> str:
        label, tone = meeting_room.state_of(meeting)
        return format_html('<span class="ks-tag {}">{}</span>', tone, label)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        waiting = len(meetings.waiting(request.user)) if self.has_add_permission(request) else None
        return super().changelist_view(request, {"title": "Rapat TKKSD", "waiting": waiting, **(extra_context or {})})

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Call a meeting; `?usulan=` chooses cases before the page is drawn."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = CallForm(request.POST or None, user=request.user, chosen=request.GET.getlist("usulan"))
        if request.method != "POST":
            return self._form(request, form, CALL, "Kirim undangan", status=200)
        done = self._do(form, lambda **facts: meetings.convene(facts.pop("cases"), **facts, by=request.user))
        if done is None:
            return self._form(request, form, CALL, "Kirim undangan", status=form.refused)
        messages.success(request, f"{done}: undangan dibuat dan dikirim kepada anggota.")
        return redirect(done.get_absolute_url())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page of a meeting; it changes nothing itself."""
        meeting = self._meeting(request, object_id)
        if request.method != "GET":
            raise PermissionDenied
        context = {**self._context(request, str(meeting)), **meeting_room.page(meeting, request.user)}
        return TemplateResponse(request, "admin/reviews/meeting/page.html", context)

    def act_view(self, request: HttpRequest, pk: int, slug: str) -> HttpResponse:
        """One act of the secretary on a meeting, on a page of its own."""
        meeting, act = self._meeting(request, str(pk)), meeting_room.ACTS.get(slug)
        if act is None:
            raise Http404
        if not meeting_room.may_keep(request.user):
            raise PermissionDenied
        if not act.may(meeting):
            messages.warning(request, f"“{act.label}” tidak dapat dilakukan pada rapat ini sekarang.")
            return redirect(meeting.get_absolute_url())
        form = act.form(request.POST or None, meeting=meeting, user=request.user)
        if request.method != "POST":
            return self._form(request, form, act.label, act.button, meeting=meeting, hint=act.hint, status=200)

        def door(**facts: Any) -> Any:
            given = [facts.pop(name) for name in ("cases", "attendance") if name in facts]
            return act.door(meeting, *given, **facts, by=request.user)

        done = self._do(form, door)
        if done is None:
            return self._form(request, form, act.label, act.button, meeting=meeting, hint=act.hint, status=form.refused)
        messages.success(request, f"{act.label}: tercatat.")
        onward = done if isinstance(done, Meeting) else meeting
        return redirect(onward.get_absolute_url())

    def result_view(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Discussion, conclusion and conditions of one case of a meeting."""
        meeting = self._meeting(request, str(pk))
        frame = self._context(request, f"Hasil rapat: {code}")
        view = ResultView.as_view(meeting=meeting, frame=frame)
        return view(request, slug=SLUG, code=code)

    def confirm_view(self, request: HttpRequest, pk: int, paper: int) -> HttpResponseRedirect:
        """Confirm a paper of this meeting in one's turn."""
        meeting = self._meeting(request, str(pk))
        shown = {line["paper"].pk for line in meeting_room.page(meeting, request.user)["papers"]}
        if paper not in shown:
            raise Http404
        document = get_object_or_404(Document, pk=paper)
        signing.confirm(document, by=request.user)
        messages.success(request, f"Konfirmasi Anda atas {document} tercatat.")
        return redirect(meeting.get_absolute_url())

    def _meeting(self, request: HttpRequest, key: str) -> Meeting:
        pk = whole(key)
        if pk is None:
            raise Http404
        seen = Meeting.visible_to(request.user).select_related("team", "continues", "called_by")
        return get_object_or_404(seen, pk=pk)

    def _do(self, form: MeetingForm, door: Any) -> Any:
        """Call the service behind a form; None with the reason on the form when it is refused."""
        form.refused = 422
        if not form.is_valid():
            return None
        try:
            return door(**form.facts())
        except Refusal as refusal:
            form.refused = refusal.status
            show(form, refusal)
            return None

    def _form(
        self, request: HttpRequest, form: MeetingForm, title: str, button: str, *, status: int, **more: Any
    ) -> HttpResponse:
        context = {**self._context(request, title), "form": form, "errors": form.errors, "button": button, **more}
        return TemplateResponse(request, "admin/reviews/meeting/form.html", context, status=status)

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        request.current_app = self.admin_site.name
        list_url = reverse("admin:reviews_meeting_changelist")
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "list_url": list_url}


def show(form: Any, refusal: Refusal) -> None:
    """Put the sentences of a refusal at their fields, or on top."""
    errors = refusal.errors if isinstance(refusal, BadInput) else {}
    for field, sentences in errors.items():
        form.add_error(field if field in form.fields else None, sentences)
    if not errors:
        form.add_error(None, [refusal.message, *refusal.detail.splitlines()])


def _keys(rows: QuerySet) -> list[int]:
    return list(rows.values_list("pk", flat=True))
