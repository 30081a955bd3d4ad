"""The list of what is still unknown of old naskah: which, in what order."""

from typing import Any

from django.db.models import Func, IntegerField, Q, QuerySet

from agreements import searching
from agreements.models import OldNaskah, RegisterEntry
from kerjasama.accounts.models import User

ORDERS = {"lama": ("pk",), "judul": ("title", "pk"), "kurang": ("-missing", "-pk")}


class JsonLength(Func):
    """How many items a list in JSON holds."""

    function = "jsonb_array_length"
    output_field = IntegerField()


def incomplete(user: User, wanted: dict[str, Any]) -> QuerySet[OldNaskah]:
    """The old naskah of which something is unknown or doubtful, as far as a person may see them."""
    found = (
        OldNaskah.visible_to(user)
        .filter(withdrawn_at__isnull=True, continued_as__isnull=True)
        .filter(~Q(unknown=[]) | ~Q(doubts=[]))
    )
    if wanted.get("fakta"):
        found = found.filter(unknown__contains=[wanted["fakta"]])
    if wanted.get("unit"):
        found = found.filter(unit=wanted["unit"])
    if wanted.get("ragu"):
        found = found.exclude(doubts=[]) if wanted["ragu"] == "ya" else found.filter(doubts=[])
    if wanted.get("impor"):
        found = found.filter(batch_number=wanted["impor"])
    if wanted.get("q", "").strip():
        fitting = searching.search(RegisterEntry.objects.filter(old__isnull=False), wanted["q"]).found
        found = found.filter(entry__in=fitting.order_by().values("pk"))
    order = ORDERS.get(wanted.get("urut") or "", ("-pk",))
    return found.annotate(missing=JsonLength("unknown")).select_related("unit").order_by(*order)
