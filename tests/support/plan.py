"""A yearly plan for tests: rows ready to be handed in, verified, discussed, adopted."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kerjasama.accounts.models import OrgUnit, User
from kerjasama.accounts.permissions import forget
from kerjasama.core import clock
from kerjasama.documents import selectors as papers
from kerjasama.documents import services as documents
from proposals import scoring
from proposals.models import Affair, PlanRow, PlanYear
from proposals.services import plan_rows, planning

YEAR = 2026
TODAY = date(2026, 3, 2)
CLOSES = date(2026, 6, 30)
UNITS = {"dlh": "DLH", "dinkes": "DINKES", "bpbd": "BPBD", "dishub": "DISHUB"}


def at(day: date = TODAY) -> Any:
    """The clock at noon of a day, as every test of the plan has it."""
    return clock.at(datetime.combine(day, time(12), tzinfo=clock.zone()))


def scores(**parts: int) -> dict[str, int]:
    """Six parts; 3 unless said otherwise."""
    return {criterion.key: parts.get(criterion.key, 3) for criterion in scoring.CRITERIA}


def content(**facts: Any) -> dict[str, Any]:
    """Everything a row must say before it is handed in."""
    plain = {
        "affair": Affair.objects.get(name="Lingkungan hidup"), "partner_name": "Kabupaten Tirtamarga", "location": "Kecamatan Wanakerta",
        "potential": "TPA dengan sisa kapasitas tujuh tahun.", "characteristics": "Permukiman padat di perbatasan.",
        "needs": "Sampah perbatasan belum terangkut.", "externality": "Lindi mengalir ke hilir.", "benefits": "Lingkungan bersih.",
        "benefit_amount": Decimal(2_400_000_000), "cost_amount": Decimal(1_200_000_000), "funding": "SHARED", "budget_status": "PLANNED",
        "programme_document": "BOTH", "programme": "Program Pengelolaan Persampahan",
    }  # fmt: skip
    return plain | facts


class Planner:
    """Walks rows of one list through the doors, by the right people."""

    def __init__(self, people: dict[str, User], year: int = YEAR) -> None:
        self.people = people
        for person in people.values():
            forget(person)
        self.plan = planning.open_year(year, CLOSES.replace(year=year), by=people["dewi"])

    def draft(self, title: str = "Pengelolaan Sampah Regional", by: str = "dlh", **facts: Any) -> PlanRow:
        unit = OrgUnit.objects.get(code=UNITS[by])
        row = plan_rows.new_row(self.plan, unit=unit, title=title, by=self.people[by])
        return plan_rows.write(row, content(**facts), by=self.people[by])

    def act(self, row: PlanRow, name: str, by: str, **facts: Any) -> PlanRow:
        planning.act_on_row(row, name, by=self.people[by], **facts)
        return row

    def proposed(self, title: str = "Pengelolaan Sampah Regional", by: str = "dlh", **facts: Any) -> PlanRow:
        return self.act(self.draft(title, by, **facts), "submit", by)

    def verified(
        self,
        title: str = "Pengelolaan Sampah Regional",
        by: str = "dlh",
        parts: dict[str, int] | None = None,
        **facts: Any,
    ) -> PlanRow:
        row = self.act(self.proposed(title, by, **facts), "verify_as_bagian", "dewi", scores=parts or scores())
        return self.act(row, "verify_as_bappeda", "bappeda")

    def discussed(self, title: str = "Pengelolaan Sampah Regional", by: str = "dlh", **facts: Any) -> PlanRow:
        row = self.verified(title, by, **facts)
        return self.act(row, "discuss", "ratna", note="Layak, menurut TKKSD.")

    def adopt(self, number: str = "") -> PlanYear:
        """Laid before the Bupati, printed, adopted."""
        planning.act_on_plan(self.plan, "submit_list", by=self.people["ratna"])
        self.print_papers()
        planning.act_on_plan(self.plan, "adopt", by=self.people["aditya"], number=number)
        return self.plan

    def print_papers(self) -> None:
        """Have the papers of the list printed at once, as the worker would."""
        for pk in papers.of_subject(self.plan).filter(status="QUEUED").order_by("pk").values_list("pk", flat=True):
            documents.render(pk)

    def adopted(self, title: str = "Pengelolaan Sampah Regional", by: str = "dlh", **facts: Any) -> PlanRow:
        """One row in a list that is adopted with it."""
        row = self.discussed(title, by, **facts)
        self.adopt()
        row.refresh_from_db()
        return row
