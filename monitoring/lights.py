"""What the light of a report is taken from, as the records have it."""

from datetime import date
from decimal import Decimal
from typing import Any

from kerjasama.core import clock
from monitoring.light import Part, done, parts_of, reached
from monitoring.models import Finding
from monitoring.stages import FindingState, Stage


def light_parts(report: Any, average: Decimal) -> tuple[Part, ...]:
    """The parts of the light of a report whose evaluation came to an average."""
    return parts_of(
        average=average,
        indicators=reached(report.indicators),
        progress=done(report.progress),
        late_findings=late_findings(report.agreement_id, clock.today()),
        days_late=days_late(report),
    )


def late_findings(agreement: int, today: date) -> int:
    """How many findings on a naskah are past their day and not put right."""
    return (
        Finding.objects.filter(evaluation__report__agreement=agreement, evaluation__report__stage=Stage.CLOSED, withdrawn=False, due_on__lt=today)
        .exclude(state=FindingState.DONE)
        .count()
    )  # fmt: skip


def days_late(report: Any) -> int:
    """How many days after its last day a report was sent the first time (hari kalender); 0 when in time.

    The last day is the one that was frozen when the report was opened, whatever the schedule says since.
    """
    sent = report.events.filter(act="submit").order_by("pk").first()
    due = report.history.order_by("history_id").values_list("due_on", flat=True).first()
    return max(0, (sent.occurred_on - due).days) if sent and due else 0
