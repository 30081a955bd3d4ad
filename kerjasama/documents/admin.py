from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin

from kerjasama.core.admin import ReadOnly
from kerjasama.core.errors import Refusal
from kerjasama.documents import services
from kerjasama.documents.models import Document, FileAccess, IssuedNumber, NumberSeries, StoredFile


@admin.register(Document)
class DocumentAdmin(ReadOnly, SimpleHistoryAdmin):
    list_display = ["id", "title", "kind", "number", "dated", "status", "public", "created_at", "failure"]
    list_filter = ["status", "kind", "public"]
    search_fields = ["title", "number", "short_code"]
    date_hierarchy = "created_at"
    list_select_related = ["issued_number"]
    # The token opens the public page of the paper, also before it is published.
    exclude = ["token", "context"]
    actions = ["try_again"]

    @admin.action(description="Buat ulang dokumen yang gagal atau belum selesai", permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        queued = 0
        for document in queryset:
            try:
                services.retry(document, by=request.user)
                queued += 1
            except Refusal as refusal:
                messages.warning(request, f"{document}: {refusal}")
        messages.success(request, f"{queued} dokumen dibuat ulang.")


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnly, SimpleHistoryAdmin):
    list_display = ["original_name", "content_type", "size", "pages", "sha256", "created_at"]
    search_fields = ["original_name", "sha256"]
    date_hierarchy = "created_at"


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["year", "code", "unit_code", "last"]
    list_filter = ["year"]


@admin.register(IssuedNumber)
class IssuedNumberAdmin(ReadOnly, SimpleHistoryAdmin):
    list_display = ["text", "series", "sequence", "state", "reason", "created_at"]
    list_filter = ["state"]
    list_select_related = ["series"]
    search_fields = ["text"]


@admin.register(FileAccess)
class FileAccessAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["at", "user", "document", "address"]
    list_select_related = ["user", "document"]
    search_fields = ["user__full_name", "document__title", "document__number"]
    date_hierarchy = "at"
