"""Which reports there are, as lists ask for them; which are owed and not opened yet."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.core.typed import whole
from kerjasama.statutory.kinds import KINDS
from kerjasama.statutory.models import ReportEdition, StatutoryReport
from kerjasama.statutory.stages import OVER, Stage


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters of the list, as they stand in the URL."""

    q: str = ""
    state: str = "semua"
    kind: str = ""
    year: int | None = None
    sort: str = "terbaru"


SORTS = {
    "terbaru": ("-report__ends_on", "report__kind", "-pk"),
    "tenggat": ("report__due_on", "report__kind", "-pk"),
    "terkirim": ("-sent_on", "-report__ends_on", "-pk"),
}


def listed(user: User, wanted: Wanted) -> QuerySet[ReportEdition]:
    """One edition of each report that a person may see and that matches, in the order asked for.

    A report that was sent stands by what was sent last, whatever is being corrected; one that runs, by the edition in hand. Each carries
    `in_hand_number`: the edition that is being written beside it, or None.
    """
    seen = ReportEdition.visible_to(user)
    if wanted.state in ("berjalan", "lewat"):
        seen = seen.exclude(stage__in=OVER)
    sent_first = Case(When(stage=Stage.SENT, then=0), default=1)
    standing = seen.alias(later=sent_first).order_by("report_id", "later", "-number").distinct("report_id")
    beside = (
        ReportEdition.visible_to(user)
        .filter(report=OuterRef("report"), number__gt=OuterRef("number"))
        .exclude(stage__in=OVER)
    )
    found = ReportEdition.objects.filter(pk__in=standing.values("pk")).select_related("report", "letter__file")
    found = found.annotate(in_hand_number=Subquery(beside.values("number")[:1]))
    if wanted.state == "lewat":
        found = found.filter(due_on__lt=clock.today())
    elif wanted.state == "terkirim":
        found = found.filter(stage=Stage.SENT)
    if wanted.kind:
        found = found.filter(report__kind=wanted.kind)
    if wanted.year:
        found = found.filter(report__year=wanted.year)
    for word in wanted.q.split()[:8]:
        found = found.filter(_named(word))
    return found.order_by(*SORTS.get(wanted.sort, SORTS["terbaru"]))


def _named(word: str) -> Q:
    """A word of the name of the report, of its number or its addressee; a year as a number."""
    kinds = [kind for kind, rule in KINDS.items() if word.lower() in f"{rule.label} {rule.code}".lower()]
    found = Q(report__kind__in=kinds) | Q(letter_number__icontains=word) | Q(addressee__icontains=word)
    year = whole(word, most=9999)
    return found | Q(report__year=year) if year is not None and len(word) == 4 else found


def editions_of(report: StatutoryReport, user: User) -> list[ReportEdition]:
    """The editions of a report that a person may see, newest first, with their papers."""
    seen = ReportEdition.visible_to(user).filter(report=report)
    return list(seen.select_related("report", "content", "letter__file", "workbook__file").order_by("-number"))


def in_hand(user: User, offices: list[str]) -> list[ReportEdition]:
    """The editions that wait for one of these offices, nearest deadline first."""
    return list(ReportEdition.visible_to(user).filter(turn_office__in=offices).order_by("due_on", "pk"))


def newest_end(kind: str) -> date | None:
    """The last day of the newest period of a kind that is held; None while none is."""
    return StatutoryReport.objects.filter(kind=kind).order_by("-ends_on").values_list("ends_on", flat=True).first()


def years() -> list[int]:
    """The years of which there are reports, newest first."""
    return list(StatutoryReport.objects.order_by("-year").values_list("year", flat=True).distinct())
