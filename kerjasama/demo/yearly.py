"""The yearly lists of the demo: three years adopted with the cases that grew from them, a Perubahan, and next year's on its way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.core.calendar import WorkCalendar
from kerjasama.demo import letter_marks
from kerjasama.demo.ideas import IDEAS, Idea
from kerjasama.demo.timepiece import Timepiece
from kerjasama.demo.walk import StandIn, Walk
from kerjasama.documents import selectors as papers
from kerjasama.documents import services as documents
from proposals import scoring
from proposals.models import Affair, PlanRow, PlanYear
from proposals.services import plan_rows, planning

Tick = tuple[date, Callable[[date], None]]
#: Days before the end of the year in which a list is opened, written, verified, discussed, laid before the Bupati, adopted.
CALENDAR = (92, 78, 60, 44, 28, 16)
#: The same for the list of next year, in days before today; what would follow is left to those who sign in.
NEXT = (52, 40, 24, 9)
YEARS = 3
IDLE = (4, 3, 2)  # how many ideas besides the cases, from the oldest list on
PROGRAMMES = (
    "Program Prioritas Daerah",
    "Program Peningkatan Layanan",
    "Program Ekonomi Perbatasan",
    "Program Tata Kelola",
)
NOTES = (
    "Layak dan mendesak. Disarankan mulai pada triwulan pertama.",
    "Layak. Rincian pembagian biaya dimatangkan bersama mitra.",
    "Layak. Perlu kesepakatan data dengan mitra sebelum usulan dibuka.",
)


@dataclass
class Yearly:
    """The lists on their way, beside the cases."""

    today: date
    people: dict[str, User]
    work: WorkCalendar
    timepiece: Timepiece
    stand_ins: tuple[StandIn, ...]
    walks: Sequence[Walk]
    plans: dict[tuple[int, int], PlanYear] = field(default_factory=dict)

    def ticks(self) -> list[Tick]:
        """What happens to the lists, and when."""
        found: list[Tick] = []
        for year in range(self.today.year - YEARS + 1, self.today.year + 1):
            found += self._adopted_list(year)
        return [*found, *self._revision(self.today.year - 1), *self._next_year(self.today.year + 1)]

    # one list from its opening to the decree

    def _adopted_list(self, year: int) -> list[Tick]:
        days = [self.work.at_or_before(date(year, 1, 1) - timedelta(days=before)) for before in CALENDAR]
        steps: tuple[Callable[[date], None], ...] = (
            lambda day: self._open(year, days[2], day), lambda day: self._write(year, day), lambda day: self._verify(year, 1, day),
            lambda day: self._discuss(year, 1, day), lambda day: self._submit(year, 1, day), lambda day: self._adopt(year, 1, day),
        )  # fmt: skip
        return list(zip(days, steps, strict=True))

    def _next_year(self, year: int) -> list[Tick]:
        days = [self.work.at_or_before(self.today - timedelta(days=before)) for before in NEXT]
        steps: tuple[Callable[[date], None], ...] = (
            lambda day: self._open(year, self.today + timedelta(days=20), day), lambda day: self._write_next(year, day),
            lambda day: self._verify_some(year, day), lambda day: self._discuss(year, 1, day, most=2),
        )  # fmt: skip
        return list(zip(days, steps, strict=True))

    def _revision(self, year: int) -> list[Tick]:
        days = [self.work.at_or_before(date(year, 7, 1) + timedelta(days=after)) for after in (0, 7, 14, 21, 28, 35)]
        steps: tuple[Callable[[date], None], ...] = (
            lambda day: self._open_revision(year, day), lambda day: self._write_revision(year, day), lambda day: self._verify(year, 2, day),
            lambda day: self._discuss(year, 2, day), lambda day: self._submit(year, 2, day), lambda day: self._adopt(year, 2, day),
        )  # fmt: skip
        return list(zip(days, steps, strict=True))

    # the steps

    def _open(self, year: int, until: date, day: date) -> None:
        self.plans[year, 1] = self._do(day, lambda: planning.open_year(year, until, by=self.people["dewi"]))

    def _write(self, year: int, day: date) -> None:
        for n, walk in enumerate(self._cases_of(year)):
            walk.plan_row = self._row(self.plans[year, 1], day, walk.story.unit, walk.story.title, _of_case(walk, n)).pk
        for n, idea in enumerate(self._ideas(year)):
            self._row(self.plans[year, 1], day, idea.unit, idea.title, _of_idea(idea, n))

    def _write_next(self, year: int, day: date) -> None:
        """Some copied from this year, some new; the last three are drafts still."""
        plan, before = (
            self.plans[year, 1],
            PlanRow.objects.filter(plan=self.plans[year - 1, 1], stage="ADOPTED").order_by("pk"),
        )
        copied = self._do(day, lambda: plan_rows.copy_rows(list(before[:3]), plan, by=self.people["dewi"]))
        fresh = [idea for idea in IDEAS if idea.title not in {row.title for row in copied}]
        for row in copied:
            self._do(day, lambda row=row: plan_rows.write(row, {"budget_status": "PLANNED"}, by=self.people["dewi"]))
            self._send(row, day)
        for n, idea in enumerate(fresh):
            self._row(plan, day, idea.unit, idea.title, _of_idea(idea, n), send=n < len(fresh) - 3)

    def _verify(self, year: int, edition: int, day: date) -> None:
        for row in self._rows(year, edition, "PROPOSED"):
            self._verify_one(row, day)

    def _verify_some(self, year: int, day: date) -> None:
        """Most by both, two by the Bagian alone, two by nobody yet."""
        rows = self._rows(year, 1, "PROPOSED")
        for row in rows[:-4]:
            self._verify_one(row, day)
        for row in rows[-4:-2]:
            self._act(row, "verify_as_bagian", "dewi", day, scores=_scores(row))

    def _verify_one(self, row: PlanRow, day: date) -> None:
        self._act(row, "verify_as_bagian", ("dewi", "galih")[row.pk % 2], day, scores=_scores(row))
        self._act(
            row, "verify_as_bappeda", "bappeda", day, note="" if row.pk % 3 else "Tercantum dalam rancangan RKPD."
        )

    def _discuss(self, year: int, edition: int, day: date, most: int = 99) -> None:
        rows = sorted(self._rows(year, edition, "VERIFIED"), key=lambda row: row.rank)[:most]
        notes = {row.pk: NOTES[row.pk % len(NOTES)] for row in rows}
        self._do(day, lambda: planning.discuss(notes, held_on=day, by=self._who("ratna", day)))

    def _submit(self, year: int, edition: int, day: date) -> None:
        plan = self.plans[year, edition]
        self._do(day, lambda: planning.act_on_plan(plan, "submit_list", by=self._who("ratna", day)))
        for pk in papers.of_subject(plan).filter(status="QUEUED").values_list("pk", flat=True):
            self._do(day, lambda pk=pk: documents.render(pk))

    def _adopt(self, year: int, edition: int, day: date) -> None:
        plan = self.plans[year, edition]
        letter_marks.mark_all(
            plan, planning.act_on_plan, lambda name: self._who(name, day), lambda doing: self._do(day, doing)
        )
        self._do(day, lambda: planning.act_on_plan(plan, "adopt", by=self._who("aditya", day)))

    def _open_revision(self, year: int, day: date) -> None:
        until = self.work.at_or_before(date(year, 7, 25))
        self.plans[year, 2] = self._do(
            day, lambda: planning.open_revision(self.plans[year, 1], until, by=self._who("ratna", day))
        )

    def _write_revision(self, year: int, day: date) -> None:
        """One idea is widened, one given up, one is new."""
        plan, waiting = self.plans[year, 2], self._rows(year, 1, "ADOPTED")
        idle = [row for row in waiting if row.title in {idea.title for idea in IDEAS}]
        wider = self._do(day, lambda: plan_rows.revise_row(idle[0], plan, by=self.people["dewi"]))
        values = {"cost_amount": idle[0].cost_amount * 2, "location": f"{idle[0].location} dan kecamatan sekitarnya"}
        self._do(day, lambda: plan_rows.write(wider, values, by=self.people["dewi"]))
        self._send(wider, day)
        self._act(idle[1], "drop", "ratna", day, reason="Mitra menyatakan belum siap pada tahun ini.")
        idea = IDEAS[-1]
        self._row(plan, day, idea.unit, idea.title, _of_idea(idea, 1))

    # the machinery

    def _row(
        self, plan: PlanYear, day: date, unit: str, title: str, values: dict[str, Any], send: bool = True
    ) -> PlanRow:
        by, where = self.people[unit.lower()], OrgUnit.objects.get(code=unit)
        row = self._do(day, lambda: plan_rows.new_row(plan, unit=where, title=title, by=by))
        row = self._do(day, lambda: plan_rows.write(row, values, by=by))
        return self._send(row, day) if send else row

    def _send(self, row: PlanRow, day: date) -> PlanRow:
        return self._act(row, "submit", row.unit.code.lower(), day)

    def _act(self, row: PlanRow, name: str, by: str, day: date, **facts: Any) -> PlanRow:
        self._do(day, lambda: planning.act_on_row(row, name, by=self._who(by, day), **facts))
        return row

    def _do(self, day: date, doing: Callable[[], Any]) -> Any:
        for person in self.people.values():
            forget(person)
        with clock.at(self.timepiece.moment(day)):
            return doing()

    def _who(self, username: str, day: date) -> User:
        away = (s.delegate for s in self.stand_ins if s.principal == username and s.first <= day <= s.last)
        return self.people[next(away, username)]

    def _cases_of(self, year: int) -> list[Walk]:
        """The cases that start in a year and whose money is planned."""
        return [walk for walk in self.walks if walk.day.year == year and not walk.story.unbudgeted]

    def _ideas(self, year: int) -> Sequence[Idea]:
        """A few of the ideas, others each year; the newest three are kept for the Perubahan and next year."""
        nth = year - (self.today.year - YEARS + 1)
        return IDEAS[nth * 2 : nth * 2 + IDLE[nth]]

    def _rows(self, year: int, edition: int, stage: str) -> list[PlanRow]:
        return list(
            PlanRow.objects.filter(plan=self.plans[year, edition], stage=stage)
            .select_related("unit", "plan")
            .order_by("pk")
        )


def _of_case(walk: Walk, n: int) -> dict[str, Any]:
    story = walk.story
    return _common(story.affair, story.amount, n) | {
        "source": "REGION" if story.incoming else "OPD", "partner": story.partner, "location": story.location, "needs": story.background,
        "benefits": story.benefits, "source_reference": f"Surat {story.partner.name}" if story.incoming else "",
    }  # fmt: skip


def _of_idea(idea: Idea, n: int) -> dict[str, Any]:
    return _common(idea.affair, Decimal(idea.cost) * 1_000_000, n) | {
        "kind": idea.kind, "category": idea.category, "partner_name": idea.partner, "needs": idea.need, "location": "Kecamatan perbatasan",
        "benefits": "Layanan lebih dekat dan biaya per layanan turun.",
    }  # fmt: skip


def _common(affair: str, cost: Decimal, n: int) -> dict[str, Any]:
    return {
        "affair": Affair.objects.get(name=affair), "potential": "Sarana dan sumber daya kedua pihak saling melengkapi.",
        "characteristics": "Warga dan layanan kedua pihak saling bergantung.", "externality": "Akibatnya dirasakan di luar batas daerah." if n % 2 else "",
        "cost_amount": cost, "benefit_amount": cost * (3 + n % 5) / 2, "funding": ("SHARED", "APBD", "PARTNER")[n % 3],
        "budget_status": ("BUDGETED", "PLANNED")[n % 2], "programme_document": ("BOTH", "RKPD", "RPJMD")[n % 3],
        "programme": f"{PROGRAMMES[n % len(PROGRAMMES)]} {n % 4 + 1}.0{n % 6 + 1}",
    }  # fmt: skip


def _scores(row: PlanRow) -> dict[str, int]:
    """Six parts that differ from row to row, the same in every seeding."""
    seed = sum(map(ord, row.title))
    return {criterion.key: 2 + (seed // (place + 2)) % 4 for place, criterion in enumerate(scoring.CRITERIA)}
