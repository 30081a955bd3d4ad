"""The evaluation on which an extension rests: what it concludes, and how long ago its period ended."""

from datetime import date, timedelta
from typing import Any

from kerjasama.core import clock, parameters
from kerjasama.core.calendar import months_later
from kerjasama.core.text import date_long

#: The conclusions on which an extension can rest (statute 8).
GOES_ON = ("CONTINUE", "WIDEN")


def evaluated_since(day: date) -> date:
    """The earliest end of an evaluated period that still speaks for an extension proposed on a day."""
    late = timedelta(days=int(parameters.value("monev_due_days")))
    return months_later(day - late, -int(parameters.value("evaluation_valid_months")))


def evaluation_lacks(agreement: Any, day: date) -> str:
    """What an extension proposed on a day lacks of its evaluation, in a sentence; "" where it lacks nothing."""
    if agreement.verdict not in GOES_ON:
        return "Perpanjangan memerlukan evaluasi monev yang menyimpulkan dilanjutkan atau diperluas."
    since = evaluated_since(day)
    if agreement.verdict_on >= since:
        return ""
    return (
        f"Evaluasi terakhir menilai periode yang berakhir {date_long(agreement.verdict_on)}. Perpanjangan memerlukan evaluasi atas periode yang "
        f"berakhir {date_long(since)} atau sesudahnya."
    )


def proposed_on_lacks(agreement: Any) -> str:
    """What the evaluation behind an extension lacks: as old as it was when that was proposed; what a newer one concludes still counts."""
    proposed = agreement.events.filter(act="propose_extension").order_by("-pk").first()
    return evaluation_lacks(agreement, proposed.occurred_on if proposed else clock.today())
