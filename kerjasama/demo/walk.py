"""Walk a case through the same doors as everyone: every step is an act of the right person on a given day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import doings, letter_marks, plans
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.story import Story
from kerjasama.demo.timepiece import Timepiece
from kerjasama.documents import selectors as papers
from kerjasama.documents import services as documents
from kerjasama.workflow.models import StagedModel
from monitoring.models import Report
from monitoring.services import reports
from proposals.models import Proposal
from proposals.services.acts import act as act_on_proposal

__all__ = ["Story", "Walk", "days_before"]

# Acts that wait until a paper of their subject is printed.
WANTS_PRINT = {
    "sign_offer": "OFFER", "sign_willingness": "ANSWER", "sign_refusal": "ANSWER", "sign_dprd_letter": "DPRD_REQUEST",
    "give_paraf": "NASKAH_LOCKED", "sign": "NASKAH_FINAL", "sign_by_power": "NASKAH_FINAL", "approve_exploration": "STUDY",
    "sign_intent_letter": "INTENT_REQUEST", "sign_submission": "PLAN_SUBMISSION", "sign_direct_letter": "", "prepare_draft_letter": "NASKAH_LOCKED",
    "sign_draft_letter": "DRAFT_LETTER", "sign_original_letter": "ORIGINAL_LETTER",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who acts for somebody of the cast from a day to a day, both inclusive."""

    principal: str
    delegate: str
    first: date
    last: date


