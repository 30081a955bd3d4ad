"""What may be read of the yearly plan: lists with filters, the matrix, what waits, planned against realised."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from kerjasama.accounts.models import User
from kerjasama.accounts.offices import Office
from kerjasama.accounts.permissions import seats
from kerjasama.documents.letter_kinds import CHAIN_OFFICES
from proposals.models import PlanRow, PlanYear, Proposal
from proposals.plan_stages import LISTED, PlanStage, RowStage
from proposals.stages import PlanStanding

SORTS: dict[str, tuple[Any, ...]] = {
    "urutan": (F("rank").asc(nulls_last=True), "pk"),
    "unit": ("unit__name", "pk"),
    "urusan": (F("affair__name").asc(nulls_last=True), "pk"),
    "biaya": (F("cost_amount").desc(nulls_last=True), "pk"),
    "skor": (F("score").desc(nulls_last=True), "pk"),
    "judul": ("title", "pk"),
}


#: What a row waits for, by its stage, as the title of a task.
WAITS = {
    RowStage.DRAFT: "Lengkapi dan kirim usulan rencana",
    RowStage.PROPOSED: "Verifikasi usulan rencana",
    RowStage.VERIFIED: "Catat pembahasan TKKSD",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the inventory, as they stand in the URL."""

    q: str = ""
    affair: int | None = None
    unit: int | None = None
    kind: str = ""
    stage: str = ""
    mine: bool = False
    sort: str = "urutan"


def with_names(rows: QuerySet[PlanRow]) -> QuerySet[PlanRow]:
    """Load what every line shows, in one query."""
    return rows.select_related("plan", "unit", "affair", "partner")


def listed(user: User, plan: PlanYear, wanted: Wanted) -> QuerySet[PlanRow]:
    """The rows of a list that a person may see and that match, in the order asked for."""
    found = PlanRow.visible_to(user).filter(plan=plan)
    if wanted.q:
        found = found.filter(matches(wanted.q))
    for name, value in (
        ("affair_id", wanted.affair),
        ("unit_id", wanted.unit),
        ("kind", wanted.kind),
        ("stage", wanted.stage),
    ):
        if value:
            found = found.filter(**{name: value})
    if wanted.mine:
        found = found.filter(my_turn(user))
    return with_names(found).order_by(*SORTS.get(wanted.sort, SORTS["urutan"]))


def matches(words: str) -> Q:
    """Rows whose code, object, partner, place or programme holds every word."""
    found = Q()
    for word in words.split()[:8]:
        found &= (
            Q(code__icontains=word)
            | Q(title__icontains=word)
            | Q(partner_name__icontains=word)
            | Q(partner__name__icontains=word)
            | Q(location__icontains=word)
            | Q(programme__icontains=word)
        )
    return found


def my_turn(user: User) -> Q:
    """Rows on which a person has the next act."""
    held = seats(user)
    offices = {seat.office for seat in held}
    units = [seat.unit_id for seat in held if seat.office == Office.OPD and seat.unit_id]
    mine = Q(pk__in=[])
    if units:
        mine |= Q(stage=RowStage.DRAFT, unit__in=units, plan__stage=PlanStage.OPEN) | Q(
            stage=RowStage.ADOPTED, unit__in=units
        )
    for office, done in ((Office.BAGIAN, "bagian_verified_on"), (Office.BAPPEDA, "bappeda_verified_on")):
        if office in offices:
            mine |= Q(stage=RowStage.PROPOSED, plan__stage=PlanStage.OPEN, **{f"{done}__isnull": True})
    if Office.KABAG in offices:
        mine |= Q(stage=RowStage.VERIFIED, plan__stage=PlanStage.OPEN)
    return mine


def waiting(user: User) -> list[dict[str, Any]]:
    """What waits for a person on the rows of each list: plan, stage, how many, the oldest day; one query.

    Adopted rows are an offer, not a task: a unit opens a case when it is ready.
    """
    found = PlanRow.visible_to(user).filter(my_turn(user)).exclude(stage=RowStage.ADOPTED).order_by()
    groups: dict[tuple[int, str], list[PlanRow]] = defaultdict(list)
    for row in found.select_related("plan").order_by("plan__year", "plan__edition", "stage_since", "pk"):
        groups[row.plan_id, row.stage].append(row)
    return [
        {
            "plan": rows[0].plan,
            "stage": stage,
            "rows": rows,
            "line": f"{len(rows)} baris: {WAITS[RowStage(stage)].lower()}.",
        }
        for (_, stage), rows in groups.items()
    ]


def lists_in_hand(user: User) -> list[PlanYear]:
    """The lists whose next step is this person's: the Kabag's when every row is discussed, the head's when it lies before him, after its paraf."""
    offices = {seat.office for seat in seats(user)}
    if not offices & {Office.KDH, *CHAIN_OFFICES}:
        return []
    # Before the head stand those whose paraf its decree waits for.
    mine = Q(stage=PlanStage.SUBMITTED, turn_office__in=offices)
    if Office.KABAG in offices:
        unfinished = PlanRow.objects.filter(stage__in=[RowStage.PROPOSED, RowStage.VERIFIED]).values("plan")
        discussed = PlanRow.objects.filter(stage=RowStage.DISCUSSED).values("plan")
        mine |= Q(stage=PlanStage.OPEN, pk__in=discussed) & ~Q(pk__in=unfinished)
    return list(PlanYear.visible_to(user).filter(mine).order_by("year", "edition"))


