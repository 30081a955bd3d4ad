"""Four years of Kabupaten Wanasari up to today: every case, every report, and what the clock did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from agreements.models import Agreement
from agreements.stages import Trait
from kerjasama.accounts.models import User
from kerjasama.accounts.services import delegate
from kerjasama.core import clock, parameters
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import abroad_cases, archive, doings, texts, words
from kerjasama.demo.abroad import ForeignStory
from kerjasama.demo.cases import CASES, ENDINGS, Case
from kerjasama.demo.monev import Outcomes
from kerjasama.demo.plans import Plan
from kerjasama.demo.schedule import Schedule
from kerjasama.demo.statutory import Carrier, Reporting
from kerjasama.demo.stories import TALES
from kerjasama.demo.story import Story
from kerjasama.demo.timepiece import Timepiece
from kerjasama.demo.walk import StandIn, Walk
from kerjasama.demo.yearly import Yearly
from kerjasama.parties.models import Partner
from monitoring.models import Report
from monitoring.services import reports
from monitoring.stages import Stage as ReportStage

YEARS = 4
# The region asked the DPRD between KB and PKS until so many days ago; cases begun then stay on that route.
GATE_MOVED = 900
# Plh. in former years: who, for whom, days ago, for how long.
ABSENCES = (
    ("aditya", "nurhayati", "KDH", 760, 9),
    ("ratna", "galih", "KABAG", 330, 6),
    ("aditya", "nurhayati", "KDH", 205, 5),
)


@dataclass
class Scenario:
    """The whole demo on its way."""

    today: date
    people: dict[str, User]
    partners: dict[int | str, Partner]
    work: WorkCalendar
    abroad: dict[str, Partner]
    timepiece: Timepiece = field(default_factory=Timepiece)
    walks: list[Walk] = field(default_factory=list)
    adopted: set[int] = field(default_factory=set)
    schedule: Schedule = field(init=False)
    outcomes: Outcomes = field(init=False)
    reporting: Reporting = field(init=False)
    stand_ins: tuple[StandIn, ...] = ()

    def __post_init__(self) -> None:
        self.schedule = Schedule(self.today, self.work)
        self.outcomes = Outcomes(self.today)

    def run(self, report: Callable[[date], None] = lambda day: None) -> None:
        """Let all of it happen."""
        self.stand_ins = tuple(self._send_away(*absence) for absence in ABSENCES)
        self.walks = [self._walk(place, case) for place, case in enumerate(CASES)]
        self.walks += [self._abroad(*case) for case in abroad_cases.told(self.abroad)]
        yearly = Yearly(self.today, self.people, self.work, self.timepiece, self.stand_ins, self.walks)
        ticks = [
            *self._semesters(),
            self._gate(),
            self._by_hand(),
            *yearly.ticks(),
            archive.tick(self.today, self.people, self.timepiece),
        ]
        self.schedule.ticks = sorted(ticks, key=lambda tick: tick[0])
        carrier = Carrier(self.people, self.timepiece, self._who)
        self.reporting = Reporting(self.today, self.work, carrier, self.schedule.ticks)
        self.schedule.run(report)

    def _walker(self, story: Story, staff: tuple[str, str]) -> Walk:
        return Walk(
            story, self.people, self.today, staff=staff[0], checker=staff[1], timepiece=self.timepiece, work=self.work,
            stand_ins=self.stand_ins, clock_strikes=self._struck,
        )  # fmt: skip

    def _abroad(self, story: ForeignStory, plan: Plan, days: int) -> Walk:
        walk = self._walker(story, ("dewi", "galih"))
        self.schedule.standing(walk, plan, days)
        return walk

    def _walk(self, place: int, case: Case) -> Walk:
        partner = self.partners[case.partner]
        direction = "INCOMING" if case.incoming else "OUTGOING"
        story = TALES[case.tale].told(case.number, partner, direction=direction, **dict(case.facts))
        staff = ("dewi", "galih") if place % 3 else ("galih", "dewi")
        walk = self._walker(story, staff)
        plan = ENDINGS[case.ending](story)
        self.schedule.standing(walk, plan, case.days, then=texts.run_out() if case.ending == "ended" else ())
        return walk

    def _send_away(self, principal: str, stand_in: str, office: str, ago: int, length: int) -> StandIn:
        first = self.today - timedelta(days=ago)
        last = first + timedelta(days=length)
        delegate(
            office,
            self.people[stand_in],
            "PLH",
            starts_on=first,
            ends_on=last,
            basis=f"Surat Perintah Nomor 800.1.11.1/{ago}/{first.year}",
        )
        return StandIn(principal, stand_in, first, last)

    # the clock and what it opens

    def _semesters(self) -> list[tuple[date, Callable[[date], None]]]:
        years = range(self.today.year - YEARS, self.today.year + 1)
        firsts = [date(year, month, 1) for year in years for month in (1, 7)]
        return [(day, self._tick) for day in firsts if day < self.today]

    def _tick(self, day: date) -> None:
        """What the clock of the product does on a day, and the reports it opened begin their own way."""
        with clock.at(self.timepiece.moment(day)):
            doings.run_due()
        opened = Report.objects.filter(stage=ReportStage.OPEN).exclude(pk__in=self.adopted).order_by("pk")
        for report in opened.select_related("agreement__proposal"):
            self._adopt(report, day)
        self.reporting.adopt(day)

    def _struck(self, walk: Walk) -> None:
        self._tick(walk.day)

    def _adopt(self, report: Report, day: date) -> None:
        self.adopted.add(report.pk)
        owner = next(w for w in self.walks if getattr(w, "proposal", None) == report.agreement.proposal)
        walk = owner.beside(report)
        walk.day = day
        self.schedule.starting(walk, self.outcomes.deal(report), soft=True)

    def _who(self, username: str, day: date) -> str:
        """Who acts for somebody on a day."""
        away = (s.delegate for s in self.stand_ins if s.principal == username and s.first <= day <= s.last)
        return next(away, username)

    def _gate(self) -> tuple[date, Callable[[date], None]]:
        def move(day: date) -> None:
            with clock.at(self.timepiece.moment(day)):
                parameters.change("dprd_gate", "before_first_signing", by=self.people["admin"], reason=words.GATE_NOW)

        return self.work.back(self.today - timedelta(days=GATE_MOVED), 1), move

    def _by_hand(self) -> tuple[date, Callable[[date], None]]:
        """Two units open the report of the running period before the clock would."""

        def begin(day: date) -> None:
            running = [w for w in self.walks if getattr(w, "agreement", None) and _reports(w.agreement)]
            for walk in running[:2]:
                with clock.at(self.timepiece.moment(day)):
                    opened = reports.open_report(walk.agreement, by=walk.who("opd"))
                self.adopted.add(opened.pk)

        return self.work.back(self.today, 1), begin


def _reports(agreement: Agreement) -> bool:
    """Whether a naskah is in force and reported on by itself; a letter of intent is not."""
    return agreement.stage == "IN_FORCE" and Trait.UNREPORTED not in agreement.route.traits
