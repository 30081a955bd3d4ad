"""The statutory reports of the demo: each that the clock opens is written, checked, signed and sent; one is corrected."""

import bisect
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import letter_marks, words
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.timepiece import Timepiece
from kerjasama.documents import services as documents
from kerjasama.statutory import contents
from kerjasama.statutory.models import ReportEdition
from kerjasama.statutory.services import acts, opening
from kerjasama.statutory.stages import Kind, Stage

Tick = tuple[date, Callable[[date], None]]
#: Working days after its opening on which an edition is handed in, approved, signed, sent, received.
PACE = (1, 2, 3, 4, 9)
#: Working days after the last step of the newest report at home on which its correction is opened.
CORRECTED_AFTER = 25


@dataclass
class Carrier:
    """Leads editions through the doors of everyone; `who` finds the person of a day."""

    people: dict[str, User]
    timepiece: Timepiece = field(default_factory=Timepiece)
    who: Callable[[str, date], str] = lambda name, day: name

    def do(self, day: date, doing: Callable[[], Any]) -> Any:
        """Something at the next moment of a day, by the injected clock."""
        for person in self.people.values():
            forget(person)
        with clock.at(self.timepiece.moment(day)):
            return doing()

    def act(self, edition: ReportEdition, name: str, by: str, day: date, **facts: Any) -> ReportEdition:
        """One act by a person of the cast."""
        person = self.people[self.who(by, day)]
        self.do(day, lambda: acts.act(edition, name, by=person, **facts))
        edition.refresh_from_db()
        return edition

    def submit(self, edition: ReportEdition, day: date) -> ReportEdition:
        """The analysis is written, and the report handed in."""
        told = {"analysis": words.REPORT_ANALYSIS, "follow_up": words.REPORT_FOLLOW_UP}
        self.do(day, lambda: acts.write(edition, by=self.people["dewi"], **told))
        return self.act(edition, "submit_report", "dewi", day)

    def approve(self, edition: ReportEdition, day: date) -> ReportEdition:
        """The Kabag approves what he has read on that day; the paper is printed at once."""
        seal = self.do(day, lambda: contents.live(edition).sha256)
        self.act(edition, "approve_report", "ratna", day, seal=seal)
        self.do(day, lambda: documents.render(edition.letter_id))
        edition.refresh_from_db()
        return edition

    def sign(self, edition: ReportEdition, day: date) -> ReportEdition:
        """Its paraf, and the signature of the Kepala Daerah; a report inside the house needs neither."""
        if edition.stage != Stage.LETTER:
            return edition
        find: Callable[[str], User] = lambda name: self.people[self.who(name, day)]  # noqa: E731
        letter_marks.mark_all(edition, acts.act, find, lambda doing: self.do(day, doing))
        edition.refresh_from_db()
        return self.act(edition, "sign_report", "aditya", day)

    def send(self, edition: ReportEdition, day: date) -> ReportEdition:
        """Sent by the region's electronic letters."""
        number = f"SRK/{edition.report.year}/{edition.pk:04d}"
        return self.act(edition, "send_report", "dewi", day, way="ELECTRONIC", dispatch_number=number)

    def receive(self, edition: ReportEdition, day: date) -> ReportEdition:
        """The addressee has confirmed it."""
        number = f"TT/{edition.pk:04d}/{day.year}"
        scan = SimpleUploadedFile("tanda-terima.pdf", small_pdf(f"Tanda terima {edition} {number}"), "application/pdf")
        return self.act(edition, "record_receipt", "dewi", day, receipt_number=number, file=scan)

    def whole(self, edition: ReportEdition, day: date) -> ReportEdition:
        """From the draft to the sent edition, on one day."""
        for step in (self.submit, self.approve, self.sign, self.send):
            edition = step(edition, day)
        return edition


@dataclass
class Reporting:
    """The reports beside the cases: what the clock opened is carried on days of its own."""

    today: date
    work: WorkCalendar
    carrier: Carrier
    ticks: list[Tick]
    adopted: set[int] = field(default_factory=set)

    def adopt(self, day: date) -> None:
        """Plan what becomes of every edition that was opened since the last time."""
        opened = ReportEdition.objects.filter(stage=Stage.DRAFT).exclude(pk__in=self.adopted).order_by("pk")
        for edition in opened.select_related("report"):
            self.adopted.add(edition.pk)
            last = self._plan(edition, day)
            if edition.report.kind == Kind.DOMESTIC and edition.number == 1 and self._is_newest(edition):
                self._put(self.work.add(last, CORRECTED_AFTER), lambda on, one=edition: self._correct(one, on))

    def _plan(self, edition: ReportEdition, day: date) -> date:
        carrier, last = self.carrier, day
        steps = (carrier.submit, carrier.approve, carrier.sign, carrier.send, carrier.receive)
        for step, after in zip(steps, PACE, strict=True):
            last = self.work.add(day, after)
            self._put(last, lambda on, step=step: self._take(step, edition, on))
        return last

    def _take(self, step: Callable[[ReportEdition, date], ReportEdition], edition: ReportEdition, on: date) -> None:
        edition.refresh_from_db()
        step(edition, on)

    def _is_newest(self, edition: ReportEdition) -> bool:
        """Whether no later half year is over before today."""
        return (self.today - edition.report.ends_on).days <= 200

    def _correct(self, edition: ReportEdition, day: date) -> None:
        """Late reports of the units have come in: a second edition, which is sent; and the yearly list is begun anew."""
        dewi = self.carrier.people["dewi"]
        fresh = self.carrier.do(day, lambda: opening.open_edition(edition.report, why=words.REPORT_CORRECTED, by=dewi))
        self.adopted.add(fresh.pk)
        self._plan(fresh, day)
        yearly = (
            ReportEdition.objects.filter(report__kind=Kind.RECAP, stage=Stage.SENT).order_by("-report__year").first()
        )
        if yearly is not None:
            draft = self.carrier.do(
                day, lambda: opening.open_edition(yearly.report, why=words.RECAP_CORRECTED, by=dewi)
            )
            self.adopted.add(draft.pk)

    def _put(self, day: date, doing: Callable[[date], None]) -> None:
        """In the order of the days; what would reach today is left to those who sign in."""
        if day < self.today:
            bisect.insort(self.ticks, (day, doing), key=lambda tick: tick[0])