def counts_by_stage(plans: list[PlanYear]) -> dict[int, dict[str, int]]:
    """How many rows of each list stand at each stage; one query for any number of lists."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    rows = PlanRow.objects.filter(plan__in=plans).order_by()
    for plan, stage, n in rows.values_list("plan", "stage").annotate(n=Count("pk")):
        found[plan][stage] = n
    return found


def ranked(user: User, plan: PlanYear) -> QuerySet[PlanRow]:
    """The rows that have a place, first to last."""
    return with_names(PlanRow.visible_to(user).filter(plan=plan, rank__isnull=False)).order_by("rank")


def adopted_for(proposal: Proposal) -> QuerySet[PlanRow]:
    """Adopted rows of the unit of a case that nobody has begun, and the one it starts from already."""
    free = Q(stage=RowStage.ADOPTED, unit=proposal.lead_unit_id, plan__stage=PlanStage.ADOPTED)
    return (
        PlanRow.objects.filter(free | Q(pk=proposal.plan_row_id))
        .select_related("plan")
        .order_by("-plan__year", "rank", "pk")
    )


def matrix(user: User, plan: PlanYear) -> dict[str, Any]:
    """urusan × kind of partner: how many rows, and the sums; one query."""
    rows = PlanRow.visible_to(user).filter(plan=plan).exclude(stage=RowStage.DROPPED).order_by()
    counted = rows.values("affair_id", "affair__code", "affair__name", "kind").annotate(
        n=Count("pk"), cost=Sum("cost_amount")
    )
    cells: dict[tuple[str, int | None, str], dict[str, int]] = defaultdict(dict)
    costs: dict[int | None, Decimal] = defaultdict(Decimal)
    for one in counted:
        key = (one["affair__code"] or "~", one["affair_id"], one["affair__name"] or "Urusan belum dipilih")
        cells[key][one["kind"]] = one["n"]
        costs[one["affair_id"]] += one["cost"] or Decimal(0)
    return {
        "rows": [
            (pk, name, kinds, costs[pk]) for (_, pk, name), kinds in sorted(cells.items(), key=lambda item: item[0][0])
        ]
    }


@dataclass(frozen=True, slots=True)
class Realised:
    """One year: what was planned, and what became of it. Money in rupiah."""

    year: int
    planned: int
    waiting: int
    running: int
    finished: int
    dropped: int
    planned_cost: Decimal
    started_value: Decimal
    outside: int

    @property
    def percent(self) -> int:
        """Finished out of planned, whole per cent."""
        return self.finished * 100 // self.planned if self.planned else 0


def realised(user: User) -> list[Realised]:
    """Planned against realised for each year with an adopted list, newest first; four queries for any number of years."""
    years = sorted(
        {*PlanYear.visible_to(user).filter(stage=PlanStage.ADOPTED).values_list("year", flat=True)}, reverse=True
    )
    # A row that was replaced is counted once, as its successor.
    once = Q(stage__in=LISTED) | Q(stage=RowStage.DROPPED, rank__isnull=False, successors__isnull=True)
    rows = PlanRow.objects.filter(once, plan__year__in=years, plan__stage=PlanStage.ADOPTED).order_by()
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    costs: dict[int, Decimal] = defaultdict(Decimal)
    for year, stage, n, cost in rows.values_list("plan__year", "stage").annotate(
        n=Count("pk"), cost=Sum("cost_amount")
    ):
        counts[year][stage] = n
        costs[year] += cost or Decimal(0)
    begun = Proposal.visible_to(user).filter(plan_row__plan__year__in=years).order_by()
    values = dict(begun.values_list("plan_row__plan__year").annotate(total=Sum("amount")))
    off_list = (
        Proposal.visible_to(user)
        .filter(year__in=years, plan_standing__in=[PlanStanding.IN_PLAN, PlanStanding.EXCEPTION])
        .order_by()
    )
    outside = dict(off_list.values_list("year").annotate(n=Count("pk", distinct=True)))
    return [
        _year(year, counts[year], costs[year], values.get(year) or Decimal(0), outside.get(year, 0)) for year in years
    ]


def _year(year: int, stages: dict[str, int], cost: Decimal, value: Decimal, outside: int) -> Realised:
    return Realised(
        year=year, planned=sum(stages.values()), waiting=stages.get(RowStage.ADOPTED, 0), running=stages.get(RowStage.RUNNING, 0),
        finished=stages.get(RowStage.FINISHED, 0), dropped=stages.get(RowStage.DROPPED, 0), planned_cost=cost, started_value=value, outside=outside,
    )  # fmt: skip
