"""Reminders of findings: before their day, on it, and once a week after it until they are put right."""

from datetime import date, timedelta

from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import people_in
from kerjasama.core.text import date_long
from kerjasama.notifications.services import tell
from monitoring.models import Finding
from monitoring.services.findings import owners
from monitoring.stages import FindingState, Stage

#: So many days before its day a finding is told of the first time (hari kalender).
BEFORE = 7


def remind_of_findings(today: date) -> int:
    """Tell those who are to put a finding right, and the Bagian once it is late; each mark once, however long the clock stood still."""
    due = Finding.objects.filter(
        withdrawn=False,
        state=FindingState.OPEN,
        evaluation__report__stage=Stage.CLOSED,
        due_on__lte=today + timedelta(days=BEFORE),
    )
    found = due.select_related("evaluation__report__agreement__proposal", "unit").order_by("pk")
    return sum(_tell(finding, today) for finding in found)


def _tell(finding: Finding, today: date) -> int:
    left = (finding.due_on - today).days
    mark = "before" if left > 0 else f"late-{-left // 7}"
    naskah = finding.evaluation.report.agreement
    people = [*owners(finding), *(people_in(Office.BAGIAN) if left < 0 else [])]
    said = (
        f"Temuan lewat tenggat {date_long(finding.due_on)}"
        if left < 0
        else f"Temuan bertenggat {date_long(finding.due_on)}"
    )
    rows = tell(
        people,
        key=f"finding:{finding.pk}:{finding.due_on.isoformat()}:{mark}",
        title=f"{said}: {naskah.proposal.code}",
        body=f"{finding.text}\n{naskah.title}",
        url=finding.get_absolute_url(),
    )  # fmt: skip
    return len(rows)
