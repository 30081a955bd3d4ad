"""Walk a case through the same doors as everyone: every step is an act of the right person on a given day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Agreement
from agreements.services.acts import act as act_on_agreement
from agreements.services.drafting import open_naskah
from kerjasama.accounts.models import User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo.paper import small_pdf
from kerjasama.documents import services as documents
from kerjasama.documents.models import Document
from kerjasama.parties.models import Partner
from kerjasama.reviews import selectors as reviews
from monitoring.models import Report
from monitoring.services import reports
from monitoring.stages import POINTS
from proposals.models import Affair, Proposal
from proposals.services import drafting
from proposals.services.acts import act as act_on_proposal


@dataclass
class Story:
    """What a case is about: enough to fill every field of it."""

    title: str
    affair: str
    unit: str
    partner: Partner
    direction: str = "OUTGOING"
    background: str = ""
    aims: str = ""
    scope: str = ""
    location: str = "Kecamatan perbatasan"
    benefits: str = ""
    impact: str = ""
    financing: str = ""
    years: int = 5
    amount: Decimal = Decimal(1_200_000_000)
    community: bool = False
    region: bool = True
    unbudgeted: bool = False


@dataclass
class Walk:
    """One case on its way: `day` is the day on which the next act happens."""

    story: Story
    people: dict[str, User]
    day: date
    print_now: bool = False
    proposal: Proposal = field(init=False)
    agreement: Agreement = field(init=False)
    report: Report = field(init=False)
    hour: int = 8

    def on_that_day(self, doing: Callable[[], Any]) -> Any:
        """Do something at the next hour of the present day, by the injected clock."""
        self.hour = self.hour + 1 if self.hour < 15 else 9
        moment = datetime.combine(self.day, time(self.hour, 12), tzinfo=clock.zone())
        for person in self.people.values():
            forget(person)
        with clock.at(moment):
            done = doing()
        return done

    def later(self, days: int) -> "Walk":
        """Let working days pass."""
        self.day = WorkCalendar.load().add(self.day, days)
        return self

    def print_papers(self, subject: Any) -> None:
        """Have the papers printed at once, as the worker would: some acts wait for them."""
        for document in Document.objects.filter(status=Document.Status.QUEUED, object_id=subject.pk):
            documents.render(document.pk)

    def who(self, username: str) -> User:
        return self.people[username]

    # usulan

    def open(self) -> "Walk":
        story, outgoing = self.story, self.story.direction == "OUTGOING"
        author = self.who(story.unit.lower()) if outgoing else self.who("dewi")
        unit = next(h.unit for h in self.who(story.unit.lower()).holdings.all() if h.unit_id)
        self.proposal = self.on_that_day(
            lambda: drafting.open_proposal(
                by=author, title=story.title, direction=story.direction, lead_unit=unit, partners=[story.partner], is_demo=True
            )
        )
        return self

    def act(self, name: str, by: str, **facts: Any) -> "Walk":
        """An act on the proposal by a person of the cast."""
        self.on_that_day(lambda: act_on_proposal(self.proposal, name, by=self.who(by), **facts))
        self.proposal.refresh_from_db()
        if self.print_now:
            self.print_papers(self.proposal)
        return self

    def letter(self, number: str) -> dict[str, Any]:
        """The facts of a letter of the other side, with a scan of it."""
        told = f"{self.story.partner.name}, Nomor {number}, {self.day:%d-%m-%Y}"
        return {"number": number, "dated": self.day, "statement": "", "file": SimpleUploadedFile("surat.pdf", small_pdf(told), "application/pdf")}

    def fill_in(self) -> "Walk":
        story = self.story
        values = {
            "affair": Affair.objects.get(name=story.affair), "background": story.background, "aims": story.aims,
            "location": story.location, "scope": story.scope, "term_text": f"{story.years} tahun sejak ditandatangani",
            "term_years": story.years, "benefits": story.benefits, "impact": story.impact, "financing": story.financing,
            "declares_decency": True, "declares_order": True, "declares_interest": True, "declares_law": True,
            "plan_standing": "LISTED", "plan_reference": f"Daftar rencana kerja sama {self.day.year}, nomor urut 3",
            "burdens_community": story.community, "burdens_region": story.region, "unbudgeted": story.unbudgeted,
            "amount": story.amount, "budget_reference": "" if story.unbudgeted else f"DPA {story.unit} {self.day.year}, subkegiatan kerja sama",
        }  # fmt: skip
        by = self.who(story.unit.lower())
        self.proposal = self.on_that_day(lambda: drafting.write(self.proposal, values, by=by))
        share = (story.amount / story.years).quantize(Decimal(1))
        lines = [(self.day.year + n, share) for n in range(1, story.years + 1)]
        self.on_that_day(lambda: drafting.plan_budget(self.proposal, lines))
        return self

    def to_verification(self) -> "Walk":
        """Opened, filled in and sent; an incoming one after its letter was recorded."""
        self.open()
        if self.story.direction == "INCOMING":
            self.act("register_request", "dewi", **self.letter(f"100.3.7/{self.proposal.pk}/PERM/{self.day.year}"))
            self.later(1)
        return self.fill_in().act("submit", self.story.unit.lower())

    def to_answer(self) -> "Walk":
        """Verified, with our letter drafted and laid before the Bupati."""
        self.later(1).act("verify", "dewi")
        if self.story.direction == "INCOMING":
            return self.act("prepare_answer", "dewi", answer="WILLING", statement="")
        return self.act("prepare_offer", "dewi")

    def to_tkksd(self) -> "Walk":
        """Asked and answered: the other side, or we, are willing."""
        self.print_papers(self.proposal)
        if self.story.direction == "INCOMING":
            return self.later(1).act("sign_willingness", "aditya")
        self.later(1).act("sign_offer", "aditya")
        return self.later(5).act("record_willing", "dewi", **self.letter(f"100.3.7/{self.proposal.pk}/SED/{self.day.year}"))

    def meet(self, conclusion: str = "RECOMMENDED", conditions: tuple[dict[str, Any], ...] = (), absent: tuple[str, ...] = ()) -> "Walk":
        """A meeting of the TKKSD, with opinions, from the call to its conclusion."""
        held_on = WorkCalendar.load().add(self.day, 3)
        self.act("call_meeting", "ratna", held_on=held_on, held_at=time(9), place="Ruang Rapat Setda Lantai 2",
                 agenda=f"Pembahasan rencana kerja sama {self.story.title}")  # fmt: skip
        for username in ("hukum", "bpkad", "bappeda"):
            self.act("give_opinion", username, verdict="AGREE", note="")
        self.day = held_on
        rows = reviews.current_item(self.proposal).meeting.attendances.select_related("member__user")
        attendance = {r.member_id: ("ABSENT", "") if r.member.user.username in absent else ("SELF", "") for r in rows}
        return self.act("record_meeting", "ratna", attendance=attendance, conclusion=conclusion, conditions=list(conditions),
                        discussion="Rencana kerja sama dinilai sesuai dengan kewenangan daerah, perencanaan, dan kemampuan anggaran.")  # fmt: skip

    def to_assessment(self) -> "Walk":
        """Recommended; the DPRD question is next."""
        return self.later(1).meet().act("accept_recommendation", "ratna")

    def to_instruments(self) -> "Walk":
        """The DPRD requirement met, by evidence or by approval."""
        if not (self.story.unbudgeted or self.story.community):
            return self.act("establish_not_required", "ratna", reason="Pendanaan telah teranggarkan dalam APBD tahun berjalan.")
        return self.to_dprd().later(12).decide("APPROVED")

    def to_dprd(self) -> "Walk":
        """Asked and received by the Sekretariat DPRD."""
        self.act("prepare_dprd_letter", "ratna")
        self.print_papers(self.proposal)
        self.later(1).act("sign_dprd_letter", "aditya")
        return self.later(1).act("receive_request", "setwan", proof=f"Agenda {self.proposal.pk}/DPRD")

    def decide(self, decision: str, notes: tuple[str, ...] = (), reason: str = "") -> "Walk":
        """The decision of the DPRD with its paper."""
        number = f"{self.proposal.pk}/DPRD/{self.day.year}"
        paper = SimpleUploadedFile("keputusan.pdf", small_pdf(f"Keputusan DPRD Nomor {number}"), "application/pdf")
        return self.act("decide_dprd", "setwan", decision=decision, number=number, notes=list(notes), reason=reason, file=paper)

    # naskah

    def sub_act(self, name: str, by: str, **facts: Any) -> "Walk":
        """An act on the naskah by a person of the cast."""
        self.on_that_day(lambda: act_on_agreement(self.agreement, name, by=self.who(by), **facts))
        self.agreement.refresh_from_db()
        return self

    def open_naskah(self, instrument: str = "KB") -> "Walk":
        self.proposal.refresh_from_db()
        self.agreement = self.on_that_day(lambda: open_naskah(self.proposal, instrument, by=self.who("dewi")))
        return self

    def to_paraf(self) -> "Walk":
        """Drafted, agreed, reviewed and locked."""
        self.sub_act("send_to_legal", "dewi", partner_note="Berita acara rapat bersama")
        self.later(1).sub_act("approve_text", "hukum")
        self.print_papers(self.agreement)
        return self

    def paraf(self, *usernames: str) -> "Walk":
        for username in usernames or ("ratna", "bambang", "nurhayati"):
            self.later(1).sub_act("give_paraf", username, text_hash=self.agreement.text_hash)
        return self

    def to_signing(self) -> "Walk":
        """The slots filled, the signing planned."""
        self.print_papers(self.agreement)
        planned = WorkCalendar.load().add(self.day, 2)
        slots = {}
        for party in self.agreement.parties.select_related("partner"):
            name = party.partner.head_name if party.partner else self.who("aditya").full_name
            title = party.partner.head_title if party.partner else "Bupati Wanasari"
            slots[party.order] = {"name": name, "title": title, "number": f"075/{self.agreement.pk}/{self.agreement.instrument}/{self.day.year}"}
        self.sub_act("prepare_signing", "dewi", planned_on=planned, planned_place="Pendopo Kabupaten Wanasari", originals=len(slots), slots=slots)
        self.print_papers(self.agreement)
        self.day = planned
        return self

    def sign(self) -> "Walk":
        return self.sub_act("sign", "aditya")

    def to_register(self) -> "Walk":
        """Scanned by one, checked by another."""
        scan = SimpleUploadedFile("naskah.pdf", small_pdf(f"Pindaian naskah {self.agreement}"), "application/pdf")
        self.later(1).sub_act("upload_scan", "dewi", file=scan, stamp_duty=True, seal=True)
        return self.sub_act("validate_scan", "galih")

    def to_force(self) -> "Walk":
        """Signed, scanned, checked and in the register."""
        self.sign().to_register()
        return self.later(1).sub_act("register", "dewi", archive_place="Ruang Arsip Bagian Kerja Sama, lemari 2")

    def whole_naskah(self, instrument: str) -> "Walk":
        """A naskah from its opening until it is in force."""
        return self.open_naskah(instrument).to_paraf().paraf().to_signing().to_force()

    # monev

    def open_report(self) -> "Walk":
        self.report = self.on_that_day(lambda: reports.open_report(self.agreement, by=self.who("dewi")))
        return self

    def report_act(self, name: str, by: str, **facts: Any) -> "Walk":
        self.on_that_day(lambda: reports.act(self.report, name, by=self.who(by), **facts))
        self.report.refresh_from_db()
        return self

    def send_report(self) -> "Walk":
        """Filled in and sent by the unit."""
        unit = self.story.unit.lower()
        values = {
            "activities": "Kegiatan bersama dilaksanakan sesuai dengan rencana kerja.", "outputs": "Tiga kegiatan bersama terlaksana.",
            "outcomes": "Layanan bagi warga perbatasan lebih cepat.", "problems": "Koordinasi jadwal antarpihak.",
            "follow_up": "Jadwal triwulanan disepakati bersama.", "budget_planned": Decimal(240_000_000),
            "budget_realised": Decimal(221_500_000),
            "indicators": [{"name": "Kegiatan bersama", "target": "4", "realised": "3"}],
        }  # fmt: skip
        self.on_that_day(lambda: reports.write(self.report, values, by=self.who(unit)))
        return self.report_act("submit", unit)

    def evaluate(self, score: int = 4, verdict: str = "CONTINUE") -> "Walk":
        """Evaluated by the Bagian."""
        return self.report_act(
            "evaluate", "dewi", scores={key: score for key, _ in POINTS}, notes={}, verdict=verdict, findings=[],
            summary="Kerja sama berjalan sesuai dengan tujuan.",
        )  # fmt: skip

    def close_report(self) -> "Walk":
        return self.report_act("close", "ratna")


def days_before(today: date, days: int) -> date:
    """A day so many calendar days ago, moved to a working day."""
    return WorkCalendar.load().add(today - timedelta(days=days + 1), 1)
