"""Which imports and which of their rows a page shows."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from kerjasama.accounts.models import User
from kerjasama.importing.models import ImportBatch, ImportRow

ORDERS = {"judul": ("title", "number"), "putusan": ("verdict", "number")}
BATCH_ORDERS = {"lama": ("pk",), "nama": ("file_name", "pk")}


def batches(user: User, wanted: dict[str, Any]) -> QuerySet[ImportBatch]:
    """The imports a person may see, with how many rows each has written."""
    found = ImportBatch.visible_to(user).select_related("sent_by", "confirmed_by", "undone_by")
    for word in wanted.get("q", "").split()[:8]:
        found = found.filter(Q(file_name__icontains=word) | Q(sent_by__full_name__icontains=word))
    if wanted.get("keadaan"):
        found = found.filter(state=wanted["keadaan"])
    counted = found.annotate(written=Count("rows", filter=Q(rows__written=True)))
    return counted.order_by(*BATCH_ORDERS.get(wanted.get("urut") or "", ("-pk",)))


def rows(batch: ImportBatch, wanted: dict[str, Any]) -> QuerySet[ImportRow]:
    """The rows of a file that match."""
    found = ImportRow.objects.filter(batch=batch).select_related("old")
    for word in wanted.get("q", "").split()[:8]:
        found = found.filter(looked_for__icontains=word)
    if wanted.get("ikut"):
        found = found.filter(included=wanted["ikut"] == "ya")
    if wanted.get("putusan"):
        found = found.filter(verdict=wanted["putusan"])
    return found.order_by(*ORDERS.get(wanted.get("urut") or "", ("number",)))


def counts(batch: ImportBatch) -> dict[str, int]:
    """Rows by verdict, and under "included" and "written" those that are to be and were written."""
    by_verdict = {str(code): Count("pk", filter=Q(verdict=code)) for code in ImportRow.Verdict.values}
    totals = {
        "included": Count("pk", filter=Q(included=True)),
        "written": Count("pk", filter=Q(written=True)),
        "all": Count("pk"),
    }
    return ImportRow.objects.filter(batch=batch).aggregate(**by_verdict, **totals)
