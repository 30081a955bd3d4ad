"""When an old naskah nears its end: whether anything was decided, and whether what should take its place still lives."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from agreements.models import OldNaskah
from agreements.old_facts import UNDER
from agreements.stages import Renewal
from proposals.models import Proposal


def run_in(old: OldNaskah) -> Proposal | None:
    """The living case in which it is to be run in full here."""
    return None if old.case_id is None or old.case.leads_nowhere else old.case


def is_settled(old: OldNaskah) -> bool:
    """Whether its end needs no more reminders: it shall end, or what takes its place lives."""
    if old.renewal == Renewal.REPLACE:
        return not is_widowed(old)
    return old.renewal == Renewal.LAPSE


def is_widowed(old: OldNaskah) -> bool:
    """Whether what should have taken its place has died."""
    if old.successor_id:
        return old.successor.leads_nowhere
    after = old.successor_old
    return after is not None and bool(after.withdrawn_at or (after.stopped and not after.continued_as_id))


def occasion(old: OldNaskah) -> str:
    """What makes a reminder another one than before: a successor that has died wakes even a mark that was told of."""
    return f":{old.successor_id or f'NL-{old.successor_old_id}'}" if old.renewal and is_widowed(old) else ""


def running(today: date) -> QuerySet[OldNaskah]:
    """Those that hold, as far as anybody knows, with a last day to come; an adendum or a yearly plan ends with what it stands under."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=today)
    found = OldNaskah.objects.filter(
        begun, withdrawn_at__isnull=True, continued_as__isnull=True, stopped=False, ends_on__gte=today
    )
    # What a file said of each is long, and no list of tasks shows it.
    found = found.exclude(instrument__in=UNDER).defer("source", "told", "hints", "doubts", "remarks", "unknown")
    return found.select_related("successor", "successor_old", "unit").order_by("ends_on", "pk")


def undecided(today: date, last: date) -> list[OldNaskah]:
    """Those that end by a day and of which nobody has said what becomes of them, or whose successor has died."""
    return [old for old in running(today).filter(ends_on__lte=last) if not is_settled(old)]


def told(old: OldNaskah) -> dict[str, Any] | None:
    """What was decided, as the page says it; None where nothing was."""
    if not old.renewal:
        return None
    after = old.successor or old.successor_old
    return {
        "label": "Dilanjutkan" if after else "Tidak dilanjutkan", "reason": old.renewal_reason, "on": old.renewal_on,
        "code": after.code if after else "", "url": after.get_absolute_url() if after else "", "widowed": is_widowed(old),
    }  # fmt: skip