@dataclass
class Walk:
    """One case on its way: `day` is the day on which the next act happens.

    `staff` and `checker` are the two of the Bagian; "opd", "staf" and "pemeriksa" name roles of this case.
    """

    story: Story
    people: dict[str, User]
    day: date
    print_now: bool = False
    staff: str = "dewi"
    checker: str = "galih"
    timepiece: Timepiece = field(default_factory=Timepiece)
    stand_ins: tuple[StandIn, ...] = ()
    clock_strikes: Callable[["Walk"], None] = doings.clock_strikes
    work: WorkCalendar | None = None
    plan_row: int | None = None
    proposal: Proposal = field(init=False)
    agreement: Agreement = field(init=False)
    report: Report = field(init=False)

    # the machinery

    def who(self, name: str) -> User:
        """A person of the cast by username or by the role in this case, or who acts for him on that day."""
        roles = {"opd": self.story.unit.lower(), "staf": self.staff, "pemeriksa": self.checker}
        username = roles.get(name, name)
        return self.people[self.stand_in(username) or username]

    def stand_in(self, username: str, on: date | None = None) -> str:
        """Who acts for somebody on a day, or nobody."""
        day = on or self.day
        return next((s.delegate for s in self.stand_ins if s.principal == username and s.first <= day <= s.last), "")

    def on_that_day(self, doing: Callable[[], Any]) -> Any:
        """Do something at the next moment of the present day, by the injected clock."""
        for person in self.people.values():
            forget(person)
        with clock.at(self.timepiece.moment(self.day)):
            return doing()

    def calendar(self) -> WorkCalendar:
        return self.work or WorkCalendar.load()

    def later(self, days: int) -> "Walk":
        """Let working days pass."""
        self.day = self.calendar().add(self.day, days)
        return self

    def go(self, plan: Iterable[plans.Step]) -> "Walk":
        """Take all steps of a plan, letting the days between them pass."""
        for step in plan:
            self.day = step.day_for(self)
            step.do(self)
        return self

    def print_papers(self, subject: StagedModel, kind: str = "") -> None:
        """Have the papers of a subject, or those of one kind, printed at once, as the worker would."""
        waiting = papers.of_subject(subject).filter(status="QUEUED", **({"kind": kind} if kind else {}))
        for pk in waiting.order_by("pk").values_list("pk", flat=True):
            with clock.at(self.timepiece.moment(self.day)):
                documents.render(pk)

    def act(self, name: str, by: str, **facts: Any) -> "Walk":
        """An act on the proposal by a person of the cast."""
        return self._through(act_on_proposal, self.proposal, name, by, facts)

    def sub_act(self, name: str, by: str, **facts: Any) -> "Walk":
        """An act on the naskah by a person of the cast."""
        return self._through(act_on_agreement, self.agreement, name, by, facts)

    def report_act(self, name: str, by: str, **facts: Any) -> "Walk":
        """An act on the monev report by a person of the cast."""
        return self._through(reports.act, self.report, name, by, facts)

    def _through(
        self, door: Callable[..., Any], subject: StagedModel, name: str, by: str, facts: dict[str, Any]
    ) -> "Walk":
        if name in WANTS_PRINT:
            self.print_papers(subject, WANTS_PRINT[name])
        if name in letter_marks.SIGNS:
            letter_marks.mark_all(subject, door, self.who, self.on_that_day)
        self.on_that_day(lambda: door(subject, name, by=self.who(by), **facts))
        if self.print_now:
            self.print_papers(subject)
        return self

    def scan(self, name: str, told: str) -> SimpleUploadedFile:
        """A small PDF that stands for the scan of a paper."""
        return SimpleUploadedFile(name, small_pdf(told), "application/pdf")

    def beside(self, report: Report) -> "Walk":
        """Another walker for a report of this case, who does not disturb this one."""
        fresh = replace(self)
        fresh.proposal, fresh.agreement, fresh.report = self.proposal, report.agreement, report
        return fresh

    # the case

    def open(self) -> "Walk":
        return self.go([plans.OPEN])

    def to_verification(self) -> "Walk":
        """Opened, filled in and sent; an incoming one after its letter was recorded."""
        return self.go(plans.prepared(self.story))

    def to_answer(self) -> "Walk":
        """Verified, with our letter drafted and laid before the Bupati."""
        return self.go(plans.letter_drafted(self.story))

    def to_tkksd(self) -> "Walk":
        """Asked and answered: the other side, or we, are willing."""
        return self.go(plans.answered(self.story))

    def meet(
        self, conclusion: str = "RECOMMENDED", conditions: tuple[dict[str, Any], ...] = (), absent: tuple[str, ...] = ()
    ) -> "Walk":
        """A meeting of the TKKSD, with opinions, from the call to its conclusion."""
        return self.go(plans.met(conclusion, conditions, absent))

    def to_assessment(self) -> "Walk":
        """Recommended; the DPRD question is next."""
        return self.go([*plans.met(wait=1), plans.ACCEPTED])

    def to_instruments(self) -> "Walk":
        """The DPRD requirement met, by evidence or by approval."""
        return self.go(plans.cleared(self.story))

    def to_dprd(self) -> "Walk":
        """Asked and received by the Sekretariat DPRD."""
        return self.go(plans.asked_dprd())

    def decide(self, decision: str, notes: tuple[str, ...] = (), reason: str = "") -> "Walk":
        """The decision of the DPRD with its paper."""
        return self.go([plans.decided(0, decision, notes, reason)])

    # the naskah

    def open_naskah(self, instrument: str = "KB") -> "Walk":
        return self.go([plans.naskah_opened(0, instrument)])

    def to_paraf(self) -> "Walk":
        """Drafted, agreed, reviewed and locked."""
        self.go(plans.text_locked())
        self.print_papers(self.agreement)
        return self

    def paraf(self, *usernames: str) -> "Walk":
        return self.go(plans.parafs(*usernames))

    def to_signing(self) -> "Walk":
        """The slots filled, the signing planned; the planned day has come."""
        self.go([plans.signing_planned(0, 2)])
        self.print_papers(self.agreement)
        return self.later(2)

    def sign(self) -> "Walk":
        return self.sub_act("sign", "aditya")

    def to_register(self) -> "Walk":
        """Scanned by one, checked by another."""
        return self.go(plans.scanned())

    def to_force(self) -> "Walk":
        """Signed, scanned, checked and in the register."""
        return self.sign().go([*plans.scanned(), plans.REGISTERED])

    def whole_naskah(self, instrument: str) -> "Walk":
        """A naskah from its opening until it is in force."""
        return self.go(plans.whole_naskah(instrument, wait=0))

    # monev

    def open_report(self) -> "Walk":
        self.report = self.on_that_day(lambda: reports.open_report(self.agreement, by=self.who("staf")))
        return self

    def send_report(self) -> "Walk":
        """Filled in and sent by the unit."""
        return self.go([plans.reported(0)])

    def evaluate(self, score: int = 4, verdict: str = "CONTINUE") -> "Walk":
        """Evaluated by the Bagian."""
        return self.go([plans.evaluated(0, [score], verdict, "Kerja sama berjalan sesuai dengan tujuan.")])

    def close_report(self) -> "Walk":
        return self.report_act("close", "ratna")


def days_before(today: date, days: int) -> date:
    """A day so many calendar days ago, moved to a working day."""
    return WorkCalendar.load().add(today - timedelta(days=days + 1), 1)
