"""What becomes of the monev reports of the demo: one plan for each report the clock opens."""

from dataclasses import dataclass
from datetime import date, timedelta

from kerjasama.core import parameters
from kerjasama.demo import words
from kerjasama.demo.plans import Plan, Step, evaluated, reported
from monitoring.models import Report
from monitoring.schedule import Period, due_date, period_of

GREEN, YELLOW, RED = (4, 5, 4, 4, 3), (3, 3, 2, 4, 3), (2, 1, 2, 3, 2)
# Reports of the last period that ought to be finished, in the order in which they were opened.
LAST = (
    "green", "late", "submitted", "green", "red", "evaluated", "yellow", "green", "late", "returned", "green", "submitted",
    "yellow", "green",
)  # fmt: skip
# Reports whose period has only just ended.
FRESH = ("open", "submitted", "open", "evaluated", "open")
OLDER = ("green", "green", "yellow", "green", "green", "green", "red", "green")


def plan(outcome: str, place: int) -> Plan:
    """The steps from the opened report to its outcome; `place` lets one report differ from another."""
    if outcome in ("open", "late"):
        return []
    sent: Plan = [reported(3 + place % 6)]
    if outcome == "submitted":
        return sent
    if outcome == "returned":
        return [*sent, Step(3, lambda walk: walk.report_act("return_report", "staf", reason=words.REPORT_BACK))]
    if outcome == "evaluated":
        return [*sent, _evaluation("yellow")]
    return [*sent, _evaluation(outcome), Step(1 + place % 2, lambda walk: walk.report_act("close", "ratna"))]


def _evaluation(colour: str) -> Step:
    if colour == "green":
        return evaluated(3, GREEN, "CONTINUE", words.GREEN)
    if colour == "red":
        return evaluated(3, RED, "REPAIR", words.RED, [words.FINDING_RED])
    return evaluated(3, YELLOW, "REPAIR", words.YELLOW, [words.FINDING_YELLOW])


@dataclass
class Outcomes:
    """Deals an outcome to each report in turn, by how long ago its period ended."""

    today: date
    dealt: int = 0

    def settled(self) -> Period:
        """The newest period whose reports have been due for three weeks."""
        frequency = parameters.value("monev_frequency")
        period = period_of(self.today, frequency)
        while due_date(period) > self.today - timedelta(days=21):
            period = period_of(period.starts_on - timedelta(days=1), frequency)
        return period

    def deal(self, report: Report) -> Plan:
        """The plan of a report that has just been opened."""
        self.dealt += 1
        settled = self.settled()
        row = LAST if report.ends_on == settled.ends_on else FRESH if report.ends_on > settled.ends_on else OLDER
        return plan(row[self.dealt % len(row)], self.dealt)
